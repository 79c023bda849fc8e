import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { possibleTables, protect } from '../../../test/countTables.ts'
import { codesOf } from '../tables/cells.ts'
import { makeDimension, makeFreeDimension } from '../tables/dimension.ts'
import type { Instance } from '../tables/instance.ts'
import { modes } from './requirement.ts'

/** Two years: P took part, E left, O stayed over, S began. Who stays over from the first year takes part in the second. */
const flows = makeFreeDimension('time', ['P1', 'E1', 'O1', 'S2', 'P2', 'E2', 'O2'], undefined, [
  ['P1', ['E1', 'O1']],
  ['P2', ['O1', 'S2']],
  ['P2', ['E2', 'O2']],
])
const sexes = makeDimension('sex', ['all', 'woman', 'man'], [-1, 0, 0])

/** How many of each sex left in the first year, stayed through both, left in the second year, and began in the second and left in it or stayed. */
const lives = fc.tuple(...Array.from({ length: 10 }, () => fc.integer({ min: 0, max: 6 })))

function twoYears(counts: readonly number[]): Instance {
  const node = (code: string): number => flows.codes.indexOf(code)
  const base = [0, 1].flatMap((sex) => {
    const [left1, stayed, left2, brief, fresh] = counts.slice(5 * sex, 5 * sex + 5) as [number, number, number, number, number]
    const amounts = {
      ...{ P1: left1 + stayed + left2, E1: left1, O1: stayed + left2, S2: brief + fresh },
      ...{ P2: stayed + left2 + brief + fresh, E2: left2 + brief, O2: stayed + fresh },
    }
    return Object.entries(amounts).map(([code, amount]) => Int32Array.of(node(code), sex + 1, amount))
  })
  const shown = ['P1', 'E1', 'O1', 'S2', 'P2', 'E2', 'O2'].map(node)
  return {
    ...{
      name: 'flows',
      threshold: 4,
      dims: [flows, sexes],
      base: [],
      forcedPublished: [],
      keptHidden: [],
      structuralZero: [],
      withheld: [],
      attributes: [],
    },
    tables: [{ dims: [0, 1], maxDepth: new Map(), nodes: new Map([[0, shown]]), hidden: false, base }],
    hiddenNodes: new Map([[0, ['O1', 'S2', 'O2'].map(node)]]),
  }
}

describe('years with those who stay over from one to the next', () => {
  test('never give a small count away, not of those either who only began in the second year', () =>
    fc.assert(
      fc.asyncProperty(lives, async (counts) => {
        const { cells, pattern, problem, certificate, limits } = await protect(twoYears(counts), 'la', {
          policy: { ...modes.la, zeros: true },
        })
        expect(certificate).toBeDefined()
        const { down, up } = problem.scenarios[0]!
        const tables = possibleTables(
          { cells, sums: problem.sums },
          pattern,
          cells.count.map((count, cell) => count - down[cell]!),
          cells.count.map((count, cell) => count + up[cell]!),
        )
        const limited = limits.map(({ requirement }) => problem.requirements[requirement]!.cells[0]!)
        const exact = problem.primaries.filter((cell) => !limited.includes(cell) && new Set(tables.map((table) => table[cell])).size < 2)
        expect(exact.map((cell) => codesOf(cells, cell))).toEqual([])
      }),
      { numRuns: 200 },
    ))
  test('what began follows from what took part, left and took part again', async () => {
    // Woman: ten stay over, two begin. All else is large.
    const { cells, pattern } = await protect(twoYears([10, 10, 10, 2, 0, 10, 10, 10, 10, 10]), 'la', {
      policy: { ...modes.la, zeros: true },
    })
    const hidden = (code: string): boolean => pattern[cells.find([flows.codes.indexOf(code), 1])!] === 1
    expect(['P1', 'E1', 'P2'].some(hidden)).toBe(true)
  })
})

describe('codes of which one may have several', () => {
  // Each is its own yes and no: all = wage + no wage, all = study + no study.
  const support = makeFreeDimension('support', ['all', 'wage', 'noWage', 'study', 'noStudy'], 'all', [
    ['all', ['wage', 'noWage']],
    ['all', ['study', 'noStudy']],
  ])
  const instance: Instance = {
    ...{
      name: 'several',
      threshold: 5,
      dims: [support, sexes],
      base: [],
      forcedPublished: [],
      keptHidden: [],
      structuralZero: [],
      withheld: [],
      attributes: [0],
    },
    tables: [
      {
        ...{ dims: [0, 1], maxDepth: new Map(), hidden: false },
        base: [
          [0, 1, 20],
          [1, 1, 18],
          [2, 1, 2],
          [3, 1, 9],
          [4, 1, 11],
          [0, 2, 30],
          [1, 2, 12],
          [2, 2, 18],
          [3, 2, 30],
          [4, 2, 0],
        ].map((row) => Int32Array.from(row)),
      },
    ],
    hiddenNodes: new Map([[0, [2, 4]]]),
  }
  test('few who lack one are not told by how many have it; nor that all have one', async () => {
    const { cells, pattern } = await protect(instance, 'la', { policy: { ...modes.la, zeros: true } })
    const hidden = (code: string, sex: number): boolean => pattern[cells.find([support.codes.indexOf(code), sex])!] === 1
    expect(hidden('wage', 1) || hidden('all', 1)).toBe(true)
    expect(hidden('study', 2) || hidden('all', 2)).toBe(true)
  })
  test('a count is that of the first table that has the cell', async () => {
    const [table] = instance.tables
    const again = { ...table!, base: table!.base!.map((row) => row.with(2, 1)) }
    const { cells } = await protect({ ...instance, tables: [table!, again] }, 'la')
    expect(cells.count[cells.find([0, 0])!]).toBe(50)
  })
})
