import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../bench/syntheticFacts.ts'
import { noise, silence } from '../../test/noise.ts'
import { valueOf } from '../disclosure/cell.ts'
import type { CellQuery } from './countedCells.ts'
import { dimensionsOf } from './dimension.ts'
import { exitedIn, having } from './filter.ts'
import { measures, outcomesOf } from './measure.ts'
import { noPublishedCells, type PublishedCell } from './publishedCells.ts'
import { releasedCells } from './releasedCells.ts'
import { releasedCount, releasedOutcomes, releasedTable } from './releasedTable.ts'
import { tabulate, tabulatePersons } from './tabulate.ts'

const facts = syntheticFacts(6000, 5)
const dimension = (name: string) => dimensionsOf(facts).get(name)!
const by = { facts, noise, published: noPublishedCells }
const quiet = { ...by, noise: silence }
const period = { from: '2015-01', to: '2016-12' }
const counting = { conditions: [], population: 'exits', period, count: 'participations' } as const
const ask = (...axes: string[]): CellQuery => ({ ...counting, axes: axes.map(dimension) })
const where = (name: string, ...codes: string[]) => ({ dimension: dimension(name), codes })

describe('cells of free questions', () => {
  test('count what tabulation counts', () => {
    const axes = ['association', 'sex'].map(dimension)
    const filter = exitedIn(period)
    expect(releasedCells(quiet, ask('association', 'sex')).map(valueOf)).toEqual([...tabulate(facts, { dimensions: axes, filter }).counts])
    const persons = releasedCells(quiet, { ...ask('association', 'sex'), count: 'persons' })
    expect(persons.map(valueOf)).toEqual([...tabulatePersons(facts, { dimensions: axes, filter }).counts])
  })
  test('of the same participations are the same, however they are asked for', () => {
    const places = dimension('association').codes.map(({ code }) => code)
    const ages = dimension('ageGroup').codes.map(({ code }) => code)
    const place = fc.constantFrom(...places.slice(0, 40))
    fc.assert(
      fc.property(place, fc.constantFrom('woman', 'man'), fc.constantFrom(...ages), (place, sex, age) => {
        const byConditions = { ...ask(), conditions: [where('association', place), where('sex', sex), where('ageGroup', age)] }
        const byAxes = { ...ask('sex', 'ageGroup'), conditions: [where('association', place)] }
        const turned = { ...ask('ageGroup', 'association'), conditions: [where('sex', sex)] }
        const cell = releasedCells(by, byConditions)[0]
        const [row, column] = [['woman', 'man'].indexOf(sex), ages.indexOf(age)]
        expect(releasedCells(by, byAxes)[row * ages.length + column]).toEqual(cell)
        expect(releasedCells(by, turned)[column * places.length + places.indexOf(place)]).toEqual(cell)
        // A condition that all of them meet changes nothing.
        const all = where('entryYear', ...dimension('entryYear').codes.map(({ code }) => code))
        expect(releasedCells(by, { ...byConditions, conditions: [...byConditions.conditions, all] })[0]).toEqual(cell)
      }),
      { numRuns: 60 },
    )
  })
  test('are the same though the facts lie in another order, or others come', () => {
    const more = syntheticFacts(6000, 5)
    // Those of one association leave their sex and age alone and move elsewhere: no other association notices.
    more.columns.association.forEach((place, row) => (place === 3 ? (more.columns.association[row] = 4) : undefined))
    const [before, after] = [by, { ...by, facts: more }].map((one) => releasedCells(one, ask('association')))
    expect(after!.toSpliced(3, 2)).toEqual(before!.toSpliced(3, 2))
  })
  test('of years added up are near their sum', () => {
    const years = [2014, 2015, 2016].map((year) => ({ from: `${year}-01`, to: `${year}-12` }))
    const each = years.map((period) => valueOf(releasedCount(quiet, { ...counting, population: 'inPeriod', period }))!)
    const shown = valueOf(releasedCount(by, { ...counting, population: 'inPeriod' }, years))!
    expect(Math.abs(shown - each.reduce((sum, n) => sum + n))).toBeLessThanOrEqual(7)
  })
  test('have totals that need not be their sums', () => {
    const table = releasedTable(by, counting, dimension('association'), dimension('sex'))
    const gaps = table.cells.map((line, at) => valueOf(table.rowTotals[at]!)! - line.reduce((sum, cell) => sum + valueOf(cell)!, 0))
    expect(gaps.some((gap) => gap !== 0)).toBe(true)
    expect(gaps.every((gap) => Math.abs(gap) <= 21)).toBe(true)
  })
})

describe('what is published', () => {
  const publishedAt = (cells: Record<string, PublishedCell>) => ({ ...by, published: { find: (address: string) => cells[address] } })
  const exitsOf = 'exits 2015-01..2016-12'
  test('is shown as published in every question about it, also as an outcome', () => {
    const one = publishedAt({
      [`${exitsOf} association=association-2 sex=woman`]: { kind: 'shown', value: 41 },
      [`${exitsOf} sex=woman toWorkOrStudy=yes`]: { kind: 'suppressed' },
      [exitsOf]: { kind: 'reserved' },
    })
    const table = releasedTable(one, counting, dimension('association'), dimension('sex'))
    expect([table.cells[2]![0], table.total]).toEqual([{ kind: 'shown', value: 41 }, { kind: 'reserved' }])
    const place = where('association', 'association-2')
    expect(releasedCells(one, { ...ask('sex'), conditions: [place] })[0]).toEqual({ kind: 'shown', value: 41 })
    expect(releasedCells(one, { ...ask(), conditions: [where('sex', 'woman'), place] })[0]).toEqual({ kind: 'shown', value: 41 })
    expect(releasedOutcomes(one, counting, measures['to-work-or-study'], [dimension('sex')])[0]!.x).toEqual({ kind: 'suppressed' })
  })
  test('is what has several codes that are shown as one, all of them, or a year that is a period', () => {
    const year = '2016-01..2016-12'
    const one = publishedAt({
      [`${exitsOf} ageGroup=16-24_25-29`]: { kind: 'shown', value: 42 },
      [`${exitsOf} association=association-1_association-2 sex=man`]: { kind: 'suppressed' },
      [`exits ${year}`]: { kind: 'shown', value: 43 },
      [`exits ${year} sex=man`]: { kind: 'shown', value: 44 },
      [exitsOf]: { kind: 'shown', value: 45 },
    })
    const alone = (...conditions: ReturnType<typeof where>[]) => releasedCells(one, { ...ask(), conditions })[0]
    const shown = (value: number) => ({ kind: 'shown', value })
    expect(alone(where('ageGroup', '25-29', '16-24'))).toEqual(shown(42))
    expect(alone(where('association', 'association-2', 'association-1'), where('sex', 'man', 'man'))).toEqual({ kind: 'suppressed' })
    expect(alone(where('sex', 'man', 'woman'))).toEqual(shown(45))
    expect(alone(where('exitYear', '2016'))).toEqual(shown(43))
    expect(alone(where('exitYear', '2016', '2015'), where('sex', 'man', 'woman'))).toEqual(shown(45))
    const years = releasedCells(one, ask('exitYear', 'sex'))
    const at = dimension('exitYear').codes.findIndex(({ code }) => code === '2016')
    expect(years[at * dimension('sex').codes.length + dimension('sex').codes.findIndex(({ code }) => code === 'man')]).toEqual(shown(44))
    // Those who were there in a year are not those who left in it.
    const there = { ...ask(), population: 'inPeriod', conditions: [where('exitYear', '2016')] } as const
    expect(releasedCells(one, there)[0]!.kind).toBe('approximate')
  })
  test('is not what has several codes that nothing shows as one, or persons', () => {
    const all = { ...by, published: { find: () => ({ kind: 'shown', value: 1 }) as const } }
    const [one, other] = dimension('targetGroups').codes.map(({ code }) => code)
    expect(releasedCells(all, { ...ask(), conditions: [where('targetGroups', one!, other!)] })[0]!.kind).not.toBe('shown')
    expect(releasedCells(by, { ...ask(), conditions: [where('ageGroup', '16-24', '25-29')] })[0]!.kind).toBe('approximate')
    expect(releasedCells(all, { ...ask(), count: 'persons' })[0]!.kind).toBe('approximate')
    expect(releasedCells(all, { ...ask(), conditions: [where('sex', 'woman')] })[0]!.kind).toBe('shown')
  })
})

describe('a group that all have the same of something', () => {
  const lone = syntheticFacts(6000, 5)
  const { association, exitReason, targetGroups } = lone.columns
  association.forEach((place, row) => {
    if (place === 2 && exitReason[row]! < 20) exitReason[row] = 4
    if (place === 2) targetGroups[row] = 1 | (row % 2 === 0 ? 2 : 0)
  })
  const them = { ...by, facts: lone }
  const of = (name: string) => dimensionsOf(lone).get(name)!
  const place = { dimension: of('association'), codes: ['association-2'] }
  test('is hidden as a row, in its noughts too; how many they are is told', () => {
    const table = releasedTable(them, counting, of('association'), of('exitReason'))
    expect(new Set(table.cells[2]!.map(({ kind }) => kind))).toEqual(new Set(['suppressed']))
    expect(table.rowTotals[2]!.kind).toBe('approximate')
    expect(table.cells[1]!.some(({ kind }) => kind === 'approximate')).toBe(true)
  })
  test('is hidden when one of it is asked for, and when one is asked for that nobody has', () => {
    for (const reason of [of('exitReason').codes[4]!.code, of('exitReason').codes[1]!.code]) {
      const conditions = [place, { dimension: of('exitReason'), codes: [reason] }]
      expect(releasedCells(them, { ...counting, axes: [], conditions })[0]!.kind).toBe('suppressed')
      const table = releasedTable(them, { ...counting, conditions }, of('sex'), of('exitReason'))
      expect(table.total.kind).toBe('suppressed')
    }
  })
  test('is hidden as an outcome, with what is unknown and known of it', () => {
    const [, , shown] = releasedOutcomes(them, counting, measures['right-support'], [of('association')])
    expect(shown).toMatchObject({
      x: { kind: 'suppressed' },
      unknown: { kind: 'suppressed' },
      known: { kind: 'suppressed' },
      n: { kind: 'approximate' },
    })
  })
  test('is hidden where some have another code as well', () => {
    const table = releasedTable(them, counting, of('targetGroups'), of('association'))
    expect(new Set(table.cells.map((line) => line[2]!.kind))).toEqual(new Set(['suppressed']))
  })
  test('is shown by what only places it: sex, age, place', () => {
    const conditions = [{ dimension: of('sex'), codes: ['woman'] }]
    expect(releasedCells(them, { ...counting, axes: [of('sex')], conditions }).map(({ kind }) => kind)).toEqual([
      'approximate',
      'approximate',
    ])
  })
})

describe('shares', () => {
  test('never have more than there are, and count what the outcome counts', () => {
    const measure = measures['self-supporting-after']
    const shown = releasedOutcomes(by, counting, measure, [dimension('intervention')])
    const counted = outcomesOf(facts, measure, { dimensions: [dimension('intervention')], filter: exitedIn(period) })
    for (const [at, { x, n }] of shown.entries()) {
      if (valueOf(n) === undefined || valueOf(x) === undefined) continue
      expect(valueOf(x)).toBeLessThanOrEqual(valueOf(n)!)
      expect(Math.abs(valueOf(n)! - counted[at]!.n)).toBeLessThanOrEqual(7)
      expect(Math.abs(valueOf(x)! - counted[at]!.x)).toBeLessThanOrEqual(7)
    }
  })
  test('of the silent are exact', () => {
    const filter = [...exitedIn(period), having(dimension('sex'), ['woman'])]
    const [counted] = outcomesOf(facts, measures['to-work-or-study'], { dimensions: [], filter })
    const [shown] = releasedOutcomes(quiet, { ...counting, conditions: [where('sex', 'woman')] }, measures['to-work-or-study'], [])
    expect([shown!.x, shown!.n, shown!.unknown, shown!.known].map(valueOf)).toEqual([
      ...[counted!.x, counted!.n, counted!.unknown, counted!.n - counted!.unknown],
    ])
  })
  test('are not by what a fact may have several of', () => {
    expect(() => releasedOutcomes(by, counting, measures['right-support'], [dimension('supportBefore')])).toThrow('no sums')
    expect(() => releasedOutcomes(by, counting, measures.exits, [dimension('sex')])).toThrow('not a share')
  })
})
