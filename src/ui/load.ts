import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { CallError } from '../platform/call.ts'
import { useSession } from './session.ts'

/** Something fetched for a page: its value, whether it is under way, and what went wrong in words for the user. */
export interface Loaded<T> {
  value: ShallowRef<T | undefined>
  busy: Ref<boolean>
  error: Ref<CallError | undefined>
  /** Runs (again). The latest run wins; earlier values stay visible meanwhile. */
  run(): Promise<void>
}

/** Fetches something and keeps track of it. */
export function load<T>(fetcher: () => Promise<T>): Loaded<T> {
  const value = shallowRef<T>()
  const busy = ref(false)
  const error = shallowRef<CallError>()
  let latest = 0
  const run = async (): Promise<void> => {
    const mine = ++latest
    busy.value = true
    try {
      const result = await fetcher()
      if (mine === latest) {
        value.value = result
        error.value = undefined
      }
    } catch (thrown) {
      if (mine === latest) error.value = thrown instanceof CallError ? thrown : new CallError(0, 'error.internal', String(thrown))
      if (!(thrown instanceof CallError)) throw thrown
      if (thrown.status === 401) useSession().end()
    } finally {
      if (mine === latest) busy.value = false
    }
  }
  return { value, busy, error, run }
}
