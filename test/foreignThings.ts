import type { FastifyInstance } from 'fastify'
import { appoint } from '../src/access/staff/contract.ts'
import { stableId } from '../src/associations/register.ts'
import { endpoints } from '../src/endpoints.ts'
import { getYearPicture, recordHistoricFigures } from '../src/interventions/contract.ts'
import { emptyDraft } from '../src/interventions/page/draft.ts'
import { recordEvent } from '../src/interventions/events/contract.ts'
import { attachContributionDocument, recordContribution } from '../src/financing/contributions/contract.ts'
import { changeAdministrationBudget } from '../src/financing/budget/contract.ts'
import { changeEconomy } from '../src/financing/economy/contract.ts'
import { recordAdoption } from '../src/adoption/contract.ts'
import { recordCommission } from '../src/financing/commissions/contract.ts'
import { recordDrawdown, recordGrant, stepGrant } from '../src/financing/grants/contract.ts'
import { saveScenario } from '../src/financing/scenarios/contract.ts'
import { attachApplicationDocument, beginApplication, stepApplication } from '../src/applications/contract.ts'
import { addAnonymous } from '../src/participations/anonymous/contract.ts'
import { recordConsent } from '../src/participations/consent/contract.ts'
import { startImport } from '../src/participations/contract.ts'
import type { Participation } from '../src/participations/domain.ts'
import { makeExport } from '../src/participations/ownExport/contract.ts'
import { recordContact, registerParticipation } from '../src/participations/register/contract.ts'
import { call, callStream, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import { TERMINAL_TOKEN, transportAs, world } from './api.ts'
import { importRow } from './participations.ts'
import { answered, esfStepped, found, planned, stepped, wholeApplication } from './useApplications.ts'

/** What one controller and one association of `world` have, each kind of it once, and the calls that name such a thing by its id. */

/** An id that nothing has. */
export const nowhere = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'

type AtPlace = Extract<Endpoint['permission'], { kind: 'roleAt' }>
export const placed = endpoints.filter(({ permission }) => permission.kind === 'roleAt')
export const permissionOf = (endpoint: Endpoint): AtPlace => endpoint.permission as AtPlace

/** Parts of addresses that are no ids of anybody's: every other part has to be in `Things`. */
const plainParts = ['esf', 'templates', 'checks', 'years', 'finsam', 'economy', 'budget', 'accounting', 'closings', 'months']

/** What stands in an address where no id does, when it is one of a few. */
const plainValues: Record<string, string> = { months: '6', month: '2026-10' }

/** The parts of an address that name a thing: the kind, as the address has it, and the name of the parameter. */
export function thingsIn({ path, permission }: Endpoint): { kind: string; param: string }[] {
  const place = permission.kind === 'roleAt' ? permission.place : undefined
  return [...path.matchAll(/([a-z-]+)\/:(\w+)/g)]
    .map(([, kind, param]) => ({ kind: kind!, param: param! }))
    .filter(({ kind, param }) => param !== place && !plainParts.includes(kind))
}

const { row: _row, ...participation } = importRow(1)
const contact = { date: '2026-11-01', reached: true, source: 'ownContact', changes: [] } as const
const event = { heldOn: '2026-03-02', kind: 'training', name: 'Kurs', days: 1, participants: 3, parties: ['region' as const] } as const
/** Of the municipality that is a member of the place; of another's it is refused for that alone. */
const contribution = (organisationId: string) => ({
  ...{ year: 2025, organisationId, step: 'decided' as const, amountOre: 100, dated: '2025-01-02', reference: 'Beslut', motive: '' },
})
const consent = { givenOn: '2026-11-01', textVersion: null, language: null, how: 'oral', liftsSecrecy: false } as const
const older = { year: 2015, interventionName: null, measure: 'participants', women: null, men: null, total: 40, source: 'Källa' } as const
const economyOfYear = {
  ...{
    openingEquityOre: 100,
    administrationBudgetOre: null,
    administrationActualOre: null,
    interventionsPlanOre: null,
    deficitReason: '',
    ceilingPercent: null,
  },
  ...{ version: 0, reason: '' },
}
const budgetOfYear = { lines: [{ kind: 'staff' as const, budgetOre: 100 }], version: 0, reason: '' }
const grantOf = (interventionId: string) => ({
  ...{ interventionId, amountOre: 100_00, from: '2026-01-01', to: '2026-12-31', dated: '2026-01-02', reference: '§ 1' },
})
const agreed = {
  act: 'agree' as const,
  dated: '2026-01-03',
  reference: 'Avtal',
  amountOre: null,
  to: null,
  reportsDue: ['2026-12-31'],
  seen: 1,
}
const drawn = { amountOre: 50, costsFrom: '2026-01-01', costsTo: '2026-06-30', dated: '2026-06-01', reference: 'R 1' }
const upload = { name: 'Beslut.pdf', content: Buffer.from('%PDF-1.7 %%EOF').toString('base64') }
const attested = { dated: '2026-06-02', note: '', seen: 1 }
const commissioned = (interventions: string[]) => ({
  ...{ title: 'Uppdraget', giver: 'Regeringen', reference: 'S2026/1', decidedOn: '2026-01-10', purpose: 'Pröva tillsammans.' },
  ...{
    targetGroup: 'Unga',
    from: '2026-02-01',
    to: null,
    moneyOre: 0,
    reporting: 'Till regeringen',
    reportsDue: ['2026-12-31'],
    interventions,
  },
})
const adopted = (interventionId: string, takenBy: string | null = null) => ({
  ...{
    interventionId,
    verdict: takenBy === null ? ('end' as const) : ('adopt' as const),
    decidedOn: '2025-10-01',
    reference: '§ 2',
    takenBy,
  },
  ...{ from: '2025-11-01', to: null, moneyOre: null, moneySource: '', accountable: 'Enhetschefen', kept: 'Metoden' },
  lessons: 'Planera övertagandet från början.',
})
const thought = (organisationId: string) => ({ name: 'Om', year: 2025, changes: [{ organisationId, amountOre: 100 }] })
export const plainBodies = {
  ...{
    adopted,
    grantOf,
    drawn,
    participation: participation as Participation,
    contact,
    event,
    consent,
    contribution,
    thought,
    commissioned,
    upload,
    wholeApplication,
    answered,
  },
}

const { organisationId: _member, ...ownAnswer } = answered(world.controllers[0])

/** A body for each that would do, were the thing one's own: a refusal is then for nothing else. */
export const bodies: Record<string, object> = {
  changeParticipation: { version: 1, participation: { ...participation, municipality: '9002' } },
  recordConsent: consent,
  recordContact: contact,
  changeContact: { ...contact, version: 1, withdrawn: false },
  setIdentity: { personnummer: '19850101-2380', hasProtectedIdentity: false },
  stripParticipation: { reason: 'withdrawal' },
  commitImport: { likelyDuplicates: 'skip', anonymous: 'skip', mapping: {} },
  addImportRows: { number: 0, rows: [], anonymous: [] },
  answerNomination: { accept: true },
  changeAssignment: { change: 'confirm' },
  endEmployment: { employedUntil: '2026-12-01' },
  handInEsfMonths: { from: '2026-10', until: '2026-10', chain: 'a'.repeat(64) },
  setExitPoint: { months: 3, on: false },
  changeIntervention: {
    ...emptyDraft('2026-01-01', []),
    name: 'Prov',
    ownerId: world.controllers[1],
    parties: ['region', 'stateFk'],
    version: 1,
  },
  recordEvent: event,
  changeEvent: { ...event, version: 1, withdrawn: false },
  changeAdministrationBudget: { ...budgetOfYear, version: 1, reason: 'Fel belopp' },
  stepGrant: agreed,
  changeApplication: { ...wholeApplication, version: 1 },
  answerApplication: answered(world.controllers[0]),
  findForApplication: found,
  stepApplication: stepped('submit', 1),
  commentApplication: { id: stableId('comment of nobody’s'), text: 'Vem äger den?' },
  attachApplicationDocument: { ...upload, id: stableId('paper of nobody’s') },
  detachApplicationDocument: { reason: 'Fel fil' },
  answerAsMember: ownAnswer,
  beginAsMember: { ...wholeApplication, id: stableId('draft of nobody’s') },
  changeAsMember: { ...wholeApplication, version: 1 },
  sendDrawdown: { ...drawn, id: stableId('another drawdown of nobody’s') },
  planEsf: planned,
  stepEsf: esfStepped(world.controllers[0]),
  changeCommission: { ...commissioned([]), version: 1, withdrawn: false },
  deliverCommissionReport: { due: '2026-12-31', deliveredOn: '2026-06-01', reference: 'Dnr 1' },
  changeAdoption: { ...adopted(world.interventions[1], world.controllers[1]), version: 1, withdrawn: false, reason: 'Fel' },
  checkAdoption: { checkedOn: '2026-05-01', runs: 'yes', note: '', version: 0, reason: '' },
  recordDrawdown: { ...drawn, id: stableId('drawdown of nobody’s') },
  stepDrawdown: { ...attested, act: 'check' },
  attestDrawdown: attested,
  changeEconomy: { ...economyOfYear, version: 1, reason: 'Fel belopp' },
  attachContributionDocument: { ...upload, id: stableId('document of nobody’s') },
  detachContributionDocument: { reason: 'Fel fil' },
  changeContribution: { ...contribution(world.controllers[0]), version: 1, withdrawn: false, reason: 'Fel belopp' },
  proposeShares: { shares: world.associations.map((associationId) => ({ associationId, sharePercent: 50 })) },
  answerShares: { accept: false },
}

/** Ids of what there is at a place, by the part of the address that names its kind, and what else can be named in a body. */
export type Things = Record<string, string>

/** Makes one thing of each kind at place 0 or 1 of `world`, through the application. */
export async function makeThings(app: FastifyInstance, database: Database, half: 0 | 1): Promise<Things> {
  const as = (role: string): void => useTransport(transportAs(app, `${role}.${half + 1}`))
  const [controllerId, interventionId] = [world.controllers[half], world.interventions[half]]
  const params = { controllerId }
  await database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', interventionId).execute()
  as('caseworker')
  const body = { interventionId, participation: { ...participation, municipality: `900${half + 1}` } as Participation, samePersonAs: null }
  const { id, code } = await call(registerParticipation, { params, body })
  const one = { controllerId, id }
  const { contacts } = await call(recordContact, { params: one, body: { ...contact, changes: [] } })
  const consents = await call(recordConsent, { params: one, body: consent })
  const list = {
    fileName: 'a.xlsx',
    contentHash: 'a'.repeat(64),
    interventionIds: [interventionId],
    withoutGround: 'block',
    referenceReach: 'controller',
  }
  const started = await call(startImport, { params, body: list as never })
  as('controlleradmin')
  await call(addAnonymous, { params, body: { interventionId, year: 2024, women: 1, men: 0, id: stableId(`count ${half}`) } })
  let exported = ''
  await callStream(makeExport, { params, body: { identities: false } }, (line) => void (exported = line.export?.id ?? exported))
  const person = { kind: 'new', id: `ny.${half + 1}`, name: 'Ny Provgren', claimValue: null } as const
  const appointment = { person, role: 'caseworker', interventionIds: [interventionId], from: '2026-11-22', to: null } as const
  const { waiting } = await call(appoint, { params, body: { ...appointment, interventionIds: [interventionId] } })
  const request = { id: stableId(`request ${half}`), user_id: `ny.${half + 1}`, place_id: controllerId, confirmed_by: null }
  const asked = { asked_by: 'systemadministrator.1', asked_at: '2026-11-22T09:00:00Z' }
  await database.queries
    .insertInto('account_request')
    .values({ ...request, ...asked })
    .execute()
  const logged = await database.queries
    .selectFrom('audit_event')
    .select('id')
    .where('controller_id', '=', controllerId)
    .executeTakeFirstOrThrow()
  return {
    'account-requests': request.id,
    'logged-events': logged.id,
    ...{ participations: id, code, contacts: contacts[0]!.id, consents: consents[0]!.id, anonymous: stableId(`count ${half}`) },
    ...{ imports: started.importId!, exports: exported, nominations: waiting[0]!.id },
    ...{ assignments: stableId(`test caseworker.${half + 1}`), people: `ny.${half + 1}` },
    ...{ handover: interventionId, 'exit-points': interventionId, 'esf-files': interventionId },
    ...(await makeBooks(app, database, half)),
  }
}

/** What an association has. */
async function makeBooks(app: FastifyInstance, { queries }: Database, half: 0 | 1): Promise<Things> {
  const [associationId, id] = [world.associations[half], world.interventions[half]]
  await queries.updateTable('intervention').set({ orientation: 'both' }).where('id', '=', id).execute()
  useTransport(transportAs(app, `associationadmin.${half + 1}`))
  await call(recordHistoricFigures, { params: { associationId }, body: { rows: [older] } })
  const { historic } = await call(getYearPicture, { params: { associationId, year: 2015 } })
  const [made] = await call(recordEvent, { params: { associationId, id }, body: { ...event, parties: ['region'] } })
  const { entries } = await call(recordContribution, { params: { associationId }, body: contribution(world.controllers[half]) })
  const documentId = stableId(`document ${half}`)
  await call(attachContributionDocument, { params: { associationId, entryId: entries[0]!.id }, body: { ...upload, id: documentId } })
  const scenario = { ...thought(world.controllers[half]), id: stableId(`scenario ${half}`) }
  await call(saveScenario, { params: { associationId }, body: scenario })
  await call(changeAdministrationBudget, { params: { associationId, year: 2025 }, body: budgetOfYear })
  const [grantId, drawdownId] = [stableId(`grant ${half}`), stableId(`drawdown ${half}`)]
  await call(recordGrant, { params: { associationId }, body: { ...grantOf(world.interventions[half]), id: grantId } })
  await call(stepGrant, { params: { associationId, grantId }, body: agreed })
  await call(recordDrawdown, { params: { associationId, grantId }, body: { ...drawn, id: drawdownId } })
  const commissionId = stableId(`commission ${half}`)
  await call(recordCommission, { params: { associationId }, body: { ...commissioned([]), id: commissionId } })
  const adoptionId = stableId(`adoption ${half}`)
  const taken = { ...adopted(world.interventions[half], world.controllers[half]), id: adoptionId }
  await call(recordAdoption, { params: { associationId }, body: taken })
  const applicationId = stableId(`application ${half}`)
  await call(beginApplication, { params: { associationId }, body: { ...wholeApplication, esf: true, id: applicationId } })
  await call(attachApplicationDocument, { params: { associationId, applicationId }, body: { ...upload, id: documentId } })
  await call(stepApplication, { params: { associationId, applicationId }, body: stepped('submit', 1) })
  await call(changeEconomy, { params: { associationId, year: 2025 }, body: economyOfYear })
  // Between a place and a third: of the two in `world` neither has a part in what the other is asked.
  const proposal = {
    id: stableId(`proposal ${half}`),
    intervention_id: id,
    proposed_by: associationId,
    proposed_at: '2026-11-01T09:00:00Z',
  }
  await queries.insertInto('share_proposal').values(proposal).execute()
  const part = { proposal_id: proposal.id, association_id: associationId, share_percent: 60, accepted_at: null }
  await queries.insertInto('share_proposal_part').values(part).execute()
  return {
    associations: associationId,
    interventions: id,
    events: made!.id,
    contributions: entries[0]!.id,
    documents: documentId,
    'contribution-scenarios': scenario.id,
    ...{ grants: grantId, drawdowns: drawdownId, commissions: commissionId, adoptions: adoptionId, applications: applicationId },
    'historic-figures': historic[0]!.id,
    'share-proposals': proposal.id,
  }
}

/** Calls an endpoint as a user with the ids of an address; without the right body only where there is none. */
export function ask(app: FastifyInstance, endpoint: Endpoint, user: string, ids: Record<string, string>, body?: object, query = '') {
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? plainValues[name]!)
  const headers = { 'x-samlad': '1', authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': user }
  const payload = body ?? bodies[endpoint.name]
  return app.inject({ method: endpoint.method, url: url + query, headers, ...(endpoint.body && payload && { payload }) })
}
