import { z } from 'zod'
import { civilDateSchema } from '../../values/civilDate.ts'
import { codeList } from '../../values/codeList.ts'
import { freeText } from '../../values/freeText.ts'

export const FidelityKind = codeList('fidelityKind', [
  ['external', 'Extern bedömning', 'External assessment'],
  ['self', 'Självskattning', 'Self-assessment'],
])

/** What the instrument that the program has itself is known by. */
export const ownInstrument = 'IPS-25'

const Band = z.object({ code: freeText(60).min(1, 'fidelity.bandNeeded'), from: z.int('fidelity.badNumber') })
const ScaleShape = z.object({
  items: z.int('fidelity.badNumber').min(1, 'fidelity.noItems').max(100, 'fidelity.tooManyItems'),
  low: z.int('fidelity.badNumber').min(0, 'fidelity.badNumber').max(10, 'fidelity.badNumber'),
  high: z.int('fidelity.badNumber').min(1, 'fidelity.badNumber').max(20, 'fidelity.badNumber'),
  mostMissing: z.int('fidelity.badNumber').min(0, 'fidelity.badNumber').max(20, 'fidelity.badNumber'),
  bands: z.array(Band).min(1, 'fidelity.bandNeeded').max(10),
})

/** An instrument as it is brought in: texts that somebody has a licence to, and how it is scored unless it is as the program's own. */
export const InstrumentFields = z
  .object({
    id: z.uuid(),
    name: freeText(200).min(2, 'fidelity.nameNeeded'),
    source: freeText(300).min(2, 'fidelity.sourceNeeded'),
    /** Scored as the program's own, so that teams can stand beside each other whichever text they were assessed by. */
    sameScaleAs: z.literal(ownInstrument).nullable(),
    scale: ScaleShape,
    texts: z.array(z.object({ label: freeText(500).min(1, 'fidelity.labelNeeded'), anchors: z.array(freeText(1000)).max(21) })),
  })
  .superRefine(({ scale, texts }, context) => {
    const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: ['scale', path] })
    if (texts.length !== scale.items) wrong('fidelity.badItems', 'items')
    if (scale.high <= scale.low) wrong('fidelity.badNumber', 'high')
    if (scale.mostMissing >= scale.items) wrong('fidelity.badNumber', 'mostMissing')
    const falls = scale.bands.every(({ from }, at) => at === 0 || from < scale.bands[at - 1]!.from)
    if (!falls || scale.bands.at(-1)!.from > scale.items * scale.low) wrong('fidelity.badBands', 'bands')
  })
export type InstrumentFields = z.infer<typeof InstrumentFields>

const point = z.int('fidelity.badPoint').nullable()
export const Points = z.array(point).max(100)

/** A round of assessment that is begun, with the first assessor's points. */
export const RoundFields = z.object({
  /** Made by the form, so that what is sent twice is one. */
  id: z.uuid(),
  instrument: z.union([z.literal(ownInstrument), z.uuid()]),
  kind: FidelityKind.schema,
  team: freeText(100),
  assessedOn: civilDateSchema,
  assessors: z.union([z.literal(1), z.literal(2)]),
  points: Points,
})
export type RoundFields = z.infer<typeof RoundFields>

export const WithdrawalFields = z.object({ reason: freeText(300).min(3, 'fidelity.reasonNeeded') })

const label = z.object({ sv: z.string(), en: z.string() })

export const Instrument = z.object({
  id: z.string(),
  /** `null` for the program's own, whose name the page has. */
  name: z.string().nullable(),
  source: z.string().nullable(),
  sameScaleAs: z.string().nullable(),
  scale: z.object({
    ...{ items: z.int(), low: z.int(), high: z.int(), mostMissing: z.int() },
    bands: z.array(z.object({ code: z.string(), from: z.int() })),
  }),
  /** `null` for those who may not read texts that somebody else has a licence to. */
  texts: z.array(z.object({ label, anchors: z.array(z.string()) })).nullable(),
})
export type Instrument = z.infer<typeof Instrument>

/** A round as it is shown. Points, and who gave them, are shown to those who may assess, when all are in. */
export const Round = z.object({
  id: z.uuid(),
  instrument: z.string(),
  kind: FidelityKind.schema,
  team: z.string(),
  assessedOn: z.string(),
  assessors: z.int(),
  given: z.int(),
  /** Whether the one who asks has given points. */
  isMine: z.boolean(),
  /** Why it does not count; `null` when it does. */
  withdrawn: z.string().nullable(),
  result: z
    .object({ score: z.number(), band: z.string(), prorated: z.boolean(), each: z.array(z.number()), apart: z.array(z.int()) })
    .nullable(),
  ratings: z.array(z.object({ by: z.string(), points: Points })).nullable(),
})
export type Round = z.infer<typeof Round>

export const FidelityBook = z
  .object({
    name: z.string(),
    fictive: z.boolean(),
    today: z.string(),
    mayAssess: z.boolean(),
    /** The associations whose office may bring an instrument in. */
    associations: z.array(z.object({ id: z.uuid(), name: z.string() })),
    instruments: z.array(Instrument),
    /** Latest assessed first. */
    rounds: z.array(Round),
  })
  .meta({ id: 'FidelityBook' })
export type FidelityBook = z.infer<typeof FidelityBook>
