import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, test } from 'vitest'
import type { AnchorPoint } from '../../src/log/chain.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { migrationFolder } from '../../src/prepareDatabase.ts'
import { buildWorld } from '../api.ts'
import { compiledBefore } from '../compileCache.ts'
import { importRow } from '../participations.ts'
import { findPostgres, startPostgres } from '../postgres.ts'
import { inspect, type Inspection } from './inspect.ts'
import { openTarget } from './target.ts'

const ROUNDS = 50
/** The kill comes at most so long after the first write is acknowledged; milliseconds. */
const LONGEST = 200
/** Each fifth process is killed in its beginnings instead: its first writes, on a database that has just recovered. */
const EARLY = 5
const folder = mkdtempSync(join(tmpdir(), 'samlad-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = { ...process.env, ...compiledBefore }

interface Left {
  acknowledged: string[]
  anchors: AnchorPoint[]
}

/** Lets a writer go on for a random while and kills it with no warning. Gives what it had acknowledged, and what it found of the one before. */
function round(target: string, number: number, left: Left): Promise<{ acknowledged: string[]; inspected: Inspection }> {
  const stateFile = join(mkdtempSync(join(folder, 'round-')), 'state.json')
  const isEarly = number % EARLY === 0
  const { row: _row, ...participation } = importRow(1)
  writeFileSync(stateFile, JSON.stringify({ participation, ...left }))
  const child = spawn(process.execPath, ['test/kill/writer.ts', target, stateFile], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const acknowledged: string[] = []
  let inspected: Inspection | undefined
  let complaint = ''
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { acknowledged?: string; inspected?: Inspection }
    if (said.inspected) inspected = said.inspected
    if (isEarly ? said.inspected : acknowledged.length === 0 && said.acknowledged) {
      setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST)
    }
    if (said.acknowledged !== undefined) acknowledged.push(said.acknowledged)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (inspected && signal === 'SIGKILL') resolve({ acknowledged, inspected })
      else reject(new Error(`The writer ended by itself: ${complaint}`))
    })
  })
}

async function killOften(target: string): Promise<{ acknowledged: number; registered: number; rounds: number }> {
  const fresh = openTarget(target)
  await migrate(fresh, migrationFolder)
  await buildWorld(fresh)
  await fresh.close()
  const left: Left = { acknowledged: [], anchors: [] }
  for (let number = 1; number <= ROUNDS; number++) {
    const { acknowledged, inspected } = await round(target, number, left)
    expect(inspected.faults, `before round ${number}`).toEqual([])
    left.acknowledged.push(...acknowledged)
    left.anchors = inspected.heads
  }
  const database = openTarget(target)
  const { faults, registered } = await inspect(database, left.acknowledged, left.anchors)
  await database.close()
  expect(faults).toEqual([])
  return { acknowledged: left.acknowledged.length, registered, rounds: ROUNDS }
}

describe.concurrent('the process killed in the middle of writing', () => {
  test('fifty kills on the embedded database lose no acknowledged write, leave none half done, and break no chain', async () => {
    const result = await killOften(join(folder, 'db'))
    process.stdout.write(`PGlite: ${JSON.stringify(result)}\n`)
    expect(result.acknowledged).toBeGreaterThan(ROUNDS)
  })

  test.skipIf(!findPostgres())('nor do fifty on PostgreSQL', async () => {
    const server = await startPostgres()
    try {
      const result = await killOften(server.url)
      process.stdout.write(`PostgreSQL: ${JSON.stringify(result)}\n`)
      expect(result.acknowledged).toBeGreaterThan(ROUNDS)
    } finally {
      await server.stop()
    }
  })
})
