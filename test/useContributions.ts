import { sendDrawdown } from '../src/governance/members/contract.ts'
import { stableId } from '../src/associations/register.ts'
import { inventedTable } from '../src/financing/allocation/ownTable.ts'
import { knownRules } from '../src/financing/allocation/rules.ts'
import * as models from '../src/financing/allocation/saved/contract.ts'
import * as closing from '../src/financing/closing/contract.ts'
import * as contributions from '../src/financing/contributions/contract.ts'
import * as budget from '../src/financing/budget/contract.ts'
import * as economy from '../src/financing/economy/contract.ts'
import * as adoption from '../src/adoption/contract.ts'
import * as commissions from '../src/financing/commissions/contract.ts'
import * as grants from '../src/financing/grants/contract.ts'
import * as scenarios from '../src/financing/scenarios/contract.ts'
import { call } from '../src/platform/call.ts'
import { world } from './api.ts'
import type { ImportBench } from './participations.ts'

const [associationId] = world.associations
const office = { params: { associationId } }

const economyBody = {
  ...{
    openingEquityOre: 100_00,
    administrationBudgetOre: 50_00,
    administrationActualOre: null,
    interventionsPlanOre: null,
    deficitReason: '',
    ceilingPercent: 20,
  },
  ...{ version: 0, reason: '' },
}

const books = {
  ...{ year: 2027, sieType: '4E' as const, program: 'Bok', generatedOn: null, through: '2027-01-31', dimensions: [], objects: [] },
  accounts: [{ account: '5010', name: 'Hyra' }],
  rows: [{ voucher: 'A 1', dated: '2027-01-05', month: null, account: '5010', objects: [], amountOre: 100 }],
}
const means = { dimension: null, restIsAdministration: true, accounts: [], objects: [], version: 0 }

/** Uses the ledger of contributions as the office. A party of the act that `world` lacks is added: where no region is a member, state and municipality agree. */
export async function useContributions(bench: ImportBench): Promise<void> {
  const { database } = bench
  const fk = stableId('state of the walk')
  const state = { id: fk, name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true }
  await database.queries.insertInto('organisation').values(state).execute()
  await database.queries.insertInto('membership').values({ association_id: associationId, organisation_id: fk }).execute()
  const agreement = { dated: '2026-01-02', reference: 'Avtal', years: [{ year: 2027, totalOre: 100_000 }], key: { key: 'equal' as const } }
  await call(contributions.agreeContributions, { ...office, body: { ...agreement, id: stableId('agreement of the walk') } })
  const entry = {
    year: 2027,
    organisationId: fk,
    step: 'decided' as const,
    amountOre: 50_000,
    dated: '2026-11-01',
    reference: 'Beslut',
    motive: '',
  }
  const { entries } = await call(contributions.recordContribution, { ...office, body: entry })
  const made = entries.find(({ step }) => step === 'decided')!
  const document = { id: stableId('document of the walk'), name: 'Beslut.pdf', content: Buffer.from('%PDF-1.7 %%EOF').toString('base64') }
  await call(contributions.attachContributionDocument, { params: { associationId, entryId: made.id }, body: document })
  const attached = { associationId, entryId: made.id, documentId: document.id }
  await call(contributions.detachContributionDocument, { params: attached, body: { reason: 'Fel fil' } })
  const body = { ...entry, version: 1, withdrawn: true, reason: 'Fel år' }
  await call(contributions.changeContribution, { params: { associationId, entryId: made.id }, body })
  const id = stableId('scenario of the walk')
  const changes = [{ organisationId: fk, amountOre: 10_000 }]
  await call(scenarios.saveScenario, { ...office, body: { id, name: 'Om kassan ger mindre', year: 2027, changes } })
  await call(economy.changeEconomy, { params: { associationId, year: 2027 }, body: economyBody })
  const lines = [{ kind: 'staff' as const, budgetOre: 100 }]
  await call(budget.changeAdministrationBudget, { params: { associationId, year: 2027 }, body: { lines, version: 0, reason: '' } })
  await call(budget.changeAccountKey, { ...office, body: means })
  await call(budget.recordAccounting, { ...office, body: { ...books, version: 0 } })
  await call(budget.changeAccountKey, { ...office, body: { ...means, accounts: [{ from: 5010, to: 5010, kind: 'premises' }], version: 1 } })
  await call(economy.takeBookedActuals, { params: { associationId, year: 2027 }, body: { version: 1 } })
  await useGrants(bench)
  await useCommissions()
  await useAdoption()
  await call(economy.changeEconomy, { params: { associationId, year: 2019 }, body: economyBody })
  const ofYear = { params: { associationId, year: 2019 } }
  await call(closing.closeYear, { ...ofYear, body: { note: 'Påhittat beslut', seen: 0 } })
  await call(closing.askToReopen, { ...ofYear, body: { reason: 'En rättelse', seen: 1 } })
  await call(closing.answerReopening, { ...ofYear, body: { accept: false, note: 'Inte nu', seen: 2 } })
  await useModels(bench)
  await call(scenarios.withdrawScenario, { params: { associationId, scenarioId: id } })
}

/** Uses the rulesets of the national office, and comes back as the association’s. */
async function useModels({ as }: ImportBench): Promise<void> {
  as('nationalAnalyst.1')
  const model = {
    name: 'Förslag',
    year: 2027,
    rules: { ...knownRules, frame: 20_000_000 },
    subjects: [...inventedTable],
    invented: true,
    note: '',
  }
  const id = stableId('model of the walk')
  await call(models.saveAllocationModel, { body: { ...model, id } })
  await call(models.changeAllocationModel, { params: { id }, body: { ...model, note: 'Ändrat', version: 1 } })
  as('associationAdmin.1')
}

async function useCommissions(): Promise<void> {
  const commissionId = stableId('commission of the walk')
  const fields = {
    ...{ title: 'Uppdraget', giver: 'Regeringen', reference: 'S2026/1', decidedOn: '2026-01-10', purpose: 'Pröva tillsammans.' },
    ...{ targetGroup: 'Unga', from: '2026-02-01', to: null, moneyOre: 0, reporting: 'Till regeringen', reportsDue: ['2026-12-31'] },
    interventions: [world.interventions[0]],
  }
  await call(commissions.recordCommission, { ...office, body: { ...fields, id: commissionId } })
  const one = { params: { associationId, commissionId } }
  await call(commissions.changeCommission, { ...one, body: { ...fields, moneyOre: 100, version: 1, withdrawn: false } })
  await call(commissions.deliverCommissionReport, { ...one, body: { due: '2026-12-31', deliveredOn: '2026-06-01', reference: 'Dnr 1' } })
}

async function useAdoption(): Promise<void> {
  const adoptionId = stableId('adoption of the walk')
  const fields = {
    ...{ interventionId: world.interventions[0], verdict: 'adopt' as const, decidedOn: '2025-10-01', reference: '§ 2' },
    ...{ takenBy: world.controllers[0], from: '2025-11-01', to: null, moneyOre: 100, moneySource: 'Ramen', accountable: 'Enhetschefen' },
    ...{ kept: 'Metoden', lessons: 'Planera övertagandet från början.' },
  }
  await call(adoption.recordAdoption, { ...office, body: { ...fields, id: adoptionId } })
  const one = { associationId, adoptionId }
  await call(adoption.changeAdoption, { params: one, body: { ...fields, version: 1, withdrawn: false, reason: 'Rättat' } })
  const checked = { checkedOn: '2026-05-01', runs: 'yes' as const, note: '', version: 0, reason: '' }
  await call(adoption.checkAdoption, { params: { ...one, months: 6 }, body: checked })
}

async function useGrants(bench: ImportBench): Promise<void> {
  const [grantId, drawdownId] = [stableId('grant of the walk'), stableId('drawdown of the walk')]
  const days = { from: '2026-01-01', to: '2026-12-31' }
  const granted = { id: grantId, interventionId: world.interventions[0], amountOre: 100, ...days, dated: '2026-01-02', reference: '§ 1' }
  await call(grants.recordGrant, { ...office, body: granted })
  const agree = { act: 'agree' as const, dated: '2026-01-03', reference: 'Avtal', amountOre: null, to: null, seen: 1 }
  await call(grants.stepGrant, { params: { associationId, grantId }, body: { ...agree, reportsDue: ['2026-12-31'] } })
  const drawn = { id: drawdownId, amountOre: 50, costsFrom: days.from, costsTo: days.to, dated: '2026-06-01', reference: 'R 1' }
  await call(grants.recordDrawdown, { params: { associationId, grantId }, body: drawn })
  bench.as('membereditor.1')
  const own = { ...drawn, id: stableId('drawdown of a member’s walk'), amountOre: 1 }
  await call(sendDrawdown, { params: { controllerId: world.controllers[0], associationId, grantId }, body: own })
  bench.as('associationadmin.1')
  const at = { params: { associationId, drawdownId } }
  await call(grants.stepDrawdown, { ...at, body: { act: 'check', dated: '2026-06-02', note: '', seen: 1 } })
  await call(grants.attestDrawdown, { ...at, body: { dated: '2026-06-03', note: '', seen: 2 } })
}
