import { readKeys } from '../src/participations/identity/keys.ts'
import * as identity from '../src/participations/identity/contract.ts'
import * as ownExport from '../src/participations/ownExport/contract.ts'
import * as register from '../src/participations/register/contract.ts'
import * as tiers from '../src/participations/tiers/contract.ts'
import { call, callFile, callStream } from '../src/platform/call.ts'
import { world } from './api.ts'
import { isPostgres } from './identity.ts'
import { useEsf } from './useEsf.ts'
import { importRow, type ImportBench } from './participations.ts'
import { testPersons } from './testPersons.ts'

/** A key for whoever asks. */
export const anyKey = () => Promise.resolve(readKeys('a1'.repeat(32)))

/** Endpoints that never succeed on the embedded database. */
export const onPostgresOnly = isPostgres ? [] : ['openIdentityTier', 'setIdentity', 'showIdentity', 'findByIdentity']

/** Uses every endpoint of registration, personal numbers, export and files of the ESF+ once, and leaves registration open. */
export async function useTiers(bench: ImportBench): Promise<void> {
  const params = { controllerId: world.controllers[0] }
  const decision = { decisionReference: 'KS 2', decisionDate: '2026-01-01' }
  const basis = { ...decision, legalBasis: 'Artikel 6.1 e' }
  bench.as('caseworker.1')
  const { personnummer, birthYear } = testPersons[0]!
  const { row: _row, ...participation } = importRow(1, { birthYear })
  const { id } = await call(register.registerParticipation, {
    params,
    body: { interventionId: world.interventions[0], participation: participation as never, samePersonAs: null },
  })
  if (isPostgres) {
    bench.as('controllerAdmin.1')
    await call(identity.openIdentityTier, { params, body: basis })
    bench.as('caseworker.1')
    await call(identity.setIdentity, { params: { ...params, id }, body: { personnummer, hasProtectedIdentity: false } })
    await call(identity.showIdentity, { params: { ...params, id } })
    await call(identity.findByIdentity, { params, body: { personnummer } })
  }
  await call(identity.removeIdentity, { params: { ...params, id } })
  bench.as('controllerAdmin.1')
  await call(identity.rotateIdentityKey, { params })
  await call(identity.closeIdentityTier, { params, body: { ...decision, remove: true } })
  let made: ownExport.Export | undefined
  await callStream(ownExport.makeExport, { params, body: { identities: false } }, (line) => (made = line.export ?? made))
  await callFile(ownExport.getExportFile, { params: { ...params, exportId: made!.id } })
  await call(tiers.closeRegistration, { params, body: decision })
  const rest = { specialBasis: 'Artikel 9.2 g', registerLaw: 'ingen', dpiaReference: 'D 1', processorAgreement: 'B 1' }
  await call(tiers.openRegistration, { params, body: { ...basis, ...rest, ground: 'consent' } })
  await useEsf(bench)
}
