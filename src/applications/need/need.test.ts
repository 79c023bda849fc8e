// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyAssociation, transportAs, world } from '../../../test/api.ts'
import { openData } from '../../../test/openData.ts'
import { refusal } from '../../../test/participations.ts'
import { publishing, trial } from '../../../test/publications.ts'
import { isShown, valueOf } from '../../disclosure/cell.ts'
import { call, useTransport } from '../../platform/call.ts'
import { getNeed, recordNeedFigures, type Need } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
const [associationId] = world.associations
const as = (user: string): void => useTransport(transportAs(open.app, user))
const need = async (): Promise<Need> => call(getNeed, { params: { associationId } })

beforeAll(async () => {
  open = await openData()
  const table = { population: 'inPeriod', place: 'association', region: false, by: ['sex'] } as const
  const title = { sv: 'Deltaganden 2023', en: '' }
  await publishing(open.app).release({
    ...trial,
    title,
    year: 2023,
    month: 12,
    tables: [
      { ...table, by: ['sex'] },
      { ...table, by: ['targetGroups'] },
    ],
  })
})
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
  test('has participants of each target group as they are published, the country’s beside the association’s', async () => {
    const { counted, groups, participations } = await need()
    expect(counted).toBe('inPeriod')
    const shown = groups.flatMap(({ participations: { here, nation } }) =>
      here && nation && isShown(here.value) && isShown(nation.value) ? [[valueOf(here.value)!, valueOf(nation.value)!] as const] : [],
    )
    expect(shown.some(([, nation]) => nation > 0)).toBe(true)
    expect(shown.every(([here, nation]) => here <= nation && nation <= valueOf(participations.nation!.value)!)).toBe(true)
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
  test('has who waits and what municipalities have, the newest of each, and what is much is a gap', async () => {
    as('associationadmin.1')
    const place = { params: { associationId } }
    const row = { interventionId: world.interventions[0], municipality: null, women: 3, men: 4, total: 7 }
    const first = { id: world.interventions[0], kind: 'waiting' as const, dated: '2026-01-10', source: 'Kansliets räkning', rows: [row] }
    const { figures, gaps } = await call(recordNeedFigures, { ...place, body: first })
    expect(figures).toMatchObject([{ kind: 'waiting', name: 'Provinsats 1', total: 7, women: 3, perThousand: null }])
    expect(gaps.find(({ kind }) => kind === 'waiting')!.sentence).toBe('7 väntar på plats i Provinsats 1 (2026-01-10).')
    await call(recordNeedFigures, { ...place, body: first })
    const others = [{ rows: [{ ...row, total: 9 }] }, { rows: [{ ...row, women: 4, men: 3 }] }, { source: 'Annan' }]
    for (const other of others)
      expect(await refusal(call(recordNeedFigures, { ...place, body: { ...first, ...other } }))).toMatchObject({ status: 409 })
    const later = { ...first, id: world.interventions[1], dated: '2026-02-10', rows: [{ ...row, women: null, men: null, total: 2 }] }
    expect((await call(recordNeedFigures, { ...place, body: later })).figures).toMatchObject([
      { total: 2, women: null, dated: '2026-02-10' },
    ])
    const sick = { kind: 'sickLeave' as const, dated: '2026-01-31', source: 'Försäkringskassans statistik' }
    const town = { interventionId: null, municipality: '9001', women: 40, men: 20, total: 60 }
    const both = await call(recordNeedFigures, { ...place, body: { ...sick, id: world.controllers[0], rows: [town] } })
    expect(both.figures).toMatchObject([{ kind: 'sickLeave', name: 'Provkommun 1', perThousand: 10 }, { kind: 'waiting' }])
  })
  test('tells who waits in the country when three associations have said it, each in tens', async () => {
    as('preparationmember.1')
    expect((await need()).waitingTogether).toEqual({ total: null, associations: 1 })
    const { queries } = open.database
    const of = (association_id: string, intervention_id: string, total: number) => ({
      ...{ association_id, id: association_id, line: 1, kind: 'waiting' as const, intervention_id, municipality_code: null },
      ...{ dated: '2026-02-01', women: null, men: null, total, source: 'Kansliets räkning', recorded_by: 'associationadmin.1' },
      recorded_at: '2026-02-01T10:00:00Z',
    })
    const [, second, third] = await queries.selectFrom('association').select('id').orderBy('name').execute()
    await queries
      .insertInto('need_figure')
      .values(of(second!.id, world.interventions[1], 26))
      .execute()
    expect((await need()).waitingTogether).toEqual({ total: null, associations: 2 })
    await queries
      .insertInto('need_figure')
      .values(of(third!.id, world.interventions[1], 14))
      .execute()
    // 2, 26 and 14 of their own.
    expect((await need()).waitingTogether).toEqual({ total: 0 + 30 + 10, associations: 3 })
  })
  test('has no more of an intervention that has ended or a municipality that has left, nor has the country', async () => {
    const { queries } = open.database
    const ends = (end_date: string | null) =>
      queries.updateTable('intervention').set({ end_date }).where('id', '=', world.interventions[0]).execute()
    const leaves = (valid_to: string | null) =>
      queries
        .updateTable('association_municipality')
        .set({ valid_to })
        .where('association_id', '=', associationId)
        .where('municipality_code', '=', '9001')
        .execute()
    await ends('2026-03-01')
    await leaves('2026-01-31')
    const { figures, gaps, waitingTogether } = await need()
    expect([figures, gaps.filter(({ kind }) => kind === 'waiting' || kind === 'municipality')]).toEqual([[], []])
    expect(waitingTogether).toEqual({ total: null, associations: 2 })
    await ends('9999-12-31')
    await leaves(null)
    expect((await need()).figures.map(({ kind }) => kind)).toEqual(['sickLeave', 'waiting'])
    expect((await need()).waitingTogether.associations).toBe(3)
    await ends(null)
  })
  test('takes figures of the own interventions and municipalities alone, each fault with its row', async () => {
    as('preparationmember.1')
    const rows = [
      { interventionId: null, municipality: '9001', women: 3, men: 4, total: 6 },
      { interventionId: null, municipality: '9002', women: 1, men: 1, total: 2 },
    ]
    const body = { id: world.controllers[1], kind: 'sickLeave' as const, dated: '2999-01-01', source: 'FK', rows }
    const { status, faults } = await refusal(call(recordNeedFigures, { params: { associationId }, body }))
    expect(status).toBe(422)
    expect(faults.map(({ where }) => where)).toEqual(['body.dated', 'body.rows[0].total', 'body.rows[1]'])
    as('boardmember.1')
    expect((await refusal(call(recordNeedFigures, { params: { associationId }, body }))).status).toBe(404)
  })
  test('is for those who prepare and decide in the association', async () => {
    for (const user of ['associationadmin.2', 'caseworker.1']) {
      as(user)
      expect((await refusal(need())).status).toBe(404)
    }
  })
})
