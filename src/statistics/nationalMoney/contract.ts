import { z } from 'zod'
import { cellSchema } from '../cellSchema.ts'
import { Payer } from '../../financing/contributions/domain.ts'
import { Figure } from '../domain.ts'
import { PublishedCoverage } from '../publication/release/coverage.ts'
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
  /** How large a part of all participations of the country in the year the published ones are, per cent in steps; null where no release tells it. */
  coverage: PublishedCoverage,
  /** Decided kronor of each million kronor of support measure, in associations whose measure is known; öre. */
  perNeed: z.object({ ore: z.int(), associations: z.int() }).nullable(),
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
  /** Decided of each million kronor of support measure, where the national office shows it; öre. */
  perNeedOre: amount,
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

/** Whoever pays to an association. */
export const MoneyMember = z.object({ id: z.uuid(), name: z.string(), payer: Payer })
export type MoneyMember = z.infer<typeof MoneyMember>

/** What a member gives to all its associations and what it is a part of, of years that they have approved, for everybody. */
export const MemberMoney = z.object({
  demo: z.boolean(),
  name: z.string(),
  payer: Payer,
  /** Latest first. */
  years: z.array(z.object({ year: z.int(), associations: z.int(), agreedOre: amount, decidedOre: amount, paidOre: amount })),
  rows: z.array(
    z.object({
      year: z.int(),
      slug: z.string(),
      association: z.string(),
      /** What a municipality outside every region gives in the quarter of the regions (§ 5 a). */
      asRegion: z.boolean(),
      agreedOre: amount,
      decidedOre: amount,
      paidOre: amount,
      /** Of what its party gives, and of what all give. */
      shareOfParty: share,
      shareOfAll: share,
      allOre: amount,
      levelOre: amount,
      /** Its party gives least for its share, and not all alike. */
      setsLevel: z.boolean(),
      /** Kronor that all lose when it gives one less: of who sets the level, and of each where all give alike. */
      leverage: z.int().nullable(),
      /** What its party gives beyond what the level matches. */
      slackOre: amount,
      perParticipationOre: amount,
      /** Published figures of the association, of the newest year that is out. */
      toldOf: z.string().nullable(),
      exits: Figure.nullable(),
      outcome: Figure.nullable(),
    }),
  ),
  /** Interventions of its associations, of the newest year: what they cost, its part of that, and what is published of them in that year. */
  interventions: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      slug: z.string(),
      association: z.string(),
      /** Whether it is for inhabitants of the member's area; all are for the state. */
      inArea: z.enum(['yes', 'no', 'unknown']),
      /** Known by municipalities that the association has stated, or because all of its area is the member's. */
      areaBy: z.enum(['stated', 'association', 'unknown']),
      /** The stated municipalities. */
      area: z.array(z.string()),
      budgetOre: amount,
      actualOre: amount,
      /** Its share of all funds, of the actual cost. */
      shareOre: amount,
      participations: cellSchema.nullable(),
      perParticipationOre: amount,
      exits: Figure.nullable(),
      /** Actual cost for each exit of the year; a published count is exact. */
      perExitOre: amount,
      outcome: Figure.nullable(),
      /** Actual cost for each who went to work or study, with what the interval of the share makes of it. */
      perOutcome: z.object({ ore: z.int(), leastOre: z.int(), mostOre: z.int().nullable() }).nullable(),
    }),
  ),
})
export type MemberMoney = z.infer<typeof MemberMoney>

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

export const listMoneyMembers = endpoint({
  ...open,
  name: 'listMoneyMembers',
  method: 'GET',
  path: '/api/money/members',
  summary: 'Whoever pays to an association in a year that it has approved',
  answer: { kind: 'json', schema: z.array(MoneyMember) },
})

export const getMemberMoney = endpoint({
  ...open,
  name: 'getMemberMoney',
  method: 'GET',
  path: '/api/money/members/:organisationId',
  summary: 'What a member gives to all its associations, its share, what its decision moves, and what is published of them',
  params: z.object({ organisationId: z.uuid() }),
  answer: { kind: 'json', schema: MemberMoney },
})
