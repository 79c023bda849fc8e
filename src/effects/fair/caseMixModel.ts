import type { Condition } from '../../statistics/countedCells.ts'
import { columnOf } from '../../statistics/column.ts'
import type { SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import type { Period } from '../../values/month.ts'
import type { FairOutcome } from '../domain.ts'
import { makeDesign, ModelFault } from '../regression/design.ts'
import { logistic, type LogisticFit } from '../regression/logistic.ts'
import { fewestEvents } from '../units/caseMix.ts'
import { patternsOf, type Patterns } from './patterns.ts'

/** What background alone says of reaching the outcome, over the whole country; nothing of where anybody was. */
export interface CaseMixModel {
  patterns: Patterns
  /** Expected probability by pattern. */
  expected: Float64Array
}

/** A code of fewer than this is put together with the most usual one: its slope would be that of a few. */
const leastOfCode = 20
/** Models of as many periods are kept while the facts are the same. */
const mostKept = 8
const kept = new WeakMap<Facts, Map<string, CaseMixModel | undefined>>()

/** The model of those who began in a period; `undefined` when it cannot be made: nobody, or everybody, reached the outcome, or too few began. */
export function caseMixModel(facts: Facts, period: Period, outcome: FairOutcome = 'exit'): CaseMixModel | undefined {
  let models = kept.get(facts)
  if (!models) kept.set(facts, (models = new Map()))
  const key = `${outcome} ${period.from} ${period.to}`
  if (!models.has(key)) {
    if (models.size >= mostKept) models.delete(models.keys().next().value!)
    models.set(key, fitted(facts, period, outcome))
  }
  return models.get(key)
}

function fitted(facts: Facts, period: Period, outcome: FairOutcome): CaseMixModel | undefined {
  const patterns = patternsOf(facts, period, outcome)
  const [n, events] = [sum(patterns.all), sum(patterns.reached)]
  const rarer = Math.min(events, n - events)
  if (rarer < fewestEvents) return undefined
  const { place, y, weight } = linesOf(patterns)
  const columns = dummies(patterns, place)
  const design = makeDesign(columns, place.length)
  const isFew = rarer < fewestEvents * columns.length
  const fit = isFew ? logistic(design, y, { weight, ridge: 1 }) : withRidgeIfNeeded((ridge) => logistic(design, y, { weight, ridge }))
  const expected = new Float64Array(patterns.all.length)
  place.forEach((pattern, at) => (expected[pattern] = fit.probability[at]!))
  return { patterns, expected }
}

/** Codes that determine each other, or an outcome that none of a code reached, leave no single answer: slopes are then drawn a little to nought. */
function withRidgeIfNeeded(fit: (ridge: number) => LogisticFit): LogisticFit {
  try {
    return fit(0)
  } catch (error) {
    if (error instanceof ModelFault) return fit(1)
    throw error
  }
}

/** A line for those of each pattern who reached the outcome, and one for those who did not. */
function linesOf({ all, reached }: Patterns): { place: number[]; y: number[]; weight: number[] } {
  const [place, y, weight]: [number[], number[], number[]] = [[], [], []]
  for (let pattern = 0; pattern < all.length; pattern++) {
    const yes = reached[pattern]!
    for (const [outcome, times] of [
      [1, yes],
      [0, all[pattern]! - yes],
    ] as const) {
      if (times === 0) continue
      place.push(pattern)
      y.push(outcome)
      weight.push(times)
    }
  }
  return { place, y, weight }
}

/** A column of 0 and 1 for each code of each part of the background, but for the most usual one. */
function dummies({ sizes, all }: Patterns, place: readonly number[]): Float64Array[] {
  const columns: Float64Array[] = []
  let stride = all.length
  for (const size of sizes) {
    stride /= size
    const codeOf = (pattern: number): number => Math.floor(pattern / stride) % size
    const totals = new Float64Array(size)
    for (let pattern = 0; pattern < all.length; pattern++) totals[codeOf(pattern)]! += all[pattern]!
    const usual = totals.indexOf(Math.max(...totals))
    totals.forEach((total, code) => {
      if (code !== usual && total >= leastOfCode) columns.push(Float64Array.from(place, (pattern) => (codeOf(pattern) === code ? 1 : 0)))
    })
  }
  return columns
}

/** The mean of what is expected of those in each unit, under conditions; `undefined` where there are none. Must pass disclosure. */
export function expectedMeans(
  facts: Facts,
  { patterns, expected }: CaseMixModel,
  unit: SingleDimension,
  conditions: readonly Condition[],
): (number | undefined)[] {
  const sums = new Float64Array(unit.codes.length)
  const counts = new Float64Array(unit.codes.length)
  const [units, checks] = [columnOf(facts, unit.column), conditions.map((condition) => checkOf(facts, condition))]
  patterns.rows.forEach((row, at) => {
    if (!checks.every((passes) => passes(row))) return
    const own = unit.lookup[units[row]!]!
    sums[own]! += expected[patterns.pattern[at]!]!
    counts[own]!++
  })
  return Array.from(sums, (total, own) => (counts[own]! > 0 ? total / counts[own]! : undefined))
}

function checkOf(facts: Facts, { dimension, codes }: Condition): (row: number) => boolean {
  if (dimension.kind === 'multi') throw new RangeError(`${dimension.name} is no place`)
  const { lookup } = dimension
  const column = columnOf(facts, dimension.column)
  const wanted = new Set(codes.map((code) => dimension.codes.findIndex((one) => one.code === code)))
  return (row) => wanted.has(lookup[column[row]!]!)
}

const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0)
