// On the embedded database alone: no database is asked.
import { describe, expect, test } from 'vitest'
import { denseFacts } from '../../../../test/denseFacts.ts'
import { feasibleIntervals } from '../../../disclosure/attack/intervals.ts'
import { makeScenario } from '../../../disclosure/attack/scenario.ts'
import { loadSolver } from '../../../disclosure/attack/solver.ts'
import { primariesOf } from '../../../disclosure/suppress/requirement.ts'
import { codesOf, makeCells, status } from '../../../disclosure/tables/cells.ts'
import { readInstance } from '../../../disclosure/tables/readInstance.ts'
import { makeSums } from '../../../disclosure/tables/rows.ts'
import { addressText } from '../../cellAddress.ts'
import type { Facts } from '../../facts.ts'
import { defaultPublicationPolicy } from '../domain.ts'
import type { Definition, PublishedTable } from '../domain.ts'
import { outcomeOf } from '../protection/runOutcome.ts'
import { protectUnion } from '../protection/protectUnion.ts'
import { countsByLeaf, planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { overlap, summed } from './source.ts'
import type { Source } from './source.ts'
import { codesOfBreakdown } from './tableCounts.ts'
import { unionOf } from './unionTables.ts'

const table = (place: PublishedTable['place'], ...by: PublishedTable['by']): PublishedTable => ({
  ...{ population: 'exits', place, region: false, by },
})
/** Sex by place, age by place, sex by age: each two share a breakdown. */
const triangle: Definition = {
  ...{ title: { sv: 'Prov', en: '' }, year: 2023, month: 12, policy: { ...defaultPublicationPolicy, groups: false } },
  tables: [table('association', 'sex'), table('association', 'ageGroup'), table('nation', 'sex', 'ageGroup')],
}
const period = { from: '2023-01', to: '2023-12' }

interface Out {
  /** What came out, by address. */
  cells: ReadonlyMap<string, number | null>
  /** What was hidden together, so that nobody learned which are small. */
  withheld: ReadonlySet<string>
}

/** Nothing when it could not be protected. */
async function published(facts: Facts, definition = triangle): Promise<Out | undefined> {
  const plan = planOf(facts, definition, { earlier: [], ledger: new Map() })
  const answer = await protectUnion({ instance: plan.instance, policy: definition.policy, tier: 'exact', seconds: 20 }, () => undefined)
  if (answer.unprotectable.length > 0) return undefined
  const about = { definition, demo: true, dataDate: null, software: 'test', seconds: 0 }
  const { cells, secret } = outcomeOf(facts, plan, answer, about)
  return { cells: new Map(cells), withheld: new Set(secret.withheld) }
}

/** Small counts of the three tables that follow exactly for somebody who knows that they are of one table by place, sex and age. */
async function recoverable(facts: Facts, { cells: out, withheld }: Out): Promise<string[]> {
  const names = ['association', 'sex', 'ageGroup'] as const
  const leaves = [...countsByLeaf(facts, { population: 'exits', year: 2023, month: 12 }, table('association', 'sex', 'ageGroup'))]
  const dims = names.map((name, at) => {
    const seen = leaves.map(([key]) => key.split('\u0000')[at]!)
    const known = name === 'association' ? [] : codesOfBreakdown(name).map(({ code }) => code)
    const codes = ['all', ...new Set([...known, ...seen])]
    return { name, codes, parent: codes.map((_, node) => (node === 0 ? -1 : 0)) }
  })
  const base = leaves.map(([key, count]) => [...key.split('\u0000').map((code, at) => dims[at]!.codes.indexOf(code)), count])
  const joint = makeCells(readInstance({ name: 'joint', threshold: 5, dims, base, tables: [{ dims: [0, 1, 2] }] }))
  const addressOf = (cell: number): string => {
    const codes = Object.fromEntries(codesOf(joint, cell).flatMap((code, at) => (code === 'all' ? [] : [[names[at]!, code] as const])))
    return addressText({ population: 'exits', period, codes })
  }
  const suppressed = Uint8Array.from({ length: joint.size }, (_, cell) => Number(typeof out.get(addressOf(cell)) !== 'number'))
  const isAsked = (cell: number): boolean => out.has(addressOf(cell)) && !withheld.has(addressOf(cell))
  // Nothing is known beforehand of what is in none of the tables, nor of the parts of small groups.
  joint.status.forEach((_, cell) => (isAsked(cell) ? undefined : (joint.status[cell] = status.hidden)))
  const model = { cells: joint, sums: makeSums(joint), suppressed, scenario: makeScenario(joint, 'la') }
  return feasibleIntervals(await loadSolver(), model, primariesOf(joint).filter(isAsked))
    .filter(({ low, high }) => Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6))
    .map(({ cell }) => `${addressOf(cell)} = ${joint.count[cell]!}`)
}

describe('tables that share breakdowns two by two', () => {
  test('are protected against somebody who knows that they are of one table', async () => {
    let asked = 0
    // 341 and 364: what came out of them by the three tables alone gave a small count away.
    for (const seed of [341, 364, ...Array.from({ length: 30 }, (_, at) => at + 1)]) {
      const facts = denseFacts(40 + (seed % 12) * 15, seed)
      const out = await published(facts)
      if (!out) continue
      asked++
      expect(await recoverable(facts, out), `seed ${seed}`).toEqual([])
    }
    expect(asked).toBeGreaterThan(20)
  })
  test('are joined by a table that nobody publishes, once for each period', () => {
    const facts = denseFacts(300, 1)
    const plan = (...tables: PublishedTable[]) => planOf(facts, { ...triangle, tables }, { earlier: [], ledger: new Map() })
    const [sex, age, both] = triangle.tables as [PublishedTable, PublishedTable, PublishedTable]
    const hidden = (...tables: PublishedTable[]): number => plan(...tables).instance.tables.filter((one) => one.hidden).length
    expect(hidden(sex, age, both)).toBe(1)
    // These are sums of one table already.
    expect(hidden(sex, age)).toBe(0)
    expect(hidden(sex, age, both, table('association', 'sex', 'ageGroup'))).toBe(0)
    const [entries, ...rest] = triangle.tables.map((one) => ({ ...one, population: 'entries' as const }))
    expect(hidden(sex, age, both, entries!, ...rest)).toBe(2)
    // What nobody publishes has no address and is not to come out.
    const { cells, fresh, addresses } = plan(sex, age, both)
    expect(fresh.every((cell) => addresses.of(cell)[0]!.split('=').length < 4)).toBe(true)
    expect(cells.size).toBeGreaterThan(fresh.length)
  })

  describe('of a period that came out before records of it were registered', () => {
    const [sex, age, both] = triangle.tables as [PublishedTable, PublishedTable, PublishedTable]
    const [before, today] = [denseFacts(300, 1), denseFacts(340, 2)]
    const spring = planOf(before, { ...triangle, month: 4 }, { earlier: [], ledger: new Map() })
    const out = (plan: Plan, withJoints: boolean) => ({
      earlier: [{ id: '1', title: 'Prov', sources: plan.sources.map((one) => ({ ...one, release: '1' })), joints: withJoints ? plan.joints : [], withheld: new Set<string>() }], // prettier-ignore
      ledger: new Map<string, number | null>(),
    })
    const ofSpring = ({ union }: { union: readonly Source[] }): Source[] => union.filter(({ node }) => node.month === 4)
    const joints = (earlier: Plan, withJoints: boolean, tables = triangle.tables): Source[] => {
      const { earlier: releases } = out(earlier, withJoints)
      const sources = [
        ...releases.flatMap((one) => one.sources),
        ...planOf(today, { ...triangle, tables }, { earlier: [], ledger: new Map() }).sources,
      ]
      const kept = releases.flatMap((one) => one.joints)
      return ofSpring({ union: unionOf(sources, { countToday: (node, shown) => countsByLeaf(today, node, shown), kept }).joints })
    }
    test('the joint table is the one that was kept', () => {
      expect(spring.joints).toHaveLength(1)
      expect(joints(spring, true).map(({ counts }) => counts)).toEqual(spring.joints.map(({ counts }) => counts))
      // Three tables that share breakdowns two by two cannot be joined one after the other: where none was kept there is none.
      expect(joints(spring, false)).toEqual([])
    })
    test.each([
      ['two tables', [sex, age]],
      ['one of two breakdowns', [both]],
      ['one by place', [sex]],
    ])('where it was not needed then, it is made of what came out: %s', (_, tables) => {
      const earlier = planOf(before, { ...triangle, month: 4, tables }, { earlier: [], ledger: new Map() })
      expect(earlier.joints).toEqual([])
      const [joint, ...more] = joints(earlier, true)
      expect(more).toEqual([])
      expect(joint!.counts.every(({ count }) => Number.isInteger(count) && count > 0)).toBe(true)
      for (const one of earlier.sources) {
        const shown = overlap(one.table, joint!.table)
        expect(summed(joint!, shown, () => false)).toEqual(summed(one, shown, () => false))
      }
    })
    test('a longer period is protected beside it', async () => {
      const first = await published(before, { ...triangle, month: 4 })
      const plan = planOf(today, triangle, { ...out(spring, true), ledger: first!.cells })
      const answer = await protectUnion({ instance: plan.instance, policy: triangle.policy, tier: 'exact', seconds: 20 }, () => undefined)
      expect(answer.certificate).toBeDefined()
      expect(plan.instance.tables.filter((one) => one.hidden).length).toBeGreaterThan(2)
    })
  })
})
