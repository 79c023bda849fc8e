import type { Page, Request } from 'playwright-core'
import { endpoints } from '../../src/endpoints.ts'
import { eventText, kindText } from '../../src/log/eventText.ts'
import { messages } from '../../src/messages.ts'
import { translator } from '../../src/values/catalogue.ts'

/** An event of the log as its page tells it: who, what, and what came of it. */
export type Told = [who: string, what: string, kind: string]

/**
 * Listens to what browsers ask the server, and tells which of it the log must hold of one record: what was asked for by its address, and what
 * came back with it. Knows nothing of the log but its words.
 */
export class Listener {
  readonly #calls: { told: Told; address: string; body: string }[] = []
  readonly #t = translator(messages, 'sv')
  readonly urls: string[] = []

  /** From now on, all that a page asks. Answers pass through here, so that none is lost when the page goes on to another. */
  async listen(page: Page, who: string): Promise<void> {
    page.on('request', (request) => this.urls.push(request.url()))
    await page.route(
      ({ pathname }) => pathname.startsWith('/api/'),
      async (route) => {
        const response = await route.fetch()
        this.#note(route.request(), { ok: response.ok(), status: response.status(), body: await response.text() }, who)
        // The page may have gone on to another.
        await route.fulfill({ response }).catch(() => undefined)
      },
    )
  }

  /** What the log must tell of a record, in the order in which it was asked. */
  about(recordId: string): Told[] {
    return this.#calls.flatMap(({ address, body, told }) => (address.includes(recordId) || body.includes(recordId) ? [told] : []))
  }

  /** Everything that somebody was answered. */
  answersTo(who: string): string[] {
    return this.#calls.flatMap(({ told, body }) => (told[0] === who ? [body] : []))
  }

  #note(request: Request, { ok, status, body }: { ok: boolean; status: number; body: string }, who: string): void {
    const { pathname } = new URL(request.url())
    const endpoint = endpoints.find((one) => one.method === request.method() && patternOf(one.path).test(pathname))
    if (!endpoint || endpoint.audit === 'none') return
    const came = { kind: ok ? endpoint.audit : 'refused', status }
    this.#calls.push({ told: [who, eventText(endpoint.name, this.#t), kindText(came, this.#t)], address: pathname, body })
  }
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)

/**
 * The addresses that tell a participant code, whole or one of its halves. Files of the built page have names from before the code was given; four letters of
 * it may stand in one by chance (toDoText).
 */
export function addressesTelling(code: string, urls: readonly string[]): string[] {
  const halves = code.split('-').slice(0, 2)
  const letters = halves.join('').toLowerCase()
  const tells = (url: string): boolean =>
    halves.some((half) => url.includes(half)) ||
    url
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .includes(letters)
  return urls.filter((url) => !new URL(url).pathname.startsWith('/assets/') && tells(url))
}
