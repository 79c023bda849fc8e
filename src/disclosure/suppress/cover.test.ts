import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { grid, protect, tablesOf } from '../../../test/countTables.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { Instance } from '../tables/instance.ts'
import { readInstance } from '../tables/readInstance.ts'
import { Cover } from './cover.ts'
import { Evidence } from './evidence.ts'
import { Limits } from './limits.ts'
import { costOf, makeProblem, type Problem } from './problem.ts'
import { modes, type Mode } from './requirement.ts'
import { shake } from './shake.ts'
import { spareCells } from './spare.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const tables = fc
  .array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
  .filter((rows) => rows.flat().some((count) => count > 0))
const anyMode = fc.constantFrom(...(Object.keys(modes) as Mode[]))
const problemOf = (rows: number[][], mode: Mode): Problem =>
  makeProblem(solver, tablesOf(grid(rows)), { policy: modes[mode], cost: 'value' })

/** The requirements that a cover's worlds show, each world held against the sums and the attacker's bounds by `verify`. */
function shown(problem: Problem, cover: Cover): number[] {
  const evidence = new Evidence(problem)
  cover.tell(evidence)
  const met = [...problem.requirements.keys()].filter((at) => evidence.isMet(at))
  const reaches = met.map((at) => evidence.reachOf(at))
  const worlds = reaches.flatMap(({ high, low }) => [high, low].filter((world) => world !== undefined))
  const claim = { rows: problem.sums.rows, suppressed: cover.pattern, scenarios: problem.scenarios }
  const proofs = reaches.map(({ high, low }) => ({ high: high ? worlds.indexOf(high) : -1, low: low ? worlds.indexOf(low) : -1 }))
  expect(verify({ ...claim, requirements: met.map((at) => problem.requirements[at]!) }, { worlds, proofs })).toBe(true)
  return met
}

describe('a cover', () => {
  test('hides what its worlds move and nothing else, and stays proven while it gets cheaper', () =>
    fc.assert(
      fc.property(tables, anyMode, (rows, mode) => {
        const problem = problemOf(rows, mode)
        const cover = new Cover(problem)
        cover.meetAll(new Limits(problem))
        const met = shown(problem, cover)
        const first = cover.cost
        for (const improve of [() => spareCells(problem, cover), () => shake(problem, cover, 10)]) {
          const before = cover.cost
          improve()
          expect(cover.cost).toBeLessThanOrEqual(before + 1e-6)
          expect(cover.cost).toBeCloseTo(costOf(problem, cover.pattern), 6)
          expect(shown(problem, cover)).toEqual(expect.arrayContaining(met))
        }
        expect(cover.cost).toBeLessThanOrEqual(first + 1e-6)
      }),
      { numRuns: 60 },
    ))
  test('takes over the proof of a pattern and is never dearer than it', () =>
    fc.assert(
      fc.asyncProperty(tables, anyMode, async (rows, mode) => {
        const { problem, certificate, cost } = await protect(grid(rows), mode, { tier: 'instant' })
        const cover = new Cover(problem)
        cover.adopt(certificate!)
        expect(cover.cost).toBeLessThanOrEqual(cost + 1e-6)
        shake(problem, cover, 10)
        expect(shown(problem, cover)).toHaveLength(problem.requirements.length)
      }),
      { numRuns: 40 },
    ))
  test('shows without a solver that not all of a group need have the same outcome, wherever the solver finds that they need not', () => {
    let [asked, found] = [0, 0]
    // Few codes in each row, so that many have one alone.
    const sparse = fc.array(fc.constantFrom([9, 0, 0], [7, 0, 0], [0, 6, 0], [8, 3, 0], [5, 6, 7], [12, 0, 4]), {
      minLength: 3,
      maxLength: 5,
    })
    fc.assert(
      fc.property(sparse, fc.constantFrom('la' as const, 'gs' as const), (rows, mode) => {
        const policy = { ...modes[mode], zeros: true }
        const tables = tablesOf({ ...grid(rows), attributes: [1] })
        const problem = makeProblem(solver, tables, { policy, cost: 'value' })
        const groups = [...problem.requirements.keys()].filter((at) => problem.requirements[at]!.cells.length > 1)
        const cover = new Cover(problem)
        cover.meetAll(new Limits(problem))
        const met = shown(problem, cover)
        for (const improve of [() => spareCells(problem, cover), () => shake(problem, cover, 10)]) {
          improve()
          expect(shown(problem, cover)).toEqual(expect.arrayContaining(met))
        }
        const unmet = new Evidence(problem).unmet(new Uint8Array(tables.cells.size).fill(1))
        asked += groups.filter((at) => !unmet.includes(at)).length
        found += groups.filter((at) => met.includes(at)).length
      }),
      { numRuns: 60 },
    )
    expect(asked).toBeGreaterThan(50)
    expect(found).toBe(asked)
  })
  test('meets all that can be met in sparse linked tables, where rings cross several of them, without a solver', () => {
    let [asked, met] = [0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const problem = makeProblem(solver, tablesOf(sparseLinked(seed)), { policy: modes.la, cost: 'value' })
      const cover = new Cover(problem)
      cover.meetAll(new Limits(problem))
      const reachable = [...problem.requirements.keys()]
      const unmet = new Set(new Evidence(problem).unmet(Uint8Array.from(problem.fixed, (one) => (one < 0 ? 0 : 1))))
      const shownOnes = new Set(shown(problem, cover))
      asked += reachable.filter((at) => !unmet.has(at)).length
      met += reachable.filter((at) => !unmet.has(at) && shownOnes.has(at)).length
    }
    expect(asked).toBeGreaterThan(2000)
    expect(met).toBe(asked)
  })
})

/** Three linked tables of few persons each, most in few categories; always the same for the same seed. */
function sparseLinked(seed: number): Instance {
  let state = seed
  const next = (): number => (state = (Math.imul(state, 48271) >>> 0) % 2147483647) / 2147483647
  const sizes = [6, 2, 5, 5]
  const weights = sizes.map((size) => Array.from({ length: size }, () => Math.exp(4.4 * next())))
  const drawn = (among: number[]): number => {
    let left = next() * among.reduce((sum, one) => sum + one, 0)
    return (
      1 +
      Math.max(
        0,
        among.findIndex((one) => (left -= one) < 0),
      )
    )
  }
  const persons = Map.groupBy(
    Array.from({ length: 36 }, () => weights.map(drawn)),
    (codes) => codes.join(' '),
  )
  return readInstance({
    name: 'linked',
    threshold: 5,
    dims: sizes.map((size, at) => ({
      name: `d${at}`,
      codes: ['Tot', ...Array.from({ length: size }, (_, code) => `d${at}-${code}`)],
      parent: [-1, ...new Array<number>(size).fill(0)],
    })),
    tables: [{ dims: [0, 1, 2] }, { dims: [0, 3] }, { dims: [1, 3] }],
    base: [...persons.values()].map((same) => [...same[0]!, same.length]),
  })
}
