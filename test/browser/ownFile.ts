import type { BrowserContext, Page, Request } from 'playwright-core'

/** The page that compares with a group. */
const path = '/uppfoljning/mot-grupp'
/** A file as it is dropped on a page. */
export interface Dropped {
  name: string
  mimeType: string
  buffer: Buffer
}
/** A text as a file. */
export const csv = (name: string, text: string): Dropped => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Everything a page or its workers ask of anybody, whole: address, headers and body. */
export function listen(context: BrowserContext): () => Promise<string> {
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  return async () => {
    const told = requests.map(async (request) => [
      ...[request.method(), request.url(), request.postData() ?? ''],
      ...Object.entries(await request.allHeaders().catch(() => request.headers())).flat(),
    ])
    return (await Promise.all(told)).flat().join('\n')
  }
}

/** The values of a file that nobody could write by chance. */
export const telling = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .filter((value) => /\d/.test(value) && value.length >= 6)
      .flatMap((value) => [value, value.replace('.', ',')]),
  ),
]

/** Opens the page of a server. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1, name: 'Mot en jämförelsegrupp' }).waitFor()
}
/** Drops a file in its place (0 those who started, or all; 1 comparison persons) and waits until it is read. */
export async function drop(page: Page, place: 0 | 1, file: Dropped): Promise<void> {
  await page.locator('input[type=file]').nth(place).setInputFiles(file)
  await page.getByText(new RegExp(`^${file.name}: `)).waitFor()
}
/** Says what columns are used as. */
export async function use(page: Page, roles: Record<string, string>): Promise<void> {
  for (const [name, role] of Object.entries(roles)) await page.getByRole('combobox', { name, exact: true }).selectOption(role)
}
/** Declares window and rule, so that only the file can fail a check. */
export async function declare(page: Page): Promise<void> {
  const texts = { intervention: 'Provinsatsen', outcome: 'Utfallet', from: '2024-01', to: '2024-12', rule: 'första mötet' }
  for (const [name, text] of Object.entries(texts)) await page.locator(`#against-${name}`).fill(text)
  await page.getByLabel('Jämförelsepersonernas startdatum ligger i samma månader').check()
}
/** Compares, and waits for the answer. */
export async function compare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Jämför', exact: true }).click()
  await page.locator('p.claim').waitFor()
}
/** What the browser keeps of the visit. */
export const kept = async (page: Page): Promise<string> =>
  (await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, document.cookie])
  })) + JSON.stringify(await page.context().cookies())
