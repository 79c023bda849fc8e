import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPage, refused, settled, textOf, type LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { addText } from '../../../ui/text.ts'
import { needMessages } from '../needMessages.ts'
import OwnFigures from './OwnFigures.vue'

const [associationId, interventionId] = [1, 2].map((n) => `0f0e0d0c-0b0a-4908-8706-05040302010${n}`)
const need = {
  today: '2026-11-22',
  fictive: false,
  figures: [],
  municipalities: [],
  interventions: [{ id: interventionId, name: 'Steget' }],
}

let sent: { rows: unknown[] }[]
let page: LivePage
const typeIn = async (id: string, text: string, event = 'input'): Promise<void> => {
  const field = page.all('input, textarea').find((one) => one.id === id) as HTMLInputElement
  field.value = text
  field.dispatchEvent(new Event('input'))
  field.dispatchEvent(new Event(event))
  await settled()
}
const paste = (cells: string) => typeIn('need-pasted', `Steget\t${cells}`, 'change')

beforeEach(async () => {
  addText(needMessages)
  sent = []
  useTransport(async (_path, { body } = {}) => {
    sent.push(JSON.parse(String(body)) as (typeof sent)[number])
    return refused(409, 'Någon annan var före.')
  })
  page = await openPage(OwnFigures, { associationId, need, mayEnter: true })
  await typeIn('need-source', 'Egen kö')
})
afterEach(() => page.close())

test('what is pasted with one sex unknown is sent so, with all of them as they stand', async () => {
  await paste('–\t12\t30')
  await page.press('Spara uppgifterna')
  expect(sent[0]!.rows).toEqual([{ interventionId, municipality: null, women: null, men: 12, total: 30 }])
})
test('both sexes make all of them', async () => {
  await paste('18\t12')
  await page.press('Spara uppgifterna')
  expect(sent[0]!.rows).toMatchObject([{ women: 18, men: 12, total: 30 }])
})
test('one sex is not taken for all: how many they are together is asked for', async () => {
  await paste('..\t12')
  await page.press('Spara uppgifterna')
  expect(sent).toEqual([])
  expect(page.text).toContain('Där bara kvinnor eller män är kända behövs också Alla.')
})
test('that it is, is said at the field, which is gone to; what is no number is said aloud', async () => {
  await paste('..\t12')
  await page.press('Spara uppgifterna')
  const field = page.field(`need-total-${interventionId}`)
  const said = document.getElementById(field.getAttribute('aria-describedby')!)!.textContent
  expect([field.getAttribute('aria-invalid'), said, document.activeElement === field]).toEqual([
    'true',
    'Där bara kvinnor eller män är kända behövs också Alla.',
    true,
  ])
  await page.type(`need-total-${interventionId}`, 'tolv')
  await page.press('Spara uppgifterna')
  expect(field.getAttribute('aria-invalid')).toBeNull()
  expect(page.all('[role=alert]').map(textOf)).toEqual(['Skriv ett heltal, 0 eller mer.'])
})
