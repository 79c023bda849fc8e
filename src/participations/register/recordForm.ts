import { computed, ref, shallowRef, type Ref } from 'vue'
import { CallError } from '../../platform/call.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { useText } from '../../ui/text.ts'
import type { Participation, ParticipationField } from '../domain.ts'
import type { EntryFinding } from './entryRules.ts'
import { draftFindings, participationOf, type RecordDraft } from './recordDraft.ts'
import { recordFields, textOfRecordField } from './recordText.ts'

interface Refused {
  field: string
  value: string
  message: string
}

/** What stops a draft and what is pointed out, in words and by field; faults only where the person has been, or has tried to save. */
function useFindings(draft: Ref<RecordDraft | undefined>, today: CivilDate, attempt: Ref<number>, refused: Ref<Refused[]>) {
  const { t, label } = useText()
  const visited = ref(new Set<ParticipationField>())
  const findings = computed(() => (draft.value ? draftFindings(draft.value, today) : []))
  const say = ({ field, key, args }: EntryFinding): string => t(key, { field: label(textOfRecordField(field).label), ...args })
  const faults = computed(() => {
    const shown: Partial<Record<ParticipationField, string>> = {}
    for (const one of findings.value) {
      if (one.severity === 'error' && (attempt.value > 0 || visited.value.has(one.field))) shown[one.field] ??= say(one)
    }
    // The server's faults hold until the value they were about is changed.
    for (const one of refused.value) {
      const field = one.field as ParticipationField
      if (JSON.stringify(draft.value?.[field]) === one.value) shown[field] = one.message
    }
    return shown
  })
  const warnings = computed(() => {
    const shown: Partial<Record<ParticipationField, string>> = {}
    for (const one of findings.value) {
      // What is merely empty is not pointed out before anybody has been there.
      const isEarly = /Without|Missing/.test(one.key) && attempt.value === 0 && !visited.value.has(one.field)
      if (one.severity === 'warning' && !isEarly) shown[one.field] ??= say(one)
    }
    return shown
  })
  const isStopped = computed(() => findings.value.some((one) => one.severity === 'error'))
  return { faults, warnings, isStopped, visit: (field: ParticipationField) => void visited.value.add(field) }
}

/**
 * What a form of a participation keeps track of: what is wrong, what is pointed out, and sending. The draft itself is never touched
 * here, and kept in memory only, so nothing typed is lost when sending fails.
 */
export function useRecordForm(draft: Ref<RecordDraft | undefined>, today: CivilDate) {
  const { t, label } = useText()
  const attempt = ref(0)
  const busy = ref(false)
  const failure = shallowRef<CallError>()
  const refused = shallowRef<Refused[]>([])
  const { faults, warnings, isStopped, visit } = useFindings(draft, today, attempt, refused)
  const summary = computed(() =>
    recordFields
      .filter((field) => attempt.value > 0 && faults.value[field])
      .map((field) => ({ id: field, label: label(textOfRecordField(field).label), message: faults.value[field]! })),
  )
  const failed = computed(() => {
    if (!failure.value || summary.value.length > 0) return ''
    return failure.value.status === 0 ? t('register.offline') : failure.value.message || t(failure.value.key)
  })

  /** Sends what was typed unless something stops it. Gives the answer, or `undefined` when it was not to be. */
  async function send<R>(sender: (participation: Participation) => Promise<R>): Promise<R | undefined> {
    failure.value = undefined
    attempt.value++
    const participation = draft.value && participationOf(draft.value)
    if (!participation || busy.value || isStopped.value) return undefined
    busy.value = true
    try {
      return await sender(participation)
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown
      refused.value = thrown.faults.map(({ where, message }) => {
        const field = where.split('.').at(-1)!
        return { field, value: JSON.stringify(draft.value?.[field as ParticipationField]), message }
      })
      failure.value = thrown
      attempt.value++
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { faults, warnings, summary, attempt, busy, failure, failed, send, visit }
}
