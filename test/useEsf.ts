import {
  getEsfIndicators,
  getEsfMonthFile,
  getEsfMonths,
  getEsfProtected,
  handInEsfMonths,
  listEsfInterventions,
} from '../src/esf/contract.ts'
import { compareOwnInterventions } from '../src/effects/ownRegister/contract.ts'
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
  await compareTwo(bench)
  await call(getEsfProtected, { params: { interventionId: params.interventionId } })
  bench.as('caseworker.1')
}

/** Compares two interventions of the controller; a participation is lent to another one meanwhile. */
async function compareTwo({ database: { queries } }: ImportBench): Promise<void> {
  const [one, other] = [world.interventions[0], world.volumeIntervention]
  const lent = await queries.selectFrom('participation').select('id').where('intervention_id', '=', one).executeTakeFirstOrThrow()
  const { id } = (await queries.selectFrom('participation').select('id').where('intervention_id', '=', one).execute()).at(-1)!
  const move = (intervention_id: string) => queries.updateTable('participation').set({ intervention_id }).where('id', '=', id).execute()
  if (id === lent.id) throw new Error('It takes two participations')
  await move(other)
  await call(compareOwnInterventions, { params: { controllerId: world.controllers[0] }, query: { one, other } })
  await move(one)
}
