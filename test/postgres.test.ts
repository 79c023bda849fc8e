import { existsSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { findPostgres, startPostgres } from './postgres.ts'

describe('a PostgreSQL of our own', () => {
  test('answers, takes settings, and leaves nothing behind', async ({ skip }) => {
    if (!findPostgres()) skip('PostgreSQL is not on this machine')
    const server = await startPostgres({ work_mem: '64MB' })
    expect(existsSync(server.folder)).toBe(true)
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    const { rows } = await client.query(
      "select current_setting('work_mem') as memory, current_setting('server_version_num')::int as version",
    )
    await client.end()
    expect(rows[0].memory).toBe('64MB')
    expect(rows[0].version).toBeGreaterThanOrEqual(150000)
    await server.stop()
    await server.stop()
    expect(existsSync(server.folder)).toBe(false)
  })
})
