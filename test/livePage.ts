import { vi } from 'vitest'
import { computed, createApp, h, nextTick, provide, reactive, type Component } from 'vue'
import { createMemoryHistory, createRouter, matchedRouteKey, type RouteMeta } from 'vue-router'
import { screenMessages } from '../src/screenMessages.ts'
import { provideText } from '../src/ui/text.ts'
import type { Locale } from '../src/values/codeList.ts'

/** What a server answers. */
export const answered = (body: unknown): Response => Response.json(body)
export const refused = (status: number, message: string): Response =>
  Response.json({ error: { key: 'error.refused', message, faults: [] } }, { status })

/** A page that lives in a document without a browser. */
export interface LivePage {
  readonly text: string
  /** All elements of a kind, those alone that read so if words are given. */
  all(tag: string, words?: string): HTMLElement[]
  /** Presses the only button that reads so, and waits until what it began has been drawn. */
  press(words: string): Promise<void>
  /** The field of an id. */
  field(id: string): HTMLInputElement
  /** Types in the field of an id, or chooses in it. */
  type(id: string, words: string): Promise<void>
  /** Sends the form that the field of an id stands in. */
  send(id: string): Promise<void>
  go(address: string): Promise<void>
  readonly address: string
  close(): void
}

/** What is read in an element, a space between its pieces. */
export function textOf(element: Element): string {
  const pieces: string[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent!)
  return pieces.join(' ').replace(/\s+/g, ' ').trim()
}

/** Waits until answers that are there already have been taken and drawn, with what they fetch of code; timers wait for who moves the clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await nextTick()
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 10; turn++) await nextTick()
}

/** Opens a component as the only page there is, at any address; what stands in a `RouterView` of it is the word `inside`, by a route with the meta given. */
export async function openPage(
  component: Component,
  props: object = {},
  address = '/',
  meta: RouteMeta = {},
  lang: Locale = 'sv',
): Promise<LivePage> {
  history.replaceState(null, '', `/?lang=${lang}`)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => 'inside' }, meta }],
  })
  const given = reactive(props)
  const app = createApp({
    setup() {
      provideText(screenMessages)
      // It stands where a `RouterView` would have put it, so that it may ask before it is left.
      provide(
        matchedRouteKey,
        computed(() => router.currentRoute.value.matched[0]),
      )
      return () => h(component, given)
    },
  })
  await router.push(address)
  app.use(router)
  const root = document.body.appendChild(document.createElement('div'))
  app.mount(root)
  await settled()
  const all = (tag: string, words = ''): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(tag)].filter((one) => textOf(one).includes(words))
  const field = (id: string): HTMLInputElement => {
    const one = document.getElementById(id)
    if (!one) throw new Error(`No field ${id}`)
    return one as HTMLInputElement
  }
  return {
    get text() {
      return textOf(root)
    },
    all,
    async press(words) {
      const [button, ...others] = all('button', words)
      if (!button || others.length > 0) throw new Error(`${others.length + (button ? 1 : 0)} buttons read ${words} of: ${textOf(root)}`)
      button.click()
      await settled()
    },
    field,
    async type(id, words) {
      const one = field(id)
      one.value = words
      one.dispatchEvent(new Event(one.tagName === 'SELECT' ? 'change' : 'input'))
      await settled()
    },
    async send(id) {
      field(id)
        .closest('form')!
        .dispatchEvent(new Event('submit', { cancelable: true }))
      await settled()
    },
    async go(to) {
      await router.replace(to)
      await settled()
    },
    get address() {
      return router.currentRoute.value.fullPath
    },
    close() {
      app.unmount()
      root.remove()
    },
  }
}
