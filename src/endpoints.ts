import * as access from './access/contract.ts'
import * as local from './access/local/contract.ts'
import * as nominations from './access/nominations/contract.ts'
import * as offices from './access/offices/contract.ts'
import * as provider from './access/provider/contract.ts'
import * as staff from './access/staff/contract.ts'
import * as digest from './governance/digest/contract.ts'
import * as members from './governance/members/contract.ts'
import * as notices from './governance/notices/contract.ts'
import * as need from './applications/need/contract.ts'
import * as esf from './applications/esf/contract.ts'
import * as applications from './applications/contract.ts'
import * as associations from './associations/contract.ts'
import * as interventions from './interventions/contract.ts'
import * as events from './interventions/events/contract.ts'
import * as fidelity from './interventions/fidelity/contract.ts'
import * as shares from './interventions/shares/contract.ts'
import * as allocationModels from './financing/allocation/saved/contract.ts'
import * as closing from './financing/closing/contract.ts'
import * as contributions from './financing/contributions/contract.ts'
import * as budget from './financing/budget/contract.ts'
import * as economy from './financing/economy/contract.ts'
import * as commissions from './financing/commissions/contract.ts'
import * as grants from './financing/grants/contract.ts'
import * as scenarios from './financing/scenarios/contract.ts'
import * as log from './log/contract.ts'
import * as participations from './participations/contract.ts'
import * as retention from './participations/retention/contract.ts'
import * as anonymous from './participations/anonymous/contract.ts'
import * as consent from './participations/consent/contract.ts'
import * as extract from './participations/extract/contract.ts'
import * as operations from './participations/operations/contract.ts'
import * as exitPoints from './participations/exitPoints/contract.ts'
import * as handover from './participations/handover/contract.ts'
import * as quality from './participations/quality/contract.ts'
import * as register from './participations/register/contract.ts'
import * as identity from './participations/identity/contract.ts'
import * as ownExport from './participations/ownExport/contract.ts'
import * as tiers from './participations/tiers/contract.ts'
import * as scenarioSheet from './statistics/scenarioSheet/contract.ts'
import * as statistics from './statistics/contract.ts'
import * as builder from './statistics/builder/contract.ts'
import * as explaining from './statistics/explain/contract.ts'
import * as saved from './statistics/builder/saved/contract.ts'
import * as glance from './statistics/glance/contract.ts'
import * as publishedCaseMix from './statistics/opendata/caseMix/contract.ts'
import * as nationalMoney from './statistics/nationalMoney/contract.ts'
import * as catalogue from './statistics/opendata/catalogue/contract.ts'
import * as openData1 from './statistics/opendata/v1/contract.ts'
import * as openData2 from './statistics/opendata/v2/contract.ts'
import * as reports from './statistics/reports/contract.ts'
import * as effects from './effects/contract.ts'
import * as esfFiles from './esf/contract.ts'
import * as outcomeReports from './effects/report/contract.ts'
import * as ownRegister from './effects/ownRegister/contract.ts'
import * as registered from './effects/registered/contract.ts'
import * as adoption from './adoption/contract.ts'
import * as publication from './statistics/publication/contract.ts'
import * as received from './statistics/publication/received/contract.ts'
import * as reporting from './statistics/reporting/contract.ts'
import type { Endpoint } from './platform/endpoint.ts'

/** Every endpoint of the product, by address: what OpenAPI, the access table and the tests of both are made from. */
export const endpoints: readonly Endpoint[] = [
  associations,
  access,
  log,
  local,
  provider,
  staff,
  nominations,
  offices,
  interventions,
  events,
  fidelity,
  shares,
  contributions,
  scenarios,
  economy,
  budget,
  grants,
  commissions,
  applications,
  esf,
  need,
  notices,
  members,
  digest,
  closing,
  allocationModels,
  participations,
  register,
  extract,
  operations,
  handover,
  exitPoints,
  quality,
  anonymous,
  consent,
  retention,
  tiers,
  identity,
  ownExport,
  statistics,
  publication,
  received,
  explaining,
  reporting,
  builder,
  saved,
  reports,
  effects,
  outcomeReports,
  registered,
  adoption,
  ownRegister,
  esfFiles,
  glance,
  nationalMoney,
  scenarioSheet,
  publishedCaseMix,
  catalogue,
  openData1,
  openData2,
]
  .flatMap((contract) => Object.values(contract as Record<string, unknown>).filter(isEndpoint))
  .sort((a, b) => (address(a) < address(b) ? -1 : 1))

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'permission' in value && 'audit' in value && 'path' in value
}

function address({ path, method }: Endpoint): string {
  return `${path} ${method}`
}

/** The endpoints of a place that holds everything: all but those that read in what came out elsewhere. */
export const endpointsOfAll = endpoints.filter(({ onlyWithoutPersons }) => !onlyWithoutPersons)
