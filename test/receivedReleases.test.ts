// On the embedded database alone: such a node has no other, and what it reads in is public.
import { createHash, randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs } from './api.ts'
import { openData, table } from './openData.ts'
import { refusal } from './publications.ts'
import type { CallError } from '../src/platform/call.ts'
import { call, useTransport } from '../src/platform/call.ts'
import { openEmbedded, type Database } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import type { NodeKind } from '../src/platform/node.ts'
import { Role } from '../src/platform/role.ts'
import { migrationFolder } from '../src/prepareDatabase.ts'
import { getRelease, listReleases } from '../src/statistics/publication/contract.ts'
import { receivers, receiveRelease } from '../src/statistics/publication/received/contract.ts'

type Files = Record<string, Uint8Array>

async function nodeOf(node: NodeKind, loopback = true): Promise<{ database: Database; app: FastifyInstance }> {
  const database = openEmbedded('memory://')
  await migrate(database, migrationFolder, node)
  await buildWorld(database, node)
  return { database, app: await testApp(database, undefined, { node, loopback }) }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
/** The files of a release with some changed, and the list of hashes as somebody would make it who wants the change to pass. */
function forged(zip: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files = unzipSync(zip)
  change(files)
  delete files.SHA256SUMS
  const sums = Object.entries(files).map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  return zipSync({ ...files, SHA256SUMS: strToU8(sums.join('')) })
}
/** A zip whose directory says that its files are of ten bytes. */
function modest(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  for (let at = 0; at + 28 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  return zip
}
function inFile<T>(files: Files, name: string, change: (content: T) => void): void {
  const content = JSON.parse(strFromU8(files[name]!)) as T
  change(content)
  files[name] = strToU8(JSON.stringify(content))
}

let source: Awaited<ReturnType<typeof openData>>
let nation: Awaited<ReturnType<typeof nodeOf>>
let zips: Uint8Array[]

beforeAll(async () => {
  source = await openData()
  nation = await nodeOf('national')
  useTransport(transportAs(source.app, undefined))
  zips = []
  for (const { id } of (await call(listReleases)).reverse()) zips.push((await source.get(`/api/releases/${id}/file?format=zip`)).rawPayload)
})
afterAll(async () => {
  await source.close()
  await nation.app.close()
  await nation.database.close()
})

const readIn = async (zip: Uint8Array | string, user = 'nationalanalyst.1') => {
  useTransport(transportAs(nation.app, user))
  return call(receiveRelease, { body: { zip: typeof zip === 'string' ? zip : base64(zip) } })
}
const placesOf = async (zip: Uint8Array): Promise<string[]> =>
  readIn(zip).then(
    () => [],
    (error: CallError) => error.faults.map(({ message }) => message),
  )

describe('a release that came out elsewhere', () => {
  test('is read in, and its tables are answered with the same bytes', async () => {
    for (const zip of zips) expect(await readIn(zip)).toMatchObject({ isKnown: false })
    const question = `${table}/data?outputFormat=csv`
    const [there, here] = [await source.get(question), await nation.app.inject({ method: 'GET', url: question })]
    expect(here.statusCode).toBe(200)
    expect(here.body).toBe(there.body)
    expect(here.body.length).toBeGreaterThan(100)
  })
  test('is given on as the very file it came as', async () => {
    useTransport(transportAs(nation.app, undefined))
    const lines = await call(listReleases)
    expect(lines.map(({ number }) => number)).toEqual([3, 2, 1])
    const { rawPayload } = await nation.app.inject({ method: 'GET', url: `/api/releases/${lines[2]!.id}/file?format=zip` })
    expect(base64(rawPayload)).toBe(base64(zips[0]!))
  })
  test('once more changes nothing', async () => {
    expect(await readIn(zips[0]!)).toMatchObject({ isKnown: true, number: 1 })
    expect(await nation.database.queries.selectFrom('received_release').select('id').execute()).toHaveLength(3)
  })
  test('read in by several at once is there once, and each is told so', async () => {
    const other = await nodeOf('national')
    const users = ['nationalanalyst.1', 'publisher.1', 'associationadmin.1', 'nationalanalyst.1', 'publisher.1']
    const told = await Promise.all(
      users.map((user) => {
        useTransport(transportAs(other.app, user))
        return call(receiveRelease, { body: { zip: base64(zips[0]!) } })
      }),
    )
    expect(told.map(({ isKnown }) => isKnown).sort()).toEqual([false, true, true, true, true])
    expect(await other.database.queries.selectFrom('received_release').select('id').execute()).toHaveLength(1)
    await other.app.close()
    await other.database.close()
  })
  test('is among the tables at once also when later ones were read in before it', async () => {
    const other = await nodeOf('national')
    const tablesOf = async (app: FastifyInstance): Promise<unknown> => {
      // What is out is looked for once a second.
      await new Promise((resolve) => setTimeout(resolve, 1100))
      return (await app.inject({ method: 'GET', url: '/api/glance' })).json()
    }
    useTransport(transportAs(other.app, 'nationalanalyst.1'))
    for (const zip of [zips[0]!, zips[2]!]) await call(receiveRelease, { body: { zip: base64(zip) } })
    const before = await tablesOf(other.app)
    await call(receiveRelease, { body: { zip: base64(zips[1]!) } })
    const after = await tablesOf(other.app)
    expect(after).toEqual(await tablesOf(source.app))
    expect(after).not.toEqual(before)
    await other.app.close()
    await other.database.close()
  })
  test('is told to be corrected, when the correction is here as well', async () => {
    const other = await nodeOf('national')
    useTransport(transportAs(other.app, 'nationalanalyst.1'))
    const first = (await call(receiveRelease, { body: { zip: base64(zips[0]!) } })).id
    const correction = forged(zips[1]!, (files) =>
      inFile<Record<string, unknown>>(files, 'edition.json', (edition) => (edition.replaces = first)),
    )
    const { id } = await call(receiveRelease, { body: { zip: base64(correction) } })
    expect(await call(getRelease, { params: { id: first } })).toMatchObject({ correctedBy: id })
    const { rawPayload } = await other.app.inject({ method: 'GET', url: `/api/releases/${id}/file?format=zip` })
    expect(JSON.parse(strFromU8(unzipSync(rawPayload)['edition.json']!))).toMatchObject({ replaces: first })
    await other.app.close()
    await other.database.close()
  })
  test('stays as it is: no row of it can be changed or taken away', async () => {
    const { queries } = nation.database
    await expect(queries.updateTable('received_release').set({ number: 9 }).execute()).rejects.toThrow('never changed')
    await expect(queries.deleteFrom('received_release').execute()).rejects.toThrow('never changed')
  })
  test('is on the page of what is published at a glance', async () => {
    const glanceOf = async (app: FastifyInstance) => (await app.inject({ method: 'GET', url: '/api/glance' })).json<{ tables: unknown[] }>()
    const [there, here] = [await glanceOf(source.app), await glanceOf(nation.app)]
    expect(here).toEqual(there)
    expect(here.tables.length).toBeGreaterThan(2)
  })
})

let next = 0
describe('a file that is not read in, and says why', () => {
  test.each([
    ['is no zip', 'publication.notZip', () => strToU8('Detta är ingen zip')],
    ['is cut short', 'publication.notZip', () => zips[0]!.slice(0, 500)],
    [
      'unfolds into more than a release is, and says it is small',
      'publication.notZip',
      () => modest(zipSync({ 'release.json': new Uint8Array(80_000_000) })),
    ],
    [
      'has another release’s number',
      'publication.otherWithNumber',
      () =>
        forged(zips[0]!, (files) =>
          inFile<{ id: string }>(files, 'edition.json', (one) => (one.id = '11111111-1111-4111-8111-111111111111')),
        ),
    ],
    ['does not say which release it is', 'publication.noEdition', () => forged(zips[0]!, (files) => delete files['edition.json'])],
  ] as const)('because it %s', async (_, key, zip) => expect(await refusal(readIn(zip()))).toBe(key))
  test('because a file was changed: which one', async () => {
    const files = unzipSync(zips[0]!)
    expect(await placesOf(zipSync({ ...files, 'tabell-1.csv': strToU8('Kön;Antal\n') }))).toEqual(['Filen är ändrad: tabell-1.csv'])
  })
  test('because a small count is shown, whatever its hashes say: in which cell', async () => {
    const showing = forged(zips[0]!, (files) =>
      inFile<{ tables: { cells: { kind: string; value?: number }[] }[] }>(files, 'release.json', ({ tables }) => {
        const { cells } = tables.find((one) => one.cells.some(({ kind }) => kind === 'suppressed'))!
        cells[cells.findIndex(({ kind }) => kind === 'suppressed')] = { kind: 'shown', value: 2 }
      }),
    )
    const told = await placesOf(showing)
    expect(told.filter((one) => one.startsWith('Ett antal under gränsen visas: tabell '))).toHaveLength(1)
  })
  test('because it is of invented data, where others than this machine are answered', async () => {
    const open = await nodeOf('association', false)
    useTransport(transportAs(open.app, 'associationadmin.1'))
    expect(await refusal(call(receiveRelease, { body: { zip: base64(zips[0]!) } }))).toBe('publication.demoElsewhere')
    await open.app.close()
    await open.database.close()
  })
  test.each([
    ['number is too large', 'edition.json', (one: { number: number }) => (one.number = 3_000_000_000)],
    ['moment is in no calendar', 'edition.json', (one: { releasedAt: string }) => (one.releasedAt = '0000-01-01T00:00:00Z')],
    ['period is none', 'release.json', (one: { period: { from: string } }) => (one.period.from = 'förr')],
    ['period is backwards', 'release.json', (one: { period: { from: string } }) => (one.period.from = '2030-01')],
    ['title holds a null character', 'release.json', (one: { title: { sv: string } }) => (one.title.sv = 'a\u0000b')],
    [
      'cell is no number',
      'release.json',
      (one: { tables: { cells: unknown[] }[] }) => (one.tables[0]!.cells[0] = { kind: 'shown', value: -7.5 }),
    ],
    [
      'cell is beyond whole numbers',
      'release.json',
      (one: { tables: { cells: unknown[] }[] }) => (one.tables[0]!.cells[0] = { kind: 'shown', value: 1e300 }),
    ],
    [
      'depth is none',
      'release.json',
      (one: { tables: { axes: { codes: { depth: number }[] }[] }[] }) => (one.tables[0]!.axes[0]!.codes[1]!.depth = -3),
    ],
    [
      'cell is with noise',
      'release.json',
      (one: { tables: { cells: unknown[] }[] }) => (one.tables[0]!.cells[0] = { kind: 'approximate', value: 70 }),
    ],
    [
      'axes are another table’s',
      'release.json',
      (one: { tables: { spec: { by: string[] } }[] }) => (one.tables[0]!.spec.by = ['ageGroup']),
    ],
    [
      'axis has no codes',
      'release.json',
      (one: { tables: { axes: { codes: unknown[] }[]; cells: unknown[] }[] }) => {
        one.tables[0]!.axes[0]!.codes = []
        one.tables[0]!.cells = []
      },
    ],
  ] as const)('because its %s', async (_, file, change) => {
    const other = forged(zips[0]!, (files) => {
      inFile(files, file, change as (one: never) => void)
      const document = createHash('sha256').update(files['release.json']!).digest('hex')
      inFile<{ document: string }>(files, 'policy.json', (one) => (one.document = document))
      inFile<{ sha256: string; id: string; number: number }>(files, 'edition.json', (one) => {
        one.sha256 = document
        one.id = randomUUID()
        if (file === 'release.json') one.number = 1000 + next++
      })
    })
    expect(await refusal(readIn(other))).toMatch(/^publication\./)
  })
  test('and nothing of any of them is kept', async () => {
    expect(await nation.database.queries.selectFrom('received_release').select('number').execute()).toHaveLength(3)
  })
})

describe('who may', () => {
  test.each(Role.codes.map(({ code }) => code))('%s', async (role) => {
    const mayReceive = (receivers as readonly string[]).includes(role)
    expect(await refusal(readIn(zips[0]!, `${role.toLowerCase()}.1`))).toBe(mayReceive ? 'let through' : 'error.forbidden')
  })
  test('nobody who is not signed in', async () => {
    useTransport(transportAs(nation.app, undefined))
    expect(await refusal(call(receiveRelease, { body: { zip: base64(zips[0]!) } }))).toBe('error.signIn')
  })
  test('nobody where records of persons are: what is out there is made there', async () => {
    useTransport(transportAs(source.app, 'publisher.1'))
    await expect(call(receiveRelease, { body: { zip: base64(zips[0]!) } })).rejects.toMatchObject({ status: 404 })
  })
  test('and it stands in the log, as refusals do', async () => {
    const rows = await nation.database.queries.selectFrom('audit_event').select(['kind']).where('endpoint', '=', 'receiveRelease').execute()
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['change', 'refused']))
  })
})
