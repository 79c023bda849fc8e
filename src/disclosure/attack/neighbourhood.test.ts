import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { grid, tablesOf } from '../../../test/countTables.ts'
import { primariesOf } from '../suppress/requirement.ts'
import { AttackModel } from './attackModel.ts'
import { Heap } from './heap.ts'
import { Neighbourhood } from './neighbourhood.ts'
import { makeScenario } from './scenario.ts'
import { loadSolver, type Solver } from './solver.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const tables = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 })

describe('a neighbourhood', () => {
  test('of all suppressed cells reaches as far as the whole, a smaller one never farther, and what it holds possible keeps every sum', () =>
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.boolean()), (counts, hide) => {
        const { cells, sums } = tablesOf(grid(counts))
        const suppressed = Uint8Array.from(cells.count, (count) => (count < 5 || hide.next().value ? 1 : 0))
        const scenario = makeScenario(cells, 'la')
        const whole = new AttackModel({ solver, sums }, suppressed, scenario)
        const near = new Neighbourhood({ solver, sums }, scenario)
        // One after the other from the same object: nothing of the last centre may be left.
        for (const size of [4, 9, cells.size]) {
          for (const cell of primariesOf(cells)) {
            near.centre(suppressed, [cell], size)
            const wholly = whole.componentOf[cell]! < 0 ? 0 : upBy(whole, cell)
            const nearly = near.componentOf[cell]! < 0 ? 0 : upBy(near, cell)
            expect(nearly).toBeLessThanOrEqual(wholly + 1e-6)
            if (size === cells.size) expect(nearly).toBeCloseTo(wholly, 6)
            expect(isPossible(near)).toBe(true)
          }
        }
        whole.dispose()

        function isPossible({ components, polytope }: Neighbourhood): boolean {
          const [component] = components
          const { z } = polytope.call(near)
          const shift = new Float64Array(cells.size)
          component!.cells.forEach((cell, column) => (shift[cell] = z[column]!))
          if (shift.some((by, cell) => by < -scenario.down[cell]! - 1e-6 || by > scenario.up[cell]! + 1e-6)) return false
          const { start, index, sign } = sums.rows
          return [...start.keys()].slice(1).every((row) => {
            let sum = 0
            for (let at = start[row - 1]!; at < start[row]!; at++) sum += sign[at]! * shift[index[at]!]!
            return Math.abs(sum) < 1e-6
          })
        }
      }),
      { numRuns: 30 },
    ))

  function upBy(model: AttackModel | Neighbourhood, cell: number): number {
    const component = model.componentOf[cell]!
    model.polytope(component).reset()
    return model.maximise(component, { index: [model.columnOf[cell]!], value: [1] }, 1, 3)
  }
})

test('a heap gives what was put in, the least first', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (keys) => {
      const heap = new Heap()
      keys.forEach((key, at) => heap.push(key, at))
      const out = keys.map(() => heap.pop()!)
      expect(out.map(([key]) => key)).toEqual([...keys].sort((a, b) => a - b))
      expect(out.every(([key, at]) => keys[at] === key)).toBe(true)
      expect(heap.pop()).toBeUndefined()
    }),
  ))
