import type { Counted } from '../../disclosure/releasedCell.ts'
import { ExitReason } from '../../participations/codes.ts'
import { columnOf } from '../../statistics/column.ts'
import { countedAt, together } from '../../statistics/countedCells.ts'
import type { SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { outcomeDimension } from '../../statistics/outcome.ts'
import type { KeyedTabulation } from '../../statistics/tabulate.ts'

/** How many months from the start are looked at. */
export const lastMonth = 24
/** What ends a participation, the first that holds: work or studies at exit, right support granted, anything else. */
export const causes = ['workOrStudy', 'rightSupport', 'other'] as const
export type Cause = (typeof causes)[number]

const statesPerLength = 1 + lastMonth * causes.length
const rightSupport = ExitReason.index('rightSupport')
const daysPerMonth = 365.25 / 12

/**
 * How each participation went, as far as it is seen: for how many whole months after its start (0–24, by the month it began in, so that all who
 * began in a month are seen equally long), and in which month of those it ended, of what; else that it had not ended.
 * @param until the last month that is counted, as a month number
 */
export function lifeDimension(until: number): SingleDimension {
  const nameless = { sv: '', en: '' }
  const codes = Array.from({ length: (lastMonth + 1) * statesPerLength }, (_, at) => ({ code: String(at), label: nameless }))
  return {
    ...{ kind: 'single', name: 'lifeSinceStart', label: nameless, codes },
    column: { name: `life until ${until}`, type: 'u16', derive: (facts) => lives(facts, until) },
    lookup: Uint16Array.from({ length: 65536 }, (_, value) => Math.min(value, codes.length - 1)),
  }
}

/** How many of the months after a start are seen by a month. */
export function monthsSeen(entryMonth: number, until: number): number {
  return Math.min(lastMonth, Math.max(0, until - entryMonth))
}

/** Whole months that a number of days holds: a month is a twelfth of 365.25 days. */
export const wholeMonths = (days: number): number => Math.floor(days / daysPerMonth)

function lives(facts: Facts, until: number): Uint16Array {
  const { entryMonth, daysToExit, exitReason } = facts.columns
  const toWork = columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  const result = new Uint16Array(facts.size)
  for (let row = 0; row < facts.size; row++) {
    const seen = monthsSeen(entryMonth[row]!, until)
    const days = daysToExit[row]!
    const month = days < 0 ? lastMonth : wholeMonths(days)
    const otherwise = exitReason[row] === rightSupport ? 1 : 2
    const cause = toWork[row] === 1 ? 0 : otherwise
    result[row] = seen * statesPerLength + (month < seen ? 1 + month * causes.length + cause : 0)
  }
  return result
}

/** Those who had not ended after `from` months and are seen through `to`: how many, how many of them ended by then of what, how many did not. */
export interface IntervalCounts {
  atRisk: Counted
  /** In the order of `causes`. */
  events: Counted[]
  free: Counted
}

/** The counts of the months after `from` up to and with `to`. */
export function intervalCounts(counted: KeyedTabulation, from: number, to: number): IntervalCounts {
  const events = causes.map((): Counted[] => [])
  const free: Counted[] = []
  for (let seen = to; seen <= lastMonth; seen++) {
    const first = seen * statesPerLength
    free.push(countedAt(counted, first))
    for (let month = from; month < seen; month++) {
      for (let cause = 0; cause < causes.length; cause++) {
        const one = countedAt(counted, first + 1 + month * causes.length + cause)
        if (month < to) events[cause]!.push(one)
        else free.push(one)
      }
    }
  }
  return { atRisk: together([...events.flat(), ...free]), events: events.map(together), free: together(free) }
}

/** Those who are seen for less than a month, so that nothing can be said of them. */
export function notYetSeen(counted: KeyedTabulation): Counted {
  return countedAt(counted, 0)
}
