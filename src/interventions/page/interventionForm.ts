import { computed, ref, shallowRef, type Ref } from 'vue'
import { CallError } from '../../platform/call.ts'
import { useText } from '../../ui/text.ts'
import { draftFaults, fieldAt } from './draft.ts'
import type { InterventionFields } from '../domain.ts'
import { interventionFields, textOfField, type InterventionField } from './fieldText.ts'

/**
 * What a form of an intervention keeps track of: which fields have been visited, what is wrong with them by our own rules or by the
 * server's, and sending. The draft itself is never touched here, so nothing typed is lost when something goes wrong.
 */
export function useInterventionForm(draft: Ref<InterventionFields | undefined>, memberIds: () => readonly string[]) {
  const { t, label } = useText()
  const visited = ref(new Set<InterventionField>())
  const attempt = ref(0)
  const busy = ref(false)
  const failure = shallowRef<CallError>()
  /** The server's faults hold until the value they were about is changed. */
  const refused = shallowRef<{ field: InterventionField; value: string; message: string }[]>([])
  const own = computed(() => (draft.value ? draftFaults(draft.value, memberIds()) : {}))

  const faults = computed(() => {
    const shown: Partial<Record<InterventionField, string>> = {}
    for (const one of refused.value) if (JSON.stringify(draft.value?.[one.field]) === one.value) shown[one.field] = one.message
    for (const field of interventionFields) {
      const key = own.value[field]
      if (key && (attempt.value > 0 || visited.value.has(field))) shown[field] = t(key)
    }
    return shown
  })
  const summary = computed(() =>
    interventionFields
      .filter((field) => attempt.value > 0 && faults.value[field])
      .map((field) => ({ id: field, label: label(textOfField(field).label), message: faults.value[field]! })),
  )

  /** Sends the draft unless it has faults. Gives what the server answered, or `undefined` when it was not to be. */
  async function send<R>(sender: (fields: InterventionFields) => Promise<R>): Promise<R | undefined> {
    failure.value = undefined
    attempt.value++
    if (!draft.value || busy.value || Object.keys(own.value).length > 0) return undefined
    busy.value = true
    try {
      return await sender(draft.value)
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown
      refused.value = thrown.faults.flatMap(({ where, message }) => {
        const field = fieldAt(where)
        return field ? [{ field, value: JSON.stringify(draft.value?.[field]), message }] : []
      })
      failure.value = thrown
      attempt.value++
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { faults, summary, attempt, busy, failure, send, visit: (field: InterventionField) => void visited.value.add(field) }
}
