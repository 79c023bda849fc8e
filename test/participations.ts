import { createHash, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { AppSettings } from '../src/app.ts'
import { fromColumns, snakeCase } from '../src/participations/columns.ts'
import type { ImportSummary } from '../src/participations/contract.ts'
import { factOf } from '../src/participations/fact.ts'
import { followUpsOf } from '../src/participations/followUpStore.ts'
import type { ImportRow } from '../src/participations/import/importRow.ts'
import type { ContactFields } from '../src/participations/register/contact.ts'
import { commitDraft, sendDraft, type SendableList, type Sent } from '../src/participations/sendImport.ts'
import { useTransport, type CallError } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'

const plain: Omit<ImportRow, 'row'> = {
  entryDate: '2024-03-01',
  municipality: '9001',
  sex: 'woman',
  birthYear: 1985,
  ageReason: null,
  bornAbroad: null,
  timeSinceWork: null,
  education: 'upperSecondary',
  timeOnSupport: null,
  occupationBefore: 'other',
  workExtentBefore: null,
  studyExtentBefore: null,
  supportBefore: { sjukpenning: 100 },
  targetGroups: [],
  referredBy: 'fk',
  socialContactsBefore: 'partly',
  ownAbilityBefore: null,
  workBeliefBefore: 'declined',
  ground: 'consent',
  groundDate: '2024-03-01',
  exitDate: null,
  exitReason: null,
  occupationAfter: null,
  workExtentAfter: null,
  studyExtentAfter: null,
  workType: null,
  supportAfter: null,
  socialContactsAfter: null,
  ownAbilityAfter: null,
  workBeliefAfter: null,
}

/** A row of an import; what is not given is plain. */
export const importRow = (row: number, given: Partial<ImportRow> = {}): ImportRow => ({ row, ...plain, ...given })

/** A checked list of rows as page and terminal hold it, in one part. */
export const listOf = (rows: unknown[], anonymous: unknown[] = []): SendableList => ({
  parts: () => 1,
  part: (number) => ({ number, rows, anonymous }) as never,
})

/** Where `world`'s first caseworker sends a list; the hash tells files apart. */
export const sendingOf = (content: string) => ({
  controllerId: world.controllers[0],
  fileName: 'lista.xlsx',
  contentHash: createHash('sha256').update(content).digest('hex'),
  interventionIds: [world.interventions[0]] as string[],
  withoutGround: 'anonymous' as const,
  referenceReach: 'controller' as const,
})

/** A database with `world`, and the ways a list goes in; made once per test file, emptied between tests. */
export async function importBench(settings: Partial<AppSettings> = {}) {
  const database = await testDatabase()
  await buildWorld(database)
  const app = await testApp(database, undefined, settings)
  const as = (user: string | undefined): void => useTransport(transportAs(app, user?.toLowerCase()))
  const draft = async (rows: unknown[], anonymous: unknown[] = []): Promise<Sent & { kind: 'draft' }> => {
    const sent = await sendDraft(listOf(rows, anonymous), sendingOf(randomUUID()))
    if (sent.kind !== 'draft') throw new Error('Not a draft')
    return sent
  }
  return {
    database,
    app,
    as,
    draft,
    async bring(rows: unknown[], anonymous: unknown[] = [], likelyDuplicates: 'skip' | 'import' = 'skip'): Promise<ImportSummary> {
      const { importId } = await draft(rows, anonymous)
      const place = { controllerId: world.controllers[0], importId }
      return commitDraft(place, { likelyDuplicates, anonymous: 'count', mapping: { startdatum: 'entryDate' } })
    },
    async count(table: 'fact' | 'participation' | 'participation_version' | 'contact' | 'import' | 'import_chunk'): Promise<number> {
      const all = await database.queries.selectFrom(table).select('controller_id').execute()
      return all.length
    },
    async empty(): Promise<void> {
      for (const table of [
        'disposal_run',
        'removed_row',
        'fact',
        'contact',
        'consent',
        'import_row',
        'participation_version',
        'anonymous_count',
        'participation',
        'import',
      ] as const) {
        await database.queries.deleteFrom(table).execute()
      }
      as('caseworker.1')
    },
    async close(): Promise<void> {
      await app.close()
      await database.close()
    },
  }
}
export type ImportBench = Awaited<ReturnType<typeof importBench>>

/** The refusal a call ends with; fails when it was not refused. */
export const refusal = (work: Promise<unknown>): Promise<CallError> =>
  work.then(
    () => expect.fail('was not refused'),
    (error: unknown) => error as CallError,
  )

/** A row without a ground. */
export const anonymousRow = (row: number, fromYear: number, toYear: number, sex: 'woman' | 'man' = 'woman') => ({
  row,
  sex,
  fromYear,
  toYear,
})

/** Expects that every fact is what its participation, current version and follow-ups say, and that every current version in figures has one. */
export async function expectFactsAgree({ queries }: Database): Promise<void> {
  const versions = await queries.selectFrom('participation_version').selectAll().where('current', '=', true).execute()
  const facts = await queries.selectFrom('fact').selectAll().execute()
  const places = await queries.selectFrom('participation').select(['id', 'association_id', 'intervention_id', 'person_id']).execute()
  const placeOf = new Map(places.map(({ id, ...place }) => [id, place]))
  const contacts = new Map<string, ContactFields[]>()
  for (const controllerId of new Set(versions.map((row) => row.controller_id)))
    for (const [id, own] of await followUpsOf(
      queries,
      controllerId,
      versions.map((row) => row.participation_id),
    ))
      contacts.set(id, own)
  const wanted = versions
    .map((row) => ({ id: row.participation_id, participation: fromColumns(row as unknown as Record<string, unknown>) }))
    .filter(({ participation }) => participation.exitReason !== 'felregistrering' && participation.ground !== 'none')
  expect(facts.map((row) => row.participation_id).sort()).toEqual(wanted.map(({ id }) => id).sort())
  for (const { id, participation } of wanted) {
    const fact = facts.find((row) => row.participation_id === id) as unknown as Record<string, unknown>
    expect(fact).toMatchObject({ ...placeOf.get(id), municipality: participation.municipality })
    for (const [name, value] of Object.entries(factOf(participation, contacts.get(id)))) expect(fact[snakeCase(name)], name).toBe(value)
  }
}
