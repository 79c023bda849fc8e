import type { FastifyInstance, InjectOptions } from 'fastify'
import { buildApp, type AppSettings } from '../src/app.ts'
import { stableId } from '../src/associations/register.ts'
import type { Database } from '../src/platform/database.ts'
import type { Transport } from '../src/platform/call.ts'
import { holdsPersons, type NodeKind } from '../src/platform/node.ts'
import type { Role } from '../src/platform/role.ts'

export const TERMINAL_TOKEN = 'test-terminal-token'

/** The whole application in memory on a database; requests through HTTP without a port. */
export async function testApp(
  database: Database,
  now: () => Date = () => new Date('2026-11-22T10:00:00Z'),
  settings: Partial<AppSettings> = {},
): Promise<FastifyInstance> {
  const usual = { loopback: true, terminalToken: TERMINAL_TOKEN, callsPerMinute: 1_000_000, logging: false }
  return buildApp({ database, now, ...usual, ...settings })
}

/** Calls as a user through the application in memory; for `useTransport`. */
export function transportAs(app: FastifyInstance, userId: string | undefined): Transport {
  return async (path, init) => {
    const headers: Record<string, string> = { ...(init.headers as Record<string, string>) }
    if (userId !== undefined) Object.assign(headers, { authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': userId })
    const options = { method: init.method ?? 'GET', url: path, headers, payload: init.body } as InjectOptions
    const response = await app.inject(options)
    return new Response(response.rawPayload as unknown as BodyInit, {
      status: response.statusCode,
      headers: response.headers as Record<string, string>,
    })
  }
}

/** Two neighbouring associations with members, controllers, interventions and a person for each role, all invented. */
export const world = {
  associations: [stableId('test association 1'), stableId('test association 2')] as const,
  controllers: [stableId('test controller 1'), stableId('test controller 2')] as const,
  interventions: [stableId('test intervention 1'), stableId('test intervention 2')] as const,
  volumeIntervention: stableId('test intervention 3'),
}

/** Fills an empty database with `world`. */
export async function buildWorld(database: Database, node: NodeKind = 'all'): Promise<void> {
  const { queries } = database
  await queries.insertInto('region').values({ code: 'XA', name: 'Provregionen', county: 'Provlän', fictive: true }).execute()
  for (const i of [0, 1] as const) await buildHalf(database, i, node)
  await queries
    .insertInto('intervention')
    .values({
      ...plainIntervention,
      id: world.volumeIntervention,
      name: 'Räknade',
      owner_id: world.controllers[0],
      counting_mode: 'volume',
    })
    .execute()
  await queries
    .insertInto('intervention_association')
    .values({ intervention_id: world.volumeIntervention, association_id: world.associations[0] })
    .execute()
}

const plainIntervention = {
  start_date: '2015-01-01',
  end_date: null,
  orientation: 'individual',
  precise_orientations: [],
  target_groups: [],
  methods: [],
  parties: ['stateFk', 'municipality'],
  stage: 'running',
  fictive: true,
}

async function buildHalf({ queries }: Database, i: 0 | 1, node: NodeKind): Promise<void> {
  const [association, controller, intervention] = [world.associations[i], world.controllers[i], world.interventions[i]]
  const code = String(9001 + i)
  await queries
    .insertInto('municipality')
    .values({
      ...{ code, name: `Provkommun ${i + 1}`, region_code: 'XA', population: 10_000, population_year: 2019 },
      ...{ population_working_age_estimate: 6000, tile_column: i, tile_row: 0, fictive: true },
    })
    .execute()
  await queries
    .insertInto('association')
    .values({ ...emptyAssociation, id: association, slug: `prov-${i + 1}`, name: `Provförbundet ${i + 1}` })
    .execute()
  await queries
    .insertInto('association_municipality')
    .values({ association_id: association, municipality_code: code, source: null })
    .execute()
  await queries
    .insertInto('organisation')
    .values({
      id: controller,
      name: `Provkommun ${i + 1}`,
      party: 'municipality',
      municipality_code: code,
      region_code: null,
      fictive: true,
    })
    .execute()
  await queries.insertInto('membership').values({ association_id: association, organisation_id: controller }).execute()
  if (holdsPersons(node)) await openController(queries, i)
  await queries
    .insertInto('intervention')
    .values({ ...plainIntervention, id: intervention, name: `Provinsats ${i + 1}`, owner_id: controller, counting_mode: 'identified' })
    .execute()
  await queries.insertInto('intervention_association').values({ intervention_id: intervention, association_id: association }).execute()
  await buildPersons(queries, i)
}

async function openController(queries: Database['queries'], i: 0 | 1): Promise<void> {
  await queries
    .insertInto('controller')
    .values({
      ...{
        organisation_id: world.controllers[i],
        legal_basis: 'prov',
        decision_reference: 'P-1',
        decision_date: '2020-01-01',
        dpia_reference: 'D-1',
      },
      ...{ processor_agreement: 'B-1', ground: 'consent', reference_key: Buffer.alloc(32, i + 1), opened_at: '2020-01-01T00:00:00Z' },
    })
    .execute()
}

export const emptyAssociation = {
  ...{
    seat: null,
    start_year: null,
    website: null,
    organisation_number: null,
    confidence: null,
    source: null,
    source_year: null,
    notes: null,
  },
  fictive: true,
}

async function buildPersons(queries: Database['queries'], i: 0 | 1): Promise<void> {
  const add = async (role: Role, place: { association_id?: string; controller_id?: string; intervention_id?: string }): Promise<void> => {
    const id = `${role.toLowerCase()}.${i + 1}`
    await queries.insertInto('app_user').values({ id, name: id, employer_id: null, demo: true }).execute()
    await queries
      .insertInto('role_assignment')
      .values({
        ...{ id: stableId(`test ${id}`), user_id: id, role, valid_from: '2020-01-01', valid_to: null },
        ...{ association_id: null, controller_id: null, intervention_id: null },
        ...place,
      })
      .execute()
  }
  const [association_id, controller_id, intervention_id] = [world.associations[i], world.controllers[i], world.interventions[i]]
  await add('associationAdmin', { association_id })
  await add('boardMember', { association_id })
  await add('preparationMember', { association_id })
  await add('attester', { association_id })
  await add('auditor', { association_id })
  await add('caseworker', { controller_id, intervention_id })
  await add('controllerAdmin', { controller_id })
  await add('interventionLead', { controller_id, intervention_id })
  await add('memberViewer', { controller_id })
  await add('memberEditor', { controller_id })
  if (i === 0) await add('nationalAnalyst', {})
  if (i === 0) await add('publisher', {})
  if (i === 0) await add('approver', {})
  if (i === 0) await add('systemAdministrator', {})
}
