import { describe, expect, test } from 'vitest'
import { denseFacts } from '../../../../test/denseFacts.ts'
import { valueOf } from '../../../disclosure/cell.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import { provenCells } from '../../../disclosure/provenCells.ts'
import { claimOf } from '../../../disclosure/suppress/claim.ts'
import { makeSums } from '../../../disclosure/tables/rows.ts'
import { defaultPublicationPolicy, definitionFaults } from '../domain.ts'
import type { Definition, Merged, PublishedTable } from '../domain.ts'
import { mergedInAll, withMerged } from './mergedTables.ts'
import { engineMode, protectUnion } from '../protection/protectUnion.ts'
import { documentOf } from '../release/document.ts'
import type { ReleaseTable } from '../release/document.ts'
import { mergedDimension } from './merging.ts'
import { countsByLeaf, planOf } from './plan.ts'

// On the embedded database alone: no database is asked.
const facts = denseFacts(400, 5)
const byAge: PublishedTable = { population: 'exits', place: 'association', region: false, by: ['ageGroup'] }
const young: Merged = { axis: 'ageGroup', codes: ['16-24', '25-29'] }
const of = (...tables: PublishedTable[]): Definition => ({
  ...{ title: { sv: 'Prov', en: '' }, year: 2023, month: 12, tables, policy: defaultPublicationPolicy },
})

/** The tables as they would come out. */
async function publishedAs(definition: Definition, of = facts): Promise<ReleaseTable[]> {
  const plan = planOf(of, definition, { earlier: [], ledger: new Map() })
  const question = { instance: plan.instance, policy: definition.policy, tier: 'instant', seconds: 60 } as const
  const { pattern, certificate, lowered } = await protectUnion(question, () => undefined)
  const claim = {
    ...claimOf({ cells: plan.cells, sums: makeSums(plan.cells) }, engineMode(definition.policy), lowered),
    suppressed: pattern,
  }
  const cellOf = provenCells(claim, certificate!, plan.cells.count)
  return documentOf(of, plan, cellOf, { definition, demo: true, dataDate: null, software: 'test' }).tables
}

const codesIn = (table: ReleaseTable, axis: string): string[] => table.axes.find(({ name }) => name === axis)!.codes.map(({ code }) => code)
const valuesIn = (table: ReleaseTable): Map<string, number | undefined> => {
  const ages = codesIn(table, 'ageGroup')
  return new Map(
    table.cells.map((cell, at) => [`${codesIn(table, 'place')[Math.floor(at / ages.length)]!} ${ages[at % ages.length]!}`, valueOf(cell)]),
  )
}

interface Coded {
  cell: Cell
  /** Place, age, sex. */
  codes: string[]
}
/** The cells of a table with their codes. */
const codedCells = (table: ReleaseTable): Coded[] => {
  const [ages, sexes] = [codesIn(table, 'ageGroup'), table.spec.by.includes('sex') ? codesIn(table, 'sex') : ['all']]
  const all = codesIn(table, 'place').flatMap((place) => ages.flatMap((age) => sexes.map((sex) => [place, age, sex])))
  return table.cells.map((cell, at) => ({ cell, codes: all[at]! }))
}
const isHiddenIn = (known: readonly Coded[], codes: readonly string[]): boolean =>
  known.find((one) => one.codes.join() === codes.join())!.cell.kind === 'suppressed'
const inRange = (value: number, from: number, to: number): boolean => value >= from && value <= to
/** The true count, summed from counts by association, age and sex. */
function sumOf(truth: ReadonlyMap<string, number>, [place, age, sex]: readonly [string, string, string]): number {
  const isWithin = ([p, a, s]: readonly string[]): boolean =>
    (place === 'nation' || p === place) && (age === 'all' || age.split('_').includes(a!)) && (sex === 'all' || s === sex)
  return [...truth].reduce((sum, [key, count]) => sum + (isWithin(key.split('\u0000')) ? count : 0), 0)
}

describe('codes shown as one', () => {
  test('stand in the table instead of those they are merged of, with both names', async () => {
    const [table] = await publishedAs(of({ ...byAge, merged: [young] }))
    expect(codesIn(table!, 'ageGroup')).toEqual(['all', '30-39', '40-49', '50-59', '60+', 'outside', '16-24_25-29'])
    const merged = table!.axes.find(({ name }) => name === 'ageGroup')!.codes.at(-1)!
    expect(merged).toEqual({ code: '16-24_25-29', label: { sv: '16–24 eller 25–29', en: '16–24 or 25–29' }, depth: 1 })
  })
  test('count as many as those they are merged of', async () => {
    const [apart, asOne] = await Promise.all([publishedAs(of(byAge)), publishedAs(of({ ...byAge, merged: [young] }))])
    const [fine, coarse] = [valuesIn(apart[0]!), valuesIn(asOne[0]!)]
    expect(fine.get('nation 16-24')).toBeGreaterThan(0)
    expect(coarse.get('nation 16-24_25-29')).toBe(fine.get('nation 16-24')! + fine.get('nation 25-29')!)
  })
  test('and those that another table shows apart are protected together: no small count is alone in a sum', async () => {
    let hidden = 0
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const of6 = denseFacts(700, seed)
      const tables = await publishedAs(of({ ...byAge, by: ['ageGroup', 'sex'] }, { ...byAge, merged: [young] }), of6)
      const known = tables.flatMap(codedCells)
      const ages = codesIn(tables[0]!, 'ageGroup').slice(1)
      const truth = countsByLeaf(of6, { population: 'exits', year: 2023, month: 12 }, { ...byAge, by: ['ageGroup', 'sex'] })
      for (const { cell, codes } of known) {
        const [place, age, sex] = codes as [string, string, string]
        const isSmall = inRange(sumOf(truth, [place, age, sex]), 1, 4)
        if (cell.kind !== 'suppressed' || !isSmall) continue
        hidden++
        const inSums = [
          ...(young.codes.includes(age) && sex === 'all' ? [['16-24_25-29', ...young.codes].map((one) => [place, one, sex])] : []),
          ...(age.includes('_')
            ? []
            : [['all', ...ages].map((one) => [place, one, sex]), ['all', 'woman', 'man'].map((one) => [place, age, one])]),
          ...(sex === 'all'
            ? [codesIn(tables[1]!, 'ageGroup').map((one) => [place, one, sex])].filter((sum) => sum.some((one) => one[1] === age))
            : []),
        ]
        for (const sum of inSums) expect(sum.filter((one) => isHiddenIn(known, one)).length, codes.join(' ')).toBeGreaterThan(1)
      }
    }
    expect(hidden).toBeGreaterThan(10)
  })
  test('of an outcome lie under what they lay under', async () => {
    const merged: Merged[] = [{ axis: 'afterExit', codes: ['other', 'unknown'] }]
    const [table] = await publishedAs(of({ ...byAge, by: ['afterExit'], merged }))
    expect(table!.axes.find(({ name }) => name === 'afterExit')!.codes.map(({ code, depth }) => [code, depth])).toEqual([
      ['all', 0],
      ['workOrStudy', 1],
      ['workOrStudyMore', 2],
      ['workOrStudySame', 2],
      ['jobSeeking', 1],
      ['other_unknown', 1],
    ])
  })
})

const keyOf = (work: () => unknown): string => {
  try {
    work()
    return 'let through'
  } catch (error) {
    return (error as { key: string }).key
  }
}

describe('associations shown as one', () => {
  const both: Merged = { axis: 'place', codes: ['association-0', 'association-1'] }
  const bySex: PublishedTable = { ...byAge, by: ['sex'] }
  const totals = (table: ReleaseTable): Map<string, number | undefined> => {
    const width = table.axes.at(-1)!.codes.length
    return new Map(codesIn(table, 'place').map((place, at) => [place, valueOf(table.cells[at * width]!)]))
  }
  test('count each participation of theirs once: a merger neither splits nor doubles one', async () => {
    const [[apart], [asOne]] = await Promise.all([publishedAs(of(bySex)), publishedAs(of({ ...bySex, merged: [both] }))])
    const [before, after] = [totals(apart!), totals(asOne!)]
    expect(before.get('association-0')! + before.get('association-1')!).toBe(after.get('association-0_association-1'))
    expect(after.get('nation')).toBe(before.get('nation'))
    expect([...after.keys()]).toEqual(['nation', 'association-0_association-1', 'association-2'])
  })
  test('have the interventions of both below them', async () => {
    const [table] = await publishedAs(of({ ...bySex, place: 'intervention', merged: [both] }))
    const codes = table!.axes[0]!.codes
    const one = codes.findIndex(({ code }) => code === 'association-0_association-1')
    const below = codes.slice(one + 1).filter(({ depth }, at, all) => depth === 2 && all.slice(0, at).every((before) => before.depth === 2))
    expect(new Set(below.map(({ code }) => code.split('/')[0]))).toEqual(new Set(both.codes))
    expect(codes.map(({ code }) => code)).not.toContain('association-0')
  })
  test('bear both names', async () => {
    const [table] = await publishedAs(of({ ...bySex, merged: [both] }))
    expect(table!.axes[0]!.codes.find(({ code }) => code.includes('_'))!.label.sv).toMatch(/.+ och .+/)
  })
  test('that are not there are refused by name', () => {
    const unknown: Merged = { axis: 'place', codes: ['association-0', 'foo'] }
    expect(keyOf(() => planOf(facts, of({ ...bySex, merged: [unknown] }), { earlier: [], ledger: new Map() }))).toBe(
      'publication.mergeUnknown',
    )
  })
})

describe('merges that cannot be', () => {
  const codes = ['all', 'a', 'b', 'c', 'd']
  const tree = (...merges: string[][]) => mergedDimension('x', codes, [-1, 0, 0, 0, 0], merges)
  test('within each other are a tree', () => {
    const { codes: names, parent } = tree(['a', 'b'], ['a', 'b', 'c'])
    expect(names).toEqual([...codes, 'a_b_c', 'a_b'])
    expect([...parent]).toEqual([-1, 6, 6, 5, 0, 0, 5])
  })
  test.each([
    ['cross', 'publication.mergeCrosses', () => tree(['a', 'b'], ['b', 'c'])],
    ['are of unknown codes', 'publication.mergeUnknown', () => tree(['a', 'x'])],
    ['are all there are', 'publication.mergeAll', () => tree(['a', 'b', 'c', 'd'])],
    [
      'lie under different codes',
      'publication.mergeApart',
      () => mergedDimension('x', ['all', 'a', 'b', 'c'], [-1, 0, 0, 1], [['b', 'c']]),
    ],
  ])('that %s are refused', (_, key, work) => expect(keyOf(work)).toBe(key))
  test.each([
    ['of a breakdown that is not in the table', 'publication.mergeAxis', { axis: 'sex', codes: ['woman', 'man'] }],
    ['of codes of which a person may have several', 'publication.mergeSeveral', { axis: 'targetGroups', codes: ['a', 'b'] }],
    // Its name would be that of 16-24, 25-29 and 30-39 as one, beside two of which the third could be worked out.
    ['of codes that are merged already', 'publication.mergeUnknown', { axis: 'ageGroup', codes: ['16-24_25-29', '30-39'] }],
    ['of interventions', 'publication.mergeUnknown', { axis: 'place', codes: ['association-0/one', 'association-0/two'] }],
    ['of the same code twice', 'publication.mergeTwice', { axis: 'ageGroup', codes: ['16-24', '16-24'] }],
  ] as const)('%s are told where they stand', (_, key, merge) => {
    const by: PublishedTable['by'] = ['ageGroup', 'targetGroups']
    const faults = definitionFaults(of({ ...byAge, by, merged: [{ ...merge, codes: [...merge.codes] }] }), 5)
    expect(faults).toContainEqual(expect.objectContaining({ where: 'body.tables.0', key }))
  })
})

describe('a click', () => {
  test('merges in every table that has the breakdown, and takes along what is merged already', () => {
    const definition = of(byAge, { ...byAge, by: ['sex'] })
    const once = mergedInAll(definition, young)
    expect(once.tables.map(({ merged }) => merged)).toEqual([[young], undefined])
    expect(withMerged(once.tables[0]!, { axis: 'ageGroup', codes: ['16-24_25-29', '30-39'] }).merged).toEqual([
      { axis: 'ageGroup', codes: ['16-24', '25-29', '30-39'] },
    ])
  })
})
