import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { writeAudit } from '../platform/audit.ts'
import type { Database } from '../platform/database.ts'
import { keepAnchors, readAnchors, writeAnchor } from './anchors.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'samlad-anchors-')), 'anchors')
const now = new Date('2026-11-22T23:30:00Z')
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})
const write = (): Promise<void> =>
  database.as('samlad_service', undefined, (queries) =>
    writeAudit(queries, { at: now.toISOString(), userId: null, endpoint: 'signOut', kind: 'change', status: 200 }),
  )
const known = (): number[] => readAnchors(folder).map(({ seq }) => seq)

test('a folder that is not there has no anchors', () => expect(known()).toEqual([]))
test('the day is that of Sweden, and the file is the owner’s alone', async () => {
  await write()
  await writeAnchor(database, folder, now)
  expect(readdirSync(folder)).toEqual(['2026-11-23.json'])
  expect(statSync(join(folder, '2026-11-23.json')).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readAnchors(folder)).toMatchObject([{ chain: 'rest', seq: 1 }])
})
test('an anchor of the same day adds what has grown, and replaces nothing', async () => {
  await writeAnchor(database, folder, now)
  expect(known()).toEqual([1])
  await write()
  await writeAnchor(database, folder, now)
  expect(known()).toEqual([1, 2])
  await database.script('delete from audit_event where seq = 2')
  await writeAnchor(database, folder, now)
  expect(known()).toEqual([1, 2])
})
test('the server anchors when it starts and when it ends', async () => {
  const end = await keepAnchors(
    database,
    folder,
    () => new Date('2026-11-24T10:00:00Z'),
    (error) => expect.fail(String(error)),
  )
  await write()
  await end()
  expect(readdirSync(folder)).toEqual(['2026-11-23.json', '2026-11-24.json'])
  expect(known().slice(2)).toEqual([1, 2])
})
test('a file that is not an anchor stops the reading', () => {
  writeFileSync(join(folder, '2026-11-25.json'), '{}')
  expect(() => readAnchors(folder)).toThrow()
})
test('an anchor that cannot be written is told of, and the server goes on', async () => {
  const faults: unknown[] = []
  const end = await keepAnchors(
    database,
    folder,
    () => new Date('2026-11-25T10:00:00Z'),
    (error) => faults.push(error),
  )
  await end()
  expect(faults).toHaveLength(2)
})
