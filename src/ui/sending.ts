import { nextTick, ref, shallowRef } from 'vue'
import type { z } from 'zod'
import { CallError } from '../platform/call.ts'

type Translate = (key: string) => string
type Faults = Record<string, string>

/**
 * What a form shows while it is checked and sent: a fault for each field, what went wrong altogether, and whether it is under way.
 * `wordsOf` says what is told of a field that is wrong, when its own message is not enough. A fault at something that the form does not
 * ask for when it is drawn is told as what went wrong altogether: a refusal is never without words.
 */
export function useSending(t: Translate, wordsOf = (_field: string, message: string): string => t(message)) {
  const faults = shallowRef<Faults>({})
  const failed = ref('')
  const busy = ref(false)

  /** The form that was sent last: a fault of another form on the page, that was told before, is not where to go. */
  let form: Element | null = null
  const remember = (): void => {
    form = document.activeElement?.closest('form') ?? form
  }
  const focusFirst = (): void =>
    void nextTick(() => (form?.isConnected ? form : document).querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus())

  /** Shows each fault at its field, one inside a list where the list has its place, and those that have no place as of the whole. */
  async function show(given: Faults): Promise<void> {
    const asked = new Set<string>()
    const watched = new Proxy(given, { get: (all, where: string) => (asked.add(where), all[where]) })
    faults.value = watched
    failed.value = ''
    // Only when the form has been drawn is it known what it asks for: fields come and go with what is chosen.
    await nextTick()
    if (faults.value !== watched) return
    const placed: Faults = {}
    const rest = new Set<string>()
    for (const [where, message] of Object.entries(given)) {
      const place = [where, where.split('.', 2).join('.')].find((one) => asked.has(one))
      if (place) placed[place] ??= message
      else rest.add(message)
    }
    faults.value = placed
    failed.value = [...rest].join(' ')
    focusFirst()
  }

  /** What was typed, by its schema; `undefined` with a fault at each field that is wrong. */
  function read<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> | undefined {
    remember()
    const { data, error } = schema.safeParse(given)
    // A field may break two rules; the first is told.
    if (error) {
      const issues = error.issues.toReversed()
      void show(Object.fromEntries(issues.map(({ path: [field], message }) => [`body.${String(field)}`, wordsOf(String(field), message)])))
    } else faults.value = {}
    return data
  }

  /** Sends; `undefined` when it was refused, with the reason at its field. */
  async function send<T>(work: () => Promise<T>): Promise<T | undefined> {
    remember()
    failed.value = ''
    busy.value = true
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown
      await show(Object.fromEntries(thrown.faults.map((fault) => [fault.where, fault.message])))
      if (thrown.faults.length === 0) failed.value = thrown.message || t(thrown.key)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { faults, failed, busy, read, send }
}
