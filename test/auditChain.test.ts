import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'
import { useTransport } from '../src/platform/call.ts'
import { writeAudit } from '../src/platform/audit.ts'
import { openEmbedded, type Database } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrationFolder } from '../src/prepareDatabase.ts'
import { verifyLog } from '../src/log/verifyLog.ts'
import { ChainCheck } from '../src/log/chain.ts'
import { listHeads, listLinks } from '../src/log/chainStore.ts'

/** Tampering planted straight in the database, as whoever owns it can. */
let database: Database
const [controllerId] = world.controllers
const chain = `controller:${controllerId}`
const other = `controller:${world.controllers[1]}`

const event = (minute: number, given: object = {}) => ({
  ...{ at: `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`, userId: 'caseworker.1', endpoint: 'getParticipation' },
  ...{ kind: 'personRead' as const, status: 200, controllerId, ...given },
})
const write = (minute: number, given: object = {}): Promise<void> =>
  database.as('samlad_staff', undefined, (queries) => writeAudit(queries, event(minute, given)))
const plant = (text: string): Promise<void> => database.script(text.replaceAll('$chain', `'${chain}'`))
const anchored = () => database.as('samlad_keeper', undefined, listHeads)
const found = async (anchors: Awaited<ReturnType<typeof anchored>> = []) =>
  (await verifyLog(anchors)).findings.map(({ kind, chain: where, from, to }) => ({ kind, where, from, to }))
const at = (kind: string, from: number, to = from) => [{ kind, where: chain, from, to }]
/** Seals a row anew from what it says now, as one who knows the recipe can. */
const reseal = (from: number): Promise<void> =>
  plant(`do $$ declare event audit_event; last bytea; begin
    select hash into last from audit_event where chain = $chain and seq = ${from - 1};
    for event in select * from audit_event where chain = $chain and seq >= ${from} order by seq loop
      event.previous_hash := last; event.hash := sha256(last || convert_to(audit_text(event), 'UTF8')); last := event.hash;
      update audit_event set previous_hash = event.previous_hash, hash = event.hash where id = event.id;
    end loop; end $$`)

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  useTransport(transportAs(await testApp(database), 'systemadministrator.1'))
  await database.script('create table kept as select * from audit_event')
  for (let minute = 1; minute <= 9; minute++)
    await write(minute, minute === 4 ? { subject: 'Å;3:ä 🦊', records: [world.interventions[0], world.interventions[1]] } : {})
  await write(1, { controllerId: world.controllers[1] })
  await database.script('insert into kept select * from audit_event')
})
afterEach(() => database.script('delete from audit_event; insert into audit_event select * from kept'))
afterAll(() => database.close())

test('a log that nobody has touched is whole, and its hashes are the same worked out by the database and without it', async () => {
  const verified = await verifyLog(await anchored())
  expect(verified).toMatchObject({ findings: [], anchors: 2 })
  expect(verified.rows).toBeGreaterThanOrEqual(10)
})

describe('what is told of', () => {
  test('a removed row', async () => {
    await plant('delete from audit_event where chain = $chain and seq = 5')
    expect(await found()).toEqual(at('removed', 5))
    const [finding] = (await verifyLog([])).findings
    expect(finding).toMatchObject({ after: '2026-11-22T10:04:00.000Z', before: '2026-11-22T10:06:00.000Z', name: 'Provkommun 1' })
  })
  test('removed rows at the beginning', async () => {
    await plant('delete from audit_event where chain = $chain and seq < 3')
    expect(await found()).toEqual(at('removed', 1, 2))
  })
  test.each([
    ['who', "user_id = 'someone.else'"],
    ['when', "at = at + interval '1 microsecond'"],
    ['what', "endpoint = 'listToDo'"],
    ['outcome', "kind = 'refused', status = 404"],
    ['subject', 'subject = null'],
    ['records', 'records = records[1:1]'],
    ['identity', "id = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'"],
  ])('another %s', async (_, change) => {
    await plant(`update audit_event set ${change} where chain = $chain and seq = 4`)
    expect(await found()).toEqual(at('altered', 4))
  })
  test('a row that was altered and sealed anew, by the link of the next', async () => {
    await plant("update audit_event set user_id = 'someone.else' where chain = $chain and seq = 4")
    await plant(
      `update audit_event e set hash = sha256(previous_hash || convert_to(audit_text(e), 'UTF8')) where chain = $chain and seq = 4`,
    )
    expect(await found()).toEqual(at('altered', 4))
  })
  test('rows that changed places', async () => {
    await plant('update audit_event set seq = 100 where chain = $chain and seq = 4')
    await plant('update audit_event set seq = 4 where chain = $chain and seq = 6')
    await plant('update audit_event set seq = 6 where chain = $chain and seq = 100')
    expect((await found()).filter(({ kind }) => kind === 'moved').map(({ from }) => from)).toEqual([4, 6])
  })
  test('a row put in with a seal of its own making', async () => {
    await plant(
      `insert into audit_event select (jsonb_populate_record(e, '{"id":"5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d","seq":10}')).* from audit_event e where chain = $chain and seq = 9;
       update audit_event set previous_hash = hash where chain = $chain and seq = 10`,
    )
    expect(await found()).toEqual(at('altered', 10))
  })
  test('a row moved into the chain of another', async () => {
    await plant(`update audit_event set chain = '${other}', seq = 2 where chain = $chain and seq = 9`)
    expect(await found()).toEqual([{ kind: 'altered', where: other, from: 2, to: 2 }])
  })
})

describe('only an anchor tells of', () => {
  test('removed rows at the end', async () => {
    const anchors = await anchored()
    await plant('delete from audit_event where chain = $chain and seq > 7')
    expect(await found()).toEqual([])
    expect(await found(anchors)).toEqual(at('removed', 8, 9))
  })
  test('a whole chain gone', async () => {
    const anchors = await anchored()
    await plant('delete from audit_event where chain = $chain')
    expect(await found(anchors)).toEqual(at('removed', 1, 9))
  })
  test('a chain sealed anew from an altered row on', async () => {
    const anchors = await anchored()
    await plant("update audit_event set user_id = 'someone.else' where chain = $chain and seq = 4")
    await reseal(4)
    expect(await found()).toEqual([])
    expect(await found(anchors)).toEqual(at('resealed', 9))
  })
})

describe('a request', () => {
  const tries = {
    insert: 'insert into audit_event select * from audit_event limit 1',
    update: "update audit_event set user_id = 'x'",
    delete: 'delete from audit_event',
    truncate: 'truncate audit_event',
    function: "create or replace function audit_text(event audit_event) returns text language sql as $$ select '' $$",
    text: 'select audit_text(e) from audit_event e',
  }
  const roles = ['samlad_office', 'samlad_staff', 'samlad_service', 'samlad_statistics'] as const
  test.each(roles.flatMap((role) => Object.entries(tries).map(([what, text]) => [role, what, text] as const)))(
    'as %s cannot by SQL of its own: %s',
    async (role, _what, text) => {
      // eslint-disable-next-line no-restricted-syntax -- the attack is SQL in text
      const attempt = database.as(role, undefined, (queries) => sql.raw(text).execute(queries))
      await expect(attempt).rejects.toMatchObject({ code: '42501' })
    },
  )
  test('that is rolled back leaves no row and no gap', async () => {
    const broken = database.as('samlad_staff', undefined, async (queries) => {
      await writeAudit(queries, event(20))
      throw new Error('rolled back')
    })
    await expect(broken).rejects.toThrow('rolled back')
    await write(21)
    expect((await anchored()).find((one) => one.chain === chain)?.seq).toBe(10)
    expect(await found()).toEqual([])
  })
  test('that is refused stands in the log of a place that exists, and in no chain of its own for one that does not', async () => {
    const refused = { kind: 'refused' as const, status: 404 }
    await write(22, refused)
    await write(23, { ...refused, controllerId: '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d' })
    await write(24, { ...refused, userId: null })
    const heads = await anchored()
    expect(heads.map((one) => one.chain).sort()).toEqual([chain, other, 'rest'].sort())
    expect(heads.find((one) => one.chain === chain)?.seq).toBe(10)
  })
})

test('rows from before the chains are linked in the order of their times', async () => {
  const older = openEmbedded('memory://')
  const folder = mkdtempSync(join(tmpdir(), 'samlad-older-'))
  const files = readdirSync(migrationFolder).sort()
  for (const file of files.filter((name) => name < '0014')) cpSync(join(migrationFolder, file), join(folder, file))
  await migrate(older, folder)
  await older.script(`insert into audit_event (id, at, endpoint, kind, status, controller_id, subject)
    select gen_random_uuid(), timestamptz '2026-01-01' + (37 * n % 50) * interval '1 minute', 'getParticipation', 'personRead', 200,
      case n % 2 when 0 then '${controllerId}'::uuid end, 'rad ' || n from generate_series(1, 50) n`)
  await migrate(older, migrationFolder)
  const chains = await older.as('samlad_keeper', undefined, listHeads)
  expect(chains).toMatchObject([
    { chain, seq: 25 },
    { chain: 'rest', seq: 25 },
  ])
  for (const one of chains) {
    const links = await listLinks(older.queries, one.chain, 0)
    const check = new ChainCheck(one.chain, chains)
    links.forEach((link) => check.add(link))
    expect(check.end()).toEqual([])
    expect(links.map((link) => link.at)).toEqual(links.map((link) => link.at).sort())
  }
  await older.close()
  rmSync(folder, { recursive: true })
})

test('a hundred at once lose nothing and fork nothing', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, turn) => write(30 + (turn % 20))))
  expect((await anchored()).find((one) => one.chain === chain)?.seq).toBe(109)
  expect(await found()).toEqual([])
})
