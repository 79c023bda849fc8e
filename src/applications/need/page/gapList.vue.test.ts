import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reactive } from 'vue'
import { openPage, refused, settled, textOf, type LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { addText } from '../../../ui/text.ts'
import { needMessages } from '../needMessages.ts'
import GapList from './GapList.vue'

let sent: unknown[]
let page: LivePage
const gaps = [
  { kind: 'waiting', code: null, sentence: '7 väntar på plats i Steget.' },
  { kind: 'waiting', code: null, sentence: '9 väntar på plats i Språnget.' },
  { kind: 'group', code: 'youth', sentence: 'Inget för unga.' },
]

beforeEach(() => {
  addText(needMessages)
  sent = []
  useTransport(async (_path, { body } = {}) => {
    sent.push(JSON.parse(String(body)))
    return refused(409, 'Någon annan var före.')
  })
})
afterEach(() => {
  page.close()
  vi.restoreAllMocks()
})
let given: { gaps: typeof gaps }
const open = async (): Promise<void> => {
  given = reactive({ slug: 'norr', associationId: 'a', gaps, mayEnter: true })
  page = await openPage(GapList, given)
}

test('an idea of a group begins with the code of the group, so that its start closes the gap', async () => {
  await open()
  await page.press('Inget för unga.')
  expect(sent).toMatchObject([{ need: 'Inget för unga.', targetGroups: ['youth'] }])
})
test('an idea of anything else begins without a group', async () => {
  await open()
  await page.press('Språnget')
  expect(sent).toMatchObject([{ targetGroups: [] }])
})
test('two gaps of one kind are each their own', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
  await open()
  given.gaps = gaps.toReversed()
  await settled()
  expect([page.all('li').map((one) => textOf(one).split('.')[0]), warn.mock.calls]).toEqual([
    ['Inget för unga', '9 väntar på plats i Språnget', '7 väntar på plats i Steget'],
    [],
  ])
})
