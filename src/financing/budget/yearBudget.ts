import { dayNumber, type CivilDate } from '../../values/civilDate.ts'
import { CostType, Orientation } from '../../interventions/codes.ts'
import type { InterventionYear } from '../../interventions/domain.ts'
import type { BookedRow, Books } from './books.ts'
import type { AccountKey, AdministrationChange, InterventionLine, YearBudget } from './domain.ts'
import { costTypeOf } from './kinds.ts'
import { budgetLine, sumOfLines, type DaysOfYear } from './lines.ts'
import { costKinds, placeBooks, type Placed, type Sums } from './place.ts'

/** An intervention of the association with what is planned for it in the year. */
export interface PlannedIntervention {
  id: string
  name: string
  orientation: InterventionLine['orientation']
  money: Required<InterventionYear> | undefined
}

export interface YearInput {
  year: number
  administration: { lines: AdministrationChange['lines']; version: number; reason: string } | undefined
  interventions: readonly PlannedIntervention[]
  /** What members have paid for the year, by the ledger of contributions. */
  paidOre: number | null
  /** Of what is granted, paid in the year after the last day of the books or still to be paid, by intervention. */
  committed: ReadonlyMap<string, number>
  file: (Omit<NonNullable<YearBudget['file']>, 'days'> & Pick<Books, 'accounts' | 'objects'>) | null
  rows: readonly BookedRow[]
  key: AccountKey
}

type Reckoned = Omit<YearBudget, 'associationName' | 'fictive' | 'years'>

/** A year's budget beside its books, all sums and forecasts. An intervention that money is booked on stands there also when nothing was planned for it. */
export function yearBudget({ year, administration, interventions, paidOre, committed, file, rows, key }: YearInput): Reckoned {
  const days = file?.through ? daysOf(year, file.through) : null
  const placed = file ? placeBooks(rows, key) : undefined
  const ownLines = administrationLines(administration?.lines, placed?.administration, days)
  const lines = interventions
    .filter(({ id, money }) => money || placed?.interventions.has(id))
    .map((one) => interventionLine(one, placed && (placed.interventions.get(one.id) ?? new Map()), days, committed.get(one.id)))
  const [own, all] = [sumOfLines(ownLines), sumOfLines(lines)]
  return {
    year,
    administration: {
      version: administration?.version ?? 0,
      reason: administration?.reason ?? '',
      lines: ownLines,
      total: own,
    },
    ownInterventions: interventions.map(({ id, name }) => ({ id, name })),
    interventions: lines,
    orientations: Orientation.codes.flatMap(({ code }) => {
      const some = lines.filter(({ orientation }) => orientation === code)
      return some.length === 0 ? [] : [{ orientation: code, ...sumOfLines(some) }]
    }),
    interventionsTotal: all,
    total: sumOfLines([own, all]),
    income: incomeOf(placed, paidOre),
    vat: vatOf(placed),
    unknown: unknownOf(placed, file, key.dimension),
    file: file && { ...file, days },
    key,
  }
}

function daysOf(year: number, through: CivilDate): DaysOfYear {
  const before = dayNumber(`${year}-01-01`) - 1
  return { gone: dayNumber(through) - before, all: dayNumber(`${year}-12-31`) - before }
}

/** The lines of a budget are the whole of it: a kind that has none is nought. */
function administrationLines(
  budget: AdministrationChange['lines'] | undefined,
  booked: Sums<(typeof costKinds)[number]> | undefined,
  days: DaysOfYear | null,
): Reckoned['administration']['lines'] {
  return costKinds.map((kind) => {
    const planned = budget ? (budget.find((line) => line.kind === kind)?.budgetOre ?? 0) : null
    return { kind, ...budgetLine(planned, booked ? (booked.get(kind) ?? 0) : null, days) }
  })
}

function interventionLine(
  { id, name, orientation, money }: PlannedIntervention,
  booked: Sums<(typeof costKinds)[number]> | undefined,
  days: DaysOfYear | null,
  committed: number | undefined,
): InterventionLine {
  const byType = new Map<string, number>()
  for (const [kind, ore] of booked ?? []) byType.set(costTypeOf(kind), (byType.get(costTypeOf(kind)) ?? 0) + ore)
  const total = booked ? [...byType.values()].reduce((sum, ore) => sum + ore, 0) : null
  return {
    ...{ interventionId: id, name, orientation, ...budgetLine(money?.budgetOre ?? null, total, days, committed) },
    committedOre: committed ?? null,
    ...{ plannedParticipants: money?.plannedParticipants ?? null, enteredOre: money?.actualOre ?? null, financing: money?.financing ?? [] },
    costs: CostType.codes.flatMap(({ code }) => {
      const planned = money?.costs?.find(({ type }) => type === code)?.budgetOre ?? null
      const ore = booked ? (byType.get(code) ?? 0) : null
      return planned === null && !ore ? [] : [{ type: code, budgetOre: planned, bookedOre: ore }]
    }),
  }
}

function incomeOf(placed: Placed | undefined, paidOre: number | null): Reckoned['income'] {
  const booked = (kind: 'memberContributions' | 'otherIncome'): number | null => (placed ? (placed.income.get(kind) ?? 0) : null)
  const own = booked('memberContributions')
  return [
    {
      ...{ kind: 'memberContributions', ledgerOre: paidOre, bookedOre: own },
      differenceOre: own === null || paidOre === null ? null : own - paidOre,
    },
    { kind: 'otherIncome', ledgerOre: null, bookedOre: booked('otherIncome'), differenceOre: null },
  ]
}

function vatOf(placed: Placed | undefined): Reckoned['vat'] {
  if (!placed) return { inputOre: null, compensatedOre: null, claimOre: null }
  const [inputOre, compensatedOre] = [placed.vat.get('inputVat') ?? 0, placed.vat.get('vatCompensation') ?? 0]
  return { inputOre, compensatedOre, claimOre: inputOre - compensatedOre }
}

function unknownOf(placed: Placed | undefined, file: YearInput['file'], dimension: string | null): Reckoned['unknown'] {
  const accounts = new Map(file?.accounts.map(({ account, name }) => [account, name]))
  const objects = new Map(file?.objects.filter((one) => one.dimension === dimension).map(({ object, name }) => [object, name]))
  return {
    accounts: [...(placed?.unknownAccounts ?? [])]
      .map(([account, amountOre]) => ({ account, name: accounts.get(account) ?? '', amountOre }))
      .sort((a, b) => Number(a.account) - Number(b.account)),
    objects: [...(placed?.unknownObjects ?? [])]
      .map(([object, amountOre]) => ({ object, name: objects.get(object) ?? '', amountOre }))
      .sort((a, b) => (a.object < b.object ? -1 : 1)),
    outsideOre: placed?.outsideOre ?? 0,
  }
}
