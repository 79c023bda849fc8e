import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPage, settled, type LivePage } from '../../../test/livePage.ts'
import { CallError } from '../../platform/call.ts'
import { addText } from '../../ui/text.ts'
import type { DocumentUpload } from '../domain.ts'
import { documentMessages } from '../messages.ts'
import AttachedDocuments from './AttachedDocuments.vue'

let page: LivePage
let sent: DocumentUpload[]
let arrives: boolean

beforeEach(async () => {
  addText(documentMessages)
  sent = []
  arrives = false
  const attach = async (body: DocumentUpload): Promise<object> => {
    sent.push(body)
    if (!arrives) throw new CallError(0, 'error.offline', 'Nätet är borta.')
    return {}
  }
  page = await openPage(AttachedDocuments, { documents: [], fetch: vi.fn(), change: { attach } })
})
afterEach(() => page.close())

async function pick(name: string, content: string): Promise<void> {
  const input = page.all('input[type=file]')[0] as HTMLInputElement
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([`%PDF-1.7 ${content} %%EOF`], name)] })
  input.dispatchEvent(new Event('change'))
  await vi.waitFor(async () => {
    await settled()
    expect(input.disabled).toBe(false)
  })
  await new Promise((done) => setTimeout(done, 5))
  await settled()
}
const idsOf = (): string[] => sent.map(({ id }) => id)

test('a file that is sent again after the answer was lost goes under the same id, so that it is one', async () => {
  await pick('Beslut.pdf', 'ett')
  await pick('Beslut.pdf', 'ett')
  expect([sent.length, new Set(idsOf()).size]).toEqual([2, 1])
})
test('another content, another name, and a file sent anew once it has arrived are documents of their own', async () => {
  await pick('Beslut.pdf', 'ett')
  await pick('Beslut.pdf', 'två')
  await pick('Bilaga.pdf', 'två')
  arrives = true
  await pick('Bilaga.pdf', 'två')
  await pick('Bilaga.pdf', 'två')
  const [first, second, third, again, anew] = idsOf()
  expect(new Set([first, second, third, anew]).size).toBe(4)
  expect(again).toBe(third)
})
