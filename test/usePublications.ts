import { call } from '../src/platform/call.ts'
import { explainFigure } from '../src/statistics/explain/contract.ts'
import * as contract from '../src/statistics/publication/contract.ts'
import type { ImportBench } from './participations.ts'
import { publishing, trial } from './publications.ts'

/** Uses every endpoint of publications that is audited, so that each succeeds at least once. */
export async function usePublications(bench: ImportBench): Promise<void> {
  bench.as('publisher.1')
  const { id } = await call(contract.createPublication, { body: { definition: trial, replaces: null, note: '' } })
  const params = { id }
  await call(contract.changePublication, { params, body: { version: 1, definition: { ...trial, year: 2024 } } })
  await call(contract.protectPublication, { params, body: { tier: 'instant', seconds: 30 } })
  await call(contract.cancelProtection, { params })
  await call(contract.protectPublication, { params, body: { tier: 'exact', seconds: 30 } })
  while ((await call(contract.getProtectionProgress, { params })).state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 50))
  await call(contract.proposePublication, { params })
  bench.as('approver.1')
  await call(contract.decidePublication, { params, body: { approve: false, note: 'Prov' } })
  bench.as('publisher.1')
  await call(contract.withdrawPublication, { params })
  const { release } = publishing(bench.app)
  await release(trial)
  bench.as('publisher.1')
  await call(explainFigure, { body: { address: 'exits 2023-01..2023-08' } })
}
