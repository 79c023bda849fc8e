import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCells } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { radixOf } from './radix.ts'

const width = 6
const tree = (name: string) => ({ name, codes: ['Tot', 'A', 'B', 'a1', 'a2', 'b1', 'b2'], parent: [-1, 0, 0, 1, 1, 2, 2] })

function cellsOf(tables: { dims: number[]; levels: Record<string, number> }[]) {
  return makeCells(
    readInstance({ name: 'some', threshold: 5, dims: Array.from({ length: width }, (_, at) => tree(`d${at}`)), tables, base: [] }),
  )
}

/** Whether the nodes of a tuple have a bit in common. */
function haveCommon(cells: ReturnType<typeof cellsOf>, nodes: ArrayLike<number>): boolean {
  return radixOf(cells).tables.reduce((common, bits, dim) => common & bits[nodes[dim]!]!, -1) !== 0
}

const table = fc.uniqueArray(fc.nat(width - 1), { minLength: 1, maxLength: 3 }).chain((dims) =>
  fc.tuple(...dims.map(() => fc.integer({ min: 1, max: 2 }))).map((depths) => ({
    dims,
    levels: Object.fromEntries(dims.map((dim, at) => [String(dim), depths[at]!])),
  })),
)

test('the nodes of every cell have a table in common, also where more kinds of tables than bits are drawn', () =>
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 60 }), (tables) => {
      const cells = cellsOf(tables)
      for (let cell = 0; cell < cells.size; cell++)
        expect(haveCommon(cells, cells.nodes.subarray(cell * width, (cell + 1) * width))).toBe(true)
    }),
    { numRuns: 20 },
  ))

test('nodes of which no table shows all, or all as deep, have none', () => {
  const cells = cellsOf([
    { dims: [0, 1], levels: { '0': 1 } },
    { dims: [1, 2], levels: {} },
  ])
  expect(haveCommon(cells, [1, 3, 0, 0, 0, 0])).toBe(true)
  expect(haveCommon(cells, [1, 0, 1, 0, 0, 0])).toBe(false)
  expect(haveCommon(cells, [3, 1, 0, 0, 0, 0])).toBe(false)
})
