import { z } from 'zod'
import { cellSchema } from './cellSchema.ts'
import { monthSchema } from '../values/month.ts'

/** A row or column heading: its code, and its name in the asker's language. */
export const Heading = z.object({ code: z.string(), label: z.string() })
export type Heading = z.infer<typeof Heading>

/** What a figure is: named as in addresses, with the one definition it has. */
export const MeasureInfo = z.object({
  name: z.string(),
  label: z.string(),
  definition: z.string(),
  unit: z.enum(['participations', 'persons', 'share', 'days']),
  formula: z.string(),
  source: z.string(),
  since: monthSchema,
  replacedBy: z.string().nullable(),
})
export type MeasureInfo = z.infer<typeof MeasureInfo>

/** A share with its 95 % interval, and what it is if none or all of the unknown succeeded; all 0 … 1. */
export const ShownShare = z.object({
  share: z.number(),
  lower: z.number(),
  upper: z.number(),
  leastIfUnknown: z.number().nullable(),
  mostIfUnknown: z.number().nullable(),
})
export type ShownShare = z.infer<typeof ShownShare>

/** What numbers with noise are made by: the version of the perturbation table, and how far a number with noise may be from the true one. */
export const NoiseShown = z.object({ version: z.int(), maxDeviation: z.int() })
export type NoiseShown = z.infer<typeof NoiseShown>

/**
 * One figure of a table. `value` is the count, the number with the outcome, or the median; what a measure does not have is `null`.
 * `text` says it as it is always written.
 */
export const Figure = z.object({
  value: cellSchema,
  n: cellSchema.nullable(),
  unknown: cellSchema.nullable(),
  /** Of how many of n the outcome is known. */
  known: cellSchema.nullable(),
  apart: cellSchema.nullable(),
  lower: cellSchema.nullable(),
  upper: cellSchema.nullable(),
  share: ShownShare.nullable(),
  text: z.string(),
})
export type Figure = z.infer<typeof Figure>

export const PeriodShown = z.object({ from: monthSchema, to: monthSchema })

/** Part of a whole that is not about persons, such as associations that report. */
export const PartOf = z.object({ part: z.int(), whole: z.int() })

/** What stands beside every outcome: who reports, who can be followed, of whom the status is known. */
export const CoverageShown = z.object({
  associations: PartOf,
  /** Calendar years that the next three are about. */
  years: z.array(z.int()),
  isWholeYears: z.boolean(),
  followable: cellSchema,
  anonymous: cellSchema,
  volume: cellSchema,
  followableShare: z.number().nullable(),
  knownStatus: z.object({ known: cellSchema, followed: cellSchema }).nullable(),
  sentences: z.array(z.string()),
})
export type CoverageShown = z.infer<typeof CoverageShown>

/** A method is a place too: the interventions that work by it alone, wherever they are; and a commission: those that carry it out. */
const placeKinds = ['nation', 'region', 'association', 'intervention', 'method', 'commission'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place as written in addresses: `nation`, `region:XA`, `association:slug`, `intervention:uuid`, `method:IPS`, `commission:uuid`. */
export const placeText = z
  .string()
  .regex(/^(nation|(region|association|intervention|method|commission):[A-Za-z0-9-]{1,100})$/, 'statistics.notAPlace')

export const PlaceShown = z.object({ kind: z.enum(placeKinds), address: placeText, name: z.string() })
export type PlaceShown = z.infer<typeof PlaceShown>

/** A table of cells for reading: rows are what it is about, columns most often the sexes. */
export const FigureTable = z.object({
  key: z.string(),
  title: z.string(),
  /** Who is counted, and who is not. */
  definition: z.string(),
  rowTitle: z.string(),
  columnTitle: z.string(),
  rows: z.array(Heading),
  columns: z.array(Heading),
  cells: z.array(z.array(cellSchema)),
  rowTotals: z.array(cellSchema),
  columnTotals: z.array(cellSchema),
  total: cellSchema,
  /** A person may be in several rows, so they sum past the total. */
  isMulti: z.boolean(),
  /** Before and after stand side by side: a change, not an effect. */
  isChange: z.boolean(),
  sentence: z.string(),
})
export type FigureTable = z.infer<typeof FigureTable>

/** A share with those reached weighted to be like all whom it concerns, 0 … 1, with its 95 % interval; or none, and why, in words. */
export const WeightedShown = z.object({
  share: z.object({ share: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  text: z.string(),
})
export type WeightedShown = z.infer<typeof WeightedShown>

/** A measure for all and by sex. */
export const MeasureFigures = z.object({
  measure: MeasureInfo,
  total: Figure,
  bySex: z.array(z.object({ heading: Heading, figure: Figure })),
  sentence: z.string(),
  /** Of a share at a point: what it is for everybody if those not reached did as well as those reached of their class; `null` elsewhere. */
  weighted: WeightedShown.nullable(),
})
export type MeasureFigures = z.infer<typeof MeasureFigures>

/** What interventions with a known cost cost, and cost ÷ count where the count is published exactly (`kronor` is `null` elsewhere). */
export const CostShown = z.object({
  years: z.array(z.int()),
  kronor: z.int(),
  interventions: z.int(),
  /** Empty where some intervention has no known cost: the counts are not of the same. */
  per: z.array(z.object({ heading: Heading, count: cellSchema, kronor: z.int().nullable() })),
  sentence: z.string(),
})
export type CostShown = z.infer<typeof CostShown>

/** Everything the page shows of one place and period; every number about persons is a cell, or is made of cells. */
export const FollowUp = z.object({
  place: PlaceShown,
  path: z.array(PlaceShown),
  period: PeriodShown,
  demo: z.boolean(),
  dataDate: z.string().nullable(),
  threshold: z.int(),
  noise: NoiseShown,
  /** Records of how many controllers are behind; distinct persons are exact within one. */
  controllers: z.int(),
  counts: z.array(MeasureFigures),
  outcomes: z.array(MeasureFigures),
  /** At fixed points after start and after exit, as far as follow-ups tell. */
  later: z.array(MeasureFigures),
  duration: MeasureFigures,
  tables: z.array(FigureTable),
  flows: z.array(FigureTable),
  coverage: CoverageShown,
  cost: CostShown.nullable(),
  costNote: z.string(),
  notes: z.array(z.string()),
})
export type FollowUp = z.infer<typeof FollowUp>

/** Who the participants of each unit are: groups of columns, and each unit's shares in words, in their order. */
export const CaseMixShown = z.object({
  groups: z.array(z.object({ title: z.string(), columns: z.array(z.string()) })),
  rows: z.array(z.object({ heading: Heading, n: cellSchema, texts: z.array(z.string()) })),
})
export type CaseMixShown = z.infer<typeof CaseMixShown>

/** The case mix of the places that a table has beside each other, and whom it is of. */
export const CaseMixBeside = z.object({
  unitTitle: z.string(),
  caseMix: CaseMixShown,
  population: z.enum(['inPeriod', 'entries', 'exits']),
  period: PeriodShown,
  demo: z.boolean(),
})
export type CaseMixBeside = z.infer<typeof CaseMixBeside>

/** Kinds of place whose participants can be set beside each other. A county and a region are the same area; where somebody lives decides. */
export const comparable = ['region', 'association', 'intervention'] as const
export type Comparable = (typeof comparable)[number]

/** What a picture or table needs of the answer that it stands in: what it is about, and what is said beside it. */
export type Framed = Pick<FollowUp, 'place' | 'period' | 'demo' | 'dataDate' | 'notes'> & { coverage: Pick<CoverageShown, 'sentences'> }

/** A table by one or two dimensions of one measure; rows may be parts of the period (`year`, `month`). */
export const Tabulated = z.object({
  measure: MeasureInfo,
  period: PeriodShown,
  rows: z.object({ name: z.string(), label: z.string(), codes: z.array(Heading) }).nullable(),
  columns: z.object({ name: z.string(), label: z.string(), codes: z.array(Heading) }).nullable(),
  figures: z.array(z.array(Figure)),
  /** Empty where there is one column. Each total is made by itself: approximate numbers need not add up. */
  rowTotals: z.array(Figure),
  columnTotals: z.array(Figure),
  total: Figure,
  sentences: z.array(z.string()),
  coverage: CoverageShown,
  /** Where rows are parts of the period: months from which the measure may not be compared with what was before. */
  breaks: z.array(z.object({ at: monthSchema, reason: z.string() })),
  /** Where a share is of those who have come to a point: the last month of beginning (or leaving) that has. Later parts of the period hold nobody, or some of their people. */
  countedUntil: monthSchema.nullable(),
  notes: z.array(z.string()),
  hidden: z.int(),
  threshold: z.int(),
  noise: NoiseShown,
  demo: z.boolean(),
  dataDate: z.string().nullable(),
})
export type Tabulated = z.infer<typeof Tabulated>

/** Associations whose entries fell suddenly. How many began is not told: few would be somebody. */
export const Drops = z.object({
  /** The last month that is compared; `null` when there are too few months. */
  until: monthSchema.nullable(),
  associations: z.array(z.object({ slug: z.string(), name: z.string() })),
})
export type Drops = z.infer<typeof Drops>

/** What there is to choose from: places of the layer that the data are in, and the months with data. */
export const Places = z.object({
  demo: z.boolean(),
  regions: z.array(Heading),
  associations: z.array(z.object({ slug: z.string(), name: z.string(), regions: z.array(z.string()) })),
  /** Those that some intervention works by alone. */
  methods: z.array(Heading),
  interventions: z.array(z.object({ id: z.uuid(), name: z.string(), associations: z.array(z.string()) })),
  /** Those that some intervention carries out, with the association that has each. */
  commissions: z.array(z.object({ id: z.uuid(), name: z.string(), association: z.string() })),
  firstMonth: monthSchema.nullable(),
  lastMonth: monthSchema.nullable(),
  defaultPeriod: PeriodShown.nullable(),
})
export type Places = z.infer<typeof Places>
