import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startPostgres } from '../test/postgres.ts'
import { databaseTests } from './databaseTests.ts'

/** Runs test files, all that use a database when none is named, on a PostgreSQL of their own that is thrown away after. */
const named = process.argv.slice(2)
const postgres = await startPostgres()
console.log(postgres.version)
try {
  const args = [join('node_modules', 'vitest/vitest.mjs'), 'run', ...(named.length > 0 ? named : databaseTests())]
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: postgres.url } })
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
} finally {
  await postgres.stop()
}
