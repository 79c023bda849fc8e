import type { Support } from '../domain.ts'
import type { Occupation, WorkType } from '../codes.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { namedViews, ownViewNames, type OwnViewItem, type OwnViews } from '../ownViews.ts'
import type { ContactFields, StatusChange } from './contact.ts'
import { sortEdits, type SortedEdits } from './mergeEdits.ts'

/** Occupation and support as they are typed; an emptied number is an empty text. */
export interface StateDraft {
  occupation: (typeof Occupation.codes)[number]['code'] | '' | null
  workExtent: number | '' | null
  studyExtent: number | '' | null
  workType: (typeof WorkType.codes)[number]['code'] | null
  support: Support
}

/** A follow-up as it is typed. What was typed of changes stays while the answer is "not reached" or "the same", and is not sent. */
export interface ContactDraft {
  date: string
  reached: boolean
  source: ContactFields['source']
  /** Whether the state is the same as last time; not answered yet when `undefined`. */
  same: boolean | undefined
  changes: (StateDraft & { from: string })[]
  /** The person's own answers, which stay as the changes do. */
  views: OwnViews
}

/** A form's beginning: the follow-up that is corrected, or a new one of the day. */
export function contactDraft(contact: ContactFields | undefined, today: CivilDate): ContactDraft {
  return {
    date: contact?.date ?? today,
    reached: contact?.reached ?? true,
    source: contact?.source ?? 'ownContact',
    same: contact?.reached ? contact.changes.length === 0 : undefined,
    changes: copied(contact?.changes ?? []),
    views: namedViews((item) => contact?.[item]),
  }
}

const copied = (changes: ContactDraft['changes']): ContactDraft['changes'] =>
  changes.map((one) => ({ ...one, support: { ...one.support } }))

/** What is sent of a draft. It may still be without an occupation: its schema tells. */
export function contactOf({ date, reached, source, same, changes, views }: ContactDraft): ContactFields {
  const extent = (typed: number | '' | null): number | null => (typed === '' ? null : typed)
  const said = reached && same === false ? changes : []
  return {
    date,
    reached,
    source,
    changes: said.map((one) => ({ ...one, workExtent: extent(one.workExtent), studyExtent: extent(one.studyExtent) }) as StatusChange),
    ...namedViews((item) => (reached ? views[item] : null)),
  }
}

/** What two persons can change of a follow-up each for itself; that somebody was reached and what was then found belong together. */
export type ContactPart = 'date' | 'source' | 'found' | OwnViewItem

/** Sorts what two persons have made of the same follow-up. */
export function sortContactEdits(edits: { base: ContactFields; mine: ContactFields; theirs: ContactFields }): SortedEdits<ContactPart> {
  return sortEdits(edits, differingParts)
}

/** The parts in which two follow-ups differ. */
export function differingParts(one: ContactFields, other: ContactFields): ContactPart[] {
  const parts: ContactPart[] = []
  if (one.date !== other.date) parts.push('date')
  if (one.source !== other.source) parts.push('source')
  if (orderedText(one) !== orderedText(other)) parts.push('found')
  return [...parts, ...ownViewNames.filter((item) => (one[item] ?? null) !== (other[item] ?? null))]
}

/** The order of changes and of sources of support says nothing. */
function orderedText({ reached, changes }: ContactFields): string {
  const ordered = changes.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const lines = ordered.map(({ from, occupation, workExtent, studyExtent, workType, support }) => {
    const sources = Object.entries(support).sort(([a], [b]) => (a < b ? -1 : 1))
    return [from, occupation, workExtent, studyExtent, workType, sources]
  })
  return JSON.stringify([reached, lines])
}

/** Puts one part of a follow-up into a draft; the rest of what is typed stays. */
export function putContactPart(draft: ContactDraft, part: ContactPart, from: ContactDraft): void {
  if (part === 'date' || part === 'source') Object.assign(draft, { [part]: from[part] })
  else if (part !== 'found') draft.views = { ...draft.views, [part]: from.views[part] }
  else Object.assign(draft, { reached: from.reached, same: from.same, changes: copied(from.changes) })
}
