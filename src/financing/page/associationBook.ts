import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { AssociationSummary } from '../../associations/domain.ts'
import { call } from '../../platform/call.ts'
import type { Role } from '../../platform/role.ts'
import { load, type Loaded } from '../../ui/load.ts'
import { useSession } from '../../ui/session.ts'
import { addText } from '../../ui/text.ts'
import { getClosings } from '../closing/contract.ts'
import { findAssociation } from '../contributions/page/findAssociation.ts'
import { financingMessages } from '../messages.ts'

/** A book of an association as a page holds it: where it is, who may do what, the book, and what is said when it has been changed. */
export interface AssociationBook<B> {
  found: Loaded<AssociationSummary | null>
  place: ComputedRef<{ associationId: string }>
  maySee: ComputedRef<boolean>
  mayEnter: ComputedRef<boolean>
  fetched: Loaded<B>
  book: ComputedRef<B | undefined>
  said: Ref<string>
  /** Years that are closed: what belongs to them cannot be written. */
  closedYears: ComputedRef<number[]>
  /** Where what is said stands, so that the keyboard is brought there. */
  message: Ref<HTMLElement | undefined>
  /** Shows the book as it is after a change, and says so. */
  show(next: B, words: string): Promise<void>
}

/** Who may read a book, and who may write in it. */
export interface BookRoles {
  readers: readonly Role[]
  writers: readonly Role[]
}
const bookRoles: BookRoles = { readers: ['associationAdmin', 'boardMember', 'auditor'], writers: ['associationAdmin'] }

/** Fetches a book of the association of an address, for its office, board and auditor unless it says others; brings the texts of the slice. */
export function useAssociationBook<B>(
  slug: () => string,
  read: (place: { associationId: string }) => Promise<B>,
  { readers, writers } = bookRoles,
): AssociationBook<B> {
  addText(financingMessages)
  const session = useSession()
  const found = load(() => findAssociation(slug()))
  watch(slug, found.run, { immediate: true })
  const place = computed(() => ({ associationId: found.value.value?.id ?? '' }))
  const maySee = computed(() => place.value.associationId !== '' && session.holds(readers, place.value))
  const mayEnter = computed(() => session.holds(writers, place.value))
  const fetched = load(() => read(place.value))
  watch(maySee, (may) => may && void fetched.run(), { immediate: true })
  const maySeeYears = computed(() => maySee.value && session.holds(bookRoles.readers, place.value))
  const closings = load(async () => (maySeeYears.value ? await call(getClosings, { params: place.value }) : undefined))
  watch(maySeeYears, closings.run, { immediate: true })
  const closedYears = computed(() => (closings.value.value?.years ?? []).filter(({ state }) => state !== 'open').map(({ year }) => year))
  const said = ref('')
  const message = ref<HTMLElement>()
  async function show(next: B, words: string): Promise<void> {
    fetched.value.value = next
    said.value = words
    await nextTick()
    message.value?.focus()
  }
  return { found, place, maySee, mayEnter, fetched, book: computed(() => fetched.value.value), closedYears, said, message, show }
}
