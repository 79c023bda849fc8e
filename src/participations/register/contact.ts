import { z } from 'zod'
import { civilDateSchema, type CivilDate } from '../../values/civilDate.ts'
import type { Fault } from '../../platform/errors.ts'
import { ContactSource, Occupation, WorkType } from '../codes.ts'
import { ownView, ownViewNames, type OwnViewItem, type OwnViews } from '../ownViews.ts'
import { Support, type Participation } from '../domain.ts'

const extent = z.int().min(0).max(100).nullable()

/** Occupation and support at one time: the same fields at exit and at every follow-up. */
export const State = z.object({
  occupation: Occupation.schema,
  workExtent: extent,
  studyExtent: extent,
  workType: WorkType.schema.nullable(),
  support: Support,
})
export type State = z.infer<typeof State>

/** A new state from a day on. */
export const StatusChange = State.extend({ from: civilDateSchema })
export type StatusChange = z.infer<typeof StatusChange>

/** One follow-up: whether the person was reached, where it is known from, and what has changed since what was known last. */
export const ContactFields = z.object({
  date: civilDateSchema.meta({ label: { sv: 'Datum', en: 'Date' } }),
  reached: z.boolean().meta({ label: { sv: 'Nåddes', en: 'Reached' } }),
  source: ContactSource.schema.meta({ label: { sv: 'Varifrån uppgiften kommer', en: 'Where it is known from' } }),
  /** Empty when nothing has changed, and when nobody was reached. */
  changes: z
    .array(StatusChange)
    .max(20)
    .meta({ label: { sv: 'Ändringar', en: 'Changes' } }),
  socialContacts: ownView('socialContacts', ''),
  ownAbility: ownView('ownAbility', ''),
  workBelief: ownView('workBelief', ''),
})
/** A follow-up as it is given: what the person was not asked may be absent, which is the same as `null`. */
export type ContactFields = z.input<typeof ContactFields>

export const Contact = ContactFields.extend({
  id: z.uuid(),
  version: z.int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type Contact = z.infer<typeof Contact>

/**
 * The follow-ups that reached somebody, in the order of time. They are given in the order in which they were recorded, which those of one
 * date keep: the one recorded last comes last, and wins.
 */
export function reachedInOrder<C extends Pick<ContactFields, 'date' | 'reached'>>(contacts: readonly C[]): C[] {
  return contacts.filter(({ reached }) => reached).sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date))
}

const isAnswered = (answer: OwnViews[OwnViewItem]): boolean => answer !== null && answer !== undefined

/** What is wrong with a follow-up of a participation; empty when nothing is. `today` is the civil date in Sweden. */
export function contactFaults(contact: ContactFields, { entryDate }: Pick<Participation, 'entryDate'>, today: CivilDate): Fault[] {
  const faults: Fault[] = []
  if (contact.date > today) faults.push({ where: 'body.date', key: 'register.contactInFuture', args: { today } })
  if (contact.date < entryDate) faults.push({ where: 'body.date', key: 'register.contactBeforeEntry', args: { entryDate } })
  if (!contact.reached && contact.changes.length > 0) faults.push({ where: 'body.changes', key: 'register.changesUnreached' })
  const answered = ownViewNames.find((item) => isAnswered(contact[item]))
  if (!contact.reached && answered) faults.push({ where: `body.${answered}`, key: 'register.answersUnreached' })
  contact.changes.forEach((change, at) => {
    const isOutside = change.from < entryDate || change.from > contact.date
    if (isOutside) faults.push({ where: `body.changes.${at}.from`, key: 'register.changeOutside', args: { entryDate, date: contact.date } })
  })
  const days = contact.changes.map((change) => change.from)
  if (new Set(days).size < days.length) faults.push({ where: 'body.changes', key: 'register.changesSameDay' })
  return faults
}

/** What is pointed out of a follow-up but may stand: work and studies, or sources of support, of more than all together. */
export function contactWarnings(changes: readonly Pick<State, 'workExtent' | 'studyExtent' | 'support'>[]): Fault[] {
  return changes.flatMap(({ workExtent, studyExtent, support }, at) => {
    const active = (workExtent ?? 0) + (studyExtent ?? 0)
    const sources = Object.values(support).reduce<number>((sum, extent) => sum + (extent ?? 0), 0)
    const over = (part: string, total: number): Fault[] =>
      total > 100 ? [{ where: `body.changes.${at}.${part}`, key: 'import.problem.extentOver100', args: { total } }] : []
    return [...over('workExtent', active), ...over('support', sources)]
  })
}
