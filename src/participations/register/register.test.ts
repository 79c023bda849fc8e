import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { expectFactsAgree, importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addDays, addMonths } from '../../values/civilDate.ts'
import { parseParticipantCode } from '../../values/participantCode.ts'
import { undoImport } from '../contract.ts'
import type { Participation } from '../domain.ts'
import { contactWarnings } from './contact.ts'
import * as register from './contract.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId] = world.interventions
/** The day of the test's server. */
const today = '2026-11-22'
const { row: _row, ...plain } = importRow(1, { entryDate: addMonths(today, -1), groundDate: addMonths(today, -1), birthYear: 1990 })
const participation = plain as Participation

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
})

const enter = (given: Partial<Participation> = {}, samePersonAs: string | null = null) =>
  call(register.registerParticipation, {
    params: { controllerId },
    body: { interventionId, participation: { ...participation, ...given }, samePersonAs },
  })
const change = (id: string, version: number, given: Partial<Participation>) =>
  call(register.changeParticipation, { params: { controllerId, id }, body: { version, participation: { ...participation, ...given } } })
const read = (id: string) => call(register.getParticipation, { params: { controllerId, id } })
const contact = { date: today, reached: true, source: 'ownContact' as const, changes: [] }
const exit = {
  exitDate: today,
  exitReason: 'toWork' as const,
  occupationAfter: 'work' as const,
  workExtentAfter: 50,
  supportAfter: { lon: 50 },
}

describe('a registered participation', () => {
  test('gets a code that can be read back, and is in the figures at once', async () => {
    const made = await enter()
    expect(parseParticipantCode(made.code)).toBe(made.code)
    expect(made.participation).toEqual(participation)
    expect(
      await call(register.findByCode, { params: { controllerId }, body: { code: made.code.toLowerCase().replace('-', ' ') } }),
    ).toMatchObject({
      id: made.id,
    })
    expect(await bench.count('fact')).toBe(1)
    await expectFactsAgree(bench.database)
  })
  test('of somebody who has a code already is tied to the same person', async () => {
    const first = await enter()
    const second = await enter({ entryDate: addMonths(today, -2) }, first.code)
    expect(second.others.map(({ id }) => id)).toEqual([first.id])
  })
  test('without a ground is a draft: in no figure until there is one', async () => {
    const made = await enter({ ground: 'none', groundDate: null })
    expect(made).toMatchObject({ draft: true, toDo: expect.arrayContaining([expect.objectContaining({ kind: 'ground' })]) })
    expect(await bench.count('fact')).toBe(0)
    await change(made.id, 1, { ground: 'consent', groundDate: today })
    expect(await bench.count('fact')).toBe(1)
  })
  test('is ended, completed and corrected as new versions, which stay to be read', async () => {
    const { id } = await enter({ education: null })
    const ended = await change(id, 1, exit)
    expect(ended).toMatchObject({ version: 2, exitDate: today })
    await change(id, 2, { ...exit, exitReason: 'felregistrering' })
    expect(await bench.count('fact')).toBe(0)
    const versions = await call(register.listVersions, { params: { controllerId, id } })
    expect(versions.map((one) => [one.version, one.participation.exitReason])).toEqual([
      [3, 'felregistrering'],
      [2, 'toWork'],
      [1, null],
    ])
    await change(id, 3, exit)
    await expectFactsAgree(bench.database)
  })
  test('keeps the person’s own answers at entry and at exit, and every version of them', async () => {
    const { id, participation: entered } = await enter({ ownAbilityBefore: 'poorly' })
    expect(entered).toMatchObject({ socialContactsBefore: 'partly', ownAbilityBefore: 'poorly', workBeliefBefore: 'declined' })
    await change(id, 1, { ...exit, ownAbilityBefore: 'poorly', ownAbilityAfter: 'fairlyWell' })
    const versions = await call(register.listVersions, { params: { controllerId, id } })
    expect(versions.map(({ participation: { ownAbilityAfter } }) => ownAbilityAfter)).toEqual(['fairlyWell', null])
  })
  test('that somebody else has changed meanwhile is not overwritten', async () => {
    const { id } = await enter()
    await change(id, 1, { birthYear: 1991 })
    expect(await refusal(change(id, 1, { birthYear: 1992 }))).toMatchObject({ status: 409, key: 'register.changedMeanwhile' })
    expect((await read(id)).participation.birthYear).toBe(1991)
  })
})

describe('refused, with its place', () => {
  test.each<[string, Partial<Participation>, string]>([
    ['an exit before entry', { exitDate: addMonths(today, -2), exitReason: 'moved' }, 'body.participation.exitDate'],
    ['an entry in the future', { entryDate: addDays(today, 1) }, 'body.participation.entryDate'],
    ['no municipality', { municipality: null }, 'body.participation.municipality'],
    ['no support before', { supportBefore: {} }, 'body.participation.supportBefore'],
    ['an age outside working age without a reason', { birthYear: 1930 }, 'body.participation.ageReason'],
    ['a municipality that is not there', { municipality: '0000' }, 'body.participation.municipality'],
  ])('%s', async (_what, given, where) => {
    const refused = await refusal(enter(given))
    expect(refused.status).toBe(422)
    expect(refused.faults.map((fault) => fault.where)).toContain(where)
    expect(await bench.count('participation')).toBe(0)
  })
  test('a code that belongs to nobody', async () => {
    expect(await refusal(enter({}, 'BALO-TUVE-K'))).toMatchObject({ status: 422, key: 'register.unknownCode' })
  })
  test('guessing codes: after twenty in a minute everything is refused', async () => {
    bench.as('controlleradmin.1')
    const guess = () => refusal(call(register.findByCode, { params: { controllerId }, body: { code: 'BALO-TUVE-K' } }))
    const seen = []
    for (let at = 0; at < 22; at++) seen.push((await guess()).status)
    expect(new Set(seen.slice(0, 20))).toEqual(new Set([422]))
    expect(seen.slice(20)).toEqual([429, 429])
  })
  test('guessing codes by registering to them is slowed down together with that; registering without a code is not', async () => {
    bench.as('controlleradmin.1')
    expect(await refusal(enter({}, 'BALO-TUVE-K'))).toMatchObject({ status: 429 })
    expect((await enter()).version).toBe(1)
  })
})

describe('a follow-up', () => {
  test('is recorded with what has changed since what was known, and gives intervals without gaps', async () => {
    const { id } = await enter({ entryDate: addMonths(today, -6), groundDate: addMonths(today, -6) })
    const from = addMonths(today, -2)
    const state = {
      occupation: 'work' as const,
      workExtent: 75,
      studyExtent: null,
      workType: 'unsubsidised' as const,
      support: { lon: 75 },
    }
    const seen = await call(register.recordContact, { params: { controllerId, id }, body: { ...contact, changes: [{ from, ...state }] } })
    expect(seen.followUps[0]).toMatchObject({ state: 'done', points: [{ clock: 'entry', months: 6 }] })
    expect(seen.intervals).toMatchObject([
      { from: addMonths(today, -6), to: from, occupation: 'other', source: 'entry' },
      { from, to: null, ...state, source: 'ownContact' },
    ])
    expect(seen.knownUntil).toBe(today)
  })
  test('carries the person’s own answers, as a new version when they are corrected, and none of somebody not reached', async () => {
    const { id } = await enter()
    const params = { controllerId, id }
    const answered = { ...contact, socialContacts: 'partly' as const, workBelief: 'declined' as const }
    const { contacts } = await call(register.recordContact, { params, body: answered })
    expect(contacts).toMatchObject([{ socialContacts: 'partly', ownAbility: null, workBelief: 'declined' }])
    const body = { ...answered, ownAbility: 'fully' as const, version: 1, withdrawn: false }
    const seen = await call(register.changeContact, { params: { ...params, contactId: contacts[0]!.id }, body })
    expect(seen.contacts).toMatchObject([{ version: 2, socialContacts: 'partly', ownAbility: 'fully' }])
    const unreached = call(register.recordContact, { params, body: { ...answered, reached: false } })
    expect((await refusal(unreached)).faults).toMatchObject([{ where: 'body.socialContacts' }])
  })
  test('that reached nobody counts as an attempt', async () => {
    const { id } = await enter({ entryDate: addMonths(today, -6), groundDate: addMonths(today, -6) })
    const seen = await call(register.recordContact, { params: { controllerId, id }, body: { ...contact, reached: false } })
    expect(seen.followUps[0]).toMatchObject({ state: 'open', tries: 1 })
  })
  test('is corrected as a new version, and not by two at once', async () => {
    const { id } = await enter()
    const { contacts } = await call(register.recordContact, { params: { controllerId, id }, body: { ...contact, reached: false } })
    const params = { controllerId, id, contactId: contacts[0]!.id }
    const seen = await call(register.changeContact, { params, body: { ...contact, version: 1, withdrawn: false } })
    expect(seen.contacts).toMatchObject([{ version: 2, reached: true }])
    const other = { ...contact, source: 'register' as const, version: 1, withdrawn: false }
    expect(await refusal(call(register.changeContact, { params, body: other }))).toMatchObject({ status: 409 })
  })
  test.each([
    [{ workExtent: 75, studyExtent: 50, support: {} }, ['body.changes.0.workExtent 125']],
    [{ workExtent: null, studyExtent: null, support: { lon: 75, sjukpenning: 50, studiestod: null } }, ['body.changes.0.support 125']],
    [{ workExtent: 50, studyExtent: 50, support: { lon: 50, sjukpenning: 50 } }, []],
  ])('of more than all together is pointed out: %j', (state, found) => {
    expect(contactWarnings([state]).map(({ where, args }) => `${where} ${args!.total}`)).toEqual(found)
  })
  test('recorded in error is withdrawn, and stands in the history only', async () => {
    const { id } = await enter()
    const { contacts } = await call(register.recordContact, { params: { controllerId, id }, body: contact })
    const params = { controllerId, id, contactId: contacts[0]!.id }
    const seen = await call(register.changeContact, { params, body: { ...contact, version: 1, withdrawn: true } })
    expect(seen.contacts).toEqual([])
    const kept = await bench.database.queries.selectFrom('contact').select(['version', 'current', 'withdrawn']).orderBy('version').execute()
    expect(kept).toEqual([
      { version: 1, current: false, withdrawn: false },
      { version: 2, current: true, withdrawn: true },
    ])
    expect(await refusal(call(register.changeContact, { params, body: { ...contact, version: 2, withdrawn: false } }))).toMatchObject({
      status: 404,
    })
  })
  test.each([
    ['in the future', { date: addDays(today, 1) }, 'body.date'],
    ['before entry', { date: addMonths(today, -3) }, 'body.date'],
    [
      'with a change after it',
      {
        changes: [
          { from: addDays(today, 1), occupation: 'work' as const, workExtent: 100, studyExtent: null, workType: null, support: {} },
        ],
      },
      'body.changes.0.from',
    ],
  ])('%s is refused', async (_what, given, where) => {
    const { id } = await enter()
    const refused = await refusal(call(register.recordContact, { params: { controllerId, id }, body: { ...contact, ...given } }))
    expect(refused.faults.map((fault) => fault.where)).toEqual([where])
  })
})

test('an import that somebody has followed up on is not undone', async () => {
  const { id: importId } = await bench.bring([importRow(2, { entryDate: addMonths(today, -6) })])
  const { rows } = await call(register.listParticipations, { params: { controllerId } })
  await call(register.recordContact, { params: { controllerId, id: rows[0]!.id }, body: contact })
  expect(await refusal(call(undoImport, { params: { controllerId, importId } }))).toMatchObject({ key: 'participations.laterDepends' })
  expect(await bench.count('fact')).toBe(1)
})

describe('what remains to be done', () => {
  const list = () => call(register.listToDo, { params: { controllerId } })
  const kinds = async () => (await list()).rows.map(({ toDo }) => toDo.kind)

  test('is the ground, the exit, the missing fields and the open follow-ups, most urgent first', async () => {
    const long = addMonths(today, -25)
    await enter({ entryDate: long, groundDate: long, education: null })
    await enter({ ground: 'none', groundDate: null, timeOnSupport: 'none', targetGroups: ['youth'] })
    const { rows, total } = await list()
    expect(rows.map(({ toDo }) => toDo.kind)).toEqual(['complete', 'exit', 'ground', 'followUp'])
    expect(total).toBe(4)
  })
  test('is nothing when everything is filled in and no follow-up is open', async () => {
    await enter({ timeOnSupport: 'none', targetGroups: ['youth'] })
    expect(await kinds()).toEqual([])
  })
})

describe('the list', () => {
  test('is narrowed by intervention, month and state, and leaves out what was registered in error', async () => {
    await enter({ entryDate: '2026-01-31', groundDate: '2026-01-31' })
    await enter({ entryDate: '2026-02-01', groundDate: '2026-02-01', ...exit })
    const { id } = await enter({ entryDate: '2026-02-28', groundDate: '2026-02-28' })
    await change(id, 1, { entryDate: '2026-02-28', ...exit, exitReason: 'felregistrering' })
    const dates = async (query: { month?: string; state?: 'running'; intervention?: string }) =>
      (await call(register.listParticipations, { params: { controllerId }, query })).rows.map((row) => row.entryDate)
    expect(await dates({})).toEqual(['2026-02-01', '2026-01-31'])
    expect(await dates({ month: '2026-02' })).toEqual(['2026-02-01'])
    await expect(dates({ month: '9999-12' })).rejects.toMatchObject({ status: 400 })
    expect(await dates({ state: 'running' })).toEqual(['2026-01-31'])
    expect(await dates({ intervention: world.interventions[1] })).toEqual([])
  })
})

describe('nobody else', () => {
  test('at another controller finds the record, whatever address is used', async () => {
    const { id, code } = await enter()
    bench.as('caseworker.2')
    for (const at of [controllerId, foreign]) {
      expect(await refusal(call(register.getParticipation, { params: { controllerId: at, id } }))).toMatchObject({ status: 404 })
      expect(await refusal(call(register.listVersions, { params: { controllerId: at, id } }))).toMatchObject({ status: 404 })
      expect(await refusal(call(register.findByCode, { params: { controllerId: at }, body: { code } }))).toMatchObject({ status: 404 })
      expect(await refusal(call(register.recordContact, { params: { controllerId: at, id }, body: contact }))).toMatchObject({
        status: 404,
      })
    }
  })
  test('in the same house without the intervention finds it either', async () => {
    const { id } = await enter()
    const { queries } = bench.database
    await queries
      .updateTable('role_assignment')
      .set({ intervention_id: world.interventions[1] })
      .where('user_id', '=', 'caseworker.1')
      .execute()
    expect(await refusal(read(id))).toMatchObject({ status: 404, key: 'error.notFound' })
    await queries.updateTable('role_assignment').set({ intervention_id: null }).where('user_id', '=', 'caseworker.1').execute()
  })
})

test('the log names the records that were read and changed, and never their codes', async () => {
  const { queries } = bench.database
  await queries.deleteFrom('audit_event').execute()
  const { id, code } = await enter()
  await read(id)
  await call(register.listParticipations, { params: { controllerId } })
  const rows = await queries.selectFrom('audit_event').select(['endpoint', 'kind', 'records']).orderBy('at').execute()
  expect(rows).toEqual([
    { endpoint: 'registerParticipation', kind: 'change', records: [id] },
    { endpoint: 'getParticipation', kind: 'personRead', records: [id] },
    { endpoint: 'listParticipations', kind: 'personRead', records: [id] },
  ])
  expect(JSON.stringify(rows)).not.toContain(code)
})
