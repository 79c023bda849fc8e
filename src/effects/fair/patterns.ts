import { columnOf } from '../../statistics/column.ts'
import { dimensionsOf, type SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { supportGroupDimension } from '../../statistics/madeDimension.ts'
import { monthNumber, type Period } from '../../values/month.ts'
import type { FairOutcome } from '../domain.ts'
import { reachedOf } from './outcomes.ts'

/** What the case mix is made of, beside the quarter of the start: what everybody has a record of. */
export const caseMixNames = ['sex', 'ageGroup', 'education', 'timeOnSupport', 'supportGroupBefore', 'bornAbroad'] as const

/** Everybody who began in a period and of whom the outcome is counted, by background: persons with the same background are one pattern. */
export interface Patterns {
  /** Facts that began in the period, and the pattern of each. */
  rows: Int32Array
  pattern: Int32Array
  /** How many codes each part of the background has; the last is the quarter. */
  sizes: number[]
  /** How many have each pattern, and how many of them reached the outcome. */
  all: Float64Array
  reached: Float64Array
}

/** The patterns of those who began in a period and are counted in an outcome, in one pass over the facts. */
export function patternsOf(facts: Facts, period: Period, outcome: FairOutcome = 'exit'): Patterns {
  const [first, last] = [monthNumber(period.from), monthNumber(period.to)]
  const parts = caseMixNames.map((name) => partOf(facts, dimensionOf(facts, name)))
  const sizes = [...parts.map(({ size }) => size), Math.floor((last - first) / 3) + 1]
  const cells = sizes.reduce((product, size) => product * size, 1)
  const [all, reached] = [new Float64Array(cells), new Float64Array(cells)]
  const reachedBy = reachedOf(facts, outcome)
  const { entryMonth } = facts.columns
  const [rows, pattern] = [new Int32Array(facts.size), new Int32Array(facts.size)]
  let kept = 0
  for (let row = 0; row < facts.size; row++) {
    const month = entryMonth[row]!
    if (month < first || month > last || reachedBy[row]! > 1) continue
    let at = 0
    for (const { column, lookup, size } of parts) at = at * size + lookup[column[row]!]!
    at = at * sizes.at(-1)! + Math.floor((month - first) / 3)
    rows[kept] = row
    pattern[kept++] = at
    all[at]!++
    reached[at]! += reachedBy[row]!
  }
  return { rows: rows.slice(0, kept), pattern: pattern.slice(0, kept), sizes, all, reached }
}

function dimensionOf(facts: Facts, name: (typeof caseMixNames)[number]): SingleDimension {
  return name === 'supportGroupBefore' ? supportGroupDimension('mainSupportBefore') : (dimensionsOf(facts).get(name) as SingleDimension)
}

function partOf(facts: Facts, { column, lookup, codes }: SingleDimension) {
  return { column: columnOf(facts, column), lookup, size: codes.length }
}
