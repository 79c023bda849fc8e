import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../test/api.ts'
import {
  anonymousRow,
  expectFactsAgree,
  importBench,
  importRow,
  listOf,
  refusal,
  sendingOf,
  type ImportBench,
} from '../../test/participations.ts'
import { call, useTransport } from '../platform/call.ts'
import { undoImport, type ImportSummary } from './contract.ts'
import * as register from './register/contract.ts'
import { commitDraft, sendDraft } from './sendImport.ts'

let bench: ImportBench
const [controllerId] = world.controllers
/** Each call comes a second after the one before: what is later decides what may be undone. */
let clock = Date.parse('2026-11-22T10:00:00Z')
beforeAll(async () => {
  bench = await importBench({ now: () => new Date((clock += 1000)) })
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const undo = (importId: string): Promise<ImportSummary> => call(undoImport, { params: { controllerId, importId } })

describe('undo', () => {
  test('takes everything out of the figures and keeps the history', async () => {
    const { id } = await bench.bring([importRow(2), importRow(3, { sex: 'man' })], [anonymousRow(4, 2024, 2024)])
    expect((await undo(id)).status).toBe('undone')
    expect([await bench.count('fact'), await bench.count('participation'), await bench.count('participation_version')]).toEqual([0, 2, 4])
    const rows = await bench.database.queries.selectFrom('anonymous_count').select(['women', 'men']).execute()
    expect(rows.reduce((sum, row) => sum + row.women + row.men, 0)).toBe(0)
    await expectFactsAgree(bench.database)
  })

  test('gives changed participations their former content back', async () => {
    await bench.bring([importRow(2, { reference: 'A-1', education: 'compulsory' })])
    const { id } = await bench.bring([importRow(2, { reference: 'A-1', education: 'postSecondary' })])
    await undo(id)
    const current = await bench.database.queries
      .selectFrom('participation_version')
      .select(['education', 'version'])
      .where('current', '=', true)
      .executeTakeFirstOrThrow()
    expect(current).toEqual({ education: 'compulsory', version: 3 })
    await expectFactsAgree(bench.database)
  })

  test('gives no draft a fact when it becomes one again', async () => {
    await bench.bring([importRow(2, { reference: 'A-1' })])
    // As registered by hand without a ground.
    await bench.database.script("update participation_version set ground = 'none', ground_date = null; delete from fact")
    const { id } = await bench.bring([importRow(2, { reference: 'A-1' })])
    expect(await bench.count('fact')).toBe(1)
    await undo(id)
    expect(await bench.count('fact')).toBe(0)
    await expectFactsAgree(bench.database)
  })

  test('is refused while something later depends on it', async () => {
    const { id } = await bench.bring([importRow(2, { reference: 'A-1' })])
    await bench.bring([importRow(2, { reference: 'A-1', education: 'compulsory' })])
    const error = await refusal(undo(id))
    expect([error.status, error.key]).toEqual([422, 'participations.laterDepends'])
    expect(await bench.count('fact')).toBe(1)
  })

  describe('of a participation that was followed up', () => {
    const work = { occupation: 'work', workExtent: 50, studyExtent: 0, workType: 'subsidised', support: {} } as const
    const contact = { date: '2025-03-01', reached: true, source: 'ownContact' as const, changes: [{ from: '2024-06-01', ...work }] }
    const bring = (education: 'compulsory' | 'postSecondary') => bench.bring([importRow(2, { reference: 'A-1', education })])
    const place = async () => {
      const { id } = await bench.database.queries.selectFrom('participation').select('id').executeTakeFirstOrThrow()
      return { controllerId, id }
    }
    const followUp = async () => call(register.recordContact, { params: await place(), body: contact })

    test('before the import works, and what the follow-up told stays in the figures', async () => {
      await bring('compulsory')
      await followUp()
      const { id } = await bring('postSecondary')
      expect((await undo(id)).status).toBe('undone')
      const { participation, contacts } = await call(register.getParticipation, { params: await place() })
      expect([participation.education, contacts.length]).toEqual(['compulsory', 1])
      const fact = await bench.database.queries.selectFrom('fact').select('state_after_start6').executeTakeFirstOrThrow()
      expect(fact.state_after_start6).not.toBeNull()
      await expectFactsAgree(bench.database)
    })
    test('after it is refused', async () => {
      await bring('compulsory')
      const { id } = await bring('postSecondary')
      await followUp()
      expect(await refusal(undo(id))).toMatchObject({ status: 422, key: 'participations.laterDepends' })
    })
    test('before it is refused when the follow-up has been corrected after it', async () => {
      await bring('compulsory')
      const { contacts } = await followUp()
      const { id } = await bring('postSecondary')
      const params = { ...(await place()), contactId: contacts[0]!.id }
      await call(register.changeContact, { params, body: { ...contact, reached: false, changes: [], version: 1, withdrawn: false } })
      expect(await refusal(undo(id))).toMatchObject({ status: 422, key: 'participations.laterDepends' })
    })
    test('works when it was recorded in the same moment as the import changed it', async () => {
      await bring('compulsory')
      await followUp()
      const { id } = await bring('postSecondary')
      await bench.database.script(
        'update contact set recorded_at = (select max(recorded_at) from participation_version where import_id is not null)',
      )
      expect((await undo(id)).status).toBe('undone')
    })
  })

  test('works once', async () => {
    const { id } = await bench.bring([importRow(2)])
    await undo(id)
    expect((await refusal(undo(id))).key).toBe('participations.notCommitted')
  })

  test('lets the same file be read in again', async () => {
    const sending = sendingOf('undone file')
    const first = await sendDraft(listOf([importRow(2)]), sending)
    if (first.kind !== 'draft') throw new Error('Not a draft')
    await commitDraft({ controllerId, importId: first.importId }, { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} })
    await undo(first.importId)
    expect((await sendDraft(listOf([importRow(2)]), sending)).kind).toBe('draft')
  })
})

describe('interrupted', () => {
  test('a commit that is left writes nothing, and no draft stays', async () => {
    const address = await bench.app.listen({ port: 0, host: '127.0.0.1' })
    const remote = transportAs(bench.app, 'caseworker.1')
    useTransport((path, init) => {
      if (!path.endsWith('/commit')) return remote(path, init)
      const headers = {
        ...(init.headers as Record<string, string>),
        authorization: 'Bearer test-terminal-token',
        'x-samlad-as': 'caseworker.1',
      }
      return fetch(address + path, { ...init, headers })
    })
    const rows = Array.from({ length: 3000 }, (_, at) => importRow(at + 2, { reference: `R-${at}` }))
    const parts = Array.from({ length: 6 }, (_, part) => rows.map((row) => ({ ...row, reference: `${row.reference}-${part}` })))
    const list = { parts: () => parts.length, part: (number: number) => ({ number, rows: parts[number]!, anonymous: [] }) }
    const sent = await sendDraft(list, sendingOf('long'))
    if (sent.kind !== 'draft') throw new Error('Not a draft')
    const leaving = new AbortController()
    const onProgress = (share: number): void => {
      if (share > 0.3) leaving.abort()
    }
    const work = commitDraft(
      { controllerId, importId: sent.importId },
      { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} },
      { onProgress, signal: leaving.signal },
    )
    await expect(work).rejects.toThrow()
    expect([
      await bench.count('participation'),
      await bench.count('fact'),
      await bench.count('import'),
      await bench.count('import_chunk'),
    ]).toEqual([0, 0, 0, 0])
  })
})

test('rows without a ground that an earlier edition has counted can be left out', async () => {
  await bench.bring([], [anonymousRow(2, 2024, 2024)])
  const { importId } = await bench.draft([importRow(3)], [anonymousRow(2, 2024, 2024)])
  const choice = { likelyDuplicates: 'skip', anonymous: 'skip', mapping: {} } as const
  const summary = await commitDraft({ controllerId, importId }, choice)
  expect(summary.counts).toMatchObject({ new: 1, skipped: 1, anonymous: 0 })
  const rows = await bench.database.queries.selectFrom('anonymous_count').select(['women', 'men']).execute()
  expect(rows).toEqual([{ women: 1, men: 0 }])
})

/**
 * So many more like the only participation, with all its versions; drafts, since facts would only take time. They are analyzed before their versions are
 * made: a foreign key that was planned for one participation may go through all of its controller’s for each version.
 */
async function multiply(times: number): Promise<void> {
  await bench.database.script(`
    update participation_version set ground = 'none', ground_date = null;
    delete from fact;
    create temporary table made as select gen_random_uuid() as id, n from generate_series(1, ${times}) n;
    create temporary table one as select to_jsonb(p) as participation, to_jsonb(v) as version from participation p, participation_version v;
    insert into participation select p.* from made, (select distinct participation from one) o,
      jsonb_populate_record(null::participation, o.participation
        || jsonb_build_object('id', made.id, 'code', made.n, 'person_id', made.id, 'reference_hmac', null)) p;
    analyze participation;
    insert into participation_version select v.* from made, one,
      jsonb_populate_record(null::participation_version, one.version || jsonb_build_object('participation_id', made.id)) v;
    drop table made, one;`)
}

// The last one: what it has made goes with the database.
test('an import of more participations than a statement takes parameters is undone', async () => {
  await bench.bring([importRow(2, { reference: 'A-1', education: 'compulsory' })])
  const { id } = await bench.bring([importRow(2, { reference: 'A-1', education: 'postSecondary' })])
  await multiply(65_535)
  expect((await undo(id)).status).toBe('undone')
  const current = await bench.database.queries
    .selectFrom('participation_version')
    .select((on) => ['education', 'version', on.fn.countAll<number>().as('n')])
    .where('current', '=', true)
    .groupBy(['education', 'version'])
    .execute()
  expect(current).toEqual([{ education: 'compulsory', version: 3, n: 65_536 }])
})
