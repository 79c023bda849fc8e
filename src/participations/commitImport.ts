import { randomInt, randomUUID } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { breaksRule } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { makeParticipantCode } from '../values/participantCode.ts'
import { insertMany } from './bulk.ts'
import { fromColumns, isSame, snakeCase, toColumns } from './columns.ts'
import { Participation } from './domain.ts'
import { factOf } from './fact.ts'
import type { AnonymousRow, ImportRow } from './import/importRow.ts'
import { findLikely, likeness, likenessOf } from './likeness.ts'
import { associationOf, referenceHmac, type ImportIntervention, type ReferenceReach } from './importRules.ts'

/** What became of the rows of an import. */
export interface ImportCounts {
  new: number
  newVersion: number
  unchanged: number
  skipped: number
  anonymous: number
}

/** What the rows of one import are written under. */
export interface ImportTarget {
  controllerId: string
  importId: string
  referenceKey: Uint8Array
  reach: ReferenceReach
  interventions: ReadonlyMap<string, ImportIntervention>
  /** Rows that look like a participation that is there already: left out, or written all the same. */
  likelyDuplicates: 'skip' | 'import'
  now: string
}

interface Known {
  participation_id: string
  person_id: string
  version: number
  current: Participation
}

/** Writes rows of an import, chunk by chunk, inside the caller's transaction. Keeps what it has seen, so that rows of one file meet each other. */
export class ImportWriter {
  readonly counts: ImportCounts = { new: 0, newVersion: 0, unchanged: 0, skipped: 0, anonymous: 0 }
  readonly #queries: Queries
  readonly #scope: Scope
  readonly #target: ImportTarget
  readonly #codes = new Set<string>()
  readonly #persons = new Map<string, string>()
  readonly #written = new Set<string>()

  constructor(queries: Queries, scope: Scope, target: ImportTarget) {
    this.#queries = queries
    this.#scope = scope
    this.#target = target
  }

  /** Reads which codes are taken; call once before the first chunk. */
  async begin(): Promise<void> {
    const rows = await this.#queries
      .selectFrom('participation')
      .select('code')
      .where('controller_id', '=', this.#target.controllerId)
      .execute()
    for (const row of rows) this.#codes.add(row.code)
  }

  /** Writes one chunk. */
  async write(rows: readonly ImportRow[], anonymous: readonly AnonymousRow[]): Promise<void> {
    const batch = new Batch()
    const references = new Map(rows.map((row) => [row.row, this.#reference(row)]))
    const known = await this.#findByReference([...references.values()].filter((value) => value !== undefined))
    const likely = await this.#findLikely(rows)
    for (const row of rows) await this.#place(row, references.get(row.row), known, likely, batch)
    await this.#retire(batch.retired)
    await insertMany(this.#queries, 'participation', batch.participations)
    await insertMany(this.#queries, 'participation_version', batch.versions)
    await this.#removeFacts(batch.retired)
    await insertMany(this.#queries, 'fact', batch.facts)
    this.#addAnonymous(anonymous, batch)
    await insertMany(this.#queries, 'anonymous_count', batch.anonymous)
    await insertMany(this.#queries, 'import_row', batch.receipts)
  }

  #intervention(id: string | undefined): ImportIntervention {
    const { interventions } = this.#target
    const found =
      id === undefined && interventions.size === 1 ? [...interventions.values()][0] : interventions.get(id ?? '')
    if (!found) throw breaksRule('participations.unknownIntervention')
    return found
  }

  #reference(row: ImportRow): string | undefined {
    if (row.reference === undefined) return undefined
    return referenceHmac(
      this.#target.referenceKey,
      this.#target.reach,
      this.#intervention(row.intervention).id,
      row.reference,
    )
  }

  async #place(
    row: ImportRow,
    reference: string | undefined,
    known: ReadonlyMap<string, Known>,
    likely: ReadonlySet<string>,
    batch: Batch,
  ): Promise<void> {
    const intervention = this.#intervention(row.intervention)
    const participation = Participation.parse(
      Object.fromEntries(Object.keys(Participation.shape).map((key) => [key, row[key as keyof ImportRow]])),
    )
    const key = reference === undefined ? undefined : `${intervention.id} ${reference} ${row.entryDate}`
    if (key !== undefined && this.#written.has(key)) return this.#skip(row.row, batch)
    if (key !== undefined) this.#written.add(key)
    const before = key === undefined ? undefined : known.get(key)
    if (before) return this.#renew(row.row, before, participation, intervention, batch)
    if (
      reference === undefined &&
      likely.has(likeness(intervention.id, participation)) &&
      this.#target.likelyDuplicates === 'skip'
    ) {
      return this.#skip(row.row, batch)
    }
    const personId = await this.#person(row, reference)
    this.#add(row.row, participation, intervention, personId, reference, batch)
  }

  #skip(row: number, batch: Batch): void {
    this.counts.skipped++
    batch.receipts.push(this.#receipt(row, 'skipped', null))
  }

  #add(
    row: number,
    participation: Participation,
    intervention: ImportIntervention,
    personId: string,
    reference: string | undefined,
    batch: Batch,
  ): void {
    const id = randomUUID()
    const place = {
      controller_id: this.#target.controllerId,
      person_id: personId,
      intervention_id: intervention.id,
      association_id: associationOf(intervention, participation.municipality),
    }
    batch.participations.push({ ...place, id, code: this.#newCode(), reference_hmac: reference ?? null })
    this.#addVersion(id, 1, participation, place, batch)
    this.counts.new++
    batch.receipts.push(this.#receipt(row, 'new', id))
  }

  #renew(
    row: number,
    before: Known,
    participation: Participation,
    intervention: ImportIntervention,
    batch: Batch,
  ): void {
    const same = isSame(before.current, participation)
    this.counts[same ? 'unchanged' : 'newVersion']++
    batch.receipts.push(this.#receipt(row, same ? 'unchanged' : 'newVersion', before.participation_id))
    if (same) return
    batch.retired.push(before.participation_id)
    const place = {
      controller_id: this.#target.controllerId,
      person_id: before.person_id,
      intervention_id: intervention.id,
      association_id: associationOf(intervention, participation.municipality),
    }
    this.#addVersion(before.participation_id, before.version + 1, participation, place, batch)
  }

  #addVersion(id: string, version: number, participation: Participation, place: Place, batch: Batch): void {
    batch.versions.push({
      controller_id: this.#target.controllerId,
      participation_id: id,
      version,
      current: true,
      recorded_at: this.#target.now,
      recorded_by: this.#scope.userId,
      import_id: this.#target.importId,
      ...toColumns(participation),
    })
    if (participation.exitReason !== 'felregistrering') batch.facts.push(factRow(id, place, participation))
  }

  #receipt(row: number, outcome: string, participationId: string | null): Record<string, unknown> {
    const { controllerId, importId } = this.#target
    return {
      controller_id: controllerId,
      import_id: importId,
      row_number: row,
      outcome,
      participation_id: participationId,
    }
  }

  #newCode(): string {
    let code: string
    do code = makeParticipantCode(() => randomInt(2 ** 40) / 2 ** 40)
    while (this.#codes.has(code))
    this.#codes.add(code)
    return code
  }

  /** The person a row is about: an existing code, or the same reference as before, ties it to somebody known. */
  async #person(row: ImportRow, reference: string | undefined): Promise<string> {
    if (row.participantCode !== undefined) {
      const owner = await this.#queries
        .selectFrom('participation')
        .select('person_id')
        .where('controller_id', '=', this.#target.controllerId)
        .where('code', '=', row.participantCode)
        .executeTakeFirst()
      if (!owner) throw breaksRule('participations.unknownCode', { row: row.row })
      return owner.person_id
    }
    if (reference === undefined) return randomUUID()
    const known = this.#persons.get(reference) ?? randomUUID()
    this.#persons.set(reference, known)
    return known
  }

  async #findByReference(references: string[]): Promise<Map<string, Known>> {
    if (references.length === 0) return new Map()
    const bytes = references.map((text) => Buffer.from(text.slice(2), 'hex'))
    const rows = await this.#queries
      .selectFrom('participation as p')
      .innerJoin('participation_version as v', (join) =>
        join
          .onRef('v.controller_id', '=', 'p.controller_id')
          .onRef('v.participation_id', '=', 'p.id')
          .on('v.current', '=', true),
      )
      .selectAll('v')
      .select(['p.person_id', 'p.intervention_id', 'p.reference_hmac'])
      .where('p.controller_id', '=', this.#target.controllerId)
      .where('p.reference_hmac', 'in', bytes)
      .execute()
    const known = new Map<string, Known>()
    for (const row of rows) {
      const reference = `\\x${Buffer.from(row.reference_hmac!).toString('hex')}`
      this.#persons.set(reference, row.person_id)
      if (row.exit_reason === 'felregistrering') continue
      const { participation_id, person_id, version } = row
      known.set(`${row.intervention_id} ${reference} ${row.entry_date}`, {
        participation_id,
        person_id,
        version,
        current: fromColumns(row),
      })
    }
    return known
  }

  /** Participations already there, outside this import, with the same intervention, sex, birth year and entry as rows without a reference. */
  async #findLikely(rows: readonly ImportRow[]): Promise<Set<string>> {
    const found = await findLikely(this.#queries, this.#target.controllerId, rows, this.#target.importId)
    return new Set(found.map((row) => likenessOf(row.intervention_id, row.sex, row.birth_year, row.entry_date)))
  }

  async #retire(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#queries
      .updateTable('participation_version')
      .set({ current: false })
      .where('controller_id', '=', this.#target.controllerId)
      .where('participation_id', 'in', ids)
      .where('current', '=', true)
      .execute()
  }

  async #removeFacts(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#queries
      .deleteFrom('fact')
      .where('controller_id', '=', this.#target.controllerId)
      .where('participation_id', 'in', ids)
      .execute()
  }

  #addAnonymous(rows: readonly AnonymousRow[], batch: Batch): void {
    const sums = new Map<string, Record<string, unknown> & { women: number; men: number }>()
    for (const row of rows) {
      this.counts.anonymous++
      batch.receipts.push(this.#receipt(row.row, 'anonymous', null))
      const intervention = this.#intervention(row.intervention)
      for (let year = row.fromYear; year <= row.toYear; year++) {
        const key = `${intervention.id} ${year}`
        const sum = sums.get(key) ?? this.#emptyCount(intervention, year)
        sums.set(key, sum)
        sum[row.sex === 'woman' ? 'women' : 'men']++
      }
    }
    batch.anonymous.push(...sums.values())
  }

  #emptyCount(intervention: ImportIntervention, year: number) {
    return {
      controller_id: this.#target.controllerId,
      intervention_id: intervention.id,
      association_id: associationOf(intervention, null),
      year,
      id: randomUUID(),
      women: 0,
      men: 0,
      recorded_at: this.#target.now,
      recorded_by: this.#scope.userId,
      import_id: this.#target.importId,
    }
  }
}

interface Place {
  controller_id: string
  person_id: string
  association_id: string
  intervention_id: string
}

class Batch {
  participations: Record<string, unknown>[] = []
  versions: Record<string, unknown>[] = []
  facts: Record<string, unknown>[] = []
  receipts: Record<string, unknown>[] = []
  anonymous: Record<string, unknown>[] = []
  retired: string[] = []
}

/** The fact row of a participation at its place. */
export function factRow(id: string, place: Place, participation: Participation): Record<string, unknown> {
  const { controller_id, person_id, association_id, intervention_id } = place
  const integers = Object.entries(factOf(participation)).map(([name, value]) => [snakeCase(name), value])
  return {
    controller_id,
    participation_id: id,
    person_id,
    association_id,
    intervention_id,
    municipality: participation.municipality,
    ...Object.fromEntries(integers),
  }
}
