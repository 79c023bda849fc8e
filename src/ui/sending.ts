import { nextTick, ref } from 'vue'
import type { z } from 'zod'
import { CallError } from '../platform/call.ts'

type Translate = (key: string) => string

/**
 * What a form shows while it is checked and sent: a fault for each field, what went wrong altogether, and whether it is under way.
 * `wordsOf` says what is told of a field that is wrong, when its own message is not enough.
 */
export function useSending(t: Translate, wordsOf = (_field: string, message: string): string => t(message)) {
  const faults = ref<Record<string, string>>({})
  const failed = ref('')
  const busy = ref(false)

  const focusFirst = (): void => void nextTick(() => document.querySelector<HTMLElement>('form.panel [aria-invalid="true"]')?.focus())

  /** What was typed, by its schema; `undefined` with a fault at each field that is wrong. */
  function read<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> | undefined {
    const { data, error } = schema.safeParse(given)
    // A field may break two rules; the first is told.
    faults.value = Object.fromEntries(
      (error?.issues ?? []).toReversed().map(({ path, message }) => [`body.${String(path[0])}`, wordsOf(String(path[0]), message)]),
    )
    if (error) focusFirst()
    return data
  }

  /** Sends; `undefined` when it was refused, with the reason at its field. */
  async function send<T>(work: () => Promise<T>): Promise<T | undefined> {
    failed.value = ''
    busy.value = true
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown
      faults.value = Object.fromEntries(thrown.faults.map((fault) => [fault.where, fault.message]))
      failed.value = thrown.faults.length === 0 ? thrown.message || t(thrown.key) : ''
      focusFirst()
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { faults, failed, busy, read, send }
}
