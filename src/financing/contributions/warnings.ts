import type { CivilDate } from '../../values/civilDate.ts'
import type { BookWarning, BookYear, MemberYear } from './domain.ts'

type YearWithout = Omit<BookYear, 'warnings' | 'cumulatedGapOre'>

/** How far a member has come, by the furthest step; öre. What is due is what counts in the level, once that is known: nobody pays for what is not matched. */
export function statusOf(
  of: Pick<MemberYear, 'agreedOre' | 'decidedOre' | 'invoicedOre' | 'paidOre' | 'matchedOre' | 'offerOre'>,
): MemberYear['status'] {
  if (of.paidOre !== null && of.paidOre > 0) return of.paidOre < dueOf(of) ? 'partlyPaid' : 'paid'
  if (of.invoicedOre !== null) return 'invoiced'
  if (of.decidedOre !== null) return of.agreedOre !== null && of.decidedOre < of.agreedOre ? 'below' : 'decided'
  return of.agreedOre === null ? 'none' : 'agreed'
}

/** What a member owes of a year: what is matched of its offer, which in whole kronor may be some öre more than the offer. Nobody is asked for those. */
export function dueOf({ matchedOre, offerOre }: Pick<MemberYear, 'matchedOre' | 'offerOre'>): number {
  return Math.min(matchedOre ?? Infinity, offerOre ?? 0)
}

/** What to see to in a year, the weightiest first: a decision below the agreement, decisions and payments that a date has passed for, sums that do not meet. */
export function warningsOf(year: YearWithout, today: CivilDate): BookWarning[] {
  const { members } = year
  return [
    ...members.flatMap((one) => belowAgreement(one, year)),
    ...members.flatMap((one) => undecided(one, year.year, today)),
    ...members.flatMap((one) => payments(one, year.year, today)),
    ...withoutAmount(year),
    ...notByLaw(year),
  ]
}

/** The member of a warning; `asRegion` marks the part that it gives in the quarter of the regions (§ 5 a). */
const whoIs = ({ name, asRegion }: Pick<MemberYear, 'name' | 'asRegion'>) => ({ member: name, ...(asRegion && { asRegion: 1 }) })

const inKronor = (ore: number): number => Math.round(ore / 100)

function belowAgreement(
  { name, asRegion, agreedOre, decidedOre }: MemberYear,
  { year, level, agreedOre: total }: YearWithout,
): BookWarning[] {
  if (agreedOre === null || decidedOre === null || decidedOre >= agreedOre) return []
  const args = { ...whoIs({ name, asRegion }), year: String(year), less: inKronor(agreedOre - decidedOre) }
  if (!level || total === null) return [{ key: 'contributions.warn.below', args }]
  return [{ key: 'contributions.warn.belowLevel', args: { ...args, level: inKronor(level.totalOre), agreed: inKronor(total) } }]
}

/** The budget is to be adopted by 30 November of the year before (§ 23); a quarter of a year ahead it is time to ask. */
function undecided({ name, asRegion, agreedOre, decidedOre, paidOre }: MemberYear, year: number, today: CivilDate): BookWarning[] {
  if (decidedOre !== null || agreedOre === null || (paidOre ?? -1) >= agreedOre || today < `${year - 1}-09-01`) return []
  const key = today > `${year - 1}-11-30` ? 'contributions.warn.decisionOverdue' : 'contributions.warn.decisionDue'
  return [{ key, args: { ...whoIs({ name, asRegion }), year: String(year), before: String(year - 1) } }]
}

function payments(one: MemberYear, year: number, today: CivilDate): BookWarning[] {
  const { decidedOre, invoicedOre, paidOre } = one
  const args = { ...whoIs(one), year: String(year) }
  const over = (key: string, ore: number | null): BookWarning[] =>
    decidedOre !== null && (ore ?? 0) > decidedOre ? [{ key, args: { ...args, more: inKronor(ore! - decidedOre) } }] : []
  const missing = dueOf(one) - (paidOre ?? 0)
  const unpaid =
    missing > 0 && today > `${year}-12-31` ? [{ key: 'contributions.warn.unpaid', args: { ...args, less: inKronor(missing) } }] : []
  return [...unpaid, ...over('contributions.warn.overInvoiced', invoicedOre), ...over('contributions.warn.overPaid', paidOre)]
}

/** Members without an amount where others of the year have one: they count as nought, which may be a slip. */
function withoutAmount({ year, members, level }: YearWithout): BookWarning[] {
  if (!level) return []
  return members
    .filter(({ offerOre }) => offerOre === null)
    .map((one) => ({ key: 'contributions.warn.noAmount', args: { ...whoIs(one), year: String(year) } }))
}

/** An agreement whose parts are not the act's shares of its total, by more than roundings. */
function notByLaw({ year, parties, agreedOre }: YearWithout): BookWarning[] {
  if (agreedOre === null) return []
  const isOff = parties.some((one) => Math.abs((one.agreedOre ?? 0) - (one.lawShareOre ?? 0)) >= 400)
  return isOff ? [{ key: 'contributions.warn.notByLaw', args: { year: String(year) } }] : []
}
