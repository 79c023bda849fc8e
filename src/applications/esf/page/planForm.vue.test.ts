import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPage, refused, textOf, type LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { addText } from '../../../ui/text.ts'
import { applicationMessages } from '../../applicationMessages.ts'
import { esfMessages } from '../esfMessages.ts'
import PlanForm from './PlanForm.vue'

let sent: unknown[]
let page: LivePage

beforeEach(async () => {
  addText({ ...applicationMessages, ...esfMessages })
  sent = []
  useTransport(async (_path, { body } = {}) => {
    sent.push(JSON.parse(String(body)))
    return refused(409, 'Någon annan var före.')
  })
  page = await openPage(PlanForm, { at: { associationId: 'a', applicationId: 'b' }, plan: null })
  for (const [id, text] of Object.entries({ fundPermille: '50', claimEvery: '3', source: 'Utlysningen' }))
    await page.type(`esf-${id}`, text)
})
afterEach(() => page.close())

test('a number that must be there and is not is asked for, and not taken for nought', async () => {
  await page.send('esf-lagMonths')
  expect(sent).toEqual([])
  expect(page.field('esf-lagMonths').getAttribute('aria-invalid')).toBe('true')
})
test('nought that is written is nought, and what may be left out is left out', async () => {
  await page.type('esf-lagMonths', '0')
  await page.send('esf-lagMonths')
  expect([page.all('.fault').map(textOf), sent]).toMatchObject([
    [],
    [{ lagMonths: 0, flatRatePermille: null, unitCostOre: null, units: null }],
  ])
})
