import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { PersonList } from '../src/participations/import/personList.ts'
import { templateXlsx, type TemplateRow } from '../src/participations/import/templateXlsx.ts'
import { startDemo } from '../test/browser/demoServer.ts'
import { findPostgres, startPostgres } from '../test/postgres.ts'
import { listRows } from '../test/spreadsheetRows.ts'

/**
 * An import of 50,000 rows from file to receipt: reading beside exceljs, writing on the embedded database beside PostgreSQL, and the memory
 * of the server. Prints seconds and ratios, and writes bench/import-results.json. Targets: below 20 s and 600 MB on two cores.
 */
const ROWS = 50_000
const folder = mkdtempSync(join(tmpdir(), 'samlad-bench-'))
const file = join(folder, 'lista.xlsx')

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return Math.round((performance.now() - began) / 10) / 100
}

async function makeFile(): Promise<void> {
  const base = listRows(1, 5000, 0, 2).flatMap(({ values }) => (values.ground === 'none' ? [] : [values]))
  const rows = Array.from({ length: ROWS }, (_, at) => ({ ...base[at % base.length]!, reference: `R-${at}` }) as TemplateRow)
  writeFileSync(file, await templateXlsx('sv', rows))
}

/** Highest memory of a process since it was last reset, in MB; `undefined` where the system does not tell. */
function peakOf(pid: number): number | undefined {
  const status = `/proc/${pid}/status`
  return existsSync(status) ? Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))![1]) / 1000) : undefined
}
const resetPeak = (pid: number): void => {
  if (existsSync(`/proc/${pid}/clear_refs`)) writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** Reads, checks and writes the file with the command line against a running server. */
async function bring(environment: Record<string, string> = {}): Promise<{ seconds: number; serverMb: number | undefined }> {
  const server = await startDemo(environment)
  try {
    // The embedded database is still being compiled for a while after the start; the peak asked for is the import's.
    await wait(8000)
    resetPeak(server.pid)
    const flags = [
      '--data',
      server.folder,
      '--as',
      'disa.testberg',
      '--controller',
      'Exempelkommun A1',
      '--intervention',
      'Stora Bron Norr 5',
    ]
    const taken = await seconds(() => run(['src/cli.ts', 'import', file, ...flags, '--commit'], environment))
    return { seconds: taken, serverMb: peakOf(server.pid) }
  } finally {
    await server.stop()
    server.remove()
  }
}

function run(args: string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } })
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))))
  })
}

async function onPostgres(): Promise<Awaited<ReturnType<typeof bring>> | undefined> {
  if (!findPostgres()) return undefined
  const postgres = await startPostgres()
  try {
    return await bring({ DATABASE_URL: postgres.url })
  } finally {
    await postgres.stop()
  }
}

await makeFile()
const bytes = readFileSync(file)
const list = new PersonList({ today: '2026-06-30', municipalities: [], interventions: [], remembered: {} })
const read = await seconds(() => list.read(bytes))
const readExceljs = await seconds(() => new ExcelJS.Workbook().xlsx.load(bytes as unknown as ExcelJS.Buffer))
const embedded = await bring()
const served = await onPostgres()
rmSync(folder, { recursive: true, force: true })

const results = {
  date: new Date().toISOString(),
  rows: ROWS,
  cores: cpus().length,
  cpu: cpus()[0]!.model,
  read,
  readExceljs,
  embedded,
  served,
}
writeFileSync(new URL('import-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log(`Reading ${ROWS} rows: ${read} s, exceljs ${readExceljs} s (${(readExceljs / read).toFixed(1)} times as long)`)
console.log(`File to receipt, embedded database: ${embedded.seconds} s, server at most ${embedded.serverMb ?? '?'} MB`)
if (served) {
  const ratio = (embedded.seconds / served.seconds).toFixed(1)
  console.log(
    `File to receipt, PostgreSQL: ${served.seconds} s, server at most ${served.serverMb ?? '?'} MB (embedded takes ${ratio} times as long)`,
  )
} else console.log('PostgreSQL is not on this machine: not measured')
