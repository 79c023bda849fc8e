import {
  getEsfIndicators,
  getEsfMonthFile,
  getEsfMonths,
  getEsfProtected,
  handInEsfMonths,
  listEsfInterventions,
} from '../src/esf/contract.ts'
import { call, callFile } from '../src/platform/call.ts'
import { world } from './api.ts'
import type { ImportBench } from './participations.ts'

/** Uses the participant files of an intervention that the ESF+ pays a part of, as the steward, and goes on as a caseworker. */
export async function useEsf(bench: ImportBench): Promise<void> {
  const params = { controllerId: world.controllers[0], interventionId: world.interventions[0] }
  await bench.database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', params.interventionId).execute()
  bench.as('controllerAdmin.1')
  await call(listEsfInterventions, { params: { controllerId: params.controllerId } })
  const { months } = await call(getEsfMonths, { params })
  const { month: until, chain } = months.at(-1)!
  await callFile(getEsfMonthFile, { params: { ...params, month: until } })
  await call(handInEsfMonths, { params, body: { from: until, until, chain } })
  await call(getEsfIndicators, { params })
  await call(getEsfProtected, { params: { interventionId: params.interventionId } })
  bench.as('caseworker.1')
}
