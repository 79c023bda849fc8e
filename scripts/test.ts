import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, startPostgres } from '../test/postgres.ts'
import { buildWeb } from '../src/buildWeb.ts'
import { findChromium, installChromium } from '../test/chromium.ts'
import { databaseTests } from './databaseTests.ts'

/** How a part of the run went. */
interface Outcome {
  passed: number
  failed: number
  skipped: number
}

const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
const notes: string[] = []
const results = mkdtempSync(join(tmpdir(), 'samlad-results-'))

/** Runs everything there is to test: types, style, units on the embedded database, stores on PostgreSQL, kills, and the real browser. */
async function main(): Promise<void> {
  console.log('\n── Typer, regler för koden och formatering …')
  await Promise.all([
    check('Typer', 'vue-tsc/bin/vue-tsc.js', ['--noEmit']),
    check('Regler för koden', 'eslint/bin/eslint.js', ['.']).then(() =>
      check('Formatering', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    ),
  ])
  await suite('Tester på den inbyggda databasen (PGlite)', [])
  await onPostgres()
  await suite('Avbrott: processen dödas mitt i skrivningar', ['--config', 'vitest.kill.config.ts'])
  await inBrowser()
  console.log('')
  for (const note of notes) console.log(note)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

async function onPostgres(): Promise<void> {
  const programs = findPostgres()
  if (!programs) {
    notes.push(
      'Databastesterna kördes bara på PGlite: PostgreSQL (initdb, postgres) finns inte på maskinen. Installera paketet postgresql.',
    )
    total.skipped++
    return
  }
  const postgres = await startPostgres()
  try {
    await suite(`Databastester på ${programs.version}`, databaseTests(), { TEST_DATABASE_URL: postgres.url })
    notes.push(`Databastesterna kördes på PGlite och på ${programs.version}.`)
  } finally {
    await postgres.stop()
  }
}

async function inBrowser(): Promise<void> {
  const chromium = findChromium() ?? installChromium()
  if (!chromium) {
    notes.push('Webbläsartesterna hoppades över: Chromium saknas. Installera Debians paket chromium (eller sätt CHROMIUM till programmet).')
    total.skipped++
    return
  }
  // Once, before the servers of two files would both begin to.
  await buildWeb((line) => console.log(line))
  await suite('Tester i webbläsare', ['--config', 'vitest.browser.config.ts'], { CHROMIUM: chromium })
}

/** Runs a program that only reads the code; what it says is printed when it has ended, since two run at once. */
async function check(name: string, program: string, args: string[]): Promise<void> {
  let said = ''
  const child = spawn(process.execPath, [join('node_modules', program), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise((resolve) => child.on('close', resolve))
  console.log(`\n── ${name}\n${said}`)
  total[code === 0 ? 'passed' : 'failed']++
}

async function suite(name: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  console.log(`\n── ${name}`)
  const file = join(results, `${total.passed}.json`)
  const code = await run(
    'vitest/vitest.mjs',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    environment,
  )
  const counts = readCounts(file)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  // A run that breaks outside a test (a file that does not load) fails even when no single test did.
  if (code !== 0 && counts.failed === 0) total.failed++
}

function readCounts(file: string): Outcome {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0, skipped: numPendingTests ?? 0 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function run(program: string, args: string[], environment: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join('node_modules', program), ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

try {
  await main()
} finally {
  rmSync(results, { recursive: true, force: true })
}
