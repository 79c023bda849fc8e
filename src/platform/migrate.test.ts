import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openServed, type Database } from './database.ts'
import { migrate } from './migrate.ts'

/** On PostgreSQL only: the embedded database has one process, which brings it up before it does anything else. */
const url = process.env.TEST_DATABASE_URL
const name = `samlad_migrate_${process.pid}`
const folder = mkdtempSync(join(tmpdir(), 'samlad-migrate-'))
let server: Database
const open = (): Database => openServed(Object.assign(new URL(url!), { pathname: `/${name}` }).href)

beforeAll(async () => {
  writeFileSync(join(folder, '0001_one.sql'), 'create table one (a int); select pg_sleep(0.3);')
  writeFileSync(join(folder, '0002_two.sql'), 'create table two (a int);')
  if (!url) return
  server = openServed(url)
  await server.script(`create database ${name}`)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.script(`drop database ${name} with (force)`)
  await server?.close()
})

test.skipIf(!url)('of servers that start together on one database, one brings it up and the others wait for that', async () => {
  const servers = [open(), open(), open()]
  try {
    const ran = await Promise.all(servers.map((one) => migrate(one, folder)))
    expect(ran.toSorted((a, b) => b.length - a.length)).toEqual([['0001_one.sql', '0002_two.sql'], [], []])
  } finally {
    for (const one of servers) await one.close()
  }
})
test.skipIf(!url)('a migration that fails lets the next server try', async () => {
  writeFileSync(join(folder, '0003_three.sql'), 'create table one (a int);')
  const [first, next] = [open(), open()]
  try {
    await expect(migrate(first, folder)).rejects.toThrow('already exists')
    writeFileSync(join(folder, '0003_three.sql'), 'create table three (a int);')
    expect(await migrate(next, folder)).toEqual(['0003_three.sql'])
  } finally {
    await first.close()
    await next.close()
  }
})
