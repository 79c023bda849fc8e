import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPage, refused, type LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { addText } from '../../../ui/text.ts'
import { grantMessages } from '../grantMessages.ts'
import type { Grant } from '../domain.ts'
import GrantStepForm from './GrantStepForm.vue'

const agreed: Grant = {
  ...{
    id: '60000000-0000-4000-8000-000000000001',
    interventionId: '60000000-0000-4000-8000-000000000002',
    name: 'Prov',
    payee: 'Kommunen',
  },
  ...{ state: 'agreed', grantedOre: 100, from: '2026-01-01', to: '2026-12-31', openOre: 0, paidOre: 0, reclaimedOre: 0, leftOre: 100 },
  ...{ awaited: [], overdue: [], nextDue: null, steps: [], drawdowns: [] },
}
const id = (field: string): string => `step-${field}-${agreed.id}`
let sent: unknown[]
let page: LivePage

beforeEach(async () => {
  addText(grantMessages)
  sent = []
  useTransport(async (_path, { body } = {}) => {
    sent.push(JSON.parse(String(body)))
    return refused(409, 'Någon annan var före.')
  })
  page = await openPage(GrantStepForm, { associationId: 'a', grant: { ...agreed, steps: [agreed, agreed] }, today: '2026-10-01' })
  await page.type(id('act'), 'extend')
  await page.type(id('to'), '2027-06-30')
  await page.type(id('reference'), '§ 7')
})
afterEach(() => page.close())

test('a day to report by that is none is told as a day that is wrong, not as one that lacks', async () => {
  await page.type(id('days'), '2027-3-31')
  await page.send(id('days'))
  expect(sent).toEqual([])
  expect(page.all('.fault').map((one) => one.textContent)).toEqual([grantMessages['grants.badDay']!.sv])
})
test('a grant is extended with further days to report by, or with none', async () => {
  await page.type(id('days'), '2027-03-31\n')
  await page.send(id('days'))
  await page.type(id('days'), '')
  await page.send(id('days'))
  expect(sent).toMatchObject([
    { act: 'extend', to: '2027-06-30', reportsDue: ['2027-03-31'] },
    { act: 'extend', to: '2027-06-30', reportsDue: [] },
  ])
})
