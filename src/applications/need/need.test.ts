// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyAssociation, transportAs, world } from '../../../test/api.ts'
import { openData } from '../../../test/openData.ts'
import { refusal } from '../../../test/participations.ts'
import { publishing, trial } from '../../../test/publications.ts'
import { isShown, valueOf } from '../../disclosure/cell.ts'
import { call, useTransport } from '../../platform/call.ts'
import { getNeed, type Need } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
const [associationId] = world.associations
const as = (user: string): void => useTransport(transportAs(open.app, user))
const need = async (): Promise<Need> => call(getNeed, { params: { associationId } })

beforeAll(async () => {
  open = await openData()
  const table = { population: 'inPeriod', place: 'association', region: false, by: ['sex'] } as const
  const title = { sv: 'Deltaganden 2023', en: '' }
  await publishing(open.app).release({ ...trial, title, year: 2023, month: 12, tables: [{ ...table, by: ['sex'] }] })
}, 120_000)
afterAll(async () => open.close())

describe('need beside what is offered', () => {
  test('has published figures beside those of the whole country, what runs and who lives there', async () => {
    as('preparationmember.1')
    const { year, exits, outcome, people, municipalities, groups } = await need()
    expect(year).toBe('2023')
    expect(valueOf(exits.nation!.value)!).toBeGreaterThan(valueOf(exits.here!.value) ?? 0)
    expect(outcome.nation!.text).toMatch(/%/)
    expect(people).toBe(municipalities.reduce((sum, one) => sum + one.people, 0))
    expect(people).toBeGreaterThan(0)
    expect(groups.every(({ here }) => here === 0)).toBe(true)
  })
  test('divides by shown numbers alone', async () => {
    as('boardmember.1')
    const { participations, reach, people } = await need()
    const here = participations.here!.value
    expect(reach.here).toBe(isShown(here) ? (valueOf(here)! * 1000) / people : null)
    expect(valueOf(participations.nation!.value)!).toBeGreaterThan(0)
  })
  test('names a group that others have something for, until something runs here too', async () => {
    const { queries } = open.database
    const groupGaps = async () => (await need()).gaps.filter(({ kind }) => kind === 'group')
    const set = (id: string, target_groups: string[]) =>
      queries.updateTable('intervention').set({ target_groups }).where('id', '=', id).execute()
    await set(world.interventions[1], ['youth'])
    // One other is too few to miss it by.
    expect(await groupGaps()).toEqual([])
    const third = '77777777-7777-4777-8777-777777777777'
    await queries
      .insertInto('association')
      .values({ ...emptyAssociation, id: third, slug: 'prov-3', name: 'Provförbundet 3' })
      .execute()
    await queries
      .insertInto('intervention_association')
      .values({ intervention_id: world.interventions[1], association_id: third })
      .execute()
    expect(await groupGaps()).toMatchObject([{ code: 'youth', sentence: expect.stringContaining('2 av 3 förbund') as string }])
    await set(world.interventions[0], ['youth'])
    expect(await groupGaps()).toEqual([])
  })
  test('is for those who prepare and decide in the association', async () => {
    for (const user of ['associationadmin.2', 'caseworker.1']) {
      as(user)
      expect((await refusal(need())).status).toBe(404)
    }
  })
})
