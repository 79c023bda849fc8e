import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { factColumns } from '../src/participations/factColumns.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { findPostgres } from '../test/postgres.ts'
import { builderQueries } from './builder.ts'
import { openDuckDb } from './duckdb.ts'
import { factsCsv } from './factsCsv.ts'
import { noiseQueries } from './noise.ts'
import { openPostgres } from './postgres.ts'
import type { BenchPostgres } from './postgres.ts'
import { measureLoad } from './load/measure.ts'
import { answerOf, answerOfRows, benchQueries, demandEqual } from './queries.ts'
import type { Answer, BenchQuery } from './queries.ts'
import { syntheticFacts } from './syntheticFacts.ts'

interface Result {
  name: string
  targetMs: number
  /** Milliseconds, median: ours, and of each engine that was there. */
  medians: Record<string, number>
}

const loadTargetMs = 5000
const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const size = options.quick ? 100_000 : 1_000_000
const runs = options.quick ? { ours: 7, theirs: 3 } : { ours: 15, theirs: 5 }

const folder = mkdtempSync(join(tmpdir(), 'samlad-bench-'))
try {
  await bench()
  console.log('\nThe register under load')
  await measureLoad({ quick: options.quick })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Puts the same questions to us, DuckDB and PostgreSQL, checks that the answers are equal, prints and writes the times. */
async function bench(): Promise<void> {
  console.log(`${size.toLocaleString('en')} made-up facts, median of ${runs.ours} runs (others ${runs.theirs})`)
  const facts = syntheticFacts(size)
  const csvFile = join(folder, 'facts.csv')
  for (const piece of factsCsv(facts)) writeFileSync(csvFile, piece, { flag: 'a' })
  const results: Result[] = []
  const answers: Answer[] = []
  for (const query of benchQueries) {
    const { ms, answer } = await timed(runs.ours, () => query.ours(facts))
    answers.push(answerOf(answer))
    results.push({ name: query.name, targetMs: query.targetMs, medians: { samlad: ms } })
  }
  const versions: Record<string, string> = { node: process.version }
  versions.duckdb = await withDuckDb(csvFile, results, answers)
  if (findPostgres()) versions.postgres = await withPostgres(csvFile, facts, results, answers)
  else console.log('PostgreSQL is not on this machine: left out')
  results.push(...(await noiseResults(facts)), ...(await builderResults(facts)))
  print(results)
  // A quick run only checks that everything works and agrees; its times are not kept.
  if (!options.quick) write(results, versions)
  protectedTables()
}

/** Times, linear programmes, cost and gap of the protection of tables, in a process of their own: they are of its processor time. */
function protectedTables(): void {
  console.log('\nProtection of tables')
  const chosen = options.quick ? ['--tier', 'instant'] : []
  const args = [...process.execArgv, join(import.meta.dirname, 'disclosure.ts'), '--outside', '--time', '10', ...chosen]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('The bench of the protection of tables ended before its time')
}

async function withDuckDb(csvFile: string, results: Result[], answers: Answer[]): Promise<string> {
  const duckdb = await openDuckDb(csvFile)
  await compare('duckdb', (query) => duckdb.query(query.sql('//')), results, answers)
  duckdb.close()
  return duckdb.version
}

async function withPostgres(csvFile: string, facts: Facts, results: Result[], answers: Answer[]): Promise<string> {
  const postgres = await openPostgres(csvFile)
  try {
    await compare('postgres', (query) => postgres.query(query.sql('/')), results, answers)
    results.push(await timedLoad(postgres, facts))
    return postgres.version
  } finally {
    await postgres.close()
  }
}

/** Tables with noise beside the same only counted: the ratio is what noise costs. */
async function noiseResults(facts: Facts): Promise<Result[]> {
  const results: Result[] = []
  for (const { name, mostMs, withNoise, without } of noiseQueries(facts)) {
    const [noisy, plain] = [await timed(runs.ours, withNoise), await timed(runs.ours, without)]
    const added = noisy.ms - plain.ms
    console.log(`${name}: ${added.toFixed(1)} ms more than without (at most ${mostMs} on 1,000,000)`)
    results.push({ name, targetMs: Math.round(plain.ms + mostMs), medians: { samlad: noisy.ms, 'without noise': plain.ms } })
  }
  return results
}

/** Whole tables of the builder: several measures, protected and written. */
async function builderResults(facts: Facts): Promise<Result[]> {
  const results: Result[] = []
  for (const { name, targetMs, ours } of builderQueries(facts)) {
    const { ms } = await timed(runs.ours, ours)
    results.push({ name, targetMs, medians: { samlad: ms } })
  }
  return results
}

async function compare(
  engine: string,
  ask: (query: BenchQuery) => Promise<unknown[][]>,
  results: Result[],
  answers: Answer[],
): Promise<void> {
  for (const [at, query] of benchQueries.entries()) {
    const { ms, answer } = await timed(runs.theirs, () => ask(query))
    demandEqual(answers[at]!, answerOfRows(answer), engine)
    results[at]!.medians[engine] = ms
  }
}

async function timedLoad(postgres: BenchPostgres, facts: Facts): Promise<Result> {
  const { ms, answer } = await timed(3, () => postgres.loadFacts(facts.dictionaries, facts.size))
  for (const { name } of factColumns) {
    const [ours, loaded] = [facts, answer].map(({ columns }) => (columns[name] as Uint8Array).reduce((a, b) => a + b, 0))
    if (ours !== loaded) throw new Error(`Column ${name} sums to ${loaded} after loading, not ${ours}`)
  }
  return { name: 'load of all facts from PostgreSQL over binary COPY', targetMs: loadTargetMs, medians: { samlad: ms } }
}

async function timed<T>(times: number, work: () => T | Promise<T>): Promise<{ ms: number; answer: T }> {
  let answer = await work()
  const measured: number[] = []
  for (let run = 0; run < times; run++) {
    const start = performance.now()
    answer = await work()
    measured.push(performance.now() - start)
  }
  return { ms: measured.sort((a, b) => a - b)[Math.floor(times / 2)]!, answer }
}

function print(results: Result[]): void {
  for (const { name, targetMs, medians } of results) {
    const { samlad, ...others } = medians as { samlad: number } & Record<string, number>
    console.log(`\n${name}`)
    console.log(`  samlad    ${samlad.toFixed(1).padStart(8)} ms   (target ${targetMs} ms on 1,000,000)`)
    for (const [engine, ms] of Object.entries(others)) {
      console.log(`  ${engine.padEnd(9)} ${ms.toFixed(1).padStart(8)} ms   ${(ms / samlad).toFixed(1)} times ours`)
    }
  }
  console.log('\nAll answers are equal.')
}

function write(results: Result[], versions: Record<string, string>): void {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: platform(),
    arch: arch(),
  }
  const rounded = results.map((result) => ({
    ...result,
    medians: Object.fromEntries(Object.entries(result.medians).map(([engine, ms]) => [engine, Math.round(ms * 10) / 10])),
  }))
  const file = join(import.meta.dirname, 'results.json')
  writeFileSync(file, `${JSON.stringify({ date: new Date().toISOString(), facts: size, machine, versions, results: rounded }, null, 2)}\n`)
  console.log(`Written: ${file}`)
}
