import type { CivilDate } from '../../values/civilDate.ts'
import { sumOfKnown } from '../../values/sumOfKnown.ts'
import { apportion } from '../apportion.ts'
import type { BookMember, BookYear, Earmarked, EntryFields, LedgerStep, MemberYear, PartyYear } from './domain.ts'
import { byPayer, gapOf, leverageOf, levelOf, payersOf, sharesOf, type Branch, type Level, type Payer } from './level.ts'
import { statusOf, warningsOf } from './warnings.ts'
import { giverKey, type Giver } from './giver.ts'

/** A row that holds, with when it was written: of two with one date the later holds. */
export type BookEntry = Omit<EntryFields, 'asRegion'> & Giver & { recordedAt: string }

/**
 * The years of an association's contributions, first year first, made of the ledger alone: the act's shares, whose contribution sets the level, what is
 * missing, what to see to. Ledgers are in öre; the level is reckoned in whole kronor of them, rounded down, and given in öre again.
 * @param members everyone that pays or has paid
 * @param today civil date in Sweden, for what is due
 */
export function bookYears(members: readonly BookMember[], entries: readonly BookEntry[], today: CivilDate): BookYear[] {
  const branch = branchOf(members)
  const byYear = Map.groupBy(entries, ({ year }) => year)
  const years: BookYear[] = []
  let cumulated: number | null = null
  for (const year of [...byYear.keys()].sort((a, b) => a - b)) {
    const before = years.find((one) => one.year === year - 1)
    const one = bookYear({ year, members, entries: byYear.get(year)!, branch, before })
    if (one.gapOre !== null) cumulated = (cumulated ?? 0) + one.gapOre
    years.push({ ...one, cumulatedGapOre: one.gapOre === null ? null : cumulated, warnings: warningsOf(one, today) })
  }
  return years
}

/** § 5 a: only a municipality outside every region takes part without one. */
const branchOf = (members: readonly BookMember[]): Branch => (members.some(({ payer }) => payer === 'regions') ? 'quarters' : 'halves')

/** One year by itself: without what is missing from years before, and what to see to. */
export function singleYear(members: readonly BookMember[], entries: readonly BookEntry[], year: number) {
  return bookYear({ year, members, entries: entries.filter((one) => one.year === year), branch: branchOf(members), before: undefined })
}

interface YearInput {
  year: number
  members: readonly BookMember[]
  entries: readonly BookEntry[]
  branch: Branch
  before: BookYear | undefined
}

function bookYear({ year, members: all, entries, branch, before }: YearInput): Omit<BookYear, 'warnings' | 'cumulatedGapOre'> {
  const members = membersIn(year, all, entries)
  const matchable = entries.filter(({ earmark }) => earmark === '')
  const plain = members.map((member) => memberAmounts(member, matchable))
  const sum = (of: (member: MemberAmounts) => number | null, payer?: Payer): number | null =>
    sumOfKnown(plain.filter((one) => !payer || one.payer === payer).map(of))
  const offers = byPayer((payer) => sum(({ offerOre }) => offerOre, payer) ?? 0)
  const has = (of: (member: MemberAmounts) => number | null): boolean => payersOf(branch).every((payer) => sum(of, payer) !== null)
  const inKronor = byPayer((payer) => Math.floor(offers[payer] / 100))
  const level = has(({ offerOre }) => offerOre) ? levelOf(inKronor, branch) : undefined
  const agreedOre = has(({ agreed }) => agreed) ? sum(({ agreed }) => agreed) : null
  const agreed = agreedOre === null ? undefined : Math.floor(agreedOre / 100)
  const gap = level && agreed !== undefined ? gapOf(agreed, inKronor, branch) : undefined
  const lawShares = agreed === undefined ? undefined : sharesOf(agreed, branch)
  const parties = payersOf(branch).map((payer): PartyYear => {
    const offerOre = sum((one) => one.offerOre, payer)
    const matchedOre = level ? level.shares[payer] * 100 : null
    return {
      ...{ payer, offerOre, matchedOre },
      agreedOre: sum((one) => one.agreed, payer),
      lawShareOre: lawShares ? lawShares[payer] * 100 : null,
      decidedOre: sum((one) => one.decided, payer),
      unmatchedOre: matchedOre === null || offerOre === null ? null : offerOre - matchedOre,
      gapOre: gap ? gap.byParty[payer] * 100 : null,
      setsLevel: level?.binding.includes(payer) ?? false,
      leverage: leverageOf(payer, branch),
    }
  })
  return {
    ...{ year, agreedOre, parties },
    decidedOre: sum(({ decided }) => decided),
    invoicedOre: sum(({ invoiced }) => invoiced),
    paidOre: sum(({ paid }) => paid),
    level: level ? shownLevel(level, plain, branch) : null,
    gapOre: gap ? gap.total * 100 : null,
    members: plain.map((one) => memberYear(one, plain, level, before)),
    earmarked: earmarkedOf(members, entries),
  }
}

/** Who has a part of a year: its members then, and whoever has a row in it, also of those who have left since. */
function membersIn(year: number, members: readonly BookMember[], entries: readonly BookEntry[]): BookMember[] {
  const gave = new Set(entries.map(giverKey))
  return members.filter((one) => gave.has(giverKey(one)) || (!one.hasLeft && year >= (one.memberSince ?? 0)))
}

/** Money with a purpose of its own, a line for each member and purpose: it counts in no level and no share (§ 5). */
function earmarkedOf(members: readonly BookMember[], entries: readonly BookEntry[]): Earmarked[] {
  return members.flatMap((member) => {
    const own = entries.filter((one) => giverKey(one) === giverKey(member) && one.earmark !== '')
    return [...Map.groupBy(own, ({ earmark }) => earmark)].map(([earmark, rows]) => {
      const { organisationId, name, payer, asRegion = false, agreed, decided, invoiced, paid } = memberAmounts(member, rows)
      return {
        organisationId,
        name,
        payer,
        asRegion,
        earmark,
        agreedOre: agreed,
        decidedOre: decided,
        invoicedOre: invoiced,
        paidOre: paid,
      }
    })
  })
}

function shownLevel(
  { total, binding, leverage }: Level,
  members: readonly MemberAmounts[],
  branch: Branch,
): NonNullable<BookYear['level']> {
  return {
    ...{ totalOre: total * 100, binding, leverage, isEven: binding.length === payersOf(branch).length },
    isExpected: members.some(({ decided, agreed }) => decided === null && agreed !== null),
  }
}

interface MemberAmounts extends BookMember {
  agreed: number | null
  decided: number | null
  invoiced: number | null
  paid: number | null
  offerOre: number | null
  motive: string
}

function memberAmounts(member: BookMember, entries: readonly BookEntry[]): MemberAmounts {
  const own = entries.filter((one) => giverKey(one) === giverKey(member))
  const of = (step: LedgerStep): BookEntry[] => own.filter((one) => one.step === step)
  const [agreed, decided] = [lastOf(of('agreed')), lastOf(of('decided'))]
  const total = (step: LedgerStep): number | null => sumOfKnown(of(step).map(({ amountOre }) => amountOre))
  return {
    ...member,
    ...{ agreed: agreed?.amountOre ?? null, decided: decided?.amountOre ?? null, invoiced: total('invoiced'), paid: total('paid') },
    offerOre: decided?.amountOre ?? agreed?.amountOre ?? null,
    motive: decided?.motive ?? '',
  }
}

/** The one that holds: dated last, and of one date written last. */
function lastOf(entries: readonly BookEntry[]): BookEntry | undefined {
  const later = (a: BookEntry, b: BookEntry): boolean => a.dated > b.dated || (a.dated === b.dated && a.recordedAt > b.recordedAt)
  return entries.reduce<BookEntry | undefined>((last, one) => (last && !later(one, last) ? last : one), undefined)
}

function memberYear(one: MemberAmounts, all: readonly MemberAmounts[], level: Level | undefined, before: BookYear | undefined): MemberYear {
  const party = all.filter(({ payer }) => payer === one.payer)
  const offered = sumOfKnown(party.map(({ offerOre }) => offerOre)) ?? 0
  const weights = new Map(party.map(({ organisationId, offerOre }) => [organisationId, BigInt(offerOre ?? 0)]))
  const matched = level ? apportion(level.shares[one.payer], weights).get(one.organisationId)! * 100 : null
  const last = before?.members.find((other) => giverKey(other) === giverKey(one))?.offerOre ?? null
  const amounts = {
    ...{ agreedOre: one.agreed, decidedOre: one.decided, invoicedOre: one.invoiced, paidOre: one.paid, offerOre: one.offerOre },
    matchedOre: one.offerOre === null ? null : matched,
  }
  return {
    ...{
      organisationId: one.organisationId,
      name: one.name,
      payer: one.payer,
      asRegion: one.asRegion ?? false,
      motive: one.motive,
      ...amounts,
    },
    shareOfParty: one.offerOre === null || offered === 0 ? null : one.offerOre / offered,
    perInhabitantOre: one.offerOre === null || one.inhabitants === 0 ? null : Math.round(one.offerOre / one.inhabitants),
    changeOre: one.offerOre === null || last === null ? null : one.offerOre - last,
    status: statusOf(amounts),
  }
}
