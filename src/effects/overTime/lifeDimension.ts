import { ExitReason } from '../../participations/codes.ts'
import { columnOf } from '../../statistics/column.ts'
import type { SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { outcomeDimension } from '../../statistics/outcome.ts'
import { daysSeen, lastDayWithin, lastMonth, monthsSeen } from './wholeDays.ts'

/** What ends a participation, the first that holds: work or studies at exit, right support granted, anything else. */
export const causes = ['workOrStudy', 'rightSupport', 'other'] as const
export type Cause = (typeof causes)[number]

/** The last day after the start that is looked at. */
export const lastDay = lastDayWithin(lastMonth)
/** How many lives there may be of those who are seen equally long: that nothing ended, then each day with each cause. */
export const livesPerLength = 1 + (lastDay + 1) * causes.length
const rightSupport = ExitReason.index('rightSupport')
const nameless = { sv: '', en: '' }
const codes = Array.from({ length: (lastMonth + 1) * livesPerLength }, (_, at) => ({ code: String(at), label: nameless }))
const same = Uint16Array.from({ length: 65536 }, (_, value) => Math.min(value, codes.length - 1))

/**
 * How each participation went, as far as it is seen: for how long after its start (by the month it began in, so that all who began in a month are seen equally
 * long), and on which day of those it ended, of what; else that it had not ended.
 * @param until the last month that is counted, as a month number
 */
export function lifeDimension(until: number): SingleDimension {
  return {
    ...{ kind: 'single', name: 'lifeSinceStart', label: nameless, codes },
    column: { name: `life until ${until}`, type: 'u16', derive: (facts) => lives(facts, until) },
    lookup: same,
  }
}

function lives(facts: Facts, until: number): Uint16Array {
  const { entryMonth, daysToExit, exitReason } = facts.columns
  const toWork = columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  const daysByLength = Array.from({ length: lastMonth + 1 }, (_, length) => daysSeen(until - length, until))
  const result = new Uint16Array(facts.size)
  for (let row = 0; row < facts.size; row++) {
    const seen = monthsSeen(entryMonth[row]!, until)
    const day = daysToExit[row]!
    const otherwise = exitReason[row] === rightSupport ? 1 : 2
    const cause = toWork[row] === 1 ? 0 : otherwise
    const isSeen = seen > 0 && day >= 0 && day <= daysByLength[seen]!
    result[row] = seen * livesPerLength + (isSeen ? 1 + day * causes.length + cause : 0)
  }
  return result
}
