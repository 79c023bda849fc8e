// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { getFollowUp, getFollowUpFile } from '../contract.ts'

let database: Database
let app: FastifyInstance

beforeAll(async () => {
  ;({ database, app } = await filledApp(150, 21))
  useTransport(transportAs(app, 'boardmember.1'))
})
afterAll(() => database.close())

const query = { place: 'association:prov-1', from: '2023-01', to: '2023-12' }

describe('the file of a follow-up', () => {
  test('as CSV says what it is before its numbers, and that they are invented', async () => {
    const { blob, fileName } = await callFile(getFollowUpFile, { query: { ...query, format: 'csv' } })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const lines = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes).split('\r\n')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(fileName).toBe('samlad-provförbundet-1-2023-01-2023-12.csv')
    expect(lines.slice(0, 4)).toEqual([
      'PÅHITTADE DATA',
      'Uppföljning: Provförbundet 1, 2023',
      'Senaste registrering: 2024-01-15',
      'Ingår inte i Sveriges officiella statistik.',
    ])
  })
  test('has the numbers of the page, and words where they are hidden', async () => {
    const { counts, tables } = await call(getFollowUp, { query })
    const { blob } = await callFile(getFollowUpFile, { query: { ...query, format: 'csv' } })
    const text = await blob.text()
    expect(text).toContain(`\r\nAlla;≈;${valueOf(counts[0]!.total.value)}\r\n`)
    const hidden = tables.flatMap(({ cells }) => cells.flat()).filter((cell) => cell.kind === 'suppressed')
    expect(hidden.length).toBeGreaterThan(0)
    expect(text.match(/"?Visas inte, för att skydda enskilda"?;/g)!.length).toBeGreaterThan(0)
  })
  test('as XLSX holds the same in a sheet', async () => {
    const { blob } = await callFile(getFollowUpFile, { query: { ...query, format: 'xlsx' } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await blob.arrayBuffer())
    const sheet = workbook.worksheets[0]!
    expect([sheet.name, sheet.getCell('A1').value]).toEqual(['Uppföljning', 'PÅHITTADE DATA'])
    const { counts } = await call(getFollowUp, { query })
    const values = sheet.getColumn(2).values
    expect(values).toContain(valueOf(counts[0]!.total.value))
  })
  test('tells which numbers are approximate: a column of signs as CSV, part of how a number is shown as XLSX', async () => {
    const { notes } = await call(getFollowUp, { query })
    const csv = await (await callFile(getFollowUpFile, { query: { ...query, format: 'csv' } })).blob.text()
    expect(csv.split('högst ±7').length).toBe(2)
    expect(csv).toContain(notes[1])
    for (const line of csv.split('\r\n').filter((one) => /^(Alla|Kvinnor|Män);/.test(one))) {
      const [, ...parts] = line.split(';')
      expect(parts[0] === '≈' || (parts[0] === '' && /^(Visas inte|"?Visas|Inget)/.test(parts[1]!))).toBe(true)
    }
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await (await callFile(getFollowUpFile, { query: { ...query, format: 'xlsx' } })).blob.arrayBuffer())
    const rows = workbook.worksheets[0]!.getRows(1, workbook.worksheets[0]!.rowCount)!
    const numbers = rows.filter((row) => row.getCell(1).value === 'Alla' && typeof row.getCell(2).value === 'number')
    expect(numbers.length).toBeGreaterThan(5)
    for (const row of numbers) expect(row.getCell(2).numFmt).toBe('"≈"#,##0')
  })
})

describe('who may see follow-up', () => {
  test('is nobody who is not signed in', async () => {
    const response = await app.inject('/api/follow-up')
    expect(response.statusCode).toBe(401)
  })
  test('is no administrator of the system', async () => {
    const headers = { authorization: 'Bearer test-terminal-token', 'x-samlad-as': 'systemadministrator.1' }
    expect((await app.inject({ url: '/api/tabulate?measure=exits', headers })).statusCode).toBe(403)
  })
  test('leaves a row in the log', async () => {
    await call(getFollowUp, { query })
    const rows = await database.queries
      .selectFrom('audit_event')
      .select(['kind', 'user_id'])
      .where('endpoint', '=', 'getFollowUp')
      .execute()
    expect(rows).toContainEqual({ kind: 'personRead', user_id: 'boardmember.1' })
  })
})
