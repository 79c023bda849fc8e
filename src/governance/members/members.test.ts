import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { answered, planned, stepped, wholeApplication } from '../../../test/useApplications.ts'
import { openSession } from '../../access/sessionStore.ts'
import * as applications from '../../applications/contract.ts'
import { planEsf } from '../../applications/esf/contract.ts'
import { stableId } from '../../associations/register.ts'
import * as grants from '../../financing/grants/contract.ts'
import { getNotices } from '../notices/contract.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from './contract.ts'
import { waitingAt } from './waiting.ts'

let database: Database
let app: FastifyInstance
/** The instant of the wall's own clock too: roles hold today. */
const now = new Date('2026-11-22T10:00:00Z')
const [associationId] = world.associations
const [controllerId, otherId] = world.controllers
const applicationId = stableId('application for members')
const one = { params: { controllerId, associationId, applicationId } }
const office = { params: { associationId, applicationId } }
const as = (user: string): void => useTransport(transportAs(app, user))
const { organisationId: _, ...own } = answered(controllerId)
const desk = () => call(contract.getMemberDesk, { params: { controllerId } })

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, () => now)
  as('associationadmin.1')
  await call(applications.beginApplication, { params: { associationId }, body: { ...wholeApplication, id: applicationId } })
  const file = { id: stableId('paper for members'), name: 'Underlag.pdf', content: Buffer.from('%PDF-1.7 %%EOF').toString('base64') }
  await call(applications.attachApplicationDocument, { ...office, body: file })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('an application', () => {
  test('is not there for a member while the office drafts it', async () => {
    as('membereditor.1')
    expect((await desk()).places).toMatchObject([{ associationId, applications: [], grants: [] }])
    expect(await refusal(call(contract.getMemberApplication, one))).toMatchObject({ status: 404 })
    expect(await refusal(call(contract.answerAsMember, { ...one, body: own }))).toMatchObject({ status: 404 })
  })
  test('waits for its answer once it has been submitted, and is read with its documents', async () => {
    as('associationadmin.1')
    await call(applications.stepApplication, { ...office, body: stepped('submit', 1) })
    as('membereditor.1')
    const found = await desk()
    expect(found.places).toMatchObject([{ applications: [{ id: applicationId, state: 'submitted', answered: false }] }])
    const page = `${associationId}/${applicationId}`
    expect(waitingAt(found)).toMatchObject([{ kind: 'memberUnanswered', subject: wholeApplication.name, page, late: false }])
    const { content, documents } = await call(contract.getMemberApplication, one)
    expect(content.need).toBe(wholeApplication.need)
    const { blob } = await callFile(contract.getMemberApplicationDocument, { params: { ...one.params, documentId: documents[0]!.id } })
    expect(await blob.text()).toBe('%PDF-1.7 %%EOF')
  })
  test('is answered by the member itself, which the office sees with who entered it', async () => {
    as('membereditor.1')
    const { members } = await call(contract.answerAsMember, { ...one, body: { ...own, cofinancingOre: 500_00, cofinancingKind: 'staff' } })
    expect(members.find(({ organisationId }) => organisationId === controllerId)?.answer).toMatchObject({ cofinancingOre: 500_00 })
    expect(waitingAt(await desk())).toEqual([])
    as('associationadmin.1')
    const seen = await call(applications.getApplication, office)
    expect(seen.members.find(({ organisationId }) => organisationId === controllerId)?.answer).toMatchObject({
      recordedBy: 'membereditor.1',
    })
  })
  test('that is answered wrongly is told at the field', async () => {
    as('membereditor.1')
    const wrong = { ...own, owns: true, takesPart: false, decidedBy: '' }
    const { status, faults } = await refusal(call(contract.answerAsMember, { ...one, body: wrong }))
    expect(status).toBe(400)
    expect(faults.map(({ where }) => where)).toEqual(expect.arrayContaining(['body.decidedBy', 'body.owns']))
  })
  test('is nobody else’s to answer: not through another member, nor past the program', async () => {
    as('membereditor.1')
    expect(await refusal(call(contract.answerAsMember, { params: { ...one.params, controllerId: otherId }, body: own }))).toMatchObject({
      status: 404,
    })
    as('membereditor.2')
    const foreign = { ...one.params, controllerId: otherId }
    expect(await refusal(call(contract.getMemberApplication, { params: foreign }))).toMatchObject({ status: 404 })
    expect(await refusal(call(contract.answerAsMember, { params: foreign, body: own }))).toMatchObject({ status: 404 })
    for (const user of ['memberviewer.1', 'caseworker.1', 'controlleradmin.1', 'associationadmin.1']) {
      as(user)
      expect(await refusal(call(contract.getMemberApplication, one))).toMatchObject({ status: 404 })
    }
  })
})

test('a member sees what is asked of the association when ESF+ pays a part, as the office does', async () => {
  const forFund = stableId('application to the fund, for members')
  const place = { params: { associationId, applicationId: forFund } }
  as('associationadmin.1')
  await call(applications.beginApplication, { params: { associationId }, body: { ...wholeApplication, esf: true, id: forFund } })
  await call(planEsf, { ...place, body: planned })
  await call(applications.stepApplication, { ...place, body: stepped('submit', 1) })
  as('membereditor.1')
  const seen = await call(contract.getMemberApplication, { params: { ...one.params, applicationId: forFund } })
  expect([seen.fundOre, seen.askedOre]).toEqual([450_000_00, 450_000_00])
  await database.queries.deleteFrom('esf_plan').execute()
  for (const table of ['application_step', 'application_version'] as const)
    await database.queries.deleteFrom(table).where('application_id', '=', forFund).execute()
  await database.queries.deleteFrom('application').where('id', '=', forFund).execute()
})

describe('a draft', () => {
  const draftId = stableId('draft of a member')
  const draft = { params: { ...one.params, applicationId: draftId } }
  test('is begun and changed by a member, and seen by the office at once', async () => {
    as('membereditor.1')
    const begun = await call(contract.beginAsMember, { ...one, body: { ...wholeApplication, name: 'Vår idé', id: draftId } })
    expect(begun.state).toBe('draft')
    expect(
      (await call(contract.changeAsMember, { ...draft, body: { ...wholeApplication, name: 'Vår bättre idé', version: 1 } })).version,
    ).toBe(2)
    as('associationadmin.1')
    const seen = await call(applications.getApplication, { params: { associationId, applicationId: draftId } })
    expect(seen).toMatchObject({ state: 'draft', recordedBy: 'membereditor.1', content: { name: 'Vår bättre idé' } })
  })
  test('is not begun under the id of one that the member may not see', async () => {
    as('associationadmin.1')
    const id = stableId('draft of the office')
    await call(applications.beginApplication, { params: { associationId }, body: { ...wholeApplication, id } })
    as('membereditor.1')
    expect(await refusal(call(contract.beginAsMember, { ...one, body: { ...wholeApplication, id } }))).toMatchObject({ status: 409 })
  })
  test('of another is neither seen nor changed, also when it has been submitted', async () => {
    as('membereditor.1')
    const change = { ...one, body: { ...wholeApplication, name: 'Kapad', version: 1 } }
    expect(await refusal(call(contract.changeAsMember, change))).toMatchObject({ status: 422, key: 'members.notYours' })
    as('associationadmin.1')
    await call(applications.stepApplication, { ...office, body: { ...stepped('completeMore', 2), note: 'Komplettera budgeten' } })
    as('membereditor.1')
    expect(await refusal(call(contract.changeAsMember, change))).toMatchObject({ status: 422, key: 'members.notYours' })
    as('membereditor.2')
    const foreign = { params: { ...draft.params, controllerId: otherId } }
    expect(await refusal(call(contract.getMemberApplication, foreign))).toMatchObject({ status: 404 })
    const begin = { params: { ...foreign.params }, body: { ...wholeApplication, id: stableId('draft elsewhere') } }
    expect(await refusal(call(contract.beginAsMember, begin))).toMatchObject({ status: 404 })
  })
})

describe('a grant', () => {
  const grantId = stableId('grant of a member')
  const place = { params: { controllerId, associationId, grantId } }
  const drawdown = { id: stableId('drawdown of a member'), amountOre: 100_00, costsFrom: '2026-01-01', costsTo: '2026-03-31', dated: '2026-04-02', reference: 'R1' } // prettier-ignore
  test('of an intervention that the member owns is seen and drawn on by it; the office checks what came', async () => {
    as('associationadmin.1')
    const grant = { id: grantId, interventionId: world.interventions[0], amountOre: 1000_00, from: '2026-01-01', to: '2026-12-31' }
    await call(grants.recordGrant, { params: { associationId }, body: { ...grant, dated: '2026-01-02', reference: '§ 9' } })
    const agreed = {
      act: 'agree' as const,
      dated: '2026-01-03',
      reference: 'A1',
      amountOre: null,
      to: null,
      reportsDue: ['2026-11-01'],
      seen: 1,
    }
    await call(grants.stepGrant, { params: { associationId, grantId }, body: agreed })
    as('membereditor.1')
    const sent = await call(contract.sendDrawdown, { ...place, body: drawdown })
    expect(sent.places[0]!.grants).toMatchObject([{ id: grantId, openOre: 100_00, drawdowns: [{ state: 'sent', reference: 'R1' }] }])
    expect(waitingAt(sent)).toMatchObject([{ kind: 'grantReport', day: '2026-11-01', late: true }])
    as('associationadmin.1')
    const { grants: book } = await call(grants.getGrants, { params: { associationId } })
    expect(book[0]!.drawdowns[0]).toMatchObject({ state: 'sent', steps: [{ recordedBy: 'membereditor.1' }] })
  })
  test('is drawn on once when it is sent twice, and not above what is left', async () => {
    as('membereditor.1')
    await call(contract.sendDrawdown, { ...place, body: drawdown })
    const more = { ...drawdown, id: stableId('too much'), amountOre: 901_00 }
    expect(await refusal(call(contract.sendDrawdown, { ...place, body: more }))).toMatchObject({
      status: 422,
      faults: [{ where: 'body.amountOre' }],
    })
    expect((await desk()).places[0]!.grants[0]!.openOre).toBe(100_00)
  })
  test('of another’s intervention is not there', async () => {
    as('membereditor.2')
    const foreign = { params: { ...place.params, controllerId: otherId }, body: { ...drawdown, id: stableId('foreign') } }
    expect(await refusal(call(contract.sendDrawdown, foreign))).toMatchObject({ status: 404 })
    expect((await call(contract.getMemberDesk, { params: { controllerId: otherId } })).places.flatMap((at) => at.grants)).toEqual([])
  })
  test('is attested by whoever is appointed to, who sees what waits of it and no applications', async () => {
    as('associationadmin.1')
    const at = { params: { associationId, drawdownId: drawdown.id } }
    await call(grants.stepDrawdown, { ...at, body: { act: 'check', dated: '2026-04-03', note: '', seen: 1 } })
    as('attester.1')
    expect((await call(getNotices, { params: { associationId } })).notices.map(({ kind }) => kind)).toEqual([
      'grantReport',
      'drawdownWaits',
    ])
    const { grants: book } = await call(grants.attestDrawdown, { ...at, body: { dated: '2026-04-04', note: '', seen: 2 } })
    expect(book[0]!.drawdowns[0]!.state).toBe('attestedOnce')
    expect(await refusal(call(applications.listApplications, { params: { associationId } }))).toMatchObject({ status: 404 })
  })
})

describe('past the program, whoever acts for a member', () => {
  let session: string
  const asMember = <T>(work: Parameters<typeof database.as<T>>[2]): Promise<T> => database.as('samlad_member', session, work)
  beforeAll(async () => {
    session = await database.as('samlad_service', undefined, (queries) =>
      openSession(queries, 'membereditor.1', { means: 'demo' }, new Date()),
    )
  })
  const stamp = { recorded_at: now.toISOString(), recorded_by: 'membereditor.1' }
  const row = { association_id: associationId, application_id: applicationId, version: 9, ...stamp }

  test('answers for its own member alone, and in nobody else’s name', async () => {
    const answer = {
      takes_part: true,
      owns: false,
      staff: '',
      cofinancing_ore: 0,
      cofinancing_kind: 'none',
      decided_by: 'x',
      decided_on: '2026-01-01',
      evidence: 'x',
    }
    const write = (organisation_id: string, by = 'membereditor.1') =>
      asMember((queries) =>
        queries
          .insertInto('application_answer')
          .values({ ...row, ...answer, organisation_id, recorded_by: by })
          .execute(),
      )
    await expect(write(otherId)).rejects.toThrow(/row-level security/)
    await expect(write(controllerId, 'associationadmin.1')).rejects.toThrow(/row-level security/)
    await expect(write(controllerId)).resolves.toBeDefined()
  })
  test('changes no application of another, and takes no step but the first', async () => {
    const version = { ...row, content: JSON.stringify(wholeApplication) }
    await expect(asMember((queries) => queries.insertInto('application_version').values(version).execute())).rejects.toThrow(
      /row-level security/,
    )
    const step = { ...row, step: 3, previous: 2, act: 'recommendGrant', was: 'submitted', state: 'recommended', dated: '2026-01-11', meeting_on: null, reference: '', note: '', amount_ore: null, intervention_id: null } // prettier-ignore
    const { version: _version, ...values } = step
    await expect(asMember((queries) => queries.insertInto('application_step').values(values).execute())).rejects.toThrow(
      /row-level security/,
    )
  })
  test('checks, attests and pays nothing, and grants itself nothing', async () => {
    const id = stableId('drawdown of a member')
    const values = { association_id: associationId, drawdown_id: id, step: 4, previous: 3, act: 'pay', was: 'attested', state: 'paid', first_attester: null, dated: '2026-04-05', note: '', ...stamp } // prettier-ignore
    await expect(asMember((queries) => queries.insertInto('drawdown_step').values(values).execute())).rejects.toThrow()
    const grant = { association_id: associationId, id: stableId('own grant'), intervention_id: world.interventions[0], ...stamp }
    await expect(asMember((queries) => queries.insertInto('intervention_grant').values(grant).execute())).rejects.toThrow(
      /permission denied/,
    )
  })
  test('sees no records of participants and no books of the association', async () => {
    for (const table of ['participation', 'fact', 'contribution_entry', 'commission'] as const)
      await expect(
        asMember((queries) =>
          queries
            .selectFrom(table)
            .select(sql`1`.as('n'))
            .execute(),
        ),
      ).rejects.toThrow(/permission denied/)
  })
  test('and staff without the role see nothing of it', async () => {
    const other = await database.as('samlad_service', undefined, (queries) =>
      openSession(queries, 'caseworker.1', { means: 'demo' }, new Date()),
    )
    for (const table of ['application', 'application_answer', 'intervention_grant', 'drawdown', 'document'] as const)
      expect(
        await database.as('samlad_member', other, (queries) =>
          queries
            .selectFrom(table)
            .select(sql`1`.as('n'))
            .execute(),
        ),
      ).toEqual([])
  })
})
