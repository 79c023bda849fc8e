import { randomInt, randomUUID } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { breaksRule } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { makeParticipantCode } from '../values/participantCode.ts'
import { demandCodeOwners, type CodeOwner, type CountTries } from './codeOwners.ts'
import { toColumns } from './columns.ts'
import { differingFields } from './difference.ts'
import { Participation } from './domain.ts'
import { factRows, type Place } from './fact.ts'
import type { AnonymousRow, ImportRow } from './import/importRow.ts'
import { findByReference, type Known } from './knownParticipations.ts'
import { ImportBatch } from './importBatch.ts'
import { likelyKeys, likeness } from './likeness.ts'
import { findRemoved, keyOf, type RowKey } from './removedRows.ts'
import { associationAfter, associationOf, referenceHmac, type ImportIntervention, type ReferenceReach } from './importRules.ts'

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
  /** Whether rows without a ground add to the anonymous counts. */
  countsAnonymous: boolean
  /** Counts participant codes that lead nowhere. */
  countTries: CountTries
  now: string
}

/** A chunk of rows with what is there already that they may be about. */
export interface Looked {
  rows: readonly ImportRow[]
  anonymous: readonly AnonymousRow[]
  /** HMAC of each row's reference, by row number. */
  references: ReadonlyMap<number, string | undefined>
  known: ReadonlyMap<string, Known>
  /** Those that were removed at the person's request, by `keyOf`. */
  removed: ReadonlySet<string>
  likely: ReadonlySet<string>
  owners: ReadonlyMap<string, CodeOwner>
}

/** Places rows of an import, chunk by chunk, inside the caller's transaction. Keeps what it has seen, so that rows of one file meet each other. */
export class ImportWriter {
  readonly counts: ImportCounts = { new: 0, newVersion: 0, unchanged: 0, skipped: 0, anonymous: 0 }
  readonly #queries: Queries
  readonly #scope: Scope
  readonly #target: ImportTarget
  readonly #codes = new Set<string>()
  readonly #persons = new Map<string, string>()
  /** Whom the references that were in use before this import are about. */
  readonly #earlier = new Map<string, string>()
  readonly #written = new Set<string>()

  constructor(queries: Queries, scope: Scope, target: ImportTarget) {
    this.#queries = queries
    this.#scope = scope
    this.#target = target
  }

  /** Reads which codes are taken and whom the references in use are about; call once before the first chunk. */
  async begin(): Promise<void> {
    const rows = await this.#queries
      .selectFrom('participation')
      .select(['code', 'reference_hmac', 'person_id'])
      .where('controller_id', '=', this.#target.controllerId)
      .execute()
    for (const row of rows) {
      this.#codes.add(row.code)
      if (row.reference_hmac) this.#earlier.set(`\\x${Buffer.from(row.reference_hmac).toString('hex')}`, row.person_id)
    }
  }

  /** Looks up what is there already that a chunk may be about. Call it in the order of the rows. */
  async look(rows: readonly ImportRow[], anonymous: readonly AnonymousRow[]): Promise<Looked> {
    const references = new Map(rows.map((row) => [row.row, this.#reference(row)]))
    const known = await findByReference(
      this.#queries,
      this.#target.controllerId,
      [...references.values()].filter((value) => value !== undefined && this.#earlier.has(value)) as string[],
    )
    // After what is there has been held: one that is being removed is either there still, or known to be gone.
    const removed = await findRemoved(this.#queries, this.#target.controllerId, this.#target.referenceKey, this.#keysOf(rows, references))
    const likely = await likelyKeys(this.#queries, this.#target.controllerId, rows, this.#target.importId)
    return {
      rows,
      anonymous,
      references,
      known,
      removed,
      likely,
      owners: await demandCodeOwners(this.#queries, this.#scope, this.#target.controllerId, rows, this.#target.countTries),
    }
  }

  /** Decides what becomes of each row of a chunk; touches no database, so that the rows before can be written meanwhile. */
  place(looked: Looked): ImportBatch {
    const batch = new ImportBatch(this.#target.controllerId)
    for (const row of looked.rows) this.#place(row, looked, batch)
    this.#addAnonymous(looked.anonymous, batch)
    return batch.seal()
  }

  #intervention(id: string | undefined): ImportIntervention {
    const { interventions } = this.#target
    const found = id === undefined && interventions.size === 1 ? [...interventions.values()][0] : interventions.get(id ?? '')
    if (!found) throw breaksRule('participations.unknownIntervention')
    return found
  }

  #reference(row: ImportRow): string | undefined {
    if (row.reference === undefined) return undefined
    return referenceHmac(this.#target.referenceKey, this.#target.reach, this.#intervention(row.intervention).id, row.reference)
  }

  #keysOf(rows: readonly ImportRow[], references: Looked['references']): RowKey[] {
    return rows.flatMap(({ row, intervention, entryDate }) => {
      const reference = references.get(row)
      return reference === undefined ? [] : [{ interventionId: this.#intervention(intervention).id, reference, entryDate }]
    })
  }

  #place(row: ImportRow, looked: Looked, batch: ImportBatch): void {
    const intervention = this.#intervention(row.intervention)
    const participation = participationOf(row)
    const reference = looked.references.get(row.row)
    const key = reference === undefined ? undefined : keyOf({ interventionId: intervention.id, reference, entryDate: row.entryDate })
    if (key !== undefined && this.#written.has(key)) return this.#skip(row.row, batch)
    if (key !== undefined) this.#written.add(key)
    const before = key === undefined ? undefined : looked.known.get(key)
    if (before?.locked) return this.#skip(row.row, batch)
    if (before) return this.#renew(row.row, before, participation, intervention, batch)
    if (key !== undefined && looked.removed.has(key)) return this.#skip(row.row, batch)
    const isLikely = reference === undefined && looked.likely.has(likeness(intervention.id, participation))
    if (isLikely && this.#target.likelyDuplicates === 'skip') return this.#skip(row.row, batch)
    this.#add(row.row, participation, intervention, this.#person(row, reference, looked), reference, batch)
  }

  #skip(row: number, batch: ImportBatch): void {
    this.counts.skipped++
    batch.receipts.push(this.#receipt(row, 'skipped', null))
  }

  #add(
    row: number,
    participation: Participation,
    intervention: ImportIntervention,
    personId: string,
    reference: string | undefined,
    batch: ImportBatch,
  ): void {
    const id = randomUUID()
    const place = {
      controller_id: this.#target.controllerId,
      person_id: personId,
      intervention_id: intervention.id,
      association_id: associationOf(intervention, participation.municipality),
    }
    batch.participations.push({ ...place, id, code: this.#newCode(), reference_hmac: reference ?? null })
    this.#addVersion({ id, version: 1, contacts: [] }, participation, place, batch)
    this.counts.new++
    batch.receipts.push(this.#receipt(row, 'new', id))
  }

  #renew(row: number, before: Known, participation: Participation, intervention: ImportIntervention, batch: ImportBatch): void {
    const same = differingFields(before.current, participation).length === 0
    this.counts[same ? 'unchanged' : 'newVersion']++
    batch.receipts.push(this.#receipt(row, same ? 'unchanged' : 'newVersion', before.participation_id))
    if (same) return
    batch.retired.push(before.participation_id)
    const belonging = { associationId: before.association_id, municipality: before.current.municipality }
    const association = associationAfter(belonging, participation.municipality, intervention)
    if (association !== before.association_id) batch.moved.push({ id: before.participation_id, association })
    const place = {
      controller_id: this.#target.controllerId,
      person_id: before.person_id,
      intervention_id: intervention.id,
      association_id: association,
    }
    const { participation_id: id, version, contacts } = before
    this.#addVersion({ id, version: version + 1, contacts }, participation, place, batch)
  }

  #addVersion(
    { id, version, contacts }: { id: string; version: number; contacts: Known['contacts'] },
    participation: Participation,
    place: Place,
    batch: ImportBatch,
  ): void {
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
    batch.facts.push(...factRows(id, place, participation, contacts))
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
  #person(row: ImportRow, reference: string | undefined, { owners }: Looked): string {
    if (row.participantCode !== undefined) return owners.get(row.participantCode)!.personId
    if (reference === undefined) return randomUUID()
    const known = this.#persons.get(reference) ?? this.#earlier.get(reference) ?? randomUUID()
    this.#persons.set(reference, known)
    return known
  }

  #addAnonymous(rows: readonly AnonymousRow[], batch: ImportBatch): void {
    const sums = new Map<string, Record<string, unknown> & { women: number; men: number }>()
    for (const row of rows) {
      if (!this.#target.countsAnonymous) {
        this.#skip(row.row, batch)
        continue
      }
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

const fields = Object.keys(Participation.shape) as (keyof Participation)[]

/** The participation of a row that was checked when it came. */
function participationOf(row: ImportRow): Participation {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as Participation
}
