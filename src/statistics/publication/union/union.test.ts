import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { denseFacts } from '../../../../test/denseFacts.ts'
import { feasibleIntervals } from '../../../disclosure/attack/intervals.ts'
import { makeScenario } from '../../../disclosure/attack/scenario.ts'
import { loadSolver } from '../../../disclosure/attack/solver.ts'
import { primariesOf } from '../../../disclosure/suppress/requirement.ts'
import { codesOf, isHidden, makeCells, status } from '../../../disclosure/tables/cells.ts'
import { makeSums } from '../../../disclosure/tables/rows.ts'
import type { Facts } from '../../facts.ts'
import { addressesOf } from './address.ts'
import { defaultPublicationPolicy } from '../domain.ts'
import type { Definition, PublishedTable } from '../domain.ts'
import { outcomeOf } from '../protection/runOutcome.ts'
import { countsByLeaf, planOf } from './plan.ts'
import type { EarlierRelease } from './plan.ts'
import { protectUnion } from '../protection/protectUnion.ts'
import { unionInstance } from './unionInstance.ts'
import { unionOf } from './unionTables.ts'

/** What is out. */
interface Published {
  earlier: EarlierRelease[]
  ledger: Map<string, number | null>
}

const table = (population: PublishedTable['population'], ...by: PublishedTable['by']): PublishedTable => ({
  ...{ population, place: 'association', region: false, by },
})
/** By age, with some ages as one. */
const byAge = (population: PublishedTable['population'], ...merges: string[][]): PublishedTable => ({
  ...table(population, 'ageGroup'),
  merged: merges.map((codes) => ({ axis: 'ageGroup', codes })),
})
/** With two of the three associations as one. */
const asOne = (of: PublishedTable): PublishedTable => ({ ...of, merged: [{ axis: 'place', codes: ['association-1', 'association-2'] }] })
const set = (year: number, month: number, ...tables: PublishedTable[]): Definition => ({
  ...{ title: { sv: `Till ${year}-${month}`, en: '' }, year, month, tables, policy: defaultPublicationPolicy },
})

/** Protects and publishes as the server does, without one; what cannot be protected is not published. Whether it was. */
async function publish(facts: Facts, definition: Definition, { earlier, ledger }: Published): Promise<boolean> {
  const plan = planOf(facts, definition, { earlier, ledger })
  const answer = await protectUnion({ instance: plan.instance, policy: definition.policy, tier: 'instant', seconds: 60 }, () => undefined)
  if (answer.unprotectable.length > 0) return false
  const { cells, secret } = outcomeOf(facts, plan, answer, { definition, demo: true, dataDate: null, software: 'test', seconds: 0 })
  for (const [address, value] of cells) ledger.set(address, value)
  const id = String(earlier.length)
  const sources = plan.sources.map((source) => ({ ...source, release: id }))
  earlier.push({ id, title: definition.title.sv, sources, withheld: new Set(secret.withheld) })
  return true
}

/** Small counts, also of differences that nobody published, that follow exactly from all that is out together. */
async function recoverable(facts: Facts, { earlier, ledger }: Published): Promise<string[]> {
  const union = unionOf(
    earlier.flatMap(({ sources }) => sources),
    { countToday: (node, shown) => countsByLeaf(facts, node, shown), kept: [] },
  )
  const draft = unionInstance(facts, union, 5, false)
  const cells = makeCells(draft)
  const addresses = addressesOf(cells)
  for (let cell = 0; cell < cells.size; cell++) {
    const [address] = addresses.of(cell)
    if (address === undefined || !ledger.has(address)) cells.status[cell] = status.hidden
    else if (ledger.get(address) !== null) cells.status[cell] = status.forcedPublished
    else cells.status[cell] = earlier.some(({ withheld }) => withheld.has(address)) ? status.hidden : status.keptHidden
  }
  const suppressed = Uint8Array.from(cells.status, (state) => Number(isHidden(state)))
  const solver = await loadSolver()
  const asked = primariesOf(cells)
  const scenario = makeScenario(cells, 'la')
  return feasibleIntervals(solver, { cells, sums: makeSums(cells), suppressed, scenario }, asked)
    .filter(({ low, high }) => Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6))
    .map(({ cell }) => `${codesOf(cells, cell).join(' ')} = ${cells.count[cell]!}`)
}

const nothing = (): Published => ({ earlier: [], ledger: new Map() })

describe('releases one after another', () => {
  const chains: Record<string, Definition[]> = {
    'tertials that grow': [set(2023, 4, table('exits', 'sex')), set(2023, 8, table('exits', 'sex')), set(2023, 12, table('exits', 'sex'))],
    'other breakdowns of a longer period': [
      set(2023, 4, table('exits', 'sex', 'ageGroup')),
      set(2023, 12, table('exits', 'sex', 'afterExit')),
    ],
    'two years with those who stay on': [
      set(2023, 12, table('inPeriod', 'sex'), table('exits', 'sex')),
      set(2024, 12, table('inPeriod', 'sex'), table('exits', 'sex')),
    ],
    'three years, the middle one last': [
      set(2022, 12, table('inPeriod', 'sex')),
      set(2024, 12, table('inPeriod'), table('exits', 'sex')),
      set(2023, 12, table('inPeriod', 'sex'), table('entries')),
    ],
    'ages as one in what comes out later': [
      set(2023, 4, table('exits', 'ageGroup')),
      set(2023, 8, byAge('exits', ['16-24', '25-29'], ['50-59', '60+'])),
      set(2023, 12, table('exits', 'ageGroup')),
    ],
    'ages as one, then apart beside the sexes': [
      set(2023, 12, byAge('exits', ['16-24', '25-29', '30-39'], ['50-59', '60+'])),
      set(2023, 12, byAge('exits', ['16-24', '25-29']), table('exits', 'sex', 'ageGroup')),
    ],
    'associations as one when the year comes out again': [
      set(2023, 8, table('exits', 'sex')),
      set(2023, 12, asOne(table('exits', 'sex')), asOne(table('exits', 'ageGroup'))),
      set(2023, 12, table('exits', 'sex')),
    ],
    'interventions below associations that are shown as one': [
      set(2023, 12, { ...table('exits', 'sex'), place: 'intervention' }),
      set(2023, 12, asOne({ ...table('exits', 'ageGroup'), place: 'intervention' }), asOne(table('exits', 'sex', 'ageGroup'))),
    ],
    'who took part, then who left and who began': [
      set(2023, 12, table('inPeriod', 'sex')),
      set(2023, 12, table('exits', 'sex')),
      set(2024, 12, table('inPeriod', 'sex'), table('entries', 'sex')),
    ],
  }
  test.each(Object.entries(chains))('%s: no small count follows, nor a difference of few', async (_, definitions) => {
    let [asked, out] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 60, max: 400 }), async (seed, size) => {
        const facts = denseFacts(size, seed)
        const published = nothing()
        for (const definition of definitions) if (await publish(facts, definition, published)) out++
        asked += definitions.length
        expect(await recoverable(facts, published)).toEqual([])
      }),
      { numRuns: 10 },
    )
    // Few are refused: what is known of one year can make it impossible to hide who began in the next.
    expect(out / asked).toBeGreaterThan(0.6)
  })
  test('protected one by one, without the ledger, small counts do follow', async () => {
    const found: string[] = []
    for (let seed = 1; seed <= 8; seed++) {
      const facts = denseFacts(200, seed)
      const all = nothing()
      for (const definition of chains['tertials that grow']!) {
        const alone = nothing()
        await publish(facts, definition, alone)
        all.earlier.push(...alone.earlier.map((one) => ({ ...one, id: definition.title.sv })))
        for (const [address, value] of alone.ledger) all.ledger.set(address, value)
      }
      found.push(...(await recoverable(facts, all)))
    }
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('a wish that cannot be', () => {
  test('is refused with what is out and stands in the way', async () => {
    const facts = denseFacts(300, 3)
    const published = nothing()
    // What a controller let out by itself: all exits of the year by sex and association, small or not.
    const wanted = set(2023, 12, table('exits', 'sex'))
    const plan = planOf(facts, wanted, { earlier: [], ledger: new Map() })
    plan.fresh.forEach((cell) => plan.addresses.of(cell).forEach((address) => published.ledger.set(address, plan.cells.count[cell]!)))
    published.earlier.push({
      id: '0',
      title: 'Allt',
      sources: plan.sources.map((source) => ({ ...source, release: '0' })),
      withheld: new Set(),
    })
    const next = planOf(facts, set(2023, 8, table('exits', 'sex'), table('exits')), published)
    // The first eight months are out too, but for one small group.
    const small = next.fresh.filter((cell) => next.cells.count[cell]! > 0 && next.cells.count[cell]! < 5)
    const [last] = small.filter((cell) => codesOf(next.cells, cell)[2] !== 'all')
    const out = next.fresh.filter((cell) => cell !== last).map((cell) => codesOf(next.cells, cell))
    const instance = { ...next.instance, withheld: [], forcedPublished: [...next.instance.forcedPublished, ...out] }
    const { unprotectable } = await protectUnion({ instance, policy: wanted.policy, tier: 'instant', seconds: 60 }, () => undefined)
    const of = unprotectable.find(({ cell }) => cell === last)!
    expect(of.conflicts.length).toBeGreaterThan(0)
    for (const cell of of.conflicts) expect(next.addresses.of(cell)[0]).toMatch(/^exits 2023-01/)
  })
  test('of main support where all support is out, in the same year: both are of the same answers, also in two releases', async () => {
    const facts = denseFacts(200, 2)
    const refusalOf = (definition: Definition, published: Published): unknown => {
      try {
        return planOf(facts, definition, published).fresh.length > 0
      } catch (error) {
        return (error as { key: string }).key
      }
    }
    const published = nothing()
    expect(await publish(facts, set(2023, 8, table('exits', 'supportAfter')), published)).toBe(true)
    expect(refusalOf(set(2023, 12, table('exits', 'mainSupportAfter')), published)).toBe('publication.kinOut')
    expect(refusalOf(set(2023, 12, table('exits', 'sex'), table('entries', 'mainSupportBefore')), published)).toBe(true)
    expect(refusalOf(set(2024, 12, table('exits', 'mainSupportAfter')), published)).toBe(true)
  })
})
