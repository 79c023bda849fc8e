import { ref, shallowRef } from 'vue'
import { call, CallError } from '../../platform/call.ts'
import { useText } from '../../ui/text.ts'
import type { Contact } from './contact.ts'
import { changeContact, getParticipation, type ParticipationRecord } from './contract.ts'

/** A follow-up that was to be removed, as the person saw it and as somebody else has made it meanwhile. */
export interface RemovalConflict {
  seen: Contact
  now: Contact
}

/**
 * Removing a follow-up. One that somebody else has changed meanwhile is not removed: the change is shown, and the person chooses again, about
 * the follow-up as it is now. One that somebody else has removed is told to be gone.
 * @param show shows the record as it is, when it turns out to be another than the page has
 */
export function useContactRemoval(place: () => { controllerId: string; id: string }, show: (record: ParticipationRecord) => void) {
  const { t } = useText()
  const conflict = shallowRef<RemovalConflict>()
  const failed = ref('')
  const isGone = ref(false)
  const busy = ref(false)

  /** What has become of the follow-up that could not be removed. */
  async function meet(seen: Contact): Promise<void> {
    const record = await call(getParticipation, { params: place() })
    const now = record.contacts.find(({ id }) => id === seen.id)
    show(record)
    conflict.value = now && { seen, now }
    isGone.value = now === undefined
  }
  async function attempt(contact: Contact): Promise<ParticipationRecord | undefined> {
    const { id: contactId, recordedAt: _at, recordedBy: _by, ...fields } = contact
    try {
      return await call(changeContact, { params: { ...place(), contactId }, body: { ...fields, withdrawn: true } })
    } catch (thrown) {
      if (!(thrown instanceof CallError) || ![404, 409].includes(thrown.status)) throw thrown
      await meet(contact)
      return undefined
    }
  }
  /** Removes a follow-up as it is shown. Gives the record without it, or `undefined` when it was not to be. */
  async function remove(contact: Contact): Promise<ParticipationRecord | undefined> {
    if (busy.value) return undefined
    busy.value = true
    reset()
    try {
      return await attempt(contact)
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown
      failed.value = thrown.status === 0 ? t('register.notSent') : thrown.message || t(thrown.key)
      return undefined
    } finally {
      busy.value = false
    }
  }
  function reset(): void {
    conflict.value = undefined
    isGone.value = false
    failed.value = ''
  }
  return { conflict, isGone, failed, busy, remove, keep: reset }
}
