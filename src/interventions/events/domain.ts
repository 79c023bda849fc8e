import { z } from 'zod'
import { Party } from '../../associations/domain.ts'
import { civilDateSchema } from '../../values/civilDate.ts'
import { codeList } from '../../values/codeList.ts'
import { freeText } from '../../values/freeText.ts'

export const EventKind = codeList('eventKind', [
  ['training', 'Utbildning', 'Training'],
  ['conference', 'Konferens', 'Conference'],
  ['workshop', 'Arbetsmöte eller workshop', 'Workshop'],
  ['supervision', 'Handledning', 'Supervision'],
  ['analysis', 'Kartläggning eller analys', 'Mapping or analysis'],
  ['other', 'Annat', 'Other'],
])

/** Something that a structural intervention arranged, for staff of the parties and others; never about clients. */
export const EventFields = z.object({
  heldOn: civilDateSchema,
  kind: EventKind.schema,
  name: freeText(200).min(2, 'events.nameNeeded'),
  /** Length in days, by halves. */
  days: z.number('events.badDays').min(0.5, 'events.badDays').max(60, 'events.badDays').multipleOf(0.5, 'events.badDays'),
  participants: z.int('events.badNumber').min(0, 'events.badNumber').max(100_000, 'events.badNumber'),
  parties: z.array(Party.schema).min(1, 'events.partyNeeded'),
})
export type EventFields = z.infer<typeof EventFields>

/** An event as it is stored; what was written before a rule was made is still shown. */
export const InterventionEvent = EventFields.extend({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type InterventionEvent = z.infer<typeof InterventionEvent>

/** What the events of a year add up to. */
export interface EventYear {
  year: number
  events: number
  days: number
  participants: number
  /** Days of each event times those who took part in it: what training is usually counted in. */
  participantDays: number
  parties: string[]
}

/** The events of each year, latest year first. Whoever took part in two events is counted in both. */
export function sumEvents(events: readonly Pick<InterventionEvent, 'heldOn' | 'days' | 'participants' | 'parties'>[]): EventYear[] {
  const years = Map.groupBy(events, ({ heldOn }) => Number(heldOn.slice(0, 4)))
  return [...years]
    .map(([year, held]) => ({
      year,
      events: held.length,
      days: total(held.map(({ days }) => days)),
      participants: total(held.map(({ participants }) => participants)),
      participantDays: total(held.map(({ days, participants }) => days * participants)),
      parties: Party.codes.map(({ code }) => code).filter((code) => held.some(({ parties }) => parties.includes(code))),
    }))
    .sort((a, b) => b.year - a.year)
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
