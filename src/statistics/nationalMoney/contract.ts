import { z } from 'zod'
import { cellSchema } from '../../disclosure/cell.ts'
import { Payer } from '../../financing/contributions/domain.ts'
import { endpoint } from '../../platform/endpoint.ts'

/** Öre; null where it is not known. */
const amount = z.int().nullable()
const share = z.number().nullable()

/** Whole associations in a year that they have approved, in all. */
const MoneyYear = z.object({
  year: z.int(),
  /** Associations that have approved the year. */
  approved: z.int(),
  parties: z.array(z.object({ payer: Payer, agreedOre: amount, decidedOre: amount, paidOre: amount })),
  agreedOre: amount,
  decidedOre: amount,
  paidOre: amount,
  /** What the contributions reach together, association by association (§ 5). */
  levelOre: amount,
  /** Decided, of each inhabitant 16–64 in the areas of those that have decided funds. */
  perInhabitantOre: amount,
  interventionsOre: amount,
  administrationOre: amount,
  /** Of administration and interventions together, of associations that have both. */
  administrationShare: share,
  /** Administration and interventions divided by published participations, of associations that have all three. */
  perParticipation: z.object({ ore: z.int(), associations: z.int() }).nullable(),
  /** Associations whose contributions reach less than was agreed. */
  belowAgreed: z.int(),
  /** Decided of each inhabitant 16–64 among associations: least, middle, most. */
  spread: z.object({ leastOre: z.int(), middleOre: z.int(), mostOre: z.int(), associations: z.int() }).nullable(),
})
export type MoneyYear = z.infer<typeof MoneyYear>

const AssociationMoney = z.object({
  year: z.int(),
  slug: z.string(),
  name: z.string(),
  agreedOre: amount,
  decidedOre: amount,
  levelOre: amount,
  /** What is agreed and not reached. */
  missingOre: amount,
  /** Whose contribution sets the level, when they are not alike. */
  setsLevel: z.array(Payer),
  perInhabitantOre: amount,
  interventionsOre: amount,
  administrationOre: amount,
  administrationShare: share,
  /** Published participations of the year. */
  participations: cellSchema.nullable(),
  perParticipationOre: amount,
})
export type AssociationMoney = z.infer<typeof AssociationMoney>

/** The money of the associations, of years that they have approved, for everybody. */
export const NationalMoney = z.object({
  demo: z.boolean(),
  /** How many associations there are. */
  whole: z.int(),
  /** Latest first. */
  years: z.array(MoneyYear),
  /** By year, latest first, and name. */
  associations: z.array(AssociationMoney),
})
export type NationalMoney = z.infer<typeof NationalMoney>

const open = { permission: { kind: 'public' }, audit: 'none' } as const

export const getNationalMoney = endpoint({
  ...open,
  name: 'getNationalMoney',
  method: 'GET',
  path: '/api/money',
  summary: 'The money of the associations by year, party and association, of years that they have approved',
  answer: { kind: 'json', schema: NationalMoney },
})

export const downloadNationalMoney = endpoint({
  ...open,
  name: 'downloadNationalMoney',
  method: 'GET',
  path: '/api/money.csv',
  summary: 'The money of the associations as CSV: a line per association, year and party, amounts in öre',
  answer: { kind: 'file' },
})
