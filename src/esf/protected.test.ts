import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { denseFacts } from '../../test/denseFacts.ts'
import { transportAs, world } from '../../test/api.ts'
import { filledApp } from '../../test/filledApp.ts'
import { refusal } from '../../test/participations.ts'
import { valueOf, type Cell } from '../disclosure/cell.ts'
import { call, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { countedCells } from '../statistics/countedCells.ts'
import { dimensionsOf } from '../statistics/dimension.ts'
import { getEsfProtected } from './contract.ts'
import { factsOfIntervention } from './protectedCounts.ts'

let database: Database
let app: FastifyInstance
const [interventionId, other] = world.interventions
const params = { interventionId }
const as = (user: string): void => useTransport(transportAs(app, user))
beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 5))
  await database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', interventionId).execute()
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('the protected indicators', () => {
  test('are the same for all with a role, in cells that never tell of one to four', async () => {
    as('associationadmin.1')
    const answer = await call(getEsfProtected, { params })
    for (const user of ['boardmember.1', 'nationalanalyst.1', 'controlleradmin.1']) {
      as(user)
      expect(await call(getEsfProtected, { params })).toEqual(answer)
    }
    const cells = answer.rows.flatMap((row): Cell[] => (row.cells ? Object.values(row.cells) : []))
    expect(cells.length).toBeGreaterThan(40)
    for (const value of cells.map(valueOf)) expect(value === undefined || value === 0 || value >= 5).toBe(true)
    expect(cells.some((cell) => (valueOf(cell) ?? 0) > 20)).toBe(true)
  })
  test('lie as near the true number of participations as the noise says', async () => {
    as('boardmember.1')
    const { rows, noise } = await call(getEsfProtected, { params })
    const facts = await database.queries.selectFrom('fact').select(['sex']).where('intervention_id', '=', interventionId).execute()
    const total = valueOf(rows[0]!.cells!.all)!
    expect(Math.abs(total - facts.length)).toBeLessThanOrEqual(noise.maxDeviation)
  })
  test('have no cells where the register does not ask', async () => {
    as('boardmember.1')
    const none = (await call(getEsfProtected, { params })).rows.filter(({ cells }) => cells === null).map(({ code }) => code)
    expect(none).toEqual(['EECO03', 'EECO11', 'EECO12', 'EECO13', 'EECO15', 'EECO16', 'EECO17', 'EECO18', 'EECO19', 'EECR03', 'EECR06'])
  })
  test('are of no intervention that the ESF+ has no part in, and for nobody without a role', async () => {
    as('associationadmin.1')
    expect(await refusal(call(getEsfProtected, { params: { interventionId: other } }))).toMatchObject({ status: 404 })
    as('systemadministrator.1')
    expect(await refusal(call(getEsfProtected, { params }))).toMatchObject({ status: 403 })
  })
})

test('the facts of an intervention by themselves give the counts and keys that it has among all', () => {
  const all = denseFacts(2000, 3)
  const dimension = dimensionsOf(all).get('intervention')!
  const counting = { population: 'entries', period: { from: '1900-01', to: '2100-12' }, count: 'participations' } as const
  for (const { code } of dimension.codes.slice(0, 5)) {
    const own = factsOfIntervention(all, code)
    const [sex, school] = ['sex', 'education'].map((name) => dimensionsOf(own).get(name)!)
    const alone = countedCells(own, { ...counting, axes: [sex!, school!], conditions: [] })
    const among = countedCells(all, { ...counting, axes: [sex!, school!], conditions: [{ dimension, codes: [code] }] })
    expect([alone.counts, alone.keys]).toEqual([among.counts, among.keys])
  }
})
