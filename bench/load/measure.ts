import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Database } from '../../src/platform/database.ts'
import { prepareDatabase } from '../../src/prepareDatabase.ts'
import { addDays, stockholmDate } from '../../src/values/civilDate.ts'
import { findPostgres, startPostgres } from '../../test/postgres.ts'
import type { Load, Outcome } from './client.ts'
import { staffWorkplace, type Workplace } from './staff.ts'

const AT_ONCE = 4
const STAFF = 100
/** p95 on two cores, in milliseconds (issue 3); what has none is printed for comparison. */
const targets: Record<string, number> = { 'open a record': 60, 'list page': 60, 'what to do': 60, 'search by code': 60, register: 120 }

interface Size {
  participations: number
  calls: number
}

interface Figure {
  name: string
  calls: number
  p50: number
  p95: number
  perSecond: number
  statuses: Record<string, number>
}

const plain = {
  ...{ sex: 'woman', birthYear: 1985, ageReason: null, bornAbroad: null, timeSinceWork: null, education: 'upperSecondary' },
  ...{ timeOnSupport: null, occupationBefore: 'other', workExtentBefore: null, studyExtentBefore: null },
  ...{ supportBefore: { sjukpenning: 100 }, targetGroups: [], referredBy: 'fk', ground: 'consent' },
  ...{ exitDate: null, exitReason: null, occupationAfter: null, workExtentAfter: null, studyExtentAfter: null },
  ...{ workType: null, supportAfter: null },
}

/** The requests of each kind of work, each as somebody else of the staff. */
function work({ controllerId, interventionId, records, cookies }: Workplace, municipality: string): Record<string, Load['requests']> {
  const root = `/api/controllers/${controllerId}`
  const entryDate = addDays(stockholmDate(new Date()), -7)
  const body = {
    interventionId,
    samePersonAs: null,
    participation: { ...plain, municipality, entryDate, groundDate: entryDate },
  }
  const headers = (at: number) => ({ cookie: cookies[at % cookies.length]!, 'content-type': 'application/json', 'x-samlad': '1' })
  const all = <T>(make: (record: { id: string; code: string }) => T): (T & { headers: Record<string, string> })[] =>
    records.map((record, at) => ({ ...make(record), headers: headers(at) }))
  return {
    'open a record': all(({ id }) => ({ method: 'GET', path: `${root}/participations/${id}` })),
    'list page': all(() => ({ method: 'GET', path: `${root}/participations?offset=0&state=running` })),
    'what to do': all(() => ({ method: 'GET', path: `${root}/to-do` })),
    'search by code': all(({ code }) => ({ method: 'POST', path: `${root}/participations/search`, body: JSON.stringify({ code }) })),
    register: all(() => ({ method: 'POST', path: `${root}/participations`, body: JSON.stringify(body) })),
  }
}

function cannon(load: Load): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('client.ts', import.meta.url))
    child.once('message', resolve)
    child.once('exit', (code) => code && reject(new Error(`The client ended with ${code}`)))
    child.send(load)
  })
}

function figure(name: string, { times, statuses, seconds }: Outcome): Figure {
  const at = (share: number): number => Math.round(times[Math.ceil(share * times.length) - 1]! * 10) / 10
  return { name, calls: times.length, p50: at(0.5), p95: at(0.95), perSecond: Math.round(times.length / seconds), statuses }
}

const countOf = async ({ queries }: Database, what: 'participation' | 'fact' | 'audit'): Promise<number> => {
  const from = what === 'audit' ? sql`audit_event where endpoint = 'registerParticipation' and kind = 'change'` : sql.table(what)
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${from}`.execute(queries)
  return rows[0]!.n
}

/** A hundred at once: what was acknowledged, and what is there. */
async function crowd(
  database: Database,
  url: string,
  requests: Load['requests'],
  amount: number,
): Promise<Figure & { acknowledged: number; kept: number[] }> {
  const kinds = ['participation', 'fact', 'audit'] as const
  const before = await Promise.all(kinds.map((kind) => countOf(database, kind)))
  const outcome = await cannon({ url, connections: STAFF, amount, timeout: 120, requests })
  const after = await Promise.all(kinds.map((kind) => countOf(database, kind)))
  const result = { ...figure('100 staff register at once', outcome), acknowledged: outcome.statuses['200'] ?? 0 }
  const kept = after.map((n, i) => n - before[i]!)
  if (kept.some((n) => n !== result.acknowledged)) {
    throw new Error(`${result.acknowledged} registrations were acknowledged; ${kept.join(', ')} participations, facts and rows of the log`)
  }
  return { ...result, kept }
}

async function measure(
  databaseUrl: string | undefined,
  { participations, calls }: Size,
): Promise<{ participations: number; own: number; figures: Figure[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-load-'))
  const config = { ...readConfig(['--data', folder], {}), databaseUrl, demoParticipations: participations }
  const database = await prepareDatabase(config, () => undefined)
  const workplace = await staffWorkplace(database, STAFF)
  const place = await database.queries.selectFrom('municipality').select('code').where('fictive', '=', true).executeTakeFirstOrThrow()
  const settings = { loopback: true, terminalToken: undefined, callsPerMinute: 1_000_000, logging: false }
  const app = await buildApp({ database, now: () => new Date(), ...settings })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const kinds = work(workplace, place.code)
  const figures: Figure[] = []
  try {
    for (const [name, requests] of Object.entries(kinds)) {
      await cannon({ url, connections: AT_ONCE, amount: 100, requests })
      // Each of the staff may search twenty times a minute.
      figures.push(figure(name, await cannon({ url, connections: AT_ONCE, amount: calls, requests })))
    }
    figures.push(await crowd(database, url, kinds.register!, 2 * calls))
  } finally {
    await app.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { participations, own: workplace.participations, figures }
}

function print(engine: string, { participations, own, figures }: Awaited<ReturnType<typeof measure>>): void {
  console.log(`\n${engine}: ${participations} participations, ${own} of them at the controller asked`)
  for (const { name, calls, p50, p95, perSecond, statuses } of figures) {
    const times = `p50 ${p50.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)} ms`
    console.log(`  ${name.padEnd(28)} ${times}  ${String(perSecond).padStart(5)}/s  ${calls} calls ${JSON.stringify(statuses)}${aim(name)}`)
  }
}

const aim = (name: string): string => (targets[name] === undefined ? '' : `  (target p95 ${targets[name]} ms)`)

/**
 * Measures and prints how fast the register answers staff while others work in it: 200,000 participations in one database (20,000 when
 * quick), four at once, through HTTP with sessions, walls and log as they always are; then a hundred who all register at once, and a count
 * of what is there afterwards. PostgreSQL with the embedded database beside; with `only` one of them. A full run of both is written to
 * `load-results.json`. Throws when something that was acknowledged is not there.
 */
export async function measureLoad({ quick, only }: { quick: boolean; only?: string | undefined }): Promise<void> {
  const size = quick ? { participations: 20_000, calls: 200 } : { participations: 200_000, calls: 500 }
  const embedded = only === 'postgres' ? undefined : await measure(undefined, size)
  if (embedded) print('Embedded database', embedded)
  const served = only === 'embedded' || !findPostgres() ? undefined : await measurePostgres(size)
  if (served) print('PostgreSQL', served)
  else console.log('PostgreSQL: not measured')
  if (quick || only) return
  const machine = { cores: cpus().length, cpu: cpus()[0]!.model, node: process.version }
  const results = { date: new Date().toISOString(), machine, embedded, served }
  writeFileSync(new URL('../load-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
}

async function measurePostgres(size: Size): ReturnType<typeof measure> {
  const postgres = await startPostgres()
  try {
    return await measure(postgres.url, size)
  } finally {
    await postgres.stop()
  }
}
