import { bookYears, type BookEntry } from '../contributions/book.ts'
import type { BookMember, BookYear } from '../contributions/domain.ts'
import { addMonths, type CivilDate } from '../../values/civilDate.ts'
import type { Outcome, ScenarioChange } from './domain.ts'
import { fallOn, type FallRule, type PlannedIntervention } from './falls.ts'
import { giverKey, type Giver } from '../contributions/giver.ts'

/** A ledger as it stands. */
export interface Standing {
  members: readonly BookMember[]
  entries: readonly BookEntry[]
  /** Civil date in Sweden. */
  today: CivilDate
}

/** A year as it stands; `undefined` when nothing has been entered for it. */
export function yearNow({ members, entries, today }: Standing, year: number): BookYear | undefined {
  return bookYears(members, ofYear(entries, year), today)[0]
}

/**
 * A year as it would be if the changes were decided: thought decisions stand for all that the members have said, those who leave are left out,
 * and the rest is as in the ledger. Reckoned by the same rules as the ledger itself. `undefined` when nobody who stays has said anything.
 */
export function yearThought(
  { members, entries, today }: Standing,
  { year, changes }: { year: number; changes: readonly ScenarioChange[] },
): BookYear | undefined {
  const leaving = new Set(changes.filter(({ amountOre }) => amountOre === null).map(({ organisationId }) => organisationId))
  const staying = members.filter(({ organisationId }) => !leaving.has(organisationId))
  const kept = ofYear(entries, year).filter(({ organisationId }) => !leaving.has(organisationId))
  const thought = changes.flatMap((one) => thoughtDecision(one, year))
  return bookYears(staying, [...kept, ...thought], today)[0]
}

const ofYear = (entries: readonly BookEntry[], year: number): BookEntry[] => entries.filter((one) => one.year === year)

/** Dated after every real decision, so that it holds. */
function thoughtDecision({ organisationId, asRegion, amountOre }: ScenarioChange, year: number): BookEntry[] {
  if (amountOre === null) return []
  const when = { dated: '9999-12-31', recordedAt: '9999-12-31T00:00:00Z' }
  return [{ year, organisationId, step: 'decided', amountOre, reference: '', motive: '', earmark: '', asRegion, ...when }]
}

/** What a year is set against. */
export interface YearBefore {
  levelOre: number | null
  agreedOre: number | null
  members: readonly (Giver & { name: string; matchedOre: number | null })[]
}

/** A year as it stands, as what others are set against. */
export const asBefore = ({ level, agreedOre, members }: BookYear): YearBefore => ({ levelOre: level?.totalOre ?? null, agreedOre, members })

/** What a year comes to, against what stands now. A member that is not in it is one that has left: it pays nothing. */
export function outcomeOf(of: BookYear | undefined, now: YearBefore, { planned, rule }: Plans = { planned: [], rule: 'alike' }): Outcome {
  const levelOre = of?.level?.totalOre ?? null
  const before = now.levelOre
  const changeOre = levelOre === null || before === null ? null : levelOre - before
  return {
    levelOre,
    changeOre,
    gapOre: levelOre === null || now.agreedOre === null ? null : Math.max(0, now.agreedOre - levelOre),
    binding: of?.level?.binding ?? [],
    isEven: of?.level?.isEven ?? false,
    parties: (of?.parties ?? []).map(({ payer, matchedOre, unmatchedOre }) => ({ payer, matchedOre, unmatchedOre })),
    fall: changeOre === null || planned.length === 0 ? null : fallOn(planned, changeOre, rule),
    members: now.members.map(({ organisationId, name, asRegion = false, matchedOre: paid }) => {
      const one = of?.members.find((member) => giverKey(member) === giverKey({ organisationId, asRegion }))
      const matchedOre = one ? one.matchedOre : 0
      const changeOre = matchedOre === null || paid === null ? null : matchedOre - paid
      return { organisationId, name, asRegion, offerOre: one ? one.offerOre : null, matchedOre, changeOre }
    }),
  }
}

/** What is planned, and how a lower level falls on it. */
export interface Plans {
  planned: readonly PlannedIntervention[]
  rule: FallRule
}

/** The members who would leave a party of the act without anybody (§ 1): then there is no association to reckon with. */
export function emptiedParties(members: readonly BookMember[], changes: readonly ScenarioChange[]): BookMember[] {
  const isLeaving = (one: BookMember): boolean =>
    changes.some((change) => change.organisationId === one.organisationId && change.amountOre === null)
  // What a municipality outside every region gives in the regions' quarter is given beside a region, not in its stead (§ 5 a).
  return members.filter(
    (one) => isLeaving(one) && members.every((other) => other.payer !== one.payer || other.asRegion || isLeaving(other)),
  )
}

/** The day a member is out that gives notice today: three years later, unless the association's rules say a shorter time (§ 27). */
export function outOn(changes: readonly ScenarioChange[], today: CivilDate): CivilDate | null {
  return changes.some(({ amountOre }) => amountOre === null) ? addMonths(today, 36) : null
}
