import { z } from 'zod'
import { freeText } from '../../values/freeText.ts'
import type { RegisteredOutcomeRow } from './tables.ts'

/** What an intervention can be judged by: the state so long after the start, of all who began, or whether what was reached at the exit lasts. */
export const registrable = ['afterStart', 'afterExit'] as const
export type Registrable = (typeof registrable)[number]
export const horizons = [6, 12, 24] as const
export type HorizonMonths = (typeof horizons)[number]

/** `seen` is the version that the form was filled in from, 0 for none. A reason is demanded of a change. */
export const RegistrationFields = z
  .object({
    outcome: z.enum(registrable),
    months: z.union([z.literal(6), z.literal(12), z.literal(24)]),
    reason: freeText(300),
    seen: z.int().min(0),
  })
  .refine(({ reason, seen }) => seen === 0 || reason.length >= 3, { message: 'effects.registered.reasonNeeded', path: ['reason'] })
export type RegistrationFields = z.infer<typeof RegistrationFields>

export const Registration = z.object({
  version: z.int(),
  outcome: z.enum(registrable),
  months: z.union([z.literal(6), z.literal(12), z.literal(24)]),
  /** Nobody can have come to the point when it was registered, nor to the earliest that had been registered before, nor to that of the usual outcome. */
  beforeData: z.boolean(),
  reason: z.string(),
  registeredAt: z.string(),
  registeredBy: z.string(),
})
export type Registration = z.infer<typeof Registration>

export const Registrations = z.object({
  mayRegister: z.boolean(),
  /** The latest, which holds, first. */
  list: z.array(Registration),
})
export type Registrations = z.infer<typeof Registrations>

/** The same for every intervention: it holds where nothing is registered, and every report answers it. Design of the outcomes, U1. */
export const usualOutcome = { version: 0, outcome: 'afterStart', months: 12 } as const satisfies Pick<
  Registration,
  'version' | 'outcome' | 'months'
>

/** A registration as its row has it. */
export function registrationOf(row: RegisteredOutcomeRow, registeredBy: string): Registration {
  return {
    ...{ version: row.version, outcome: row.outcome as Registrable, months: row.months as HorizonMonths, reason: row.reason },
    ...{ beforeData: row.before_data, registeredAt: row.registered_at, registeredBy },
  }
}
