import { z } from 'zod'
import { cellSchema } from '../statistics/cellSchema.ts'
import { CaseMixShown, FigureTable, Heading, NoiseShown, PeriodShown, PlaceShown } from '../statistics/domain.ts'
import { monthSchema } from '../values/month.ts'

/** What every answer says of itself, whatever it claims. */
const about = {
  title: z.string(),
  /** The answer in a sentence or a few. */
  sentences: z.array(z.string()),
  place: PlaceShown,
  period: PeriodShown,
  demo: z.boolean(),
  dataDate: z.string().nullable(),
  threshold: z.int(),
  noise: NoiseShown,
  /** Who is counted, and how. */
  definition: z.string(),
  coverage: z.object({ sentences: z.array(z.string()) }),
  notes: z.array(z.string()),
  /** "Vad vi inte vet": what the answer cannot tell. */
  notKnown: z.array(z.string()),
}

/** What happened. Says nothing of why, and compares nobody. */
export const Description = z.object({ claim: z.literal('description'), ...about })
export type Description = z.infer<typeof Description>

/** The same persons before and after. What would have happened anyway is in it. */
export const Change = z.object({ claim: z.literal('change'), ...about })
export type Change = z.infer<typeof Change>

/** Groups side by side, with what they began with taken into account as far as it is recorded. */
export const Comparison = z.object({ claim: z.literal('comparison'), ...about })
export type Comparison = z.infer<typeof Comparison>

/** What an intervention did, against a comparison group, with every check of the gate passed: there is no other way to have one. */
export const Effect = z.object({
  claim: z.literal('effect'),
  ...about,
  gate: z.array(z.object({ check: z.string(), pass: z.literal([true, 'declared']) })).min(1),
})
export type Effect = z.infer<typeof Effect>

/** What is said of a comparison in somebody's own file, where nothing of the register is: what it claims, and the words for it. */
type Own<C extends Comparison | Effect> = Pick<C, 'claim' | 'title' | 'sentences' | 'notKnown' | 'notes'>
export type OwnDifference = Own<Comparison>
export type OwnEffect = Own<Effect> & Pick<Effect, 'gate'>

/** What a page shows says itself what it claims; only an `Effect` may be called one. */
export type Claim = Description | Change | Comparison | Effect

/** A share by a time or in a group, 0 … 1, with its 95 % interval (none where it has happened to all), and as it is always said. */
export const CurveValue = z.object({ share: z.number(), lower: z.number().nullable(), upper: z.number().nullable(), text: z.string() })
export type CurveValue = z.infer<typeof CurveValue>

/** The months after `from` up to and with `to` after the start: who were there, and what ended for how many of them. `day` is the last whole day of the step after the start. */
export const CurveStep = z.object({
  from: z.int(),
  to: z.int(),
  day: z.int(),
  atRisk: cellSchema,
  events: z.array(cellSchema),
  /** What has happened by `to`, of all who began; in the order of the causes. */
  values: z.array(CurveValue),
})
export type CurveStep = z.infer<typeof CurveStep>

/** Fixed before there are data: 6, 12 and 24 months, that is 182, 365 and 730 days after the start. `null` where the curve has no step that ends there. */
export const Horizon = z.object({ months: z.int(), day: z.int(), values: z.array(CurveValue).nullable() })
export type Horizon = z.infer<typeof Horizon>

/** What people do at the points of the follow-ups: each state counted, of those who have come to the point. */
export const StatesLater = z.object({
  states: z.array(Heading),
  /** In the order of time; cells in the order of the states, unknown last. Nothing is drawn of few, nor where a number is hidden, which is told apart. */
  points: z.array(z.object({ months: z.int(), n: cellSchema, cells: z.array(cellSchema), isDrawn: z.boolean(), isHidden: z.boolean() })),
  sentences: z.array(z.string()),
  definition: z.string(),
})
export type StatesLater = z.infer<typeof StatesLater>

/** Of those who have come to a point: how many were reached, how it went for them, and what the share of all may be. */
export const ReachedPoint = z.object({
  months: z.int(),
  n: cellSchema,
  known: cellSchema,
  /** How many of those reached have the outcome. */
  x: cellSchema,
  /** Of those reached; `null` where they are fewer than 20 or than 60 of 100, or a number is hidden. */
  reached: CurveValue.nullable(),
  /** With those reached weighted to be like all; `null` where that cannot be said. */
  weighted: CurveValue.nullable(),
  /** By what they are weighted and what that takes for granted, or why they are not; empty where all are reached as far as is shown. */
  weightedHow: z.string(),
  /** Everybody was reached, by an exact number: a nought with noise may be a few who were not. */
  isAllReached: z.boolean(),
  /** What the share of all can be whatever became of the others; `null` where a number is hidden or fewer than 20 began. */
  bounds: z.object({ least: z.number(), most: z.number() }).nullable(),
})
export type ReachedPoint = z.infer<typeof ReachedPoint>

/** Those who began, or got work, so many months later: each state counted, unknown last. */
export const MonthPoint = z.object({ months: z.int(), n: cellSchema, cells: z.array(cellSchema) })
export type MonthPoint = z.infer<typeof MonthPoint>

/** Months in a state on average: at least and at most, whatever those did of whom nobody knows, and that with chance and noise. */
export const MeanMonths = z.object({
  ...{ label: z.string(), least: z.number(), most: z.number(), lower: z.number(), upper: z.number() },
  text: z.string(),
})
export type MeanMonths = z.infer<typeof MeanMonths>

/** Of those who got work, how many were still in it some months after the first month in it. */
export const StayInWork = z.object({
  states: z.array(Heading),
  points: z.array(MonthPoint),
  within: MeanMonths.nullable(),
  sentence: z.string(),
  definition: z.string(),
})
export type StayInWork = z.infer<typeof StayInWork>

/** What everybody lived of month by month after the start, as far as anybody told. */
export const MonthByMonth = z.object({
  states: z.array(Heading),
  points: z.array(MonthPoint),
  /** Months on average up to a horizon; `null` where no horizon is shown. */
  within: z.object({ months: z.int(), rows: z.array(MeanMonths) }).nullable(),
  stay: StayInWork,
  sentence: z.string(),
  definition: z.string(),
})
export type MonthByMonth = z.infer<typeof MonthByMonth>

/** What happens after the start, everybody who began in the period in the denominator. */
export const OverTime = Description.extend({
  started: cellSchema,
  states: StatesLater,
  /** In work or studies at the points, of those reached and of all as far as can be said. */
  reached: z.array(ReachedPoint),
  byMonth: MonthByMonth,
  causes: z.array(Heading),
  steps: z.array(CurveStep),
  horizons: z.array(Horizon),
  /** The last calendar month that is counted; `null` without data. */
  until: monthSchema.nullable(),
  /** Months after the start in which exits are still coming in, so that nothing is drawn; `null` where all are seen through. */
  lag: z.object({ from: z.number(), to: z.number() }).nullable(),
})
export type OverTime = z.infer<typeof OverTime>

/** Of the same persons, how many more of 100 after than before; between −1 and 1. */
export const PairedChange = z.object({ change: z.number(), lower: z.number(), upper: z.number(), before: z.number(), after: z.number() })
export type PairedChange = z.infer<typeof PairedChange>

/** Of the same persons, the mean of a scale from 1 to 5 the first and the last time, and the change in steps with its 95 % interval. */
export const ScaleChange = z.object({ first: z.number(), last: z.number(), change: z.number(), lower: z.number(), upper: z.number() })
export type ScaleChange = z.infer<typeof ScaleChange>

/** How fast the same persons' answers changed, in steps a year, with its 95 % interval. */
export const ScalePace = z.object({ perYear: z.number(), lower: z.number(), upper: z.number() })
export type ScalePace = z.infer<typeof ScalePace>

/** How the own answers to one question changed: how many answered twice, and how many of them changed by how many steps. */
export const ViewChange = z.object({
  key: z.string(),
  label: z.string(),
  statement: z.string(),
  answered: cellSchema,
  /** In the order of the changes. */
  cells: z.array(cellSchema),
  change: ScaleChange.nullable(),
  sentence: z.string(),
  /** Of those who answered on three days or more. */
  often: cellSchema,
  pace: ScalePace.nullable(),
  paceText: z.string(),
})
export type ViewChange = z.infer<typeof ViewChange>

/** The own answers of those who ended, first and last. */
export const ViewChanges = z.object({
  exits: cellSchema,
  /** From four steps down to four up. */
  changes: z.array(Heading),
  items: z.array(ViewChange),
  definition: z.string(),
})
export type ViewChanges = z.infer<typeof ViewChanges>

/** Work and studies before and after among those who ended in the period. */
export const BeforeAfter = Change.extend({
  parts: z.array(z.object({ key: z.enum(['work', 'studies']), table: FigureTable, change: PairedChange.nullable() })),
  /** Main support, and occupation, before and after. */
  flows: z.array(FigureTable),
  views: ViewChanges,
  /** The box on regression to the mean. */
  regression: z.array(z.string()),
})
export type BeforeAfter = z.infer<typeof BeforeAfter>

/** What is compared: work or studies at an exit within twelve months of the start, or the state twelve months after it. */
export const fairOutcomes = ['exit', 'state'] as const
export type FairOutcome = (typeof fairOutcomes)[number]

/** Where 95 and 99.8 of 100 units of the same size and expected share fall by chance, as adjusted shares; the outer ones in words. */
export const ChanceShown = z.object({
  ...{ lower95: z.number(), upper95: z.number(), lower998: z.number(), upper998: z.number(), text: z.string() },
})
export type ChanceShown = z.infer<typeof ChanceShown>

/** A unit beside the others. Shares are `null` where it may not be compared. */
export const UnitShown = z.object({
  heading: Heading,
  /** How many began, how many of them are counted (all, or those reached), how many of those reached the outcome, and how many were not reached. */
  began: cellSchema,
  n: cellSchema,
  x: cellSchema,
  unreached: cellSchema.nullable(),
  /** What the share of all who began can be whatever became of those not reached, in words. */
  bounds: z.string().nullable(),
  /** Why it is not compared, in words; `null` where it is. */
  whyNot: z.string().nullable(),
  share: CurveValue.nullable(),
  /** The mean that the case mix says, 0 … 1, rounded. */
  expected: cellSchema,
  expectedText: z.string(),
  /** What the share would be if the unit had the country's participants. */
  adjusted: CurveValue.nullable(),
  /** The same, drawn towards all units as far as chance says. */
  shrunken: CurveValue.nullable(),
  /** The unit's own place in the funnel. */
  chance: ChanceShown.nullable(),
  /** Beyond its outer limits: worth asking about, not worth ranking. */
  isOutside: z.boolean(),
})
export type UnitShown = z.infer<typeof UnitShown>

/** Interventions of an association, or associations, side by side in the order of the alphabet: never ranked. */
export const FairComparison = Comparison.extend({
  /** What stands side by side; `null` where the place holds nothing to compare. */
  by: z.enum(['intervention', 'association']).nullable(),
  unitTitle: z.string(),
  outcome: z.enum(fairOutcomes),
  /** Those of the period who have been followed for twelve months. */
  followed: PeriodShown.nullable(),
  /** The whole country's share, which all are seen against. */
  overall: CurveValue.nullable(),
  units: z.array(UnitShown),
  caseMix: CaseMixShown,
})
export type FairComparison = z.infer<typeof FairComparison>
