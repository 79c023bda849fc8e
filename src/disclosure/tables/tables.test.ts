import { describe, expect, test } from 'vitest'
import { grid, tablesOf } from '../../../test/countTables.ts'
import { findByCodes, makeCells, status } from './cells.ts'
import { complete } from './completion.ts'
import { fromRecords } from './fromRecords.ts'
import { InstanceFault, type Instance } from './instance.ts'
import { readInstance } from './readInstance.ts'

const dim = { name: 'a', codes: ['Tot', 'x', 'y'], parent: [-1, 0, 0] }
const good = {
  name: 'g',
  threshold: 5,
  dims: [dim],
  tables: [{ dims: [0] }],
  base: [
    [1, 3],
    [2, 4],
  ],
}
function faultOf(work: () => unknown): [string, Record<string, string | number>] {
  try {
    work()
  } catch (error) {
    if (error instanceof InstanceFault) return [error.key, error.args]
    throw error
  }
  return ['none', {}]
}

describe('what is wrong is refused, with the place', () => {
  test.each([
    ['a cycle', { dims: [{ ...dim, parent: [-1, 2, 1] }] }, 'cycle', { dim: 'a', code: 'x' }],
    ['no total at all', { dims: [{ ...dim, parent: [1, 2, 0] }] }, 'cycle', { dim: 'a', code: 'Tot' }],
    ['a code twice', { dims: [{ ...dim, codes: ['Tot', 'x', 'x'] }] }, 'doubleCode', { dim: 'a', code: 'x' }],
    ['a parent outside the list', { dims: [{ ...dim, parent: [-1, 0, 7] }] }, 'badParent', { dim: 'a', code: 'y' }],
    ['a negative count', { base: [[1, -3]] }, 'negative', { at: 0, codes: 'x', count: -3 }],
    ['half a person', { base: [[2, 1.5]] }, 'fraction', { at: 0, codes: 'y', count: 1.5 }],
    [
      'a row twice',
      {
        base: [
          [1, 3],
          [1, 4],
        ],
      },
      'doubleRow',
      { at: 1, codes: 'x' },
    ],
    ['a count on a total', { base: [[0, 3]] }, 'notLeaf', { at: 0, codes: 'Tot', dim: 'a', code: 'Tot' }],
    ['a table of no dimension', { tables: [{ dims: [3] }] }, 'badTableDim', { at: 0, dim: 3 }],
    ['a threshold of one', { threshold: 1 }, 'badThreshold', { given: '1' }],
    ['no threshold', { threshold: undefined }, 'noThreshold', {}],
    ['no base', { base: undefined }, 'noField', { field: 'base' }],
    ['two dimensions of one name', { dims: [dim, dim] }, 'doubleDimension', { dim: 'a' }],
    ['levels that are no object', { tables: [{ dims: [0], levels: [1] }] }, 'badLevels', { at: 0 }],
    ['a level that is nothing', { tables: [{ dims: [0], levels: { 0: null } }] }, 'badLevel', { at: 0, dim: '0' }],
    ['a level by name', { tables: [{ dims: [0], levels: { a: 1 } }] }, 'badLevel', { at: 0, dim: 'a' }],
    ['hidden nodes that are no object', { hiddenNodes: ['x'] }, 'badHiddenNodes', {}],
  ])('%s', (_, change, key, args) => expect(faultOf(() => readInstance({ ...good, ...change }))).toEqual([key, args]))
  test('what is right is not', () => expect(faultOf(() => readInstance(good))).toEqual(['none', {}]))
  test('nor are two rows whose codes look alike when they are put together', () => {
    const dims = [
      { name: 'a', codes: ['Tot', 'x', 'x|y'], parent: [-1, 0, 0] },
      { name: 'b', codes: ['Tot', 'z', 'y|z'], parent: [-1, 0, 0] },
    ]
    const base = [
      [1, 2, 3],
      [2, 1, 4],
    ]
    expect(faultOf(() => readInstance({ ...good, dims, tables: [{ dims: [0, 1] }], base }))).toEqual(['none', {}])
  })
})

describe('cells', () => {
  const { cells, sums } = tablesOf(
    grid([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  )
  test('are the full cross with totals', () => expect(cells.size).toBe(12))
  test('hold sums of the leaves', () => expect(cells.count[findByCodes(cells, ['Tot', 'k2'])!]).toBe(7))
  test('have a sum for each total of each row and column', () => expect(sums.rows.start.length - 1).toBe(7))
  test('every sum holds', () => {
    const { start, index, sign } = sums.rows
    for (let row = 0; row + 1 < start.length; row++) {
      let sum = 0
      for (let at = start[row]!; at < start[row + 1]!; at++) sum += sign[at]! * cells.count[index[at]!]!
      expect(sum).toBe(0)
    }
  })
  test('are one where two tables show the same', () => {
    const linked = readInstance({ ...good, dims: [dim, { ...dim, name: 'b' }], tables: [{ dims: [0] }, { dims: [1] }], base: [[1, 1, 2]] })
    expect(makeCells(linked).size).toBe(5)
  })
  test('of a forest have a total that is never shown', () => {
    const forest = makeCells(
      readInstance({
        ...good,
        dims: [{ name: 'a', codes: ['x', 'y'], parent: [-1, -1] }],
        base: [
          [0, 3],
          [1, 4],
        ],
      }),
    )
    expect(Array.from(forest.status)).toEqual([status.publishable, status.publishable, status.hidden])
    expect(Array.from(forest.count)).toEqual([3, 4, 7])
  })
  test('stop at the level of the table', () => {
    const deep = { name: 'a', codes: ['Tot', 'x', 'x1'], parent: [-1, 0, 1] }
    expect(makeCells(readInstance({ ...good, dims: [deep], tables: [{ dims: [0], levels: { 0: 1 } }], base: [[2, 9]] })).size).toBe(2)
  })
})

describe('CSV', () => {
  const rows = [
    ['plats', 'kön', 'antal'],
    ['A', 'K', '3'],
    ['B', 'M', '4'],
  ]
  const records = { name: 'r', threshold: 5, rows, hierarchy: [], tables: [] }
  test('without hierarchy is flat below a total', () =>
    expect(fromRecords(records).dims.map(({ codes }) => codes)).toEqual([
      ['Tot', 'A', 'B'],
      ['Tot', 'K', 'M'],
    ]))
  test('follows its hierarchy', () => {
    const hierarchy = [
      ['plats', 'Riket', ''],
      ['plats', 'R', 'Riket'],
      ['plats', 'A', 'R'],
      ['plats', 'B', 'Riket'],
    ]
    expect(Array.from(fromRecords({ ...records, hierarchy }).dims[0]!.depth)).toEqual([0, 1, 2, 1])
  })
  test.each([
    [
      'a code outside the hierarchy',
      {
        hierarchy: [
          ['plats', 'Tot', ''],
          ['plats', 'A', 'Tot'],
        ],
      },
      'unknownRecordCode',
      { row: 3, dim: 'plats', code: 'B' },
    ],
    ['a code above that is not there', { hierarchy: [['plats', 'A', 'Z']] }, 'unknownAbove', { row: 1, dim: 'plats', code: 'Z' }],
    [
      'a dimension of the hierarchy that the table does not have',
      {
        hierarchy: [
          ['dimension', 'kod', 'ovanför'],
          ['Plats', 'Tot', ''],
        ],
      },
      'unknownHierarchyDimension',
      { row: 2, dim: 'Plats' },
    ],
    ['words for a count', { rows: [rows[0]!, ['A', 'K', 'tre']] }, 'notNumber', { row: 2, given: 'tre' }],
    ['a short row', { rows: [rows[0]!, ['A', '3']] }, 'badRecord', { row: 2, cells: 2, wanted: 3 }],
    ['a negative count', { rows: [...rows, ['B', 'M', '-2']] }, 'negativeRecord', { row: rows.length + 1, codes: 'B|M', count: -2 }],
    ['half a person', { rows: [rows[0]!, ['', '', ''], ['A', 'K', '0,5']] }, 'fractionRecord', { row: 3, codes: 'A|K', count: 0.5 }],
    ['a row twice', { rows: [...rows, rows[1]!] }, 'doubleRowRecord', { row: rows.length + 1, codes: rows[1]!.slice(0, 2).join('|') }],
    ['far too many', { rows: [rows[0]!, ['A', 'K', '9'.repeat(400)]] }, 'tooLargeRecord', { row: 2, codes: 'A|K', count: Infinity }],
    ['a count of a total', { rows: [...rows, ['Tot', 'K', '3']] }, 'notLeafRecord', { row: 4, codes: 'Tot|K', dim: 'plats', code: 'Tot' }],
  ])('refuses %s', (_, change, key, args) => expect(faultOf(() => fromRecords({ ...records, ...change }))).toEqual([key, args]))
})

describe('completion', () => {
  const two = (name: string) => ({ ...dim, name })
  const over = (tables: { dims: number[]; levels?: Record<string, number> }[]): Instance =>
    readInstance({ ...good, dims: [two('a'), two('b'), two('c')], tables, base: [[1, 1, 1, 2]] })
  test('adds the joint table, hidden, where tables share dimensions only two by two', () =>
    expect(complete(over([{ dims: [0, 1] }, { dims: [1, 2] }, { dims: [0, 2] }])).tables.slice(3)).toEqual([
      { dims: [0, 1, 2], maxDepth: new Map(), hidden: true },
    ]))
  test('adds nothing where they hang together as a chain', () => {
    const chain = over([{ dims: [0, 1] }, { dims: [1, 2] }])
    expect(complete(chain)).toEqual(chain)
  })
  test('its cells are never published', () => {
    const cells = makeCells(complete(over([{ dims: [0, 1] }, { dims: [1, 2] }, { dims: [0, 2] }])))
    expect(cells.status.filter((one) => one === status.hidden)).toHaveLength(8)
  })
})
