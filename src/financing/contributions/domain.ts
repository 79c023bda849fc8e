import { z } from 'zod'
import { civilDateSchema } from '../../values/civilDate.ts'
import { KeptDocument } from '../../documents/domain.ts'
import { codeList } from '../../values/codeList.ts'
import { freeText } from '../../values/freeText.ts'
import { mostKronor } from '../kronor.ts'
import { payers } from './level.ts'

/** A contribution on its way from agreement to payment. */
export const LedgerStep = codeList('ledgerStep', [
  ['agreed', 'Överenskommet', 'Agreed'],
  ['decided', 'Beslutat', 'Decided'],
  ['invoiced', 'Fakturerat', 'Invoiced'],
  ['paid', 'Betalt', 'Paid'],
])
export type LedgerStep = (typeof LedgerStep.codes)[number]['code']

/** Ten thousand million kronor: more is a slip of the finger. */
const mostOre = 1_000_000_000_000
const ore = z.int('contributions.badAmount').min(0, 'contributions.badAmount').max(mostOre, 'contributions.badAmount')
const year = z.int('contributions.badYear').min(2004, 'contributions.badYear').max(2100, 'contributions.badYear')
const reference = freeText(200).min(2, 'contributions.referenceNeeded')

/** A row of the ledger. Of agreements and decisions the one dated last holds; invoices and payments add up. */
export const EntryFields = z.object({
  year,
  organisationId: z.uuid('contributions.memberNeeded'),
  step: LedgerStep.schema,
  amountOre: ore,
  /** The day of the agreement, decision, invoice or payment. */
  dated: civilDateSchema,
  reference,
  /** The member's own reason for its decision. */
  motive: freeText(500),
  /** What money with a purpose of its own is for: it is kept apart from what the parties match. Empty for contributions. */
  earmark: freeText(120).default(''),
  /** Given in the quarter of the regions, by a municipality outside every region (§ 5 a). */
  asRegion: z.boolean().default(false),
})
export type EntryFields = z.infer<typeof EntryFields>

/** A row as it is stored: the version that holds. What was written before a rule was made is still shown. */
export const StoredEntry = EntryFields.extend({
  id: z.uuid(),
  version: z.int(),
  reference: z.string(),
  motive: z.string(),
  earmark: z.string(),
  /** Why it was corrected; empty when it was not. */
  reason: z.string(),
  memberName: z.string(),
  /** The decision, agreement or invoice itself, and what else belongs to the row. */
  documents: z.array(KeptDocument),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type StoredEntry = z.infer<typeof StoredEntry>

/** A correction, or with `withdrawn` the taking back of a row; always with its reason. */
export const EntryChange = EntryFields.extend({
  version: z.int(),
  withdrawn: z.boolean(),
  reason: freeText(300).min(3, 'contributions.reasonNeeded'),
})
export type EntryChange = z.infer<typeof EntryChange>

/** Of each municipality in a key. */
const number = z.number('contributions.key.badNumber').min(0, 'contributions.key.badNumber').max(mostKronor, 'contributions.key.badNumber')
const perMember = z.record(z.string(), number)

/**
 * How municipalities, or several regions, share their part: names are ids of organisations. Inhabitants 16–64 are those given, else the register's own estimate, which
 * the register itself says is never good enough to share money by.
 */
const AgreementKey = z.discriminatedUnion('key', [
  z.object({ key: z.literal('equal') }),
  z.object({ key: z.literal('population'), population: perMember.optional() }),
  z.object({ key: z.literal('supportMeasure'), supportMeasure: perMember }),
  z.object({ key: z.literal('fixed'), shares: perMember }),
  /** `supportWeight` of it by support measure, the rest by inhabitants 16–64. */
  z.object({
    key: z.literal('mixed'),
    supportWeight: z.number('contributions.key.badWeight').min(0, 'contributions.key.badWeight').max(1, 'contributions.key.badWeight'),
    supportMeasure: perMember,
    population: perMember.optional(),
  }),
  /** Whole kronor that add up to the part in each year. */
  z.object({ key: z.literal('explicit'), amounts: z.record(z.string(), number.multipleOf(1, 'contributions.wholeKronor')) }),
])
export type AgreementKey = z.infer<typeof AgreementKey>

/** An agreement over several years: a total for each, shared by § 5, and within municipalities and within regions by a key each. */
export const AgreementFields = z.object({
  dated: civilDateSchema,
  reference,
  years: z
    .array(z.object({ year, totalOre: ore.multipleOf(100, 'contributions.wholeKronor') }))
    .min(1, 'contributions.yearNeeded')
    .max(10, 'contributions.yearNeeded')
    .refine((rows) => new Set(rows.map((row) => row.year)).size === rows.length, { message: 'contributions.yearTwice' }),
  key: AgreementKey,
  /** How several regions share; alike when it is left out. */
  regionsKey: AgreementKey.optional(),
})
export type AgreementFields = z.infer<typeof AgreementFields>

export const Payer = z.enum(payers)
const amount = z.int().nullable()

export const BookMember = z.object({
  organisationId: z.uuid(),
  name: z.string(),
  payer: Payer,
  /** Of the municipality, or of the part of the area that the payer covers. */
  inhabitants: z.int(),
  /** The part of a municipality outside every region that is given in the quarter of the regions (§ 5 a); it has another part as municipality. */
  asRegion: z.boolean().optional(),
  /** A municipality outside every region. */
  outsideRegion: z.boolean().optional(),
  /** It is a member no longer: it has a part of the years that it has rows in, and of no new agreement. */
  hasLeft: z.boolean().optional(),
  /** The year from which the register has it as a member; null where it always has. */
  memberSince: z.int().nullable().optional(),
})
export type BookMember = z.infer<typeof BookMember>

/** Something to see to, in words: a message and its arguments, amounts in kronor. */
export const BookWarning = z.object({ key: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) })
export type BookWarning = z.infer<typeof BookWarning>

/** How far a member's contribution has come. */
export const MemberStatus = codeList('contributionStatus', [
  ['none', 'Inget angivet', 'Nothing entered'],
  ['agreed', 'Inväntar beslut', 'Awaiting decision'],
  ['below', 'Beslutat under avtalet', 'Decided below the agreement'],
  ['decided', 'Beslutat', 'Decided'],
  ['invoiced', 'Fakturerat', 'Invoiced'],
  ['partlyPaid', 'Delvis betalt', 'Partly paid'],
  ['paid', 'Betalt', 'Paid'],
])

/** One member in one year; öre. */
export const MemberYear = z.object({
  organisationId: z.uuid(),
  name: z.string(),
  payer: Payer,
  asRegion: z.boolean(),
  agreedOre: amount,
  decidedOre: amount,
  invoicedOre: amount,
  paidOre: amount,
  /** Decided, else agreed: what the level is reckoned with. */
  offerOre: amount,
  /** Of what the party offers, 0–1. */
  shareOfParty: z.number().nullable(),
  /** What is matched of it, to the krona by largest remainder. */
  matchedOre: amount,
  perInhabitantOre: amount,
  changeOre: amount,
  status: MemberStatus.schema,
  motive: z.string(),
})
export type MemberYear = z.infer<typeof MemberYear>

/** One party in one year; öre. */
export const PartyYear = z.object({
  payer: Payer,
  agreedOre: amount,
  /** Its share of the agreed total by the act. */
  lawShareOre: amount,
  decidedOre: amount,
  offerOre: amount,
  matchedOre: amount,
  unmatchedOre: amount,
  /** Below its share of the agreed total. */
  gapOre: amount,
  setsLevel: z.boolean(),
  /** Kronor of the level that hang on one krona of this party, where it sets the level. */
  leverage: z.int(),
})
export type PartyYear = z.infer<typeof PartyYear>

/** Money of a member with a purpose of its own, in one year; öre. */
export const Earmarked = z.object({
  organisationId: z.uuid(),
  name: z.string(),
  payer: Payer,
  asRegion: z.boolean(),
  earmark: z.string(),
  agreedOre: amount,
  decidedOre: amount,
  invoicedOre: amount,
  paidOre: amount,
})
export type Earmarked = z.infer<typeof Earmarked>

export const BookYear = z.object({
  year: z.int(),
  agreedOre: amount,
  decidedOre: amount,
  invoicedOre: amount,
  paidOre: amount,
  /** Null while a party has neither agreement nor decision. */
  level: z
    .object({
      totalOre: z.int(),
      binding: z.array(Payer),
      /** All parties offer alike, so nobody's alone sets the level. */
      isEven: z.boolean(),
      leverage: z.int(),
      /** Some decision is yet to come; the agreement stands for it. */
      isExpected: z.boolean(),
    })
    .nullable(),
  gapOre: amount,
  /** Gaps from the first year with one to this. */
  cumulatedGapOre: amount,
  parties: z.array(PartyYear),
  members: z.array(MemberYear),
  /** Kept apart: in no sum above. */
  earmarked: z.array(Earmarked),
  warnings: z.array(BookWarning),
})
export type BookYear = z.infer<typeof BookYear>

/** All that an association's office, board and auditors see of its members' contributions. */
export const ContributionBook = z
  .object({
    associationName: z.string(),
    fictive: z.boolean(),
    /** The year of the register's population. */
    inhabitantsYear: z.int().nullable(),
    members: z.array(BookMember),
    /** First year first. */
    years: z.array(BookYear),
    /** Latest year first. */
    entries: z.array(StoredEntry),
  })
  .meta({ id: 'ContributionBook' })
export type ContributionBook = z.infer<typeof ContributionBook>
