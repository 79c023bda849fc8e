import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { stableId } from '../associations/register.ts'
import { call, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import * as contract from './contract.ts'
import type { AdoptionFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const [intervention, theirs] = world.interventions
const [member] = world.controllers
const params = { associationId }
const id = stableId('a decision')
const other = stableId('another decision')
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await database.queries.updateTable('intervention').set({ start_date: '2024-01-01', end_date: '2025-12-31' }).execute()
  // The third of the world is only thought of.
  await database.queries
    .updateTable('intervention')
    .set({ stage: 'idea', end_date: null })
    .where('id', '=', world.volumeIntervention)
    .execute()
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('adoption_check').execute()
  // The newest versions first: each names the one before it.
  for (const version of [4, 3, 2, 1]) await database.queries.deleteFrom('adoption_decision').where('version', '=', version).execute()
  as('associationadmin.1')
})

const fields: AdoptionFields = {
  ...{ interventionId: intervention, verdict: 'adopt', decidedOn: '2025-11-01', reference: 'KS 2025/17', takenBy: member },
  ...{ from: '2025-12-01', to: null, moneyOre: 900_000_00, moneySource: 'Nämndens ram', accountable: 'Enhetschefen' },
  kept: 'Arbetssättet med två handledare.',
  lessons: 'Parterna behöver vara överens om vem som betalar innan samverkansteamet börjar.',
}
const ended: Partial<AdoptionFields> = { verdict: 'end', takenBy: null, accountable: '', kept: '' }
const record = (given: Partial<AdoptionFields> & { id?: string } = {}) =>
  call(contract.recordAdoption, { params, body: { ...fields, id, ...given } })
const find = (query: { search?: string; verdict?: AdoptionFields['verdict']; method?: string } = {}) =>
  call(contract.findLessons, { query: { search: '', ...query } })

const plainMethod = {
  ...{ alias: null, category: 'x', description: 'x', evidence_level: null, evidence_verified: false, evidence_source: null },
}

describe('the picture', () => {
  test('counts a shared intervention once in the nation, and in each of its associations, regions and methods', async () => {
    const { queries } = database
    const { methods } = await queries.selectFrom('intervention').select('methods').where('id', '=', intervention).executeTakeFirstOrThrow()
    const [method] = await queries.selectFrom('method').select('code').limit(1).execute()
    const code = method?.code ?? 'IPS'
    if (!method)
      await queries
        .insertInto('method')
        .values({
          ...plainMethod,
          code,
          name: 'IPS',
        })
        .execute()
    await queries
      .updateTable('intervention')
      .set({ methods: [code] })
      .where('id', '=', intervention)
      .execute()
    await queries
      .insertInto('intervention_association')
      .values({ intervention_id: intervention, association_id: foreign, share_percent: 0 })
      .execute()
    await record()
    const { nation, associations, regions, methods: byMethod } = await call(contract.getAdoptionOverview)
    expect([nation.idea, nation.adopted]).toEqual([3, 1])
    expect(associations.map(({ idea, adopted }) => [idea, adopted])).toEqual([[2, 1], [2, 1]]) // prettier-ignore
    expect(regions.every(({ idea }) => idea <= 3)).toBe(true)
    expect(byMethod).toMatchObject([{ key: code, idea: 1, adopted: 1 }])
    await queries
      .deleteFrom('intervention_association')
      .where('intervention_id', '=', intervention)
      .where('association_id', '=', foreign)
      .execute()
    await queries.updateTable('intervention').set({ methods }).where('id', '=', intervention).execute()
  })
  test('begins with applications that never became an intervention, of every association', async () => {
    const { queries } = database
    const ideas = async () => {
      const { nation, associations } = await call(contract.getAdoptionOverview)
      return [nation, ...associations].map(({ idea, decided }) => [idea, decided])
    }
    const [before] = await ideas()
    const stamp = { recorded_at: '2026-01-01T09:00:00Z', recorded_by: 'associationadmin.2' }
    await queries
      .insertInto('application')
      .values({ association_id: foreign, id, ...stamp })
      .execute()
    // Two versions: the last says of which method it is an idea.
    for (const [version, methods] of [
      [1, []],
      [2, ['IDE', 'IDE']],
    ] as const)
      // prettier-ignore
      await queries
        .insertInto('application_version')
        .values({ association_id: foreign, application_id: id, version, content: JSON.stringify({ methods }), ...stamp })
        .execute()
    await queries
      .insertInto('method')
      .values({ code: 'IDE', name: 'Idémetoden', ...plainMethod })
      .execute()
    const ofMethod = async () => {
      const { methods } = await call(contract.getAdoptionOverview)
      const row = methods.find(({ key }) => key === 'IDE')
      return [row?.idea ?? 0, row?.decided ?? 0]
    }
    const step = { association_id: foreign, application_id: id, dated: '2026-01-01', reference: '', note: '', ...stamp }
    const none = { meeting_on: null, amount_ore: null, intervention_id: null }
    const steps = [
      { ...none, step: 1, previous: null, act: 'begin', was: null, state: 'draft' },
      { ...none, step: 2, previous: 1, act: 'submit', was: 'draft', state: 'submitted', meeting_on: '2026-02-01' },
      { ...none, step: 3, previous: 2, act: 'recommendGrant', was: 'submitted', state: 'recommended' },
      { ...none, step: 4, previous: 3, act: 'grant', was: 'recommended', state: 'granted', amount_ore: 1 },
      { ...none, step: 5, previous: 4, act: 'agree', was: 'granted', state: 'agreed' },
      { ...none, step: 6, previous: 5, act: 'start', was: 'agreed', state: 'started', intervention_id: theirs },
    ]
    const more: number[][] = []
    const byMethod: number[][] = []
    for (const one of steps) {
      await queries
        .insertInto('application_step')
        .values({ ...step, ...one })
        .execute()
      const [nation] = await ideas()
      more.push([nation![0]! - before![0]!, nation![1]! - before![1]!])
      byMethod.push(await ofMethod())
    }
    expect(byMethod).toEqual(more)
    expect(more).toEqual([[1, 0], [1, 0], [1, 0], [1, 1], [1, 1], [0, 0]]) // prettier-ignore
    for (const { step: at } of steps.toReversed()) await queries.deleteFrom('application_step').where('step', '=', at).execute()
    for (const table of ['application_version', 'application'] as const) await queries.deleteFrom(table).execute()
    await queries.deleteFrom('method').where('code', '=', 'IDE').execute()
  })
  test('holds nothing decided of a grant that was taken back', async () => {
    const { queries } = database
    const decided = async () => (await call(contract.getAdoptionOverview)).nation.decided
    const before = await decided()
    const stamp = { association_id: associationId, recorded_at: '2025-01-01T09:00:00Z', recorded_by: 'associationadmin.1' }
    const of = { ...stamp, grant_id: id, dated: '2025-01-01', reference: 'X', reports_due: null, report_due: null }
    await queries
      .insertInto('intervention_grant')
      .values({ ...stamp, id, intervention_id: world.volumeIntervention })
      .execute()
    const days = { amount_ore: 1, from_date: '2025-01-01', to_date: '2025-12-31' }
    const first = { step: 1, previous: null, act: 'grant', was: null, state: 'granted', note: '' }
    await queries
      .insertInto('grant_step')
      .values({ ...of, ...days, ...first })
      .execute()
    expect(await decided()).toBe(before + 1)
    const none = { amount_ore: null, from_date: null, to_date: null }
    const back = { step: 2, previous: 1, act: 'withdraw', was: 'granted', state: 'withdrawn', note: 'Fel insats' }
    await queries
      .insertInto('grant_step')
      .values({ ...of, ...none, ...back })
      .execute()
    expect(await decided()).toBe(before)
    for (const at of [2, 1]) await queries.deleteFrom('grant_step').where('step', '=', at).execute()
    await queries.deleteFrom('intervention_grant').execute()
  })
  test('holds what is evaluated for certain: a frozen report or a closed grant, never the stage alone', async () => {
    const { queries } = database
    const evaluated = async () => (await call(contract.getAdoptionOverview)).nation.evaluated
    await queries.updateTable('intervention').set({ stage: 'evaluated' }).where('id', '=', intervention).execute()
    expect(await evaluated()).toBe(0)
    const report = { id: other, intervention_id: theirs, from_month: '2024-01', to_month: '2024-12', data_date: '2026-01-01' }
    await queries
      .insertInto('outcome_report')
      .values({ ...report, software: 'x', made_at: '2026-01-01T00:00:00Z' })
      .execute()
    expect(await evaluated()).toBe(1)
    const stamp = { recorded_at: '2025-01-01T09:00:00Z', recorded_by: 'associationadmin.1' }
    await queries
      .insertInto('intervention_grant')
      .values({ association_id: associationId, id, intervention_id: intervention, ...stamp })
      .execute()
    const step = { association_id: associationId, grant_id: id, dated: '2025-01-01', reference: 'X', reports_due: null, ...stamp }
    const none = { amount_ore: null, from_date: null, to_date: null, report_due: null, note: '' }
    const steps = [
      {
        ...none,
        step: 1,
        previous: null,
        act: 'grant',
        was: null,
        state: 'granted',
        amount_ore: 1,
        from_date: '2025-01-01',
        to_date: '2025-12-31',
      },
      { ...none, step: 2, previous: 1, act: 'agree', was: 'granted', state: 'agreed' },
      { ...none, step: 3, previous: 2, act: 'finalReport', was: 'agreed', state: 'reported' },
      { ...none, step: 4, previous: 3, act: 'close', was: 'reported', state: 'closed' },
    ]
    for (const [at, one] of steps.entries()) {
      await queries
        .insertInto('grant_step')
        .values({ ...step, ...one })
        .execute()
      expect(await evaluated()).toBe(at < 3 ? 1 : 2)
    }
    for (const at of [4, 3, 2, 1]) await queries.deleteFrom('grant_step').where('step', '=', at).execute()
    await queries.deleteFrom('intervention_grant').execute()
    await queries.deleteFrom('outcome_report').execute()
    await queries.updateTable('intervention').set({ stage: 'running' }).where('id', '=', intervention).execute()
  })
})

describe('lessons are searched for', () => {
  beforeEach(async () => {
    await record()
    await record({
      ...ended,
      id: other,
      lessons: 'Lokalerna låg för långt bort. Ingen visste vem som betalade hyran.',
      decidedOn: '2025-10-01',
    })
  })
  const found = async (search: string) => (await find({ search })).lessons.map((one) => one.id)
  test.each([
    ['a word in another form', 'betala hyror', [other]],
    ['a form of it in both', 'betalning', []],
    ['the same word in both', 'betalar', [id, other]],
    ['the beginning of a compound', 'samverkan', [id]],
    ['words beside each other', '"låg för långt"', [other]],
    ['without a word', 'betalar -hyra', [id]],
    ['either', 'samverkansteam or lokal', [id, other]],
    ['what is kept of the method', 'handledare', [id]],
    ['what nobody has written', 'raketer', []],
    ['signs that mean something elsewhere', "'); drop table -- & | ! <-> :* \\", []],
  ])('%s', async (_what, search, ids) => expect((await found(search)).sort()).toEqual([...ids].sort()))
  test('by the name of the intervention, which says most', async () => {
    const { name } = await database.queries
      .selectFrom('intervention')
      .select('name')
      .where('id', '=', intervention)
      .executeTakeFirstOrThrow()
    expect(await found(name)).toHaveLength(2)
  })
  test('and what was found is marked', async () => {
    const { lessons } = await find({ search: 'lokal' })
    expect(lessons[0]!.lessons.slice(0, 2)).toEqual([{ text: 'Lokalerna', isHit: true }, { text: expect.stringMatching(/^ låg/) as string, isHit: false }]) // prettier-ignore
    expect(lessons[0]!.lessons.map(({ text }) => text).join('')).toBe('Lokalerna låg för långt bort. Ingen visste vem som betalade hyran.')
  })
  test('without a word: all, the latest first, of a decision or a method', async () => {
    expect((await find()).lessons.map((one) => one.id)).toEqual([id, other])
    expect((await find({ verdict: 'end' })).lessons.map((one) => one.id)).toEqual([other])
    expect((await find({ method: 'no such' })).total).toBe(0)
  })
  test('by words that are in every text: nothing, and it is said why', async () =>
    expect(await find({ search: 'och att' })).toEqual({ total: 0, hasWords: false, lessons: [] }))
  test('by the newest version alone', async () => {
    const correction = { ...fields, lessons: 'Helt andra erfarenheter av arbetsgivare.', version: 1, withdrawn: false, reason: 'Rättat' }
    await call(contract.changeAdoption, { params: { associationId, adoptionId: id }, body: correction })
    expect([await found('arbetsgivarna'), await found('samverkan')]).toEqual([[id], []])
  })
})

test('among five thousand lessons the one with both words is found', async () => {
  await sql`insert into adoption_decision (association_id, id, version, withdrawn, intervention_id, verdict, decided_on, reference, from_date, money_source, accountable,
      kept, lessons, reason, recorded_at, recorded_by)
    select ${associationId}::uuid, gen_random_uuid(), 1, false, ${intervention}::uuid, 'end', '2025-11-01', 'X', '2025-11-01', '', '', '',
      'Parterna kom överens om ' || repeat('mål och arbetssätt, lokaler och handledare ', 8) || n, '', now(), 'associationadmin.1'
    from generate_series(1, 5000) n`.execute(database.queries)
  const { total, lessons } = await find({ search: 'handledarna 4711' })
  expect([total, lessons.length]).toEqual([1, 1])
})
