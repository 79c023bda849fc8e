import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../bench/syntheticFacts.ts'
import { monthNumber } from '../values/month.ts'
import type { Dimension } from './dimension.ts'
import { dimensionsOf } from './dimension.ts'
import type { Facts } from './facts.ts'
import { enteredIn, exitedIn, having, inPeriod } from './filter.ts'
import type { Filter } from './filter.ts'
import { gather, tabulate, tabulatePersons } from './tabulate.ts'

const facts = syntheticFacts(6000, 7)
const dimensions = dimensionsOf(facts)
const dimension = (name: string) => dimensions.get(name)!
const period = { from: '2015-01', to: '2018-12' }
const filters: Record<string, Filter[]> = {
  none: [],
  inPeriod: inPeriod(period),
  exits: exitedIn(period),
  entries: enteredIn(period),
  womenSick: [having(dimension('sex'), ['woman']), having(dimension('supportBefore'), ['sjukpenning', 'lon'])],
}

/** Codes of a fact in a dimension, read one fact at a time. */
function codesOf(facts: Facts, row: number, { kind, column, codes, ...rest }: Dimension): number[] {
  const value = facts.columns[column.name as 'sex'][row]!
  if (kind === 'single') return [(rest as { lookup: Uint16Array }).lookup[value]!]
  return codes.flatMap((_, at) => (value & (at === codes.length - 1 ? 2 ** 31 : 1 << at) ? [at] : []))
}

function keeps(facts: Facts, row: number, filter: Filter): boolean {
  const value = facts.columns[filter.column.name as 'sex'][row]!
  return filter.kind === 'values' ? filter.keep[value] === 1 : (value & filter.any) !== 0
}

function byHand(chosen: Dimension[], filter: Filter[], weigh: (cell: number, person: number) => number): number[] {
  const counts = new Array<number>(chosen.reduce((product, { codes }) => product * codes.length, 1)).fill(0)
  for (let row = 0; row < facts.size; row++) {
    if (!filter.every((part) => keeps(facts, row, part))) continue
    let cells = [0]
    for (const each of chosen) {
      const codes = codesOf(facts, row, each)
      cells = cells.flatMap((cell) => codes.map((code) => cell * each.codes.length + code))
    }
    for (const cell of cells) counts[cell]! += weigh(cell, facts.columns.personIndex[row]!)
  }
  return counts
}

const names = [
  'sex',
  'ageGroup',
  'region',
  'entryYear',
  'exitYear',
  'education',
  'supportBefore',
  'targetGroups',
  'exitReason',
]
const query = fc.record({
  chosen: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
  filter: fc.constantFrom(...Object.keys(filters)),
})

describe('tabulation', () => {
  test('equals counting one fact at a time', () => {
    fc.assert(
      fc.property(query, ({ chosen, filter }) => {
        const spanned = chosen.map(dimension)
        const { counts } = tabulate(facts, { dimensions: spanned, filter: filters[filter]! })
        expect([...counts]).toEqual(byHand(spanned, filters[filter]!, () => 1))
      }),
      { numRuns: 25 },
    )
  })

  test('counts each person once per cell', () => {
    fc.assert(
      fc.property(query, ({ chosen, filter }) => {
        const spanned = chosen.map(dimension)
        const seen = new Set<string>()
        const once = (cell: number, person: number) => {
          const key = `${cell} ${person}`
          if (seen.has(key)) return 0
          seen.add(key)
          return 1
        }
        const { counts } = tabulatePersons(facts, { dimensions: spanned, filter: filters[filter]! })
        expect([...counts]).toEqual(byHand(spanned, filters[filter]!, once))
      }),
      { numRuns: 25 },
    )
  })

  test('without dimensions is one cell with the number of facts', () => {
    expect([...tabulate(facts, { dimensions: [] }).counts]).toEqual([facts.size])
    expect(tabulatePersons(facts, { dimensions: [] }).total).toBe(new Set(facts.columns.personIndex).size)
  })

  test('gathers the values of each cell in order', () => {
    const { start, values } = gather(
      facts,
      { dimensions: [dimension('sex')], filter: exitedIn(period) },
      facts.columns.daysToExit,
    )
    const from = monthNumber(period.from)
    const to = monthNumber(period.to)
    const women = [...facts.columns.daysToExit].filter((_, row) => {
      const month = facts.columns.exitMonth[row]!
      return facts.columns.sex[row] === 0 && month >= from && month <= to
    })
    expect([...values.subarray(start[0], start[1])]).toEqual(women.sort((a, b) => a - b))
  })

  test('refuses a table too large to hold', () => {
    const all = ['intervention', 'municipality', 'entryYear', 'exitYear'].map(dimension)
    expect(() => tabulate(facts, { dimensions: all })).toThrow(RangeError)
  })
})
