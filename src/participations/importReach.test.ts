import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import { anonymousRow, importBench, importRow, listOf, refusal, sendingOf, type ImportBench } from '../../test/participations.ts'
import { stableId } from '../associations/register.ts'
import { call, callFile } from '../platform/call.ts'
import { getImportReceipt, getImportSetting, undoImport } from './contract.ts'
import { commitDraft, sendDraft } from './sendImport.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const [mine] = world.interventions
/** Another intervention of the same controller, with staff of its own. */
const other = stableId('test intervention of colleagues')
const colleague = 'caseworker.other'
const inBoth = 'caseworker.both'

beforeAll(async () => {
  bench = await importBench()
  const { queries } = bench.database
  const plain = await queries.selectFrom('intervention').selectAll().where('id', '=', mine).executeTakeFirstOrThrow()
  await queries
    .insertInto('intervention')
    .values({ ...plain, id: other, name: 'Kollegornas' })
    .execute()
  await queries.insertInto('intervention_association').values({ intervention_id: other, association_id: world.associations[0] }).execute()
  for (const [user, interventions] of [
    [colleague, [other]],
    [inBoth, [mine, other]],
  ] as const) {
    await queries.insertInto('app_user').values({ id: user, name: user, employer_id: null, demo: true }).execute()
    for (const intervention_id of interventions) {
      const role = { user_id: user, role: 'caseworker', association_id: null, controller_id: controllerId, intervention_id }
      await queries
        .insertInto('role_assignment')
        .values({ id: stableId(`${user} ${intervention_id}`), ...role, valid_from: '2020-01-01', valid_to: null })
        .execute()
    }
  }
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const send = (content: string, interventionIds: string[]) => {
  const rows = interventionIds.map((intervention, at) => importRow(at + 2, { intervention }))
  const anonymous = interventionIds.map((intervention, at) => ({ ...anonymousRow(at + 9, 2024, 2024), intervention }))
  return sendDraft(listOf(rows, anonymous), { ...sendingOf(content), interventionIds })
}
/** Reads in a row of each intervention, and one without a ground. */
async function bring(user: string, content: string, interventionIds: string[]): Promise<string> {
  bench.as(user)
  const sent = await send(content, interventionIds)
  if (sent.kind !== 'draft') throw new Error('Not a draft')
  const choice = { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} } as const
  await commitDraft({ controllerId, importId: sent.importId }, choice)
  return sent.importId
}
const seenBy = async (user: string): Promise<string[]> => {
  bench.as(user)
  return (await call(getImportSetting, { params: { controllerId } })).imports.map(({ id }) => id)
}
const place = (importId: string) => ({ params: { controllerId, importId } })

test.each([
  ['in another intervention', [mine]],
  ['in another intervention as well', [mine, other]],
])('a list read in %s is not there for who works in one alone', async (_where, interventionIds) => {
  const importId = await bring('controllerAdmin.1', 'theirs', interventionIds)
  expect(await seenBy(colleague)).toEqual([])
  expect(await refusal(callFile(getImportReceipt, place(importId)))).toMatchObject({ status: 404, key: 'error.notFound' })
  expect(await refusal(call(undoImport, place(importId)))).toMatchObject({ status: 404, key: 'error.notFound' })
  expect(await seenBy('controllerAdmin.1')).toEqual([importId])
  expect(await bench.count('fact')).toBe(interventionIds.length)
})
test.each([
  [colleague, [other]],
  [inBoth, [mine, other]],
])('%s sees a list of all of whose interventions they work in, and undoes it', async (user, interventionIds) => {
  const importId = await bring('controllerAdmin.1', 'ours', interventionIds)
  expect(await seenBy(user)).toEqual([importId])
  expect((await callFile(getImportReceipt, place(importId))).fileName).toMatch(/\.xlsx$/)
  expect(await call(undoImport, place(importId))).toMatchObject({ status: 'undone' })
})
test('the same file, read in for more interventions than one’s own, is told of without saying by whom', async () => {
  await bring('controllerAdmin.1', 'shared file', [mine, other])
  bench.as(colleague)
  expect(await refusal(send('shared file', [other]))).toMatchObject({ status: 409, key: 'participations.writtenForMore' })
})
test('whether rows without a ground have been counted in a list one does not see is known', async () => {
  const counted = async () => (await call(getImportSetting, { params: { controllerId } })).countedElsewhere
  await bring('controllerAdmin.1', 'theirs', [mine])
  bench.as(colleague)
  expect(await counted()).toBe(false)
  const importId = await bring('controllerAdmin.1', 'both', [mine, other])
  expect(await counted()).toBe(false)
  bench.as(colleague)
  expect(await counted()).toBe(true)
  bench.as('controllerAdmin.1')
  await call(undoImport, place(importId))
  bench.as(colleague)
  expect(await counted()).toBe(false)
})
