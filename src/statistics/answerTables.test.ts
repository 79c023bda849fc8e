import { valueOf } from '../disclosure/cell.ts'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs } from '../../test/api.ts'
import { filledApp } from '../../test/filledApp.ts'
import { call, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { getCaseMix, tabulateFacts, tabulateSeveral } from './contract.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  ;({ database, app } = await filledApp(300, 3))
  useTransport(transportAs(app, 'nationalanalyst.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const where = ['from=2022-03', 'to=2023-12']
const measures = ['participations', 'exits', 'distinct-persons', 'to-work-or-study']

describe('several measures at once', () => {
  test.each(['sex', 'association', 'municipality', 'exitReason'])('by %s have the figures that each has by itself', async (rows) => {
    const several = await call(tabulateSeveral, { query: { measure: measures, rows, columns: 'ageGroup', where } })
    expect(several.map(({ measure }) => measure.name)).toEqual(measures)
    for (const table of several) {
      const alone = await call(tabulateFacts, { query: { measure: table.measure.name, rows, columns: 'ageGroup', where } })
      for (const [at, { code }] of (alone.rows?.codes ?? []).entries()) {
        const same = table.rows!.codes.findIndex((one) => one.code === code)
        expect(table.figures[same]).toEqual(alone.figures[at])
      }
      expect([table.total, table.columnTotals, table.coverage]).toEqual([alone.total, alone.columnTotals, alone.coverage])
    }
  })
  test('have the same rows and columns', async () => {
    const several = await call(tabulateSeveral, { query: { measure: measures, rows: 'intervention', columns: 'sex', where } })
    expect(new Set(several.map(({ rows, columns }) => JSON.stringify([rows, columns]))).size).toBe(1)
    expect(several.every(({ figures, rows }) => figures.length === rows!.codes.length)).toBe(true)
  })
  test('named twice are one; more than four, and none, are refused', async () => {
    expect(await call(tabulateSeveral, { query: { measure: ['exits', 'exits'] } })).toHaveLength(1)
    const five = [...measures, 'duration']
    await expect(call(tabulateSeveral, { query: { measure: five } })).rejects.toMatchObject({ status: 400 })
    await expect(call(tabulateSeveral, { query: { measure: [] } })).rejects.toMatchObject({ status: 400 })
    await expect(call(tabulateSeveral, { query: { measure: ['exits', 'nonsense'] } })).rejects.toThrow('Måttet nonsense finns inte')
  })
  test('of which one is a share are refused by what a person may have several of', async () =>
    expect(call(tabulateSeveral, { query: { measure: measures, rows: 'targetGroups' } })).rejects.toMatchObject({ status: 400 }))
})

describe('who the participants are, beside a comparison of places', () => {
  test.each([
    ['to-work-or-study', 'exits'],
    ['participations', 'inPeriod'],
  ])('is of those whom %s counts, with the table’s own numbers of each', async (measure, population) => {
    const own = [...where, 'sex=woman']
    const beside = await call(getCaseMix, { query: { measure, by: 'association', where: own } })
    expect([beside.population, beside.period]).toEqual([population, { from: '2022-03', to: '2023-12' }])
    const counted = population === 'exits' ? 'exits' : 'participations'
    const table = await call(tabulateFacts, { query: { measure: counted, rows: 'association', where: own } })
    const places = beside.caseMix.rows.filter(({ heading }) => heading.code !== '')
    expect(places.length).toBeGreaterThan(1)
    for (const { heading, n } of places) {
      const at = table.rows!.codes.findIndex(({ code }) => code === heading.code)
      expect(n).toEqual(table.figures[at]![0]!.value)
    }
  })
  test('leaves out who is not in the table, and those with fewer than twenty', async () => {
    const only = await call(getCaseMix, { query: { measure: 'exits', by: 'association', where: [...where, 'association=prov-1'] } })
    expect(only.caseMix.rows.map(({ heading }) => heading.label)).toEqual(['Provförbundet 1', 'Hela landet'])
    const month = await call(getCaseMix, { query: { measure: 'exits', by: 'intervention', where: ['from=2023-01', 'to=2023-01'] } })
    expect(month.caseMix.rows.slice(0, -1).filter(({ n }) => (valueOf(n) ?? 0) < 20)).toEqual([])
  })
  test('has the whole country of those whom the measure concerns, as the table has', async () => {
    for (const measure of ['in-work-or-study-6-months', 'still-in-work-or-study-6-months']) {
      const { caseMix } = await call(getCaseMix, { query: { measure, by: 'region', where } })
      const { total } = await call(tabulateFacts, { query: { measure, where } })
      expect(caseMix.rows.at(-1)!.n).toEqual(total.n)
    }
  })
  test('is refused by what is no place', async () => {
    await expect(call(getCaseMix, { query: { measure: 'exits', by: 'sex' as never } })).rejects.toMatchObject({ status: 400 })
    await expect(call(getCaseMix, { query: { measure: 'nonsense', by: 'region' } })).rejects.toThrow('Måttet nonsense finns inte')
  })
})

describe('years and months as rows', () => {
  test.each(measures)('of %s are each the answer to a question of that time', async (measure) => {
    const table = await call(tabulateFacts, { query: { measure, rows: 'year', columns: 'sex', where } })
    expect(table.rows!.codes.map(({ code }) => code)).toEqual(['2022-03..2022-12', '2023'])
    for (const [at, months] of [
      ['from=2022-03', 'to=2022-12'],
      ['from=2023-01', 'to=2023-12'],
    ].entries()) {
      const alone = await call(tabulateFacts, { query: { measure, columns: 'sex', where: months } })
      expect([table.figures[at], table.rowTotals[at]]).toEqual([alone.figures[0], alone.total])
    }
    const whole = await call(tabulateFacts, { query: { measure, columns: 'sex', where } })
    expect([table.columnTotals, table.total]).toEqual([whole.columnTotals, whole.total])
  })
  test('are told with the breaks of the series', async () => {
    const { breaks } = await call(tabulateFacts, {
      query: { measure: 'participations', rows: 'year', where: ['from=2016-01', 'to=2023-12'] },
    })
    expect(breaks.map(({ at }) => at)).toEqual(['2018-01', '2020-01'])
    expect((await call(tabulateFacts, { query: { measure: 'participations', rows: 'sex', where } })).breaks).toEqual([])
  })
  test('are refused where there are too many, before anything is counted', async () => {
    const ages = { rows: 'month', where: ['from=1900-01', 'to=2199-12'] }
    await expect(call(tabulateSeveral, { query: { measure: ['exits'], ...ages } })).rejects.toThrow('Perioden har för många delar')
    const decade = { rows: 'month', where: ['from=2010-01', 'to=2019-12'] }
    await expect(call(tabulateSeveral, { query: { measure: measures, ...decade } })).rejects.toMatchObject({ status: 400 })
  })
  test('are no columns', async () =>
    expect(call(tabulateFacts, { query: { measure: 'exits', columns: 'year' } })).rejects.toThrow('Indelningen year finns inte'))
})
