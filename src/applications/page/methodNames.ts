import { computed, watch } from 'vue'
import { listMethods } from '../../interventions/contract.ts'
import { call } from '../../platform/call.ts'
import { load } from '../../ui/load.ts'

/** What methods are called in the catalogue, which is fetched when there are any; one reads as its code until it has come. */
export function useMethodNames(codes: () => readonly string[]): (code: string) => string {
  const methods = load(() => call(listMethods))
  watch(
    () => codes().length > 0,
    (areThere) => areThere && void methods.run(),
    { immediate: true },
  )
  const names = computed(() => new Map((methods.value.value ?? []).map(({ code, name }) => [code, name])))
  return (code) => names.value.get(code) ?? code
}
