import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answered, openPage, settled, type LivePage } from '../../../test/livePage.ts'
import { useTransport } from '../../platform/call.ts'
import MoneyParts from './MoneyParts.vue'

const [associationId, interventionId, ownerId] = [1, 2, 3].map((n) => `0f0e0d0c-0b0a-4908-8706-05040302010${n}`)
const picture = {
  ...{ year: 2025, fictive: false, lock: null, historic: [] },
  rows: [
    {
      intervention: { id: interventionId, name: 'Steget', countingMode: 'volume', esf: false, ownerId, ownerName: 'Provkommun' },
      headCount: null,
      money: {
        ...{ interventionId, year: 2025, plannedParticipants: 20, budgetOre: 1_000_000_00, actualOre: 400_000_50 },
        costs: [
          { type: 'staff', budgetOre: 700_000_00, actualOre: 400_000_50 },
          { type: 'services', budgetOre: 300_000_00, actualOre: null },
        ],
        financing: [{ party: 'region', amountOre: 250_000_00 }],
      },
    },
  ],
}
const place = { interventionId, year: 2025 }

let sent: unknown[]
let page: LivePage
const typeIn = async (name: string, text: string): Promise<void> => {
  const input = page.all('input').find((one) => one.getAttribute('aria-label') === name) as HTMLInputElement
  input.value = text
  input.dispatchEvent(new Event('input'))
  await settled()
}
const save = () => page.press('Spara kostnadsslag och finansiering')

beforeEach(async () => {
  sent = []
  useTransport(async (_path, { body } = {}) => {
    sent.push(...(JSON.parse(String(body)) as { rows: unknown[] }).rows)
    return answered({ recorded: 1 })
  })
  page = await openPage(MoneyParts, { associationId, picture, editable: true })
  const select = page.all('select')[0] as unknown as HTMLSelectElement
  select.value = interventionId!
  select.dispatchEvent(new Event('change'))
  await settled()
})
afterEach(() => page.close())

describe('saving cost types and financing', () => {
  test('sends no plan and no totals: they are what they are by now, and the sums of the cost types', async () => {
    await typeIn('Lokaler, Budget, kr', '50 000')
    await save()
    const added = { type: 'premises', budgetOre: 50_000_00, actualOre: null }
    expect(sent).toEqual([{ ...place, costs: expect.arrayContaining([added]) }])
  })
  test('keeps the öre of every amount that reads as it was shown', async () => {
    await typeIn('Personal, Budget, kr', '700000')
    await typeIn('Personal, Utfall, kr', '400\u00a0001')
    await typeIn('Köpta tjänster, Utfall, kr', '12')
    await save()
    const [staff, services] = picture.rows[0]!.money.costs
    expect(sent).toEqual([{ ...place, costs: [staff, { ...services, actualOre: 12_00 }] }])
  })
  test('sends financing alone when nothing else was typed', async () => {
    await typeIn('Finansiering, kr: Region', '200 000')
    await save()
    expect(sent).toEqual([{ ...place, financing: [{ party: 'region', amountOre: 200_000_00 }] }])
  })
  test('sends nothing when nothing has changed, and says so', async () => {
    await save()
    expect(sent).toEqual([])
    expect(page.text).toContain('Inget är ändrat.')
  })
})
