import { beforeAll, expect, test, vi } from 'vitest'
import { createSSRApp, h, type VNode } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { provideText } from '../../ui/text.ts'
import { participationMessages } from '../messages.ts'
import DraftReview from './DraftReview.vue'
import type { Draft } from '../sendImport.ts'
import type { ImportFlow } from './importFlow.ts'

// It asks for a document as soon as it is imported.
vi.mock('@fkui/vue', () => ({
  FMessageBox: (_props: object, { slots }: { slots: { default?: () => VNode[] } }) => h('div', slots.default?.()),
}))
beforeAll(() => {
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('document', { documentElement: { lang: 'sv' } })
})

const future = { row: 7, field: 'entryDate', severity: 'error', key: 'entryInFuture', args: { today: '2024-01-15' } } as const
const long = { row: 8, field: 'exitDate', severity: 'warning', key: 'longStay', args: {} } as const

/** The words of the page for a draft, with the button that writes it. */
async function shown(
  draft: Pick<Draft, 'accepted' | 'offered' | 'problems'> & Partial<Draft>,
  given: Partial<ImportFlow> = {},
): Promise<{ text: string; mayWrite: boolean }> {
  const flow = {
    sent: { kind: 'draft', importId: '', likelyDuplicates: [], removed: [], ...draft },
    options: { likelyDuplicates: 'skip', anonymous: 'count' },
    reading: { columns: [{ heading: 'Kön' }, { heading: 'Började' }] },
    decisions: ['sex', 'entryDate'],
    countedBefore: [],
    dryRun: { counts: { anonymous: 0 } },
    ...given,
  } as unknown as ImportFlow
  const app = createSSRApp({
    setup() {
      provideText(participationMessages)
      return () => h(DraftReview, { flow })
    },
  })
  const html = await renderToString(app)
  const write = /<button[^>]*button--primary[^>]*>/.exec(html)![0]
  const text = html.replace(/<!--.*?-->|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return { text, mayWrite: !/\sdisabled/.test(write) }
}

test('rows that the server stopped are listed before anything is written, with how many of how many it took', async () => {
  const { text, mayWrite } = await shown({ accepted: 2, offered: 3, problems: [future, long] })
  expect(text).toContain('Servern tog emot 2 av 3 rader.')
  expect(text).toContain('7 B: Började Fel Startdatum har inte inträffat än.')
  expect(text).toContain('1 av 1 problem')
  expect(mayWrite).toBe(true)
})
test('one that the file has no column for is about the whole row', async () => {
  const noColumn = { row: 9, field: 'groundDate', severity: 'error', key: 'groundInFuture', args: { today: '2024-01-15' } } as const
  const { text } = await shown({ accepted: 2, offered: 4, problems: [noColumn, { ...noColumn, row: 10, field: null, key: 'notARow' }] })
  expect(text).toMatch(/9 Hela raden Fel .*10 Hela raden Fel/)
})
test('nothing is said of rows where the server took them all', async () => {
  const { text } = await shown({ accepted: 3, offered: 3, problems: [long] })
  expect(text).not.toMatch(/Servern|problem/)
})
test('a draft without any row left cannot be written', async () => {
  expect((await shown({ accepted: 0, offered: 1, problems: [future] })).mayWrite).toBe(false)
})
test('rows without a ground are asked about also where a list that is not shown has counted such', async () => {
  const counting = { dryRun: { counts: { anonymous: 2 } }, asksCounted: true } as unknown as Partial<ImportFlow>
  const { text } = await shown({ accepted: 1, offered: 1, problems: [] }, counting)
  expect(text).toContain('Tidigare inläsningar har också räknat sådana rader: en lista som också gäller insatser där du inte arbetar.')
})
test('rows of what was removed at the person’s request are told, with their numbers in the file', async () => {
  const { text } = await shown({ accepted: 3, offered: 3, problems: [], removed: [4, 7] })
  expect(text).toContain('2 rader gäller deltaganden som har tagits bort, eller låsts')
  expect(text).toContain('Rader i filen: 4, 7')
})
