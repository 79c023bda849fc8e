import { stableId } from '../src/associations/register.ts'
import { getRegisteredOutcome, registerOutcome } from '../src/effects/registered/contract.ts'
import * as outcomeReports from '../src/effects/report/contract.ts'
import * as fidelity from '../src/interventions/fidelity/contract.ts'
import { ipsScale } from '../src/interventions/fidelity/scoring.ts'
import { call, callFile } from '../src/platform/call.ts'
import { world } from './api.ts'
import type { ImportBench } from './participations.ts'

/** Uses the assessments of fidelity: two assessors, a round that does not count, and an instrument that is brought in. */
export async function useFidelity(bench: ImportBench): Promise<void> {
  const params = { interventionId: world.interventions[0] }
  const [roundId, id] = [stableId('round of the walk'), stableId('instrument of the walk')]
  const points = Array.from({ length: ipsScale.items }, () => 4)
  const round = { instrument: 'IPS-25', kind: 'external', team: '', assessedOn: '2026-11-02', assessors: 2, points } as const
  await call(fidelity.beginFidelityRound, { params, body: { ...round, id: roundId, points } })
  bench.as('interventionLead.1')
  await call(fidelity.rateFidelity, { params: { ...params, roundId }, body: { points } })
  bench.as('associationAdmin.1')
  await call(fidelity.withdrawFidelityRound, { params: { ...params, roundId }, body: { reason: 'Fel team' } })
  const scale = { items: 1, low: 1, high: 5, mostMissing: 0, bands: [{ code: 'låg', from: 1 }] }
  const instrument = { id, name: 'Egen', source: 'Eget', sameScaleAs: null, scale, texts: [{ label: 'Möten', anchors: [] }] }
  await call(fidelity.addFidelityInstrument, { params: { associationId: world.associations[0] }, body: instrument })
}

/** Fixes what an intervention is to be judged by and freezes a report of it, as who leads it, and goes on as who asked before. */
export async function useRegistered(bench: ImportBench): Promise<void> {
  const params = { interventionId: world.interventions[0] }
  bench.as('interventionLead.1')
  await call(registerOutcome, { params, body: { outcome: 'afterStart', months: 24, reason: '', seen: 0 } })
  const { reports } = await call(outcomeReports.makeOutcomeReport, { params, body: {} })
  await call(outcomeReports.listOutcomeReports, { params })
  await callFile(outcomeReports.getOutcomeReportFile, { params: { id: reports[0]!.id, locale: 'sv', format: 'docx' } })
  bench.as('caseworker.1')
  await call(getRegisteredOutcome, { params })
}
