import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { grid, protect, sparseLinked, tablesOf } from '../../../test/countTables.ts'
import { Deadline } from '../attack/deadline.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { Instance } from '../tables/instance.ts'
import { Cover } from './cover.ts'
import { detour } from './detour.ts'
import { Evidence } from './evidence.ts'
import { Limits } from './limits.ts'
import { costOf, makeProblem, secondariesOf, type Problem } from './problem.ts'
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

/** The three dearest cells that are hidden for others' sake. */
const dearest = (problem: Problem, cover: Cover): number[] =>
  secondariesOf(problem, cover.pattern)
    .sort((a, b) => problem.cost[b]! - problem.cost[a]!)
    .slice(0, 3)

describe('a cover', () => {
  test('hides what its worlds move and nothing else, and stays proven while it gets cheaper', () =>
    fc.assert(
      fc.property(tables, anyMode, (rows, mode) => {
        const problem = problemOf(rows, mode)
        const cover = new Cover(problem)
        cover.meetAll(new Limits(problem))
        const met = shown(problem, cover)
        const first = cover.cost
        for (const improve of [
          () => detour(problem, cover, dearest(problem, cover)),
          () => spareCells(problem, cover),
          () => shake(problem, cover, 10),
        ]) {
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
    const [asked, met] = Array.from({ length: 60 }, (_, seed) => metOf(sparseLinked(seed + 1, [6, 2, 5, 5], 36), 'la')).reduce(
      ([asked, met], one) => [asked + one.asked, met + one.met],
      [0, 0],
    )
    expect(asked).toBeGreaterThan(2000)
    expect(met).toBe(asked)
  })
  test.each([
    ['where several cells must be passed on at once', 15, 'la'],
    ['where several steps must be taken, each of which passes on', 2, 'rule'],
  ] as const)('meets all %s', (_, seed, mode) => {
    const { asked, met } = metOf(sparseLinked(seed, [40, 2, 6, 6], 160), mode)
    expect(asked).toBeGreaterThan(150)
    expect(met).toBe(asked)
  })
})

/** How many requirements can be met at all when everything is hidden, and how many of those a cover's worlds show to be met. */
function metOf(instance: Instance, mode: Mode): { asked: number; met: number } {
  const problem = makeProblem(solver, tablesOf(instance), { policy: modes[mode], cost: 'value' })
  const cover = new Cover(problem)
  cover.meetAll(new Limits(problem))
  const unmet = new Set(new Evidence(problem).unmet(Uint8Array.from(problem.fixed, (one) => (one < 0 ? 0 : 1))))
  const asked = [...problem.requirements.keys()].filter((at) => !unmet.has(at))
  const shownOnes = new Set(shown(problem, cover))
  return { asked: asked.length, met: asked.filter((at) => shownOnes.has(at)).length }
}

describe('dear cells of a cover', () => {
  const linked = (seed: number, deadline = new Deadline(() => 0, 60)): Problem =>
    makeProblem(solver, tablesOf(sparseLinked(seed, [60, 2, 6, 6], 900)), { policy: modes.la, cost: 'value', deadline })
  const made = (problem: Problem): Cover => {
    const cover = new Cover(problem)
    cover.meetAll(new Limits(problem))
    return cover
  }
  test('are gone round where that costs less, and else every world stays as it was', () => {
    const ends = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const problem = linked(seed)
      const cover = made(problem)
      const first = { cost: cover.cost, cells: dearest(problem, cover), met: shown(problem, cover) }
      for (let before = Infinity; cover.cost < before - 1e-6;) {
        before = cover.cost
        const pattern = cover.pattern.slice()
        detour(problem, cover, dearest(problem, cover))
        if (cover.cost > before - 1e-6) expect(cover.pattern).toEqual(pattern)
      }
      expect(shown(problem, cover)).toEqual(first.met)
      return { cost: cover.cost / first.cost, shown: first.cells.filter((cell) => cover.pattern[cell] === 0).length }
    })
    expect(Math.min(...ends.map(({ cost }) => cost))).toBeLessThan(0.9)
    expect(Math.max(...ends.map(({ cost }) => cost))).toBeLessThanOrEqual(1)
    expect(Math.max(...ends.map((end) => end.shown))).toBe(3)
  })
  test('stay where there is no other way', () => {
    const problem = makeProblem(
      solver,
      tablesOf(
        grid([
          [1, 9],
          [9, 30],
        ]),
      ),
      { policy: modes.la, cost: 'value' },
    )
    // Only the four counts themselves may be hidden, and each of them is needed.
    problem.cells.count.forEach((count, cell) => (problem.fixed[cell] = [1, 9, 30].includes(count) ? problem.fixed[cell]! : -1))
    const cover = made(problem)
    const met = shown(problem, cover)
    detour(problem, cover, dearest(problem, cover))
    expect(met).toHaveLength(problem.requirements.length)
    expect(shown(problem, cover)).toEqual(met)
  })
  test('are left, and the cover whole, whenever the time is over', () => {
    const whole = linked(10)
    const met = shown(whole, made(whole))
    for (let end = 1; end < 400; end += 7) {
      let asked = 0
      let isOver = false
      const problem = linked(10, new Deadline(() => (isOver && ++asked > end ? 1e9 : 0), 60))
      const cover = made(problem)
      const before = cover.cost
      isOver = true
      problem.deadline.within(30, () => detour(problem, cover, dearest(problem, cover)))
      expect(cover.cost).toBeLessThanOrEqual(before + 1e-6)
      expect(shown(problem, cover)).toEqual(met)
    }
  })
})
