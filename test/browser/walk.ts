import type { Page, Response } from 'playwright-core'
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
  readonly #calls: Promise<{ told: Told; address: string; body: string } | undefined>[] = []
  readonly #t = translator(messages, 'sv')
  readonly urls: string[] = []

  listen(page: Page, who: string): void {
    page.on('request', (request) => this.urls.push(request.url()))
    page.on('response', (response) => this.#calls.push(this.#note(response, who)))
  }

  /** What the log must tell of a record, in the order in which it was asked. */
  async about(recordId: string): Promise<Told[]> {
    const calls = await Promise.all(this.#calls)
    return calls.flatMap((call) => (call && (call.address.includes(recordId) || call.body.includes(recordId)) ? [call.told] : []))
  }

  /** Everything that somebody was answered. */
  async answersTo(who: string): Promise<string[]> {
    const calls = await Promise.all(this.#calls)
    return calls.flatMap((call) => (call?.told[0] === who ? [call.body] : []))
  }

  async #note(response: Response, who: string) {
    const { pathname } = new URL(response.url())
    const method = response.request().method()
    const endpoint = endpoints.find((one) => one.method === method && patternOf(one.path).test(pathname))
    if (!endpoint || endpoint.audit === 'none') return undefined
    const came = { kind: response.ok() ? endpoint.audit : 'refused', status: response.status() }
    const told: Told = [who, eventText(endpoint.name, this.#t), kindText(came, this.#t)]
    return { told, address: pathname, body: await response.text() }
  }
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
