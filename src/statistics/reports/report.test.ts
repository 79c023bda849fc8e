import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { getFollowUp, tabulateFacts } from '../contract.ts'
import { getReport } from './contract.ts'
import type { Report, ReportPart, ReportValue } from './domain.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 11))
  useTransport(transportAs(app, 'nationalanalyst.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const year = { from: '2023-01', to: '2023-12' }
const part = ({ parts }: Report, key: string): ReportPart => parts.find((one) => one.key === key)!
const cells = (values: readonly ReportValue[]) => values.map((value) => (value.kind === 'cell' ? value.cell : undefined))
const rowOf = ({ rows }: ReportPart, label: string): ReportValue[] => rows.find((one) => one.label === label)!.values

describe('Deltagarrapport', () => {
  test('has the parts that people know, each with a sentence and who is counted', async () => {
    const { parts, title, demo } = await call(getReport, { params: { kind: 'participants' }, query: year })
    expect([title, demo]).toEqual(['Deltagarrapport', true])
    expect(parts.map(({ key }) => key)).toEqual(['counts', 'ageGroup', 'education', 'timeOnSupport', 'occupation', 'support', 'exitReason'])
    for (const { sentence, definition } of parts) expect(Math.min(sentence.length, definition.length)).toBeGreaterThan(10)
  })
  test('has the same cells as the page of follow-up', async () => {
    const report = await call(getReport, { params: { kind: 'participants' }, query: year })
    const { tables, counts } = await call(getFollowUp, { query: year })
    const education = tables.find(({ key }) => key === 'education')!
    education.rows.forEach(({ label }, at) =>
      expect(cells(rowOf(part(report, 'education'), label))).toEqual([...education.cells[at]!, education.rowTotals[at]!]),
    )
    expect(cells(rowOf(part(report, 'counts'), 'Avslut'))[2]).toEqual(counts[2]!.total.value)
  })
  test('has before and after side by side, with the change of what is shown', async () => {
    const report = await call(getReport, { params: { kind: 'participants' }, query: year })
    const support = part(report, 'support')
    expect(support.isChange).toBe(true)
    const at = (code: string): number => support.columns.findIndex((column) => column.code === code)
    expect(support.rows.length).toBeGreaterThan(10)
    for (const { values } of support.rows) {
      const [before, after] = cells([values[at('all.before')]!, values[at('all.after')]!])
      const change = values[at('change')] as { value: number | null; text: string }
      expect(change.value).toBe(valueOf(after!)! - valueOf(before!)!)
      expect(change.text).toMatch(/^≈([+−][1-9]\d*|0)$/)
    }
  })
  test('tells no change where one of the two is hidden', async () => {
    // Everybody has the same occupation before: such a row would tell it of each of them.
    const occupation = part(await call(getReport, { params: { kind: 'participants' }, query: year }), 'occupation')
    expect(occupation.rows.every(({ values }) => cells(values)[2]?.kind === 'suppressed')).toBe(true)
    expect(occupation.rows.map(({ values }) => values.at(-1))).toEqual(
      occupation.rows.map(() => ({ kind: 'change', value: null, text: '–' })),
    )
  })
})

describe('Standardrapport deltagare', () => {
  test('has the parts that people know', async () => {
    const { parts } = await call(getReport, { params: { kind: 'standard' }, query: year })
    const keys = ['counts', 'occupation', 'afterExit', 'outcomes', 'later', 'support', 'afterSource', 'duration', 'durationClass']
    expect(parts.map(({ key }) => key)).toEqual(keys)
  })
  test('tells of those who had the source asked for, and of nobody else', async () => {
    const ask = async (source: 'lon' | 'akassa') =>
      part(await call(getReport, { params: { kind: 'standard' }, query: { ...year, source } }), 'afterSource')
    const where = ['from=2023-01', 'to=2023-12', 'supportBefore=akassa']
    const { rowTotals, total } = await call(tabulateFacts, { query: { measure: 'exits', rows: 'supportAfter', columns: 'sex', where } })
    const own = await ask('akassa')
    expect(own.title).toBe('Försörjning efter för dem som hade a-kassa före')
    expect(cells(own.rows.at(-1)!.values).at(-1)).toEqual(total.value)
    const ofRows = own.rows.slice(0, -1).map(({ values }) => cells(values).at(-1))
    expect(ofRows).toEqual(rowTotals.map(({ value }) => value).slice(0, ofRows.length))
    expect((await ask('lon')).rows).not.toEqual(own.rows)
  })
  test('hides what became of those who left where all did the same', async () => {
    const { queries } = database
    const kept = await queries.selectFrom('fact').selectAll().where('association_id', '=', world.associations[1]).execute()
    await queries
      .updateTable('fact')
      .set({ occupation_after: 3, work_after: 0, study_after: 0 })
      .where('association_id', '=', world.associations[1])
      .execute()
    await queries
      .updateTable('data_version')
      .set((on) => ({ version: on('version', '+', 1) }))
      .execute()
    const report = await call(getReport, { params: { kind: 'standard' }, query: { ...year, place: 'association:prov-2' } })
    const afterExit = part(report, 'afterExit').rows.filter(({ isTotal }) => !isTotal)
    expect(afterExit.flatMap(({ values }) => cells(values).map((cell) => cell?.kind))).toEqual(
      afterExit.flatMap(() => ['suppressed', 'suppressed', 'suppressed']),
    )
    for (const { participation_id: id, occupation_after, work_after, study_after } of kept)
      await queries.updateTable('fact').set({ occupation_after, work_after, study_after }).where('participation_id', '=', id).execute()
    await queries
      .updateTable('data_version')
      .set((on) => ({ version: on('version', '+', 1) }))
      .execute()
  })
})

describe('comparison', () => {
  test('puts places in the order of the alphabet, with the figures of a table of the same', async () => {
    const query = { ...year, compare: 'association', measure: 'to-work-or-study' } as const
    const report = await call(getReport, { params: { kind: 'standard' }, query })
    const { rows, picture, definition } = report.parts.at(-2)!
    expect(rows.map(({ label }) => label)).toEqual(['Provförbundet 1', 'Provförbundet 2', 'Alla'])
    expect([picture?.as, definition.includes('vem som lyckas bäst')]).toEqual(['intervals', true])
    const table = await call(tabulateFacts, {
      query: { measure: 'to-work-or-study', rows: 'association', where: ['from=2023-01', 'to=2023-12'] },
    })
    const shown = rows.slice(0, 2).map(({ values }) => (values.at(-1) as { figure: { text: string } }).figure.text)
    expect(shown.sort()).toEqual(table.figures.map(([figure]) => figure!.text).sort())
    expect(shown.join()).toMatch(/osäkerhet/)
  })
  test('has beside it who the participants are: age, education and time on support, of the same participations', async () => {
    const query = { ...year, compare: 'association', measure: 'to-work-or-study' } as const
    const { parts } = await call(getReport, { params: { kind: 'standard' }, query })
    const [compared, caseMix] = parts.slice(-2)
    const titles = new Set(caseMix!.columns.map(({ label }) => label.split(':')[0]))
    expect(caseMix!.key).toBe('caseMix.association')
    expect(titles).toEqual(new Set(['Avslutade', 'Ålder vid start', 'Utbildning', 'Tid i offentlig försörjning före']))
    expect(caseMix!.rows.map(({ label }) => label)).toEqual(['Provförbundet 1', 'Provförbundet 2', 'Hela landet'])
    const exitsOf = (at: number): unknown => (compared!.rows[at]!.values.at(-1) as { figure: { n: unknown } }).figure.n
    for (const at of [0, 1]) expect((caseMix!.rows[at]!.values[0] as { cell: unknown }).cell).toEqual(exitsOf(at))
  })
  test('shows no share of fewer than twenty', async () => {
    const query = { from: '2023-01', to: '2023-02', compare: 'intervention', measure: 'to-work-or-study' } as const
    const { rows } = (await call(getReport, { params: { kind: 'participants' }, query })).parts.at(-2)!
    const figures = rows.flatMap(({ values }) => values.flatMap((value) => (value.kind === 'figure' ? [value.figure] : [])))
    const few = figures.filter(({ n }) => (valueOf(n!) ?? 0) < 20)
    expect(few.length).toBeGreaterThan(2)
    expect(few.filter(({ share }) => share !== null)).toEqual([])
  })
})

describe('Nationell helårsredovisning', () => {
  test('is of the nation whatever is asked, and a part of a year is called so', async () => {
    const whole = await call(getReport, { params: { kind: 'nation' }, query: { ...year, place: 'association:prov-1' } })
    expect([whole.title, whole.place.kind]).toEqual(['Nationell helårsredovisning', 'nation'])
    const tertial = await call(getReport, { params: { kind: 'nation' }, query: { from: '2023-01', to: '2023-04' } })
    expect(tertial.title).toBe('Nationell delårsrapport')
    expect(tertial.notes.at(-1)).toBe('Planer och pengar gäller hela år: 2023.')
  })
  test('puts no associations beside each other without who their participants are', async () => {
    const { parts } = await call(getReport, { params: { kind: 'nation' }, query: year })
    const keys = parts.map(({ key }) => key)
    const at = keys.indexOf('comparison.association.to-work-or-study')
    expect(keys.slice(at, at + 2)).toEqual(['comparison.association.to-work-or-study', 'caseMix.association'])
  })
  test('has every association, with the cells of a table of the same', async () => {
    const { rows } = part(await call(getReport, { params: { kind: 'nation' }, query: year }), 'associations')
    expect(rows.map(({ label }) => label)).toEqual(['Provförbundet 1', 'Provförbundet 2', 'Alla'])
    const where = ['from=2023-01', 'to=2023-12']
    const table = await call(tabulateFacts, { query: { measure: 'exits', rows: 'association', columns: 'sex', where } })
    const exits = rows.slice(0, 2).map(({ values }) => cells(values).at(-1))
    expect(exits).toEqual(expect.arrayContaining(table.rowTotals.map(({ value }) => value)))
  })
})

describe('who may ask', () => {
  const headers = (user: string) => ({ authorization: 'Bearer test-terminal-token', 'x-samlad-as': user })
  test('is nobody who is not signed in, nor the administrator of the system', async () => {
    expect((await app.inject('/api/reports/participants')).statusCode).toBe(401)
    expect((await app.inject({ url: '/api/reports/participants', headers: headers('systemadministrator.1') })).statusCode).toBe(403)
  })
  test('is told when the report, the source or the place is unheard of', async () => {
    const status = async (path: string): Promise<number> =>
      (await app.inject({ url: `/api/reports/${path}`, headers: headers('boardmember.1') })).statusCode
    expect(
      await Promise.all(['nothing', 'standard?source=guld', 'costs?place=region:XA', 'participants?place=region:QQ'].map(status)),
    ).toEqual([400, 400, 400, 400])
  })
})
