// On the embedded database alone: no database is asked.
import { describe, expect, test } from 'vitest'
import { denseFacts } from '../../../../test/denseFacts.ts'
import { dimensionsOf } from '../../dimension.ts'
import type { SingleDimension } from '../../dimension.ts'
import type { Facts } from '../../facts.ts'
import { defaultPublicationPolicy } from '../domain.ts'
import type { Definition } from '../domain.ts'
import { protectUnion } from '../protection/protectUnion.ts'
import { outcomeOf } from '../protection/runOutcome.ts'
import { planOf } from './plan.ts'
import type { Out, Plan } from './plan.ts'

const definition: Definition = {
  ...{ title: { sv: 'Prov', en: '' }, year: 2023, month: 12, policy: { ...defaultPublicationPolicy, groups: false } },
  tables: [{ population: 'exits', place: 'nation', region: false, by: ['sex', 'ageGroup'] }],
}
const isInYear = (month: number): boolean => Math.floor(month / 12) === 2023

/** Protects as the server does; what comes out by address, and what is true. */
async function published(facts: Facts, out: Out, of = definition) {
  const plan = planOf(facts, of, out)
  const question = { instance: plan.instance, policy: of.policy, tier: 'exact', seconds: 20 } as const
  const answer = await protectUnion(question, () => undefined)
  const { cells, secret } = outcomeOf(facts, plan, answer, { definition: of, demo: true, dataDate: null, software: 'test', seconds: 0 })
  const { length: unprotectable } = answer.unprotectable
  return { plan, cells: new Map(cells), truth: truthOf(plan), withheld: new Set(secret.withheld), unprotectable }
}
const truthOf = ({ cells, addresses }: Plan): Map<string, number> =>
  new Map([...cells.count].flatMap((count, cell) => addresses.of(cell).slice(0, 1).map((address): [string, number] => [address, count]))) // prettier-ignore

/** As a correction of a release. */
const correcting = ({ plan, cells, withheld }: Awaited<ReturnType<typeof published>>): Out => ({
  earlier: [{ id: '1', title: 'Prov', sources: plan.sources.map((one) => ({ ...one, release: '1' })), withheld }],
  ledger: cells,
  replaces: '1',
})

/** The same facts, with `n` that lay outside the year made like one that left in it with these codes; or, below nought, moved out of the year. */
function changed(facts: Facts, address: string, n: number): Facts {
  const columns = Object.fromEntries(Object.entries(facts.columns).map(([name, column]) => [name, column.slice()])) as Facts['columns']
  const codes = Object.fromEntries(address.split(' ').slice(2).map((one) => one.split('=') as [string, string])) // prettier-ignore
  const isOf = (row: number): boolean =>
    Object.entries(codes).every(([name, code]) => {
      const { column, lookup, codes: all } = dimensionsOf(facts).get(name) as SingleDimension
      return all[lookup[columns[column.name as 'sex'][row]!]!]!.code === code
    })
  const rows = [...columns.sex.keys()]
  const inCell = rows.filter((row) => isInYear(columns.exitMonth[row]!) && isOf(row))
  const outside = rows.filter((row) => !isInYear(columns.exitMonth[row]!))
  const [from, to] = n > 0 ? [inCell[0]!, outside.slice(0, n)] : [outside[0]!, inCell.slice(0, -n)]
  for (const row of to) for (const column of Object.values(columns)) column[row] = column[from]!
  return { ...facts, columns }
}

const isInner = (address: string): boolean => address.includes('ageGroup=') && address.includes('sex=')

const refusalOf = (work: () => unknown): string => {
  try {
    work()
    return 'let through'
  } catch (error) {
    return (error as { key: string }).key
  }
}

describe('a correction', () => {
  test('shows nothing that was hidden in what it corrects, also when it is no longer small', async () => {
    let grown = 0
    for (let seed = 1; seed <= 12; seed++) {
      const facts = denseFacts(260, seed)
      const first = await published(facts, { earlier: [], ledger: new Map() })
      const small = [...first.truth].find(([address, count]) => isInner(address) && count > 0 && count < 5)
      if (!small) continue
      const [address, count] = small
      expect(first.cells.get(address)).toBeNull()
      const second = await published(changed(facts, address, 6), correcting(first))
      expect(second.truth.get(address)).toBe(count + 6)
      grown++
      for (const [address, value] of first.cells) if (value === null) expect(second.cells.get(address) ?? null, address).toBeNull()
      // What was shown comes out with its new figure.
      expect(second.cells.get('exits 2023-01..2023-12')).toBe(first.truth.get('exits 2023-01..2023-12')! + 6)
    }
    expect(grown).toBeGreaterThan(5)
  })
  test('waits when a figure would be hidden that has only one value left after a fall by at least the threshold', async () => {
    const told: string[] = []
    for (let seed = 1; seed <= 8; seed++) {
      const facts = denseFacts(260, seed)
      const first = await published(facts, { earlier: [], ledger: new Map() })
      for (const [address, value] of first.cells) {
        if (!isInner(address) || value === null || value < 6 || value > 8) continue
        told.push(`${value} ${refusalOf(() => planOf(changed(facts, address, -5), definition, correcting(first)))}`)
      }
    }
    expect(new Set(told)).toEqual(new Set(['6 publication.smallRevision', '7 let through', '8 let through']))
  })
  test('waits when a few persons would be told by what was corrected before it, or by another release of the same figures', async () => {
    const facts = denseFacts(260, 3)
    const whole = 'exits 2023-01..2023-12'
    const first = await published(facts, { earlier: [], ledger: new Map() })
    const [address] = [...first.cells].find(([one, value]) => isInner(one) && value !== null && value > 12)!
    const released = (id: string, { plan, withheld }: typeof first, isCorrected = false) => ({
      ...{ id, title: 'Prov', withheld, isCorrected },
      sources: plan.sources.map((one) => ({ ...one, release: id })),
    })
    const second = await published(changed(facts, address, 6), correcting(first))
    const ledger = new Map([...first.cells, ...second.cells])
    expect([first, second].map(({ cells }) => cells.get(whole))).toEqual([first.truth.get(whole), first.truth.get(whole)! + 6])
    const chain = [released('1', first, true), released('2', second)]
    const sibling = [...chain, released('3', first)]
    const asked = (n: number, earlier: Out['earlier'], replaces: string): string =>
      refusalOf(() => planOf(changed(facts, address, n), definition, { earlier, ledger, replaces }))
    // Five fewer than the second, one more than the first.
    expect(asked(1, chain, '2')).toBe('publication.smallRevision')
    // One more than the second, seven more than the third, which was as the first.
    expect(asked(7, sibling, '3')).toBe('publication.smallRevision')
    expect([asked(12, chain, '2'), asked(6, sibling, '3'), asked(0, chain, '2')]).toEqual(['let through', 'let through', 'let through'])
    // Nobody would compare it with the second.
    expect(asked(12, chain, '1')).toBe('publication.correctedAlready')
  })
  test('leaves groups that are too small undivided, as what it corrects did', async () => {
    const byPlace: Definition = { ...definition, tables: [{ ...definition.tables[0]!, place: 'association' }] }
    for (let seed = 1; seed <= 5; seed++) {
      const facts = denseFacts(200, seed)
      const first = await published(facts, { earlier: [], ledger: new Map() }, byPlace)
      expect(first.withheld.size).toBeGreaterThan(10)
      const second = await published(facts, correcting(first), byPlace)
      expect([second.unprotectable, second.withheld]).toEqual([0, first.withheld])
    }
  })
})
