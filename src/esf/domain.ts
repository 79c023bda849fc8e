import { z } from 'zod'
import { cellSchema } from '../statistics/cellSchema.ts'
import { NoiseShown } from '../statistics/domain.ts'
import { civilDateSchema } from '../values/civilDate.ts'
import { monthSchema } from '../values/month.ts'

/** An intervention that the ESF+ pays a part of, with records at the controller. */
export const EsfIntervention = z.object({ id: z.uuid(), name: z.string(), participations: z.int() })
export type EsfIntervention = z.infer<typeof EsfIntervention>

/** What a row of a file that was handed in is now. Of a participation that is locked neither code nor id is told. */
export const FileDifference = z.object({
  id: z.uuid().nullable(),
  code: z.string().nullable(),
  what: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.enum(['entryDate', 'exitDate', 'sex', 'birthYear'])),
  recordedAt: z.string(),
})
export type FileDifference = z.infer<typeof FileDifference>

/** The file of a month, and how it stands to what was handed in of it. */
export const EsfMonth = z.object({
  month: monthSchema,
  rows: z.int(),
  begins: z.int(),
  ends: z.int(),
  /** The last day to hand it in. */
  due: civilDateSchema,
  state: z.enum(['notHanded', 'late', 'same', 'changed']),
  handedAt: z.string().nullable(),
  handedBy: z.string().nullable(),
  /** The first month that a change since then touches; this one or an earlier. */
  since: monthSchema.nullable(),
  differences: z.array(FileDifference),
  /** What was handed in can no longer be made: somebody in it has been disposed of. */
  isGone: z.boolean(),
  /** What the file is, with all before it: a hand-in says which it was of. */
  chain: z.string(),
})
export type EsfMonth = z.infer<typeof EsfMonth>

export const EsfMonths = z.object({
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  controller: z.object({ name: z.string(), fictive: z.boolean() }),
  /** From the first month to the last that is over. */
  months: z.array(EsfMonth),
  /** Whether personal numbers may be stored at the controller, so that a file can have them. */
  identities: z.boolean(),
  /** Participations counted without a name, by year: one that went on over several is in each of them. They are in no file that is made now. */
  anonymous: z.array(z.object({ year: z.int(), n: z.int() })),
})
export type EsfMonths = z.infer<typeof EsfMonths>

const Count = z.object({ n: z.int(), of: z.int(), unknown: z.int() })

/** The common indicators of one intervention up to a month, exactly: for who answers for the records alone. `null` is not asked. */
export const EsfIndicators = z.object({
  until: monthSchema,
  rows: z.array(z.object({ code: z.string(), counts: z.object({ woman: Count, man: Count, all: Count }).nullable() })),
})
export type EsfIndicators = z.infer<typeof EsfIndicators>

const cells = z.object({ woman: cellSchema, man: cellSchema, all: cellSchema, unknown: cellSchema })

/** The same protected, for all with a role: participations up to the last month that is over. */
export const EsfProtected = z.object({
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  until: monthSchema,
  dataDate: z.string(),
  demo: z.boolean(),
  noise: NoiseShown,
  notes: z.array(z.string()),
  rows: z.array(z.object({ code: z.string(), cells: cells.nullable() })),
})
export type EsfProtected = z.infer<typeof EsfProtected>
