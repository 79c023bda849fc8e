import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import type { Database, Queries } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/errors.ts'
import { countOutside } from '../../coverageStore.ts'
import type { FactStore, Snapshot } from '../../factStore.ts'
import type { Definition } from '../domain.ts'
import type { Plan } from '../union/plan.ts'
import { planOf } from '../union/plan.ts'
import { toldCoverage } from '../release/coverage.ts'
import type { DocumentHead, ReleaseDocument } from '../release/document.ts'
import { nodePeriod } from '../union/timeNodes.ts'
import { outcomeOf } from './runOutcome.ts'
import type { RunOutcome } from './runOutcome.ts'
import type { WorkerMessage } from './protectWorker.ts'
import type { ProtectionAnswer, ProtectionQuestion } from './protectUnion.ts'
import { lastRelease, listDocuments, listEarlier, readLedger } from '../store.ts'

/** What is asked of a run. */
export interface RunOrder {
  id: string
  definition: Definition
  /** The release that is corrected. */
  replaces: string | null
  tier: 'instant' | 'exact'
  seconds: number
}

interface Planned {
  snapshot: Snapshot
  plan: Plan
  last: number | null
  outside: NonNullable<DocumentHead['outside']>
}

interface UnderWay {
  progress: { cost: number; lowerBound: number } | null
  cancel(): void
}

/** A run that ended without an answer; `key` names why. */
class Ended extends Error {
  readonly state: 'failed' | 'cancelled'
  readonly fault: { key: string; args: Record<string, string | number> }

  constructor(state: 'failed' | 'cancelled', key: string, args: Record<string, string | number> = {}) {
    super(key)
    this.state = state
    this.fault = { key, args }
  }
}

/**
 * Protection under way. Each run has a thread of its own, so that nobody waits for it; what it gives is verified here before it is kept. A run lives with
 * the process: one that was under way when it ended is seen as interrupted.
 */
export class ProtectionRuns {
  readonly #underWay = new Map<string, UnderWay>()
  /** Those that began in this process, also when they have ended. */
  readonly #begun = new Set<string>()
  readonly #database: Database
  readonly #store: FactStore
  readonly #now: () => Date
  readonly #software: string

  constructor(database: Database, store: FactStore, now: () => Date, software: string) {
    this.#database = database
    this.#store = store
    this.#now = now
    this.#software = software
  }

  /** How far a run has come; undefined when it is not under way here. */
  find(id: string): Pick<UnderWay, 'progress'> | undefined {
    return this.#underWay.get(id)
  }

  /** Whether a run began in this process: one that did not, and has not ended, was interrupted. */
  isOurs(id: string): boolean {
    return this.#begun.has(id)
  }

  cancel(id: string): void {
    this.#underWay.get(id)?.cancel()
  }

  /** Begins a run that stands in the database. */
  start(order: RunOrder): void {
    const run: UnderWay = { progress: null, cancel: () => undefined }
    const stopped = new Promise<never>((_, reject) => (run.cancel = () => reject(new Ended('cancelled', 'publication.cancelled'))))
    stopped.catch(() => undefined)
    this.#underWay.set(order.id, run)
    this.#begun.add(order.id)
    void this.#carryOut(order, run, stopped).finally(() => this.#underWay.delete(order.id))
  }

  /** Stops all that is under way: the process is about to end. */
  stop(): void {
    for (const run of this.#underWay.values()) run.cancel()
  }

  async #carryOut(order: RunOrder, run: UnderWay, stopped: Promise<never>): Promise<void> {
    try {
      const { snapshot, plan, last, outside } = await this.#plan(order)
      const { policy } = order.definition
      const began = performance.now()
      const question = { instance: plan.instance, policy, tier: order.tier, seconds: order.seconds }
      const answer = await inThread(question, run, stopped)
      const seconds = (performance.now() - began) / 1000
      const { demo, dataDate } = { demo: snapshot.fictive, dataDate: snapshot.dataDate }
      const outcome = outcomeOf(snapshot.facts, plan, answer, {
        definition: order.definition,
        demo,
        dataDate,
        outside,
        software: this.#software,
        seconds,
      })
      await this.#keep(order, outcome, { last, readAt: snapshot.readAt })
    } catch (error) {
      await this.#end(order, error)
    }
  }

  async #plan({ definition, replaces }: RunOrder): Promise<Planned> {
    const work = async (queries: Queries): Promise<Planned> => {
      const snapshot = await this.#store.snapshot(queries)
      const plan = planOf(snapshot.facts, definition, { earlier: await listEarlier(queries), ledger: await readLedger(queries), replaces })
      return { snapshot, plan, last: await lastRelease(queries), outside: await readOutside(queries, definition, snapshot.fictive) }
    }
    // What comes out meanwhile is in none of these, or the run would be taken to have known of it.
    return this.#database.as('samlad_curator', undefined, work, true)
  }

  async #keep(
    { id }: RunOrder,
    { document, cells, result, secret }: RunOutcome,
    { last, readAt }: { last: number | null; readAt: Date },
  ): Promise<void> {
    await this.#database.as('samlad_curator', undefined, async (queries) => {
      await queries
        .insertInto('protection_secret')
        .values({ run_id: id, content: gzipSync(JSON.stringify(secret)) })
        .execute()
      await this.#write(queries, id, {
        ...{ state: 'done', result: JSON.stringify(result), document, last_release: last },
        ...{ cells: JSON.stringify(cells), facts_read_at: readAt.toISOString() },
      })
    })
  }

  async #end({ id }: RunOrder, error: unknown): Promise<void> {
    const { state, fault } = error instanceof Ended ? error : { state: 'failed', fault: faultOf(error) }
    await this.#database
      .as('samlad_curator', undefined, (queries) => this.#write(queries, id, { state, fault: JSON.stringify(fault) }))
      // The process is ending and the database with it; the run is seen as interrupted.
      .catch(() => undefined)
  }

  async #write(queries: Queries, id: string, values: object): Promise<void> {
    await queries
      .updateTable('protection_run')
      .set({ ...values, ended_at: this.#now().toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute()
  }
}

/** Participations of the year that have no row, and what the releases of it have told of how many they are. */
async function readOutside(queries: Queries, definition: Definition, fictive: boolean): Promise<Planned['outside']> {
  const { from, to } = nodePeriod(definition)
  const out = (await listDocuments(queries)).map(({ document }) => JSON.parse(Buffer.from(document).toString('utf8')) as ReleaseDocument)
  const ofYear = out.filter(({ period }) => period.from === from && period.to === to)
  const before = ofYear.flatMap(({ tables, coverage }) => toldCoverage(tables, coverage))
  return { count: await countOutside(queries, definition.year, fictive), before }
}

function faultOf(error: unknown): { key: string; args: Record<string, string | number> } {
  return error instanceof Refusal ? { key: error.key, args: error.args } : { key: 'publication.broken', args: {} }
}

/** The answer of a thread of its own, which then ends by itself. Ends when the thread does, when nothing was proven in time, or when it is stopped. */
async function inThread(question: ProtectionQuestion, run: UnderWay, stopped: Promise<never>): Promise<ProtectionAnswer> {
  const worker = new Worker(new URL('./protectWorker.ts', import.meta.url), { workerData: question })
  const answered = new Promise<ProtectionAnswer>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') run.progress = { cost: message.cost, lowerBound: message.lowerBound }
      else if (message.kind === 'answer') resolve(message.answer)
      else if (message.kind === 'outOfTime') reject(new Ended('failed', 'publication.outOfTime', { seconds: question.seconds }))
      else reject(new Error(message.message))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread ended without an answer')))
  })
  try {
    return await Promise.race([answered, stopped])
  } catch (error) {
    await worker.terminate()
    throw error
  }
}
