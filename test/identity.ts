import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Participation } from '../src/participations/domain.ts'
import * as identity from '../src/participations/identity/contract.ts'
import { keySource } from '../src/participations/identity/keys.ts'
import * as register from '../src/participations/register/contract.ts'
import { setRetention, stripParticipation, type StripReason } from '../src/participations/retention/contract.ts'
import { call } from '../src/platform/call.ts'
import { world } from './api.ts'
import { importBench, importRow } from './participations.ts'
import { testPersons } from './testPersons.ts'

/** Personal numbers are opened on PostgreSQL only. */
export const isPostgres = process.env.TEST_DATABASE_URL !== undefined
export const [oldKey, newKey] = ['a1'.repeat(32), 'b2'.repeat(32)] as const
export const decision = { decisionReference: 'KS 2026/12', decisionDate: '2026-11-01' }
export const basis = { ...decision, legalBasis: 'Artikel 6.1 c' }

const [controllerId, foreign] = world.controllers
const params = { controllerId }
const one = testPersons[0]!

/** The bench of an import, with key files, and what steward and caseworker of the first controller do with personal numbers. */
export async function identityBench() {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-keys-'))
  const bench = await importBench({ identityKeys: keySource({ folder }) })
  const { queries } = bench.database
  const keyFile = join(folder, `${controllerId}.key`)
  /** Puts the keys of a controller in place, the current one first; none takes the file away. */
  const hold = (keys: readonly string[], of: string = controllerId): void => {
    const path = join(folder, `${of}.key`)
    rmSync(path, { force: true })
    if (keys.length > 0) writeFileSync(path, keys.join('\n'), { mode: 0o600 })
  }
  const steward = <T>(work: () => Promise<T>): Promise<T> => {
    bench.as('controllerAdmin.1')
    return work()
  }
  const caseworker = <T>(work: () => Promise<T>): Promise<T> => {
    bench.as('caseworker.1')
    return work()
  }
  const enter = (given: Partial<Participation> = {}, samePersonAs: string | null = null) => {
    const { row: _row, ...plain } = importRow(1, { birthYear: one.birthYear, ...given })
    const body = { interventionId: world.interventions[0], participation: plain as Participation, samePersonAs }
    return caseworker(() => call(register.registerParticipation, { params, body }))
  }
  const set = (id: string, personnummer = one.personnummer, hasProtectedIdentity = false) =>
    caseworker(() => call(identity.setIdentity, { params: { controllerId, id }, body: { personnummer, hasProtectedIdentity } }))
  return {
    ...{ bench, keyFile, hold, steward, caseworker, enter, set },
    open: () => steward(() => call(identity.openIdentityTier, { params, body: basis })),
    close: (remove = false) => steward(() => call(identity.closeIdentityTier, { params, body: { ...decision, remove } })),
    tier: () => steward(() => call(identity.getIdentityTier, { params })),
    rotate: () => steward(() => call(identity.rotateIdentityKey, { params })),
    decideOnDisposal: () =>
      steward(() => call(setRetention, { params, body: { decision: 'KS 2026/1', decisionDate: '2026-01-01', months: 0 } })),
    show: (id: string) => caseworker(() => call(identity.showIdentity, { params: { controllerId, id } })),
    find: (personnummer: string) => caseworker(() => call(identity.findByIdentity, { params, body: { personnummer } })),
    read: (id: string) => caseworker(() => call(register.getParticipation, { params: { controllerId, id } })),
    strip: (id: string, reason: StripReason = 'withdrawal') =>
      caseworker(() => call(stripParticipation, { params: { controllerId, id }, body: { reason } })),
    stored: async (): Promise<number> => (await queries.selectFrom('identity').select('key_id').execute()).length,
    /** A participation with a number. */
    async known(personnummer = one.personnummer, birthYear = one.birthYear): Promise<string> {
      const { id } = await enter({ birthYear })
      await set(id, personnummer)
      return id
    },
    /** Does something while the caseworker is assigned to the other controller's intervention only. */
    async elsewhere<T>(work: () => Promise<T>): Promise<T> {
      const assign = (intervention_id: string) =>
        queries.updateTable('role_assignment').set({ intervention_id }).where('user_id', '=', 'caseworker.1').execute()
      await assign(world.interventions[1])
      return work().finally(() => assign(world.interventions[0]))
    },
    /** As before anything was decided, with a key for each controller. */
    async empty(): Promise<void> {
      await bench.empty()
      for (const table of ['tier_decision', 'identity_rotation', 'audit_event'] as const) await queries.deleteFrom(table).execute()
      const closed = {
        identity_opened_at: null,
        identity_legal_basis: null,
        identity_decision_reference: null,
        identity_decision_date: null,
      }
      const undecided = { disposal_decision: null, disposal_decision_date: null, retention_months: null }
      await queries
        .updateTable('controller')
        .set({ ...closed, ...undecided, closed_at: null })
        .execute()
      hold([oldKey])
      hold([newKey], foreign)
    },
    async end(): Promise<void> {
      await bench.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type IdentityBench = Awaited<ReturnType<typeof identityBench>>
