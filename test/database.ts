import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { openEmbedded, openServed, type Database } from '../src/platform/database.ts'
import { makeLogins } from '../src/platform/logins.ts'

export const templateName = 'samlad_template'

/**
 * A migrated, empty database of its own for a test file: embedded, or on the PostgreSQL at `TEST_DATABASE_URL`.
 * The same tests run on both, there behind the logins that a server has.
 */
export async function testDatabase(): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return openEmbedded('memory://', new Uint8Array(readFileSync(inject('dump'))))
  const name = `samlad_test_${process.pid}_${Math.floor(performance.now() * 1000)}`
  const server = openServed(url)
  await server.script(`create database ${name} template ${templateName}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const owner = openServed(own.href)
  const logins = await makeLogins(owner, own.href)
  await owner.close()
  const database = openServed(own.href, logins)
  return {
    ...database,
    close: async () => {
      await database.close()
      await server.script(`drop database ${name} with (force)`)
      for (const role of logins.keys()) await server.script(`drop role ${role}_in_${name}`)
      await server.close()
    },
  }
}
