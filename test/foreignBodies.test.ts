import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../src/endpoints.ts'
import { emptyDraft } from '../src/interventions/page/draft.ts'
import type { Database } from '../src/platform/database.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import { makeParticipantCode } from '../src/values/participantCode.ts'
import { buildWorld, testApp, world } from './api.ts'
import { testDatabase } from './database.ts'
import { ask, makeThings, nowhere, permissionOf, plainBodies, thingsIn, type Things } from './foreignThings.ts'
import { esfStepped } from './useApplications.ts'

/**
 * Ids and codes of others' in bodies and queries. The list below is demanded by the schemas: a new field that takes an id or a code, anywhere
 * in a body or a query, fails until it says here how it is tried, or why there is nothing of others' that it could name.
 */
type Json = { [key: string]: Json | undefined } & { format?: string; type?: string; const?: unknown; $ref?: string }

/** Where in a schema an id or a code may be given. */
function idFields(schema: Json, all: Json, path: string, name = '', seen: readonly Json[] = []): string[] {
  if (seen.includes(schema)) return []
  const on = (next: Json | undefined, at: string, called = name) => (next ? idFields(next, all, at, called, [...seen, schema]) : [])
  if (schema.$ref) return on(all.$defs?.[schema.$ref.replace('#/$defs/', '')], path)
  const isText = schema.type === 'string' && schema.const === undefined
  if (isText && (schema.format === 'uuid' || /(^|[a-z])(id|ids|code|token)$|[a-z](Id|Ids|Code|Token)$|^samePersonAs$/.test(name)))
    return [path]
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => on(one as Json, `${path}.${key}`, key)),
    ...on(schema.items, path),
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((many) => Object.values(many ?? {}).flatMap((one) => on(one as Json, path))),
    ...(typeof schema.additionalProperties === 'object' ? on(schema.additionalProperties, path) : []),
  ]
}
const fieldsOf = (endpoint: Endpoint): string[] =>
  (['body', 'query'] as const).flatMap((part) => {
    if (!endpoint[part]) return []
    const schema = z.toJSONSchema(endpoint[part], { unrepresentable: 'any', io: 'input' }) as Json
    return idFields(schema, schema, `${endpoint.name}.${part}`)
  })
const wanted = [...new Set(endpoints.flatMap(fieldsOf))]

const own = 'a secret or a name of one’s own, checked as such'
const open = 'a public register, open to all'
/** Fields that can name nothing of another place’s, and why. */
const harmless: Record<string, string> = {
  'openAccountLink.body.token': own,
  'useAccountLink.body.token': own,
  'useAccountLink.body.code': own,
  'signInAsDemoPerson.body.userId': own,
  'signInLocally.body.userId': own,
  'signInLocally.body.code': own,
  'setUp.body.token': own,
  'confirmDigest.body.code': own,
  'setUp.body.associationId': open,
  'grantRole.body.person.id': 'the whole country’s administrator has no place that is another’s',
  'grantRole.body.person.employer.id': 'the same',
  'grantRole.body.placeId': 'the same',
  'proposeShares.body.shares.associationId': 'an invitation, which the other association answers itself',
  'placeMunicipality.body.municipalityCode': open,
  'createPublication.body.replaces': 'a release, which is out',
  'saveTable.body.id': 'an id of one’s own making; one that somebody else has is refused, which saved.test.ts holds',
  'agreeContributions.body.id': 'an id of one’s own making; those of its rows are made of it and the place’s members',
  'addFidelityInstrument.body.id': 'an id of one’s own making; one that somebody else has is refused, which fidelity.test.ts holds',
  'addFidelityInstrument.body.scale.bands.code': 'what a band is called',
  'beginFidelityRound.body.id': 'an id of one’s own making, as the above',
  'beginFidelityRound.body.instrument': 'how a team was scored, which is for all; its texts are not, which fidelity.test.ts holds',
  'saveAllocationModel.body.id': 'an id of one’s own making, in what the national office alone has',
  'saveAllocationModel.body.subjects.id': 'a name in a table, tied to nothing',
  'changeAllocationModel.body.subjects.id': 'the same',
  'saveScenario.body.partnerId': 'of the public register: reckoned with is what the other has approved for everybody',
  'askOldTable.body.query.code': 'the name of a variable of open data',
  'askOpenData.body.selection.variableCode': 'the name of a variable of open data',
}

const intervention = { ...emptyDraft('2026-01-01', []), name: 'Prov', parties: ['region', 'stateFk'] }
const { grantOf, drawn, participation, contact, consent, event, contribution, thought, commissioned, upload, wholeApplication, answered } =
  plainBodies
const { adopted } = plainBodies
const correction = { version: 1, withdrawn: false, reason: 'Fel belopp' }
const mistaken = { version: 1, withdrawn: false, reason: 'Fel' }
const [ourMember] = world.controllers
const log = { from: '2026-11-01', to: '2026-11-30', userId: null, kind: null, code: null }
const appointment = (id: string, one: string) => ({
  ...{ person: { kind: 'known', id }, role: 'caseworker', interventionIds: [one], from: '2026-11-22', to: null },
})
const list = (one: string) => ({
  ...{ fileName: 'b.xlsx', contentHash: 'b'.repeat(64), interventionIds: [one], withoutGround: 'block', referenceReach: 'controller' },
})
const [mine] = world.interventions

const waited = (interventionId: string, id: string) => ({
  ...{ id, kind: 'waiting', dated: '2026-01-10', source: 'Kansliet' },
  rows: [{ interventionId, municipality: null, women: 1, men: 2, total: 3 }],
})

interface Try {
  /** What kind of thing of the other's is named, as `Things` has it. */
  kind: string
  /** Something of the kind that nobody has. */
  none?: string
  body?: (id: string) => object
  query?: (id: string) => string
  /** What both are answered with; refused unless said. */
  status?: number
}
/** A code as it should be, which nobody has. */
const unusedCode = makeParticipantCode(() => 0.5)
const tries: Record<string, Try> = {
  'registerParticipation.body.interventionId': {
    kind: 'interventions',
    body: (interventionId) => ({ interventionId, participation, samePersonAs: null }),
  },
  'registerParticipation.body.samePersonAs': {
    kind: 'code',
    body: (samePersonAs) => ({ interventionId: mine, participation, samePersonAs }),
  },
  'registerParticipation.body.id': {
    kind: 'participations',
    status: 200,
    body: (id) => ({ id, interventionId: mine, participation, samePersonAs: null }),
  },
  'addAnonymous.body.interventionId': {
    kind: 'interventions',
    body: (interventionId) => ({ interventionId, year: 2024, women: 1, men: 1 }),
  },
  'addAnonymous.body.id': { kind: 'anonymous', status: 200, body: (id) => ({ id, interventionId: mine, year: 2024, women: 5, men: 5 }) },
  'startImport.body.interventionIds': { kind: 'interventions', body: list },
  'findByCode.body.code': { kind: 'code', body: (code) => ({ code }) },
  'recordConsent.body.id': { kind: 'consents', status: 200, body: (id) => ({ ...consent, id }) },
  'recordContact.body.id': { kind: 'contacts', status: 200, body: (id) => ({ ...contact, id }) },
  'searchLog.body.userId': { kind: 'people', status: 200, none: 'no.1', body: (userId) => ({ ...log, userId, before: null }) },
  'searchLog.body.code': { kind: 'code', body: (code) => ({ ...log, code, before: null }) },
  'searchLog.body.before': { kind: 'logged-events', status: 200, body: (before) => ({ ...log, before }) },
  'getLogFile.body.userId': { kind: 'people', status: 200, none: 'no.1', body: (userId) => ({ ...log, userId, format: 'csv' }) },
  'getLogFile.body.code': { kind: 'code', body: (code) => ({ ...log, code, format: 'csv' }) },
  'appoint.body.person.id': { kind: 'people', none: 'no.1', body: (id) => appointment(id, mine) },
  'appoint.body.interventionIds': { kind: 'interventions', body: (one) => appointment('ny.1', one) },
  'recordHeadCounts.body.rows.interventionId': {
    kind: 'interventions',
    body: (interventionId) => ({ rows: [{ interventionId, year: 2024, women: 5, men: 5 }] }),
  },
  'recordInterventionYears.body.rows.interventionId': {
    ...{
      kind: 'interventions',
      body: (interventionId) => ({ rows: [{ interventionId, year: 2024, plannedParticipants: 1, budgetOre: 1, actualOre: 1 }] }),
    },
  },
  'createIntervention.body.ownerId': { kind: 'controller', body: (ownerId) => ({ ...intervention, ownerId }) },
  'changeIntervention.body.ownerId': { kind: 'controller', body: (ownerId) => ({ ...intervention, ownerId, version: 1 }) },
  'changeAccountKey.body.objects.means': {
    kind: 'interventions',
    body: (means) => ({ dimension: '6', restIsAdministration: true, accounts: [], objects: [{ object: 'P', means }], version: 0 }),
  },
  'recordGrant.body.interventionId': { kind: 'interventions', body: (one) => ({ ...grantOf(one), id: nowhere }) },
  'recordGrant.body.id': { kind: 'grants', status: 200, body: (id) => ({ ...grantOf(mine), id }) },
  'recordCommission.body.interventions': { kind: 'interventions', body: (one) => ({ ...commissioned([one]), id: nowhere }) },
  'recordCommission.body.id': { kind: 'commissions', status: 200, body: (id) => ({ ...commissioned([]), id }) },
  'changeCommission.body.interventions': {
    kind: 'interventions',
    body: (one) => ({ ...commissioned([one]), version: 1, withdrawn: false }),
  },
  'recordAdoption.body.interventionId': { kind: 'interventions', body: (one) => ({ ...adopted(one), id: nowhere }) },
  'recordAdoption.body.takenBy': { kind: 'controller', body: (one) => ({ ...adopted(mine, one), id: nowhere }) },
  'recordAdoption.body.id': { kind: 'adoptions', status: 200, body: (id) => ({ ...adopted(mine), id }) },
  'changeAdoption.body.interventionId': { kind: 'interventions', body: (one) => ({ ...adopted(one), ...mistaken }) },
  'changeAdoption.body.takenBy': { kind: 'controller', body: (one) => ({ ...adopted(mine, one), ...mistaken }) },
  'recordDrawdown.body.id': { kind: 'drawdowns', status: 200, body: (id) => ({ ...drawn, id }) },
  'recordContribution.body.organisationId': { kind: 'controller', body: contribution },
  'recordContribution.body.id': { kind: 'contributions', status: 200, body: (id) => ({ ...contribution(ourMember), id }) },
  'changeContribution.body.organisationId': { kind: 'controller', body: (id) => ({ ...contribution(id), ...correction }) },
  'saveScenario.body.changes.organisationId': { kind: 'controller', body: (id) => ({ ...thought(id), id: nowhere }) },
  'attachContributionDocument.body.id': { kind: 'documents', status: 200, body: (id) => ({ ...upload, id }) },
  'saveScenario.body.id': { kind: 'contribution-scenarios', status: 200, body: (id) => ({ ...thought(ourMember), id }) },
  'recordNeedFigures.body.id': { kind: 'applications', status: 200, body: (id) => waited(mine, id) },
  'recordNeedFigures.body.rows.interventionId': { kind: 'interventions', body: (one) => waited(one, nowhere) },
  'beginAsMember.body.id': { kind: 'applications', status: 200, body: (id) => ({ ...wholeApplication, id }) },
  'sendDrawdown.body.id': { kind: 'drawdowns', status: 200, body: (id) => ({ ...drawn, id }) },
  'beginApplication.body.id': { kind: 'applications', status: 200, body: (id) => ({ ...wholeApplication, id }) },
  'answerApplication.body.organisationId': { kind: 'controller', body: (id) => answered(id) },
  'commentApplication.body.id': { kind: 'applications', status: 200, body: (id) => ({ id, text: 'Vem äger den?' }) },
  'attachApplicationDocument.body.id': { kind: 'documents', status: 200, body: (id) => ({ ...upload, id }) },
  'stepEsf.body.organisationId': { kind: 'controller', body: (id) => esfStepped(id) },
  'recordEvent.body.id': { kind: 'events', status: 200, body: (id) => ({ ...event, id }) },
  'listParticipations.query.intervention': { kind: 'interventions', status: 200, query: (id) => `?intervention=${id}` },
  'compareOwnInterventions.query.one': { kind: 'interventions', query: (id) => `?one=${id}&other=${mine}` },
  'compareOwnInterventions.query.other': { kind: 'interventions', query: (id) => `?one=${mine}&other=${id}` },
  'listFindings.query.intervention': { kind: 'interventions', status: 200, query: (id) => `?rule=supportEmpty&intervention=${id}` },
}

let database: Database
let app: FastifyInstance
let theirs: Things
let ours: Things

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  ours = await makeThings(app, database, 0)
  theirs = { ...(await makeThings(app, database, 1)), controller: world.controllers[1] }
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Without what differs between two answers to the same question: new ids and codes, and one more of what was recorded twice. */
const alike = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/"code":"[^"]*"/g, 'CODE')
    .replace(/"(total|women|men|grantedOre|openOre|leftOre|committedOre)":\d+/g, 'COUNT')
    // One of the rows that are alike has a document; which of them comes first goes by ids.
    .replace(/"documents":\[[^\]]*\]/g, 'DOCUMENTS')
    .replace(/(\{.+?\})(,\1)+/g, '$1')

test('each field that takes an id or a code is tried, or says why not', () => {
  expect(wanted.length).toBeGreaterThan(30)
  expect(wanted.filter((field) => !harmless[field] && !tries[field])).toEqual([])
  expect([...Object.keys(harmless), ...Object.keys(tries)].filter((field) => !wanted.includes(field))).toEqual([])
})

const cases = Object.entries(tries).flatMap(([field, one]) => {
  const endpoint = endpoints.find(({ name }) => name === field.split('.')[0])!
  return permissionOf(endpoint).roles.map((role) => [field, role, endpoint, one] as const)
})
describe.each(cases)('%s as %s', (_field, role, endpoint, { kind, none, body, query, status }) => {
  const answered = async (id: string) => {
    const place = permissionOf(endpoint).place
    const ids = Object.fromEntries(thingsIn(endpoint).map((thing) => [thing.param, ours[thing.kind]!]))
    const at = place === 'controllerId' ? world.controllers[0] : world.associations[0]
    const answer = await ask(app, endpoint, `${role.toLowerCase()}.1`, { ...ids, [place]: at }, body?.(id), query?.(id))
    return { status: answer.statusCode, body: answer.body }
  }
  test('names another’s as what is not, and tells and touches nothing of it', async () => {
    const id = theirs[kind]!
    const before = await foreignRows()
    const found = await answered(id)
    const missing = await answered(none ?? (kind === 'code' ? unusedCode : nowhere))
    expect({ ...found, body: alike(found.body) }).toEqual({ ...missing, body: alike(missing.body) })
    if (status === undefined) expect([403, 404, 409, 422]).toContain(found.status)
    else expect([status, 409]).toContain(found.status)
    expect(await foreignRows()).toBe(before)
  })
})

/** Everything that stands at the other place. */
async function foreignRows(): Promise<string> {
  const tables = [
    'participation',
    'participation_version',
    'contact',
    'consent',
    'import',
    'fact',
    'anonymous_count',
    'role_assignment',
  ] as const
  const books = ['intervention_year', 'head_count', 'intervention_event', 'role_nomination'] as const
  const rows = await Promise.all([...tables, ...books].map((table) => database.queries.selectFrom(table).selectAll().execute()))
  const places: readonly unknown[] = [world.controllers[1], world.associations[1]]
  const foreign = rows.flat().filter((row) => Object.values(row).some((value) => places.includes(value)))
  return JSON.stringify(foreign.map((row) => JSON.stringify(row)).sort())
}
