import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Call } from '../../platform/serve.ts'
import type { Translate } from '../../values/catalogue.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { protectPublication, decidePublication, changePublication, createPublication } from './contract.ts'
import type { ProtectionRun, Publication, PublicationLine, RunResult } from './contract.ts'
import { definitionFaults, periodFaults } from './domain.ts'
import type { Definition } from './domain.ts'
import type { ReleaseDocument } from './release/document.ts'
import type { ProtectionRuns } from './protection/runs.ts'
import {
  addRelease,
  findPublication,
  findRelease,
  findRun,
  findRunState,
  forgetCells,
  lastRelease,
  listPublicationRows,
  planCells,
} from './store.ts'
import type { PublicationRecord } from './store.ts'

type Body<E extends { body?: z.ZodType }> = z.output<NonNullable<E['body']>>
type One<B = undefined> = Pick<
  Call<{ id: string }, undefined, B>,
  'queries' | 'params' | 'body' | 'scope' | 'now' | 't' | 'says' | 'afterwards'
>

/** What may be done with a publication, step by step: draft, protected, proposed by one, released by another. */
export class Publications {
  readonly #runs: ProtectionRuns
  readonly #threshold: number
  readonly #software: string

  constructor(runs: ProtectionRuns, threshold: number, software: string) {
    this.#runs = runs
    this.#threshold = threshold
    this.#software = software
  }

  async list(queries: Queries): Promise<PublicationLine[]> {
    const rows = await listPublicationRows(queries)
    return rows.map(({ id, definition, state, made_by, name, made_at, release_id }) => {
      const { title, year, month } = definition as unknown as Definition
      const madeBy = { id: made_by, name }
      return { id, title, year, month, state: state as PublicationLine['state'], madeBy, madeAt: made_at, releaseId: release_id }
    })
  }

  async create({
    queries,
    body,
    scope,
    now,
    says,
  }: Pick<Call<undefined, undefined, Body<typeof createPublication>>, 'queries' | 'body' | 'scope' | 'now' | 'says'>): Promise<{
    id: string
  }> {
    this.#demandSound(body.definition, now)
    if (body.replaces) {
      const corrected = await findRelease(queries, body.replaces)
      if (!corrected) throw notFound()
      if (corrected.corrected_by) throw new Refusal(409, 'publication.correctedAlready')
      if (body.note === '') throw breaksRule('publication.noteMissing', {}, [{ where: 'body.note', key: 'publication.noteMissing' }])
    }
    const id = randomUUID()
    const made = { made_by: scope.userId, made_at: now.toISOString() }
    await queries
      .insertInto('publication')
      .values({
        ...{ id, definition: JSON.stringify(body.definition), state: 'draft', version: 1, ...made, proposed_by: null, proposed_at: null },
        ...{ run_id: null, replaces: body.replaces, note: body.note || null, returned: null },
      })
      .execute()
    says(id)
    return { id }
  }

  async get({ queries, params, t }: Pick<One, 'queries' | 'params' | 't'>): Promise<Publication> {
    const row = await findPublication(queries, params.id)
    if (!row || row.state === 'withdrawn') throw notFound()
    const run = await findRun(queries, params.id)
    const document = run?.document && run.definition_version === row.version ? run.document : undefined
    return {
      ...{
        id: row.id,
        version: row.version,
        state: row.state as Publication['state'],
        definition: row.definition as unknown as Definition,
      },
      ...{
        madeBy: { id: row.made_by, name: row.made_by_name ?? '' },
        replaces: row.replaces,
        note: row.note,
        returned: row.returned,
        releaseId: row.release_id,
      },
      proposedBy: row.proposed_by === null ? null : { id: row.proposed_by, name: row.proposed_by_name ?? '' },
      run: run ? this.#shownRun(run, row, await lastRelease(queries), t) : null,
      preview: document ? (JSON.parse(Buffer.from(document).toString('utf8')) as ReleaseDocument) : null,
    }
  }

  #shownRun(
    run: NonNullable<Awaited<ReturnType<typeof findRun>>>,
    row: PublicationRecord,
    last: number | null,
    t: Translate,
  ): ProtectionRun {
    const fault = run.fault as { key: string; args: Record<string, string | number> } | null
    return {
      ...{ id: run.id, tier: run.tier as ProtectionRun['tier'], seconds: run.seconds, askedAt: run.asked_at },
      ...this.#progressOf(run),
      isStale: row.state !== 'released' && run.result !== null && (run.definition_version !== row.version || run.last_release !== last),
      result: run.result as RunResult | null,
      fault: fault && t(fault.key, fault.args),
    }
  }

  #progressOf({ id, state }: { id: string; state: string }): Pick<ProtectionRun, 'state' | 'progress'> {
    const isInterrupted = state === 'running' && !this.#runs.isOurs(id)
    return { state: isInterrupted ? 'interrupted' : (state as ProtectionRun['state']), progress: this.#runs.find(id)?.progress ?? null }
  }

  async progress({ queries, params }: Pick<One, 'queries' | 'params'>): Promise<Pick<ProtectionRun, 'state' | 'progress'>> {
    const row = await findPublication(queries, params.id)
    if (!row || row.state === 'withdrawn') throw notFound()
    const run = await findRunState(queries, params.id)
    if (!run) throw notFound()
    return this.#progressOf(run)
  }

  async change(call: One<Body<typeof changePublication>>): Promise<Publication> {
    const { queries, params, body, now, says } = call
    this.#demandSound(body.definition, now)
    const row = await this.#open(queries, params.id, ['draft'])
    if (row.version !== body.version) throw new Refusal(409, 'publication.changedByOther')
    await this.#set(queries, row, { definition: JSON.stringify(body.definition) })
    says(params.id)
    return this.get(call)
  }

  async withdraw({ queries, params, says }: One): Promise<{ id: string }> {
    const row = await this.#open(queries, params.id, ['draft', 'proposed'])
    await this.#stopRun(queries, row.id)
    await forgetCells(queries, row.id)
    await this.#set(queries, row, { state: 'withdrawn' })
    says(row.id)
    return { id: row.id }
  }

  async protect(call: One<Body<typeof protectPublication>>): Promise<Publication> {
    const { queries, params, body, scope, now, says, afterwards } = call
    const row = await this.#open(queries, params.id, ['draft'])
    await this.#stopRun(queries, row.id)
    const id = randomUUID()
    const { tier, seconds } = body
    await queries
      .insertInto('protection_run')
      .values({
        ...{ id, publication_id: row.id, definition_version: row.version, tier, seconds, state: 'running' },
        ...{ asked_by: scope.userId, asked_at: now.toISOString(), ended_at: null, last_release: null },
        ...{ result: null, fault: null, document: null, cells: null },
      })
      .execute()
    const definition = row.definition as unknown as Definition
    afterwards(() => this.#runs.start({ id, definition, replaces: row.replaces, tier, seconds }))
    says(row.id)
    const publication = await this.get(call)
    // It begins when this change is safe.
    return { ...publication, run: publication.run && { ...publication.run, state: 'running' } }
  }

  async cancel(call: One): Promise<Publication> {
    const row = await this.#open(call.queries, call.params.id, ['draft'])
    await this.#stopRun(call.queries, row.id)
    call.says(row.id)
    return this.get(call)
  }

  async #stopRun(queries: Queries, publicationId: string): Promise<void> {
    const run = await findRun(queries, publicationId)
    if (run?.state !== 'running') return
    this.#runs.cancel(run.id)
    await queries
      .updateTable('protection_run')
      .set({ state: 'cancelled' })
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .execute()
  }

  async propose(call: One): Promise<Publication> {
    const { queries, params, scope, now, says } = call
    const row = await this.#open(queries, params.id, ['draft'])
    const run = await this.#soundRun(queries, row)
    const by = { proposed_by: scope.userId, proposed_at: now.toISOString() }
    // The version stays: it is the tables' own, and what was protected is what is proposed.
    await queries
      .updateTable('publication')
      .set({ state: 'proposed', run_id: run.id, ...by })
      .where('id', '=', row.id)
      .execute()
    await planCells(queries, row.id, run.cells as [string, number | null][])
    says(row.id)
    return this.get(call)
  }

  async decide(call: One<Body<typeof decidePublication>>): Promise<Publication> {
    const { queries, params, body, scope, now, says } = call
    const row = await this.#open(queries, params.id, ['proposed'])
    if (row.proposed_by === scope.userId || row.made_by === scope.userId) throw new Refusal(403, 'publication.ownApproval')
    if (!body.approve) {
      if (body.note === '') throw breaksRule('publication.noteMissing', {}, [{ where: 'body.note', key: 'publication.noteMissing' }])
      await queries.updateTable('publication').set({ state: 'draft', returned: body.note, run_id: null }).where('id', '=', row.id).execute()
      await forgetCells(queries, row.id)
    } else {
      // Two releases at once would not know of each other.
      await this.#alone(queries)
      const run = await this.#soundRun(queries, row)
      await addRelease(queries, row, run, { id: randomUUID(), approvedBy: scope.userId, now, software: this.#software })
      await queries.updateTable('publication').set({ state: 'released' }).where('id', '=', row.id).execute()
    }
    says(row.id)
    return this.get(call)
  }

  /** One release at a time, to the end of the transaction. */
  async #alone(queries: Queries): Promise<void> {
    await queries.selectNoFrom((on) => on.fn('pg_advisory_xact_lock', [on.val(20260411)]).as('lock')).execute()
  }

  /** The newest run, when it proves the tables as they are and with all that is out. */
  async #soundRun(queries: Queries, row: PublicationRecord) {
    const run = await findRun(queries, row.id)
    if (run?.state !== 'done' || !run.document) throw breaksRule('publication.notProtected')
    if (run.definition_version !== row.version) throw breaksRule('publication.changedAfter')
    if (run.last_release !== (await lastRelease(queries))) throw breaksRule('publication.releasedSince')
    if (run.tier !== 'exact') throw breaksRule('publication.exactNeeded')
    if ((run.result as RunResult).obstacles.length > 0) throw breaksRule('publication.obstacles')
    return run
  }

  async #open(queries: Queries, id: string, states: readonly string[]): Promise<PublicationRecord> {
    const row = await findPublication(queries, id, true)
    if (!row || row.state === 'withdrawn') throw notFound()
    if (!states.includes(row.state)) throw new Refusal(409, `publication.is.${row.state}`)
    return row
  }

  async #set(queries: Queries, { id, version }: PublicationRecord, values: object): Promise<void> {
    await queries
      .updateTable('publication')
      .set({ ...values, version: version + 1 })
      .where('id', '=', id)
      .execute()
  }

  #demandSound(definition: Definition, now: Date): void {
    const faults = [...definitionFaults(definition, this.#threshold), ...periodFaults(definition, stockholmDate(now))]
    if (faults.length > 0) throw breaksRule('publication.faults', { n: faults.length }, faults)
  }
}
