import { ref, shallowRef, toRaw, type Ref } from 'vue'
import { call, CallError } from '../../platform/call.ts'
import { useText } from '../../ui/text.ts'
import type { Contact } from './contact.ts'
import { contactDraft, contactOf, putContactPart, sortContactEdits, type ContactDraft, type ContactPart } from './contactDraft.ts'
import { changeContact, getParticipation, recordContact, type ParticipationRecord } from './contract.ts'
import type { SortedEdits } from './mergeEdits.ts'
import { contactPartLabel, contactPartText } from './contactText.ts'

interface Merged extends SortedEdits<ContactPart> {
  mine: ContactDraft
  theirs: ContactDraft
}

/** What two persons have made of the follow-up, in words, and putting in what is chosen. */
function useChoices(draft: ContactDraft, merged: Ref<Merged | undefined>) {
  const { t, label, locale } = useText()
  const textOf = (part: ContactPart, whose: 'mine' | 'theirs'): string => {
    const contact = contactOf(merged.value![whose])
    return contactPartText(contact, part, { t, locale: locale.value })
  }
  const choose = (part: ContactPart, whose: 'mine' | 'theirs'): void => putContactPart(draft, part, merged.value![whose])
  return { labelOf: (part: ContactPart): string => contactPartLabel(part, { t, label }), textOf, choose }
}

/** Puts what somebody else has made of the follow-up meanwhile together with the draft, when it can be fetched. */
function useMerge(place: { controllerId: string; id: string }, draft: ContactDraft, record: Ref<ParticipationRecord>) {
  /** What the draft is a change of; a follow-up of its own when none. */
  const base = shallowRef<Contact>()
  const merged = shallowRef<Merged>()
  /** Somebody else has taken the follow-up away. */
  const isRemoved = ref(false)

  async function merge(before: Contact): Promise<void> {
    record.value = await call(getParticipation, { params: place })
    const theirs = record.value.contacts.find(({ id }) => id === before.id)
    base.value = theirs
    isRemoved.value = theirs === undefined
    merged.value = undefined
    if (!theirs) return
    const mine = structuredClone(toRaw(draft))
    const of = { mine, theirs: contactDraft(theirs, theirs.date) }
    const sorted = sortContactEdits({ base: before, mine: contactOf(mine), theirs })
    for (const part of sorted.taken) putContactPart(draft, part, of.theirs)
    merged.value = { ...sorted, ...of }
  }
  return { base, merged, isRemoved, merge }
}

/**
 * Sending of a follow-up. What is typed stays in the draft whatever happens: when somebody else has changed the follow-up meanwhile the two
 * are put together, and when somebody has taken it away what was typed can be saved as a follow-up of its own.
 */
export function useContactForm(
  given: { controllerId: string; record: ParticipationRecord; contact?: Contact | undefined },
  draft: ContactDraft,
) {
  const { t } = useText()
  const place = { controllerId: given.controllerId, id: given.record.id }
  const record = shallowRef(given.record)
  const { base, merged, isRemoved, merge } = useMerge(place, draft, record)
  base.value = given.contact
  const busy = ref(false)
  const failed = ref('')
  /** One form is one follow-up, however often it is sent on a bad line. */
  const sentAs = crypto.randomUUID()

  function deliver(): Promise<ParticipationRecord> {
    const body = contactOf(draft)
    if (!base.value) return call(recordContact, { params: place, body: { ...body, id: sentAs } })
    const { id: contactId, version } = base.value
    return call(changeContact, { params: { ...place, contactId }, body: { ...body, version, withdrawn: false } })
  }
  /** Sends what was typed. Gives the answer, or `undefined` when it was not to be. */
  async function send(): Promise<ParticipationRecord | undefined> {
    if (busy.value) return undefined
    busy.value = true
    failed.value = ''
    try {
      return await deliver()
    } catch (thrown) {
      if (!(thrown instanceof CallError)) throw thrown
      const isMet = base.value !== undefined && [404, 409].includes(thrown.status)
      // What is said of a meeting that cannot be fetched is what is said of the failure itself; saving again tries again.
      const failure = isMet ? await merge(base.value!).then(() => undefined, asFailure) : thrown
      if (failure) failed.value = textOfFailure(failure)
      return undefined
    } finally {
      busy.value = false
    }
  }
  const textOfFailure = (of: CallError): string =>
    of.status === 0 ? t('register.offline') : (of.faults[0]?.message ?? (of.message || t(of.key)))
  return { base, record, merged, isRemoved, busy, failed, send, ...useChoices(draft, merged) }
}

function asFailure(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown
  throw thrown
}
