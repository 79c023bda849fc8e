import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answered, openPage, type LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { useSession } from '../../../ui/session.ts'
import type { AccountKey, YearBudget } from '../domain.ts'
import { yearBudget, type YearInput } from '../yearBudget.ts'
import BudgetPage from './BudgetPage.vue'

const [associationId, interventionId] = [1, 2].map((n) => `0f0e0d0c-0b0a-4908-8706-05040302010${n}`) as [string, string]
const key: AccountKey = {
  ...{ dimension: '6', restIsAdministration: true, version: 1 },
  accounts: [{ from: 5000, to: 5999, kind: 'premises' }],
  objects: [{ object: 'P1', means: interventionId }],
}
const row = (account: string, kronor: number, object?: string): YearInput['rows'][number] => ({
  ...{ voucher: 'A 1', dated: '2026-12-31', month: null, account, amountOre: kronor * 100 },
  objects: object ? [['6', object]] : [],
})
const money = { interventionId, year: 2026, plannedParticipants: null, budgetOre: 900_00, actualOre: null, costs: [], financing: [] }
const book = (rows: YearInput['rows'], isPlanned = true): YearBudget => ({
  ...{ associationName: 'Provförbundet', fictive: false, years: [2026] },
  ...yearBudget({
    ...{ year: 2026, paidOre: null, committed: new Map(), rows, key },
    administration: { lines: [{ kind: 'premises', budgetOre: 100_00 }], version: 1, reason: '' },
    interventions: [{ id: interventionId, name: 'Steget', orientation: 'individual', money: isPlanned ? money : undefined }],
    file: {
      ...{ version: 1, sieType: 'table', program: '', generatedOn: null, through: '2026-12-31', recordedAt: '2027-01-02T10:00:00Z' },
      ...{ recordedBy: 'Petra', rows: rows.length, accounts: [], dimensions: [], objects: [] },
    },
  }),
})

let shown: YearBudget
let page: LivePage
beforeEach(() => {
  const at = {
    associationId,
    associationName: 'Provförbundet',
    associationSlug: 'provforbundet',
    controllerId: null,
    controllerName: null,
    interventionId: null,
  }
  const user = { id: 'p', name: 'Petra', assignments: [{ role: 'boardMember' as const, ...at }] }
  const place = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all' as const }
  useSession().set({ user, ...place })
  const summary = { id: associationId, slug: 'prov', name: 'Provförbundet', seat: null, regions: [], municipalities: [], population: 1 }
  useTransport(async (path) => {
    if (path.includes('layer=register')) return answered([{ ...summary, confidence: null, fictive: false }])
    if (path.includes('layer=fictive')) return answered([])
    return answered(path.includes('/budget') ? shown : { associationName: 'Provförbundet', fictive: false, years: [] })
  })
})
afterEach(() => page.close())

describe('how much of the budget is booked, in a sentence', () => {
  test('is said when all of it is known', async () => {
    shown = book([row('5010', 80), row('5010', 640, 'P1')])
    page = await openPage(BudgetPage, { slug: 'prov' })
    expect(page.text).toContain('är 720 kr bokfört av budgetens 1 000 kr')
  })
  test.each([
    ['something is booked that nobody has said what it is', () => book([row('5010', 80), row('7010', 640, 'P1')])],
    ['no intervention has a budget', () => book([row('5010', 80)], false)],
  ])('is not said when %s', async (_, of) => {
    shown = of()
    page = await openPage(BudgetPage, { slug: 'prov' })
    expect(page.text).toContain('Budget och utfall')
    expect(page.text).not.toContain('bokfört av budgetens')
  })
})
