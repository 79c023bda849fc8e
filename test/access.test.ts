// On the embedded database alone: roles and grants are the same there, and the walls of PostgreSQL have tests of their own.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints, endpointsOfAll } from '../src/endpoints.ts'
import { InterventionFields } from '../src/interventions/domain.ts'
import { Participation } from '../src/participations/domain.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import type { Database } from '../src/platform/database.ts'
import { Role } from '../src/platform/role.ts'
import { readAccessTable } from './accessTable.ts'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'
import { withMountedRoutes } from './mountedRoutes.ts'
import { startIdentityProvider, type IdentityProvider } from './identityProvider.ts'
import { anyKey } from './useTiers.ts'

let database: Database
let app: FastifyInstance
let service: IdentityProvider
let mounted: string[]
const table = readAccessTable()

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  service = await startIdentityProvider()
  const settings = { provider: service.config, accountKey: Buffer.alloc(32, 1), identityKeys: anyKey }
  const built = await withMountedRoutes(() => testApp(database, undefined, settings))
  app = built.app
  mounted = built.mounted
})
afterAll(async () => {
  await app.close()
  await service.stop()
  await database.close()
})

test('every contract is mounted, and everything mounted under /api is a contract', () => {
  expect(mounted.sort()).toEqual(endpointsOfAll.map(({ method, path }) => `${method} ${path}`).sort())
})
test('every endpoint has a name of its own and a row in the table', () => {
  expect(table.map(({ name }) => name)).toEqual(endpoints.map(({ name }) => name))
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
})

const unreadable = 'x'
/** Any text is a slug, so this one has to be there. */
const readable: Record<string, string> = { slug: 'prov-1' }

/**
 * A call that only permission can stop: the id of a tenant is real, everything else is unreadable. Who may call is told that the
 * input is bad (400), or is answered (200) where there is nothing to make unreadable.
 */
async function knock(endpoint: Endpoint, user: string | undefined, tenantId: string): Promise<{ status: number; text: string }> {
  const at = endpoint.permission.kind === 'roleAt' ? endpoint.permission.at : ''
  if (at && !at.startsWith('params.')) throw new Error(`${endpoint.name}: the tenant stands in ${at}; teach this walk to put it there`)
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => (at === `params.${name}` ? tenantId : (readable[name] ?? unreadable)))
  const headers = { 'x-samlad': '1', ...(endpoint.body && { 'content-type': 'application/json' }) }
  const init = { method: endpoint.method, headers, ...(endpoint.body && { body: '[]' }) }
  const response = await transportAs(app, user)(path, init)
  return { status: response.status, text: await response.text() }
}

const placeOf = ({ permission }: Endpoint, half: 0 | 1): string => {
  if (permission.kind !== 'roleAt') return ''
  return (permission.place === 'associationId' ? world.associations : world.controllers)[half]
}
const audited = async (): Promise<{ endpoint: string; kind: string; user_id: string | null }[]> => {
  const rows = await database.queries.selectFrom('audit_event').select(['endpoint', 'kind', 'user_id']).execute()
  await database.queries.deleteFrom('audit_event').execute()
  return rows
}

/** What the table promises, as the status that comes back. */
function expected(may: string, endpoint: Endpoint, user: string | undefined): number[] {
  // Where nothing is published there is no table either, for anybody.
  if (may !== '–') return endpoint.open ? [200, 400, 404] : [200, 400]
  if (user === undefined) return [401]
  return endpoint.permission.kind === 'roleAt' ? [404] : [403]
}

const everybody = [undefined, ...Role.codes.map(({ code }) => code)]

describe.each(endpointsOfAll.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (name, endpoint) => {
  const row = table.find((one) => one.name === name)!
  test.each(everybody)('lets %s in as the table says, and writes who tried', async (role) => {
    const user = role && `${role.toLowerCase()}.1`
    await audited()
    const { status } = await knock(endpoint, user, placeOf(endpoint, 0))
    expect(expected(row.may[role ?? 'not signed in']!, endpoint, user)).toContain(status)
    const kind = status === 200 ? endpoint.audit : 'refused'
    expect(await audited()).toEqual(row.audit === 'none' ? [] : [{ endpoint: name, kind, user_id: user ?? null }])
  })
})

test.each(endpoints.filter(({ permission }) => permission.kind === 'roleAt').map((one) => [one.name, one] as const))(
  '%s answers of another’s place exactly as of one that does not exist',
  async (name, endpoint) => {
    const row = table.find((one) => one.name === name)!
    const held = Role.codes.filter(({ code }) => row.may[code] === 'own')
    expect(held.length).toBeGreaterThan(0)
    for (const { code } of held) {
      const user = `${code.toLowerCase()}.2`
      expect([200, 400]).toContain((await knock(endpoint, user, placeOf(endpoint, 1))).status)
      const foreign = await knock(endpoint, user, placeOf(endpoint, 0))
      const missing = await knock(endpoint, user, '00000000-0000-4000-8000-000000000000')
      expect(foreign.status).toBe(404)
      expect(foreign).toEqual(missing)
    }
  },
)

describe('an endpoint', () => {
  test('that changes something is audited as a change', () => {
    // A code of a participant must never stand in an address, so it is searched for with a body; the address of a figure is long.
    const searches = ['makeExport', 'findByIdentity', 'getLogFile', 'searchLog', 'findByCode', 'explainFigure']
    const odd = endpoints.filter(({ method, audit, open }) => (method !== 'GET') !== (audit === 'change') && !open)
    expect(odd.map(({ name }) => name)).toEqual(searches)
    expect(odd.map(({ audit }) => audit)).toEqual(searches.map(() => 'personRead'))
  })
  test('that other sites may call is public, changes nothing and leaves no trace', () => {
    const open = endpoints.filter((one) => one.open)
    expect(open.length).toBeGreaterThan(10)
    const loose = open.filter(
      ({ permission, audit, runsAs, path }) =>
        permission.kind !== 'public' || audit !== 'none' || runsAs || !/^\/api\/(v[12]|dcat|bulk)\b/.test(path),
    )
    expect(loose.map(({ name }) => name)).toEqual([])
  })
  test('that answers without a trace holds nothing about persons, and no figure made from them', () => {
    // Interventions have target groups too, and a controller declares the ground on which it registers.
    const ofOthers = [...Object.keys(InterventionFields.shape), 'ground', 'groundDate']
    const ofPersons = Object.keys(Participation.shape).filter((field) => !ofOthers.includes(field))
    const personal = (endpoint: Endpoint): string[] => {
      if (endpoint.answer.kind === 'file') return []
      const text = JSON.stringify(z.toJSONSchema(endpoint.answer.schema, { unrepresentable: 'any' }))
      return [
        ...[...ofPersons, 'participantCode', 'personId'].filter((field) => text.includes(`"${field}":`)),
        ...(text.includes('"Cell":') ? ['Cell'] : []),
      ]
    }
    const traceless = endpoints.filter(({ audit }) => audit === 'none')
    // What is published is for everybody, and asking for it is nobody's business.
    expect(traceless.filter((endpoint) => personal(endpoint).length > 0).map(({ name }) => name)).toEqual([
      'findSimilarInterventions',
      'getNeed',
      'getGlance',
      'getMethodGlance',
      'getNationalMoney',
      'getMemberMoney',
      'getPublishedCaseMix',
      'getRelease',
    ])
    expect(personal(endpoints.find(({ name }) => name === 'getFollowUp')!)).toEqual(['Cell'])
  })
  test('that is neither public nor leaves a trace is one of these, and each has its reason', () => {
    const reasons: Record<string, string> = {
      listAuditLinks: 'hashes and times of the log, without what it says; the check that fetches them is logged',
      listPlaces: 'names of public registers, and the months that have data',
      listChoices: 'what a table can be built of: measures, dimensions with codes of public registers, months with data; no figures',
      getFidelity: 'how teams follow their method, by those who assess; no participants',
      getImportSetting: 'the controller’s own interventions, headings and list of imports; no rows',
      getYearPicture: 'numbers the association itself has entered',
      getConsentTexts: 'the controller’s own texts; nothing about anybody',
      getRetention: 'numbers of the own participations by intervention, for the steward; no rows',
      listAllocationModels: 'names of rulesets of the state’s allocation; no persons',
      openAllocationModel: 'a ruleset and sums of public statistics by association; no persons',
      getClosings: 'which years of the books are closed, and who of its own closed and opened them; no participants',
      getClosingRemarks: 'what is not finished in a year of the association’s own books; no persons',
      getContributions: 'money between the members that the association itself has entered; no persons',
      getContributionDocument: 'a decision or an agreement that the association has attached to its own books; no participants',
      getEconomy: 'own capital and administration that the association itself has entered; no persons',
      getBudget: 'budget and books that the association itself has entered, without texts of vouchers; no persons',
      getAccounting: 'rows of the association’s own books, without texts of vouchers; no persons',
      getGrants: 'money that the association has granted interventions, and who of its own took which step; no participants',
      listApplications: 'what the association prepares, and how many members have answered; no participants',
      getApplication: 'what is applied for, members’ answers and who of its own took which step; no participants',
      getApplicationDocument: 'a document that the association has attached to its own application; no participants',
      getAgreementFile: 'an agreement written from the application; no participants',
      findSimilarInterventions: 'interventions of the public register with what is published of them; no participants',
      getEsf: 'the way of an application to ESF+, and who of its own took which step; no participants',
      getEvidenceFile: 'answers of the members to an application; no participants',
      getDigest: 'where one’s own e-mail goes; nobody else’s',
      getNotices: 'names of applications, interventions and commissions that wait for somebody; no participants',
      getMemberDesk: 'applications and grants that concern the member; no participants',
      getMemberApplication: 'an application that concerns the member; no participants',
      getMemberApplicationDocument: 'a document of such an application; no participants',
      getNeed: 'published figures, inhabitants and what runs in the association; no participants',
      getCommissions: 'tasks that others gave the association, and who of its own entered them; no participants',
      getAdoptions: 'what became of the association’s interventions, and who of its own entered it; no participants',
      readAdoptions: 'the same, for the national office',
      getAdoptionOverview: 'how many interventions have come how far; interventions are counted, not persons',
      findLessons: 'what associations have learnt of their interventions; no participants',
      getScenarioFile: 'the same as a file; no persons',
      getScenarios: 'what would follow if the members paid something else; no persons',
      listEvents: 'training days and the like that the association itself has entered; no clients',
      getIdentityTier: 'whether the controller stores personal numbers, and how many, for the steward; no rows',
      getRegistration: 'by which decisions the controller registers, and how many it holds, for the steward; no rows',
      listExitPoints: 'which follow-ups the own interventions have; no participants',
      getStanding: 'whether the controller registers, and the names of its stewards, for its staff; no rows',
      listShareProposals: 'how associations split the cost of an intervention; no persons',
      getRegisteredOutcome: 'what an intervention is to be judged by, and who fixed it; no participants',
      listStaff: 'who works for the controller and in what role; no participants',
      listNominations: 'caseworkers who wait for a place with their lead; no participants',
      listOfficeRoles: 'who holds which office; no participants, nor who works with them',
      countApproved: 'how many associations have approved a period; no persons',
      listPublications: 'titles, periods and states of publications under way; no figures',
      getProtectionProgress: 'how far a protection under way has come; no figures',
      listOutcomeReports: 'which reports of an intervention are frozen, and their hashes; no figures',
      listSavedTables: 'names of the questions one has saved oneself; no figures',
      openSavedTable: 'what a saved question asks, by its address; no figures',
      listSessions: 'when and how one has signed in oneself',
      getAssociationTemplate: 'an empty sheet with the association’s own interventions',
    }
    const traceless = endpoints.filter(({ audit, permission }) => audit === 'none' && permission.kind !== 'public')
    expect(traceless.map(({ name }) => name).sort()).toEqual(Object.keys(reasons).sort())
  })
})
