import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addMonths } from '../../src/values/civilDate.ts'
import { stockholmDate } from '../../src/values/civilDate.ts'

/** The fields about money whose text is kept and shown. */
export const moneyTexts = [
  'recordContribution.reference',
  'recordContribution.motive',
  'changeContribution.reason',
  'attachContributionDocument.name',
  'recordContribution.earmark',
  'saveScenario.name',
  'changeEconomy.reason',
  'changeEconomy.deficitReason',
  'changeAdministrationBudget.reason',
  'recordAccounting.program',
  'recordAccounting.accounts[].name',
  'recordAccounting.dimensions[].name',
  'recordAccounting.objects[].name',
  'recordGrant.reference',
  'stepGrant.reference',
  'stepGrant.note',
  'recordDrawdown.reference',
  'stepDrawdown.note',
  ...['title', 'giver', 'reference', 'purpose', 'targetGroup', 'reporting'].map((field) => `recordCommission.${field}`),
  'deliverCommissionReport.reference',
  'deliverCommissionReport.reason',
  ...['reference', 'moneySource', 'accountable', 'kept', 'lessons'].map((field) => `recordAdoption.${field}`),
  ...['note', 'reason'].map((field) => `checkAdoption.${field}`),
  'closeYear.note',
  'askToReopen.reason',
]

/** Fields of the rulesets of the state’s allocation. */
export const modelTexts = ['saveAllocationModel.name', 'saveAllocationModel.note', 'saveAllocationModel.subjects[].id']

/** Pages of an association’s books, where they are shown. */
export const moneyPages = ['medlemsbidrag', 'tank-om', 'ekonomi', 'budget', 'medel', 'uppdrag', 'overtagande', 'stanga-ar']

interface Place {
  address: string
  associationId: string
  /** The text to write into a field. */
  payload(field: string): string
}

/** Writes a decision of the region, its correction and a scenario, each with its texts, in the year that the pages show first. */
export async function writeContributions(page: Page, { address, associationId, payload }: Place): Promise<void> {
  const root = `${address}/api/associations/${associationId}`
  const send = async (method: string, path: string, data: object): Promise<void> => {
    const answer = await page.request.fetch(`${root}/${path}`, { method, data, headers: { 'x-samlad': '1' } })
    expect([path, answer.status()]).toEqual([path, 200])
  }
  const { members } = (await (await page.request.get(`${root}/contributions`)).json()) as {
    members: { organisationId: string; payer: string }[]
  }
  const { organisationId } = members.find(({ payer }) => payer === 'regions')!
  const today = stockholmDate(new Date())
  const entry = {
    ...{ year: Number(today.slice(0, 4)), organisationId, step: 'decided', amountOre: 100, dated: today },
    ...{ reference: payload('recordContribution.reference'), motive: payload('recordContribution.motive') },
  }
  const id = crypto.randomUUID()
  await send('POST', 'contributions', { ...entry, id })
  const extra = { ...entry, id: crypto.randomUUID(), reference: 'Uppdrag', motive: '', earmark: payload('recordContribution.earmark') }
  await send('POST', 'contributions', extra)
  const correction = { ...entry, version: 1, withdrawn: false, reason: payload('changeContribution.reason') }
  await send('PUT', `contributions/${id}`, correction)
  // A name of the form alone: what stands after the mark is what a file’s name may hold.
  const upload = {
    id: crypto.randomUUID(),
    name: payload('attachContributionDocument.name').replaceAll('/', ''),
    content: btoa('%PDF-1.7 %%EOF'),
  }
  await send('POST', `contributions/${id}/documents`, upload)
  const economy = {
    openingEquityOre: 100,
    administrationBudgetOre: null,
    administrationActualOre: null,
    interventionsPlanOre: null,
    deficitReason: payload('changeEconomy.deficitReason'),
    ceilingPercent: null,
  }
  // The demo has entered this year once.
  await send('PUT', `economy/${entry.year}`, { ...economy, version: 1, reason: payload('changeEconomy.reason') })
  // The demo has this year's budget, and books that these take the place of.
  const lines = [{ kind: 'staff', budgetOre: 100 }]
  await send('PUT', `budget/${entry.year}`, { lines, version: 1, reason: payload('changeAdministrationBudget.reason') })
  const book = (await (await page.request.get(`${root}/budget/${entry.year}`)).json()) as { file: { version: number } | null }
  const name = (field: string): string => payload(`recordAccounting.${field}`)
  await send('POST', 'accounting', {
    ...{ year: entry.year, sieType: '4E', program: name('program'), generatedOn: null, through: null, version: book.file?.version ?? 0 },
    accounts: [{ account: '9999', name: name('accounts[].name') }],
    dimensions: [{ dimension: '6', name: name('dimensions[].name') }],
    objects: [{ dimension: '6', object: 'X', name: name('objects[].name') }],
    rows: [{ voucher: 'A 1', dated: today, month: null, account: '9999', objects: [], amountOre: 100 }],
  })
  const { interventions } = (await (await page.request.get(`${root}/grants`)).json()) as { interventions: { id: string }[] }
  const [grant, drawdown] = [crypto.randomUUID(), crypto.randomUUID()]
  const days = { from: `${entry.year}-01-01`, to: `${entry.year}-12-31` }
  const granted = {
    interventionId: interventions[0]!.id,
    amountOre: 100,
    ...days,
    dated: today,
    reference: payload('recordGrant.reference'),
  }
  await send('POST', 'grants', { ...granted, id: grant })
  const agreed = { act: 'agree', dated: today, amountOre: null, to: null, reportsDue: [`${entry.year + 1}-01-31`], seen: 1 }
  await send('POST', `grants/${grant}/steps`, { ...agreed, reference: payload('stepGrant.reference'), note: payload('stepGrant.note') })
  const drawn = { amountOre: 50, costsFrom: days.from, costsTo: days.to, dated: today, reference: payload('recordDrawdown.reference') }
  await send('POST', `grants/${grant}/drawdowns`, { ...drawn, id: drawdown })
  await send('POST', `drawdowns/${drawdown}/steps`, { act: 'check', dated: today, note: payload('stepDrawdown.note'), seen: 1 })
  const commission = crypto.randomUUID()
  type Tied = { interventions: { id: string; commissionId: string | null }[] }
  const untied = ((await (await page.request.get(`${root}/commissions`)).json()) as Tied).interventions.find(
    ({ commissionId }) => !commissionId,
  )!
  const words = (field: string): string => payload(`recordCommission.${field}`)
  await send('POST', 'commissions', {
    ...{ id: commission, title: words('title'), giver: words('giver'), reference: words('reference'), decidedOn: today },
    ...{ purpose: words('purpose'), targetGroup: words('targetGroup'), from: today, to: null, moneyOre: 0 },
    ...{ reporting: words('reporting'), reportsDue: [today], interventions: [untied.id] },
  })
  const delivered = { due: today, deliveredOn: today, reference: payload('deliverCommissionReport.reference') }
  await send('POST', `commissions/${commission}/reports`, delivered)
  const corrected = { ...delivered, version: 1, withdrawn: false, reason: payload('deliverCommissionReport.reason') }
  await send('POST', `commissions/${commission}/reports`, corrected)
  await writeAdoption(send, { address, associationId, payload }, page)
  const old = entry.year - 9
  await send('PUT', `economy/${old}`, { ...economy, version: 0, reason: '' })
  await send('POST', `closings/${old}`, { note: payload('closeYear.note'), seen: 0 })
  await send('POST', `closings/${old}/reopening`, { reason: payload('askToReopen.reason'), seen: 1 })
  const changes = [{ organisationId, amountOre: 200 }]
  // The demo has scenarios for next year, which is then the year shown first.
  const thought = { id: crypto.randomUUID(), name: payload('saveScenario.name'), year: entry.year + 1, changes }
  await send('POST', 'contribution-scenarios', thought)
}

/** Writes that a member took something over some months ago, and that it still runs, corrected once. */
async function writeAdoption(
  send: (method: string, path: string, data: object) => Promise<void>,
  { address, associationId, payload }: Place,
  page: Page,
): Promise<void> {
  type Book = { today: string; members: { id: string }[]; interventions: { id: string }[] }
  const answer = await page.request.get(`${address}/api/associations/${associationId}/adoptions`)
  const { today, members, interventions } = (await answer.json()) as Book
  const words = (field: string): string => payload(`recordAdoption.${field}`)
  const [id, from] = [crypto.randomUUID(), addMonths(today, -5)]
  await send('POST', 'adoptions', {
    ...{ id, interventionId: interventions[0]!.id, verdict: 'adopt', decidedOn: today, takenBy: members[0]!.id, from, to: null },
    ...{ moneyOre: 100, reference: words('reference'), moneySource: words('moneySource'), accountable: words('accountable') },
    ...{ kept: words('kept'), lessons: words('lessons') },
  })
  const check = { checkedOn: today, runs: 'yes', note: payload('checkAdoption.note') }
  await send('PUT', `adoptions/${id}/checks/6`, { ...check, version: 0, reason: '' })
  await send('PUT', `adoptions/${id}/checks/6`, { ...check, version: 1, reason: payload('checkAdoption.reason') })
}
