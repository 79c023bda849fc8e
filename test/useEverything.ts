import { Secret, TOTP } from 'otpauth'
import * as access from '../src/access/contract.ts'
import * as local from '../src/access/local/contract.ts'
import * as nominations from '../src/access/nominations/contract.ts'
import * as offices from '../src/access/offices/contract.ts'
import * as provider from '../src/access/provider/contract.ts'
import * as staff from '../src/access/staff/contract.ts'
import { makeSetUpLink } from '../src/access/store.ts'
import * as associations from '../src/associations/contract.ts'
import * as effects from '../src/effects/contract.ts'
import * as interventions from '../src/interventions/contract.ts'
import { emptyDraft } from '../src/interventions/page/draft.ts'
import type { InterventionFields } from '../src/interventions/domain.ts'
import * as log from '../src/log/contract.ts'
import * as events from '../src/interventions/events/contract.ts'
import * as shares from '../src/interventions/shares/contract.ts'
import * as participations from '../src/participations/contract.ts'
import { addAnonymous, listAnonymous } from '../src/participations/anonymous/contract.ts'
import * as consent from '../src/participations/consent/contract.ts'
import { getExtract } from '../src/participations/extract/contract.ts'
import { setExitPoint } from '../src/participations/exitPoints/contract.ts'
import * as handover from '../src/participations/handover/contract.ts'
import { getOperations } from '../src/participations/operations/contract.ts'
import { getQuality, listFindings } from '../src/participations/quality/contract.ts'
import * as register from '../src/participations/register/contract.ts'
import * as retention from '../src/participations/retention/contract.ts'
import type { Participation } from '../src/participations/domain.ts'
import { call, callFile, callStream } from '../src/platform/call.ts'
import * as statistics from '../src/statistics/contract.ts'
import * as saved from '../src/statistics/builder/saved/contract.ts'
import * as reports from '../src/statistics/reports/contract.ts'
import * as reporting from '../src/statistics/reporting/contract.ts'
import { world } from './api.ts'
import { cookieJar } from './browserCookies.ts'
import type { IdentityProvider } from './identityProvider.ts'
import { importRow, type ImportBench } from './participations.ts'
import { useApplications } from './useApplications.ts'
import { useContributions } from './useContributions.ts'
import { useFidelity, useRegistered } from './useFidelity.ts'
import { useLinksOfTwo } from './useLinks.ts'
import { usePublications } from './usePublications.ts'
import { useTiers } from './useTiers.ts'

const [associationId] = world.associations
const [controllerId] = world.controllers
const office = { params: { associationId } }

/** The token of the first administrator's link, as on an empty installation, with the people of the world put back after. */
export async function firstLink({ database }: ImportBench): Promise<string> {
  const { queries } = database
  const people = await queries.selectFrom('role_assignment').selectAll().execute()
  const employed = await queries.selectFrom('app_user').selectAll().execute()
  await queries.deleteFrom('role_assignment').execute()
  await queries.deleteFrom('app_user').execute()
  const token = await makeSetUpLink(queries, new Date('2026-11-22T09:00:00Z'))
  await queries.insertInto('app_user').values(employed).execute()
  await queries.insertInto('role_assignment').values(people).execute()
  return token!
}

/** Uses every endpoint that is audited, so that each succeeds at least once. */
export async function useEverything(bench: ImportBench, service: IdentityProvider, setUpToken: string): Promise<void> {
  bench.as(undefined)
  await call(access.setUp, { body: { token: setUpToken, name: 'Första Administratören', associationId } })
  await call(access.signInAsDemoPerson, { body: { userId: 'caseworker.1' } })
  await useProvider(bench, service)
  bench.as('associationAdmin.1')
  await call(access.signOut)
  await call(access.signOutEverywhere)
  const placed = { municipalityCode: '9002', belongs: true, source: 'Förbundsordningen 2026' }
  await call(associations.placeMunicipality, { ...office, body: placed })
  const fields: InterventionFields = {
    ...emptyDraft('2026-01-01', []),
    name: 'Provet',
    ownerId: controllerId,
    parties: ['region', 'stateFk'],
  }
  const made = await call(interventions.createIntervention, { ...office, body: fields })
  await call(interventions.changeIntervention, {
    params: { associationId, id: made.id },
    body: { ...fields, units: 'Provenheten', version: 1 },
  })
  const half = world.associations.map((one) => ({ associationId: one, sharePercent: 50 }))
  const [proposed] = await call(shares.proposeShares, { params: { associationId, id: made.id }, body: { shares: half } })
  await call(shares.answerShares, { params: { associationId, id: proposed!.id }, body: { accept: false } })
  await useEvents(bench)
  await useFidelity(bench)
  await useContributions(bench)
  await useApplications(bench)
  const inYear = { interventionId: world.volumeIntervention, year: 2025 }
  await call(interventions.recordHeadCounts, { ...office, body: { rows: [{ ...inYear, women: 7, men: 8 }] } })
  const money = { plannedParticipants: 20, budgetOre: 100, actualOre: null }
  await call(interventions.recordInterventionYears, { ...office, body: { rows: [{ ...inYear, ...money }] } })
  const older = {
    year: 2015,
    interventionName: null,
    measure: 'participants',
    women: null,
    men: null,
    total: 40,
    source: 'Årsredovisning',
  } as const
  await call(interventions.recordHistoricFigures, { ...office, body: { rows: [older] } })
  const { historic } = await call(interventions.getYearPicture, { params: { associationId, year: 2015 } })
  await call(interventions.withdrawHistoricFigure, { params: { associationId, id: historic[0]!.id } })
  bench.as('systemAdministrator.1')
  await call(log.listAuditChains)
  const person = { kind: 'new', id: 'ny.analytiker', name: 'Ny Analytiker', claimValue: null, employer: { kind: 'none' } } as const
  const people = await call(offices.grantRole, { body: { person, role: 'nationalAnalyst', placeId: null, from: '2026-11-22', to: null } })
  await call(offices.makeOfficeLink, { params: { userId: 'ny.analytiker' } })
  const { id } = people.find((one) => one.id === 'ny.analytiker')!.roles[0]!
  await useLinksOfTwo(bench)
  await call(offices.confirmRole, { params: { id } })
  await call(offices.endRole, { params: { id }, body: { lastDay: '2026-11-30' } })
  bench.as('controllerAdmin.1')
  const inLog = { from: '2026-11-01', to: '2026-11-30', userId: null, kind: null, code: null }
  const point = { controllerId, interventionId: world.interventions[0] }
  await call(setExitPoint, { params: point, body: { months: 3, on: false } })
  await call(setExitPoint, { params: point, body: { months: 3, on: true } })
  await call(handover.listUnstaffed, { params: { controllerId } })
  await call(log.searchLog, { params: { controllerId }, body: { ...inLog, before: null } })
  await callFile(log.getLogFile, { params: { controllerId }, body: { ...inLog, format: 'csv' } })
  await useStaff(bench)
  bench.as('caseworker.1')
  const thrown = await bench.draft([importRow(2)])
  await call(participations.cancelImport, { params: { controllerId, importId: thrown.importId } })
  const { id: importId } = await bench.bring([importRow(2), importRow(3)])
  await callFile(participations.getImportReceipt, { params: { controllerId, importId } })
  await useRegister()
  await useRetention(bench)
  await useTiers(bench)
  await call(statistics.tabulateFacts, { query: { measure: 'participations' } })
  await call(statistics.tabulateSeveral, { query: { measure: ['participations', 'exits'] } })
  await call(statistics.getCaseMix, { query: { measure: 'to-work-or-study', by: 'association' } })
  await call(statistics.listDrops)
  await call(statistics.getFollowUp)
  await call(effects.getOverTime)
  await call(effects.getBeforeAfter)
  await call(effects.getComparison)
  await call(effects.getFidelityBeside)
  await useRegistered(bench)
  await callFile(statistics.getFollowUpFile, { query: { format: 'csv' } })
  await useSaved()
  await call(participations.undoImport, { params: { controllerId, importId } })
  await useReports(bench)
  await useReporting(bench)
  await usePublications(bench)
}

async function useSaved(): Promise<void> {
  const id = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9e'
  const question = {
    measures: ['exits'],
    rows: 'sex',
    columns: '',
    period: { kind: 'wholeYear' },
    filters: [],
    sort: '',
    chart: '',
  } as const
  await call(saved.saveTable, { body: { id, name: 'Avslut', question: { ...question, measures: ['exits'], filters: [] } } })
  await call(saved.changeSavedTable, { params: { id }, body: { name: 'Avslut efter kön', version: 1 } })
  await call(saved.deleteSavedTable, { params: { id } })
}

async function useReports(bench: ImportBench): Promise<void> {
  const params = { kind: 'participants' as const }
  await call(reports.getReport, { params })
  await callFile(reports.getReportFile, { params, query: { format: 'csv' } })
  bench.as('associationAdmin.1')
  await call(reports.getFinsam, { params: { associationId, year: 2025 } })
  await callFile(reports.getFinsamFile, { params: { associationId, year: 2025 }, query: { format: 'csv' } })
}

async function useReporting(bench: ImportBench): Promise<void> {
  bench.as('associationAdmin.1')
  const plan = { rhythm: 'halfYear', interimDays: 30, annualDays: 40, fromYear: 2026 } as const
  await call(reporting.chooseReportingPlan, { ...office, body: plan })
  const period = { year: 2025, month: 12 }
  await call(reporting.approvePeriod, { ...office, body: { ...period, step: 0, note: '' } })
  await call(reporting.getOwnReporting, { ...office, query: { year: 2025 } })
  await call(reporting.reopenPeriod, { ...office, body: { ...period, step: 1, note: 'Fel antal' } })
  bench.as('approver.1')
  await call(reporting.getReportingMatrix, { query: { year: 2025 } })
  await callFile(reporting.getReportingFile, { query: { year: 2025 } })
}

async function useEvents(bench: ImportBench): Promise<void> {
  const [id] = world.interventions
  await bench.database.queries.updateTable('intervention').set({ orientation: 'both' }).where('id', '=', id).execute()
  const params = { associationId, id }
  const event = { heldOn: '2026-03-02', kind: 'training' as const, name: 'Kurs', days: 1, participants: 3, parties: ['region' as const] }
  const [made] = await call(events.recordEvent, { params, body: event })
  await call(events.changeEvent, { params: { ...params, eventId: made!.id }, body: { ...event, version: 1, withdrawn: true } })
}

async function useStaff(bench: ImportBench): Promise<void> {
  bench.as('controllerAdmin.1')
  const params = { controllerId }
  const person = { kind: 'new', id: 'ny.1', name: 'Ny Provgren', claimValue: 'HSA-ny' } as const
  const body = { person, role: 'caseworker', interventionIds: [world.interventions[0]], from: '2026-11-22', to: null } as const
  const { waiting } = await call(staff.appoint, { params, body: { ...body, interventionIds: [...body.interventionIds] } })
  bench.as('interventionLead.1')
  await call(nominations.answerNomination, { params: { ...params, id: waiting[0]!.id }, body: { accept: true } })
  bench.as('controllerAdmin.1')
  const { id } = (await call(staff.listStaff, { params })).people.find((one) => one.id === 'ny.1')!.assignments[0]!
  await call(staff.changeAssignment, { params: { ...params, id }, body: { change: 'confirm' } })
  await useLocalAccount((await call(local.makeAccountLink, { params: { ...params, userId: 'ny.1' } })).token)
  await call(staff.endEmployment, { params: { ...params, userId: 'ny.1' }, body: { employedUntil: '2026-11-30' } })
}

async function useLocalAccount(token: string): Promise<void> {
  const { letters } = await call(local.openAccountLink, { body: { token } })
  const totp = new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) })
  // The clock of the test stands still: the code before, and then the present one.
  const code = (ago: number): string => totp.generate({ timestamp: Date.parse('2026-11-22T10:00:00Z') - ago })
  const password = 'fyra hästar i regn'
  await call(local.useAccountLink, { body: { token, password, code: code(30_000) } })
  await call(local.signInLocally, { body: { userId: 'ny.1', password, code: code(0) } })
}

async function useProvider(bench: ImportBench, service: IdentityProvider): Promise<void> {
  await bench.database.queries.updateTable('app_user').set({ claim_value: 'HSA-disa' }).where('id', '=', 'caseworker.1').execute()
  service.next.account = 'disa'
  const jar = cookieJar(bench.app)
  const { body } = await jar.send('POST', provider.departToProvider.path)
  const answer = await service.visit(String(body.location))
  await jar.send('POST', provider.arriveFromProvider.path, { answer })
}

async function useRegister(): Promise<void> {
  const params = { controllerId }
  const { row: _row, ...participation } = importRow(1)
  const body = { interventionId: world.interventions[0], participation: participation as Participation, samePersonAs: null }
  const { id, code } = await call(register.registerParticipation, { params, body })
  // The same person once more: whoever opens the one sees of the other.
  await call(register.registerParticipation, { params, body: { ...body, samePersonAs: code } })
  await call(register.findByCode, { params, body: { code } })
  await call(register.listParticipations, { params })
  await call(register.listToDo, { params })
  await call(getOperations, { params })
  await call(getQuality, { params })
  await call(listFindings, { params, query: { rule: 'longStay' } })
  await call(addAnonymous, { params, body: { interventionId: world.interventions[0], year: 2026, women: 1, men: 0 } })
  await call(listAnonymous, { params })
  await call(register.getParticipation, { params: { ...params, id } })
  await call(register.changeParticipation, { params: { ...params, id }, body: { version: 1, participation: body.participation } })
  await call(getExtract, { params: { ...params, id } })
  await call(register.listVersions, { params: { ...params, id } })
  const contact = { date: '2024-09-01', reached: true, source: 'ownContact' as const, changes: [] }
  const { contacts } = await call(register.recordContact, { params: { ...params, id }, body: contact })
  const contactId = contacts[0]!.id
  await call(register.changeContact, { params: { ...params, id, contactId }, body: { ...contact, version: 1, withdrawn: true } })
}

async function useRetention(bench: ImportBench): Promise<void> {
  const params = { controllerId }
  const { row: _row, ...participation } = importRow(1)
  const body = { interventionId: world.interventions[0], participation: participation as Participation, samePersonAs: null }
  const first = await call(register.registerParticipation, { params, body })
  await call(consent.recordConsent, {
    params: { ...params, id: first.id },
    body: { givenOn: '2024-03-01', textVersion: null, language: null, how: 'oral', liftsSecrecy: false },
  })
  await call(consent.listConsents, { params: { ...params, id: first.id } })
  await call(retention.previewStrip, { params: { ...params, id: first.id } })
  await call(retention.stripParticipation, { params: { ...params, id: first.id }, body: { reason: 'withdrawal' } })
  bench.as('controllerAdmin.1')
  await call(handover.getCodeList, { params: { ...params, interventionId: world.interventions[0] } })
  await call(consent.publishConsentTexts, { params, body: { texts: [{ language: 'sv', body: 'En text om uppföljningen.' }] } })
  await call(retention.setRetention, { params, body: { decision: 'KS 1', decisionDate: '2026-01-01', months: null } })
  await callStream(retention.runDisposal, { params, body: { expected: 1 } }, () => undefined)
  bench.as('caseworker.1')
}
