import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { TERMINAL_TOKEN, world } from './api.ts'
import { importBench, importRow, refusal, type ImportBench } from './participations.ts'
import { endpoints } from '../src/endpoints.ts'
import { messages } from '../src/messages.ts'
import { getImportReceipt, undoImport } from '../src/participations/contract.ts'
import { getExtract } from '../src/participations/extract/contract.ts'
import type { Participation } from '../src/participations/domain.ts'
import * as register from '../src/participations/register/contract.ts'
import { call, callFile } from '../src/platform/call.ts'
import { translator } from '../src/values/catalogue.ts'
import { getLogFile, searchLog } from '../src/log/contract.ts'
import { eventText, kindText } from '../src/log/eventText.ts'

let bench: ImportBench
let one: { id: string; code: string }
let two: { id: string; code: string }
const params = { controllerId: world.controllers[0] }
const everything = { from: '2026-11-22', to: '2026-11-22', userId: null, kind: null, code: null }

beforeAll(async () => {
  bench = await importBench()
  bench.as('caseworker.1')
  const { row: _row, ...participation } = importRow(1)
  const body = { interventionId: world.interventions[0], participation: participation as Participation, samePersonAs: null }
  one = await call(register.registerParticipation, { params, body })
  two = await call(register.registerParticipation, { params, body })
  await call(register.listParticipations, { params })
  await call(register.getParticipation, { params: { ...params, id: one.id } })
  bench.as('boardMember.1')
  await refusal(call(register.listParticipations, { params }))
  await bench.database.script('create table kept as select * from audit_event')
})
beforeEach(async () => {
  await bench.database.script('delete from audit_event; insert into audit_event select * from kept')
  bench.as('controllerAdmin.1')
})
afterAll(() => bench.close())

const search = (given: Partial<typeof everything> | object = {}) =>
  call(searchLog, { params, body: { ...everything, before: null, ...given } })
const endpointsIn = async (given: object = {}) => (await search(given)).rows.map(({ endpoint }) => endpoint)

test('the steward sees who read and changed what, newest first, with codes', async () => {
  const { total, rows, staff } = await search()
  expect(total).toBe(5)
  expect(rows.map(({ endpoint, kind, user }) => [endpoint, kind, user?.name])).toEqual([
    ['listParticipations', 'refused', 'boardmember.1'],
    ['getParticipation', 'personRead', 'caseworker.1'],
    ['listParticipations', 'personRead', 'caseworker.1'],
    ['registerParticipation', 'change', 'caseworker.1'],
    ['registerParticipation', 'change', 'caseworker.1'],
  ])
  expect(rows[1]).toMatchObject({ roles: ['caseworker'], records: [{ id: one.id, code: one.code }] })
  expect(rows[0]!.roles).toEqual(['boardMember'])
  expect(rows[2]).toMatchObject({ recordCount: 2 })
  expect(staff.map(({ id }) => id)).toEqual(['boardmember.1', 'caseworker.1'])
})

describe('a choice', () => {
  test('of kind', async () => expect(await endpointsIn({ kind: 'refused' })).toEqual(['listParticipations']))
  test('of person', async () => expect((await search({ userId: 'caseworker.1' })).total).toBe(4))
  test('of a code, in whatever way it is written', async () => {
    const spelt = two.code.toLowerCase().replaceAll('-', ' ')
    expect(await endpointsIn({ code: spelt })).toEqual(['listParticipations', 'registerParticipation'])
  })
  test('of a code that is nobody’s is told', async () =>
    expect(await refusal(search({ code: 'BALO-TUVE-K' }))).toMatchObject({ status: 422, key: 'log.unknownCode' }))
  test('of a code finds the list that wrote it, and the taking back', async () => {
    const { id } = await bench.bring([importRow(2, { entryDate: '2024-05-06' })])
    const { code } = await bench.database.queries
      .selectFrom('participation as p')
      .innerJoin('import_row as r', 'r.participation_id', 'p.id')
      .select('p.code')
      .where('r.import_id', '=', id)
      .executeTakeFirstOrThrow()
    await call(undoImport, { params: { ...params, importId: id } })
    expect(await endpointsIn({ code, kind: 'change' })).toEqual(['undoImport', 'commitImport'])
  })
  test('of a code finds whoever fetched the receipt of its list; both tell the list and its codes', async () => {
    const { id } = await bench.bring([importRow(2, { entryDate: '2024-05-07' }), importRow(3, { entryDate: '2024-05-08' })])
    bench.as('caseworker.1')
    await callFile(getImportReceipt, { params: { ...params, importId: id } })
    const written = await bench.database.queries
      .selectFrom('participation as p')
      .innerJoin('import_row as r', 'r.participation_id', 'p.id')
      .select(['p.id', 'p.code'])
      .where('r.import_id', '=', id)
      .orderBy('r.row_number')
      .execute()
    bench.as('controllerAdmin.1')
    const { rows } = await search({ code: written[1]!.code })
    const told = { importId: id, recordCount: 2, records: written }
    expect(rows).toMatchObject([
      { endpoint: 'getImportReceipt', kind: 'personRead', ...told },
      { endpoint: 'commitImport', kind: 'change', ...told },
    ])
    const { events } = await call(getExtract, { params: { ...params, id: written[1]!.id } })
    expect(events.map(({ endpoint }) => endpoint)).toEqual(['commitImport', 'getImportReceipt', 'searchLog'])
  })
  test('of what came to nothing tells why', async () => {
    bench.as('caseworker.1')
    const { version, participation } = await call(register.getParticipation, { params: { ...params, id: one.id } })
    const change = (given: object) =>
      refusal(call(register.changeParticipation, { params: { ...params, id: one.id }, body: { version, participation, ...given } }))
    await change({ version: version + 7 })
    await change({ participation: { ...participation, entryDate: '2031-01-01' } })
    await change({ version: 'one' as unknown as number })
    await refusal(call(register.getParticipation, { params: { ...params, id: world.interventions[0] } }))
    bench.as('controllerAdmin.1')
    const t = translator(messages, 'sv')
    const seen = async (kind: string) =>
      (await search({ kind, userId: 'caseworker.1' })).rows.map((row) => [row.kind, row.status, kindText(row, t), row.records[0]?.id])
    expect(await seen('conflict')).toEqual([['conflict', 409, 'gick inte: någon annan hade ändrat', one.id]])
    expect(await seen('invalid')).toEqual([
      ['invalid', 400, 'gick inte: en uppgift stämde inte', one.id],
      ['invalid', 422, 'gick inte: en uppgift stämde inte', one.id],
    ])
    expect(await seen('refused')).toEqual([['refused', 404, 'nekat: finns inte för den som frågade', world.interventions[0]]])
    expect(await seen('failed')).toEqual([])
  })
  test('of what came to nothing before it was read is there too: too large, or no JSON', async () => {
    for (const payload of [`{"a":"${'x'.repeat(1_100_000)}"}`, '{'])
      await bench.app.inject({
        ...{ method: 'PUT', url: `/api/controllers/${params.controllerId}/participations/${one.id}`, payload },
        headers: {
          'content-type': 'application/json',
          'x-samlad': '1',
          authorization: `Bearer ${TERMINAL_TOKEN}`,
          'x-samlad-as': 'caseworker.1',
        },
      })
    const { rows } = await search({ kind: 'invalid' })
    expect(rows.map(({ status, endpoint, user, records }) => [status, endpoint, user?.id, records[0]?.code])).toEqual([
      [400, 'changeParticipation', 'caseworker.1', one.code],
      [413, 'changeParticipation', 'caseworker.1', one.code],
    ])
  })
  test('of what was asked for in vain names it by its internal id, in the file too', async () => {
    bench.as('boardMember.1')
    await refusal(call(register.getParticipation, { params: { ...params, id: world.interventions[1] } }))
    bench.as('controllerAdmin.1')
    expect((await search({ kind: 'refused' })).rows[0]).toMatchObject({ records: [{ id: world.interventions[1], code: null }] })
    const { blob } = await callFile(getLogFile, { params, body: { ...everything, kind: 'refused', format: 'csv' } })
    expect(await blob.text()).toContain(`ingen kod, internt id ${world.interventions[1]}`)
  })
  test('of a code finds who was refused it', async () => {
    bench.as('boardMember.1')
    await refusal(call(register.getParticipation, { params: { ...params, id: two.id } }))
    bench.as('controllerAdmin.1')
    const { rows } = await search({ code: two.code, kind: 'refused' })
    expect(rows).toMatchObject([{ endpoint: 'getParticipation', user: { name: 'boardmember.1' }, records: [{ code: two.code }] }])
  })
  test('of days goes by the days of Sweden', async () => {
    await bench.database.script("update audit_event set at = '2026-11-21T23:30:00Z' where endpoint = 'getParticipation'")
    expect((await search({ userId: 'caseworker.1' })).total).toBe(4)
    await bench.database.script("update audit_event set at = '2026-11-21T22:30:00Z' where endpoint = 'getParticipation'")
    expect((await search({ userId: 'caseworker.1' })).total).toBe(3)
  })
  test('of a later page begins after the last event of the one before, though looking is an event too', async () => {
    const { rows } = await search()
    for (const [at, { id }] of rows.entries()) expect((await search({ before: id })).rows).toEqual(rows.slice(at + 1))
  })
  test('of more than a page says so, and all pages have each event once', async () => {
    await bench.database.script(
      `insert into audit_event select p.* from audit_event e, generate_series(1, 220) n,
        json_populate_record(e, json_build_object('id', gen_random_uuid(), 'seq', e.seq + 1000 + n)) p where e.endpoint = 'listParticipations' and e.kind = 'refused'`,
    )
    const seen: string[] = []
    for (let before: string | null = null, hasMore = true; hasMore;) {
      const page = await search({ before })
      seen.push(...page.rows.map(({ id }) => id))
      ;({ hasMore } = page)
      before = page.rows.at(-1)!.id
    }
    expect([seen.length, new Set(seen).size]).toEqual([225, 225])
  })
})

describe('reading the log', () => {
  test('is itself in the log, with the participation that was asked for', async () => {
    await search({ code: one.code })
    expect((await search()).rows[0]).toMatchObject({ endpoint: 'searchLog', kind: 'personRead', records: [{ id: one.id }] })
  })
  test('shows a steward of another controller nothing', async () => {
    bench.as('controllerAdmin.2')
    expect(await refusal(search())).toMatchObject({ status: 404 })
    const own = await call(searchLog, { params: { controllerId: world.controllers[1] }, body: { ...everything, before: null } })
    expect(own.rows).toEqual([])
  })
  test('is not for a caseworker', async () => {
    bench.as('caseworker.1')
    expect(await refusal(search())).toMatchObject({ status: 404 })
  })
})

describe('the file', () => {
  test('is the same as CSV, where no name can begin a formula', async () => {
    await bench.database.script(`update app_user set name = '=HYPERLINK("x")' where id = 'caseworker.1'`)
    const { blob, fileName } = await callFile(getLogFile, { params, body: { ...everything, kind: 'change', format: 'csv' } })
    await bench.database.script("update app_user set name = 'caseworker.1' where id = 'caseworker.1'")
    const lines = (await blob.text()).trim().split('\r\n')
    expect(fileName).toBe('samlad-logg-2026-11-22-2026-11-22.csv')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain('PÅHITTADE DATA')
    expect(lines[1]).toMatch(/Tid;Vem;Användare;Roll;Vad;Slag;Deltagarkoder;Antal deltaganden;Inläsning$/)
    expect(lines[3]).toBe(
      `2026-11-22 11:00:00;"'=HYPERLINK(""x"")";caseworker.1;Deltagaransvarig;Registrerade deltagande;ändrat;${one.code};1;`,
    )
  })
  test('is the same as XLSX', async () => {
    const { blob } = await callFile(getLogFile, { params, body: { ...everything, format: 'xlsx' } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await blob.arrayBuffer())
    expect(workbook.worksheets[0]!.rowCount).toBe(7)
  })
})

test('everything that stands in the log of a controller has words', () => {
  const t = translator(messages, 'sv')
  const logged = endpoints.filter(({ audit, permission: one }) => audit !== 'none' && one.kind === 'roleAt' && one.place === 'controllerId')
  expect(logged.map(({ name }) => name).filter((name) => eventText(name, t) === name)).toEqual([])
  expect(eventText('longGone', t)).toBe('longGone')
})
