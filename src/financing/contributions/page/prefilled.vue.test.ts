import type { Component } from 'vue'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPage, refused, type LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { addText } from '../../../ui/text.ts'
import RulesForm from '../../allocation/page/RulesForm.vue'
import AdministrationForm from '../../budget/page/AdministrationForm.vue'
import EconomyForm from '../../economy/page/EconomyForm.vue'
import { financingMessages } from '../../messages.ts'
import EntryForm from './EntryForm.vue'

const [associationId, organisationId, id] = [1, 2, 3].map((n) => `0f0e0d0c-0b0a-4908-8706-05040302010${n}`)
const entry = {
  ...{ id, organisationId, step: 'decided', year: 2026, amountOre: 8_000_000_50, dated: '2026-01-10', reference: 'RS § 1' },
  ...{ version: 1, motive: '', earmark: '', reason: '', memberName: 'Provregionen', documents: [], recordedAt: '', recordedBy: '' },
}
const year = {
  ...{ year: 2026, version: 0, hasBudgetByKind: false, openingEquityOre: -1_234_567_00, administrationBudgetOre: 2_000_000_05 },
  ...{ administrationActualOre: null, interventionsPlanOre: 0, ceilingPercent: null, deficitReason: '' },
}
const lines = [
  { kind: 'staff', budgetOre: 1_200_000_00 },
  { kind: 'premises', budgetOre: 0 },
]
const kinds = ['board', 'services', 'audit', 'information', 'other'].map((kind) => ({ kind, budgetOre: null }))

let sent: Record<string, unknown>[]
let page: LivePage
beforeEach(() => {
  addText(financingMessages)
  sent = []
  useTransport(async (_path, { body } = {}) => {
    sent.push(JSON.parse(String(body)) as Record<string, unknown>)
    return refused(409, 'Någon annan var före.')
  })
})
afterEach(() => page.close())

/** Opens a form, writes why where that is asked for, and saves it as it was prefilled. */
async function save(form: Component, props: object, lang: 'sv' | 'en', button: string): Promise<void> {
  page = await openPage(form, { associationId, ...props }, '/', {}, lang)
  const reason = page.all('input').find((one) => one.id.endsWith('-reason')) as HTMLInputElement | undefined
  if (reason) {
    reason.value = 'Felskrivet'
    reason.dispatchEvent(new Event('input'))
  }
  await page.press(button)
}

describe.each(['sv', 'en'] as const)('amounts that a form is prefilled with, in the language %s, are sent as they were', (lang) => {
  const words = (sv: string, en: string): string => (lang === 'sv' ? sv : en)
  test('in a row of the ledger', async () => {
    const members = [{ organisationId, name: 'Provregionen', payer: 'regions', inhabitants: 1 }]
    await save(EntryForm, { members, entry }, lang, words('Spara rättningen', 'Save the correction'))
    expect(sent).toMatchObject([{ amountOre: 8_000_000_50 }])
  })
  test('in a year of the economy', async () => {
    await save(EconomyForm, { year }, lang, words('Spara året', 'Save the year'))
    const { openingEquityOre, administrationBudgetOre } = year
    expect(sent).toMatchObject([{ openingEquityOre, administrationBudgetOre, administrationActualOre: null, interventionsPlanOre: 0 }])
  })
  test('in the rules of the allocation', async () => {
    const changed: unknown[] = []
    const rules = { frame: 731_500_000, base: 250_000, brakeOn: false, stairOn: false, capOn: false, stair: [], supportPercent: 50 }
    page = await openPage(RulesForm, { rules, onChange: (one: unknown) => changed.push(one) }, '/', {}, lang)
    for (const input of page.all('input').slice(0, 2)) input.dispatchEvent(new Event('change'))
    expect(changed).toEqual([{ frame: 731_500_000 }, { base: 250_000 }])
  })
  test('in the budget of the administration', async () => {
    const administration = { version: 1, reason: '', lines: [...lines, ...kinds] }
    await save(AdministrationForm, { book: { year: 2026, administration } }, lang, words('Spara budgeten', 'Save the budget'))
    expect(sent).toMatchObject([{ lines: [lines[0]] }])
  })
})
