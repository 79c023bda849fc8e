import { missingValue } from '../participations/factColumns.ts'
import type { laterMonths } from '../participations/later.ts'
import { columnOf } from './column.ts'
import type { ColumnSource } from './column.ts'
import type { SingleDimension } from './dimension.ts'
import type { Facts } from './facts.ts'
import { outcomeDimension } from './outcome.ts'

type Months = (typeof laterMonths)[number]
/** Whom a share at a point is of: those who began, or left for work or studies, so long ago that the point is seen. */
export type Among = `dueAfterStart${number}` | `dueInWorkAfterExit${Months}`

/**
 * Those whom a point concerns, as a condition: the point lies in a month that is counted by now, and after an exit they were in work or studies then. Others are in
 * no part of the share.
 */
export function amongDimension(name: Among): SingleDimension {
  const column: ColumnSource<'u8'> = { name, type: 'u8', derive: (facts) => among(facts, name) }
  const nameless = { sv: '', en: '' }
  const codes = [
    { code: 'out', label: nameless },
    { code: 'in', label: nameless },
  ]
  return {
    kind: 'single',
    name,
    label: nameless,
    codes,
    column,
    lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, 1)),
  }
}

/** The last month of beginning, or of leaving, of which a point is seen; as a month number. */
export function lastMonthAmong({ seenUntil }: Facts, name: Among): number {
  return seenUntil - monthsOf(name)
}

function monthsOf(name: Among): number {
  return Number(/\d+$/.exec(name)![0])
}

function among(facts: Facts, name: Among): Uint8Array {
  const last = lastMonthAmong(facts, name)
  const isOfStart = name.startsWith('dueAfterStart')
  const begin = facts.columns[isOfStart ? 'entryMonth' : 'exitMonth']
  const toWork = isOfStart ? undefined : columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  const result = new Uint8Array(facts.size)
  for (let row = 0; row < facts.size; row++) {
    const isDue = begin[row] !== missingValue.u16 && begin[row]! <= last
    result[row] = isDue && (toWork === undefined || toWork[row] === 1) ? 1 : 0
  }
  return result
}
