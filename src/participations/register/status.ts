import type { CivilDate } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import { reachedInOrder, type ContactFields, type State } from './contact.ts'

/** A state that held from a day up to, but not including, another; `to` is `null` for the last one, known to hold until `knownUntil`. */
export interface StatusInterval extends State {
  from: CivilDate
  to: CivilDate | null
  source: 'entry' | 'exit' | ContactFields['source']
}

/**
 * What is known of a person's occupation and support, without gaps, from entry to the latest contact that reached somebody.
 * Between two known points the earlier state holds; a state of the same day given later replaces the earlier one.
 * @param contacts in the order in which they were recorded
 */
export function statusIntervals(
  participation: Participation,
  contacts: readonly ContactFields[],
): { intervals: StatusInterval[]; knownUntil: CivilDate } {
  const reached = reachedInOrder(contacts)
  const starts = new Map<CivilDate, Omit<StatusInterval, 'to'>>()
  starts.set(participation.entryDate, { from: participation.entryDate, ...stateBefore(participation), source: 'entry' })
  const after = stateAfter(participation)
  if (participation.exitDate !== null && after)
    starts.set(participation.exitDate, { from: participation.exitDate, ...after, source: 'exit' })
  for (const contact of reached) for (const change of contact.changes) starts.set(change.from, { ...change, source: contact.source })
  const ordered = [...starts.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
  const known = [participation.entryDate, after ? participation.exitDate : null, ...reached.map(({ date }) => date)]
  return {
    intervals: ordered.map((one, at) => ({ ...one, to: ordered[at + 1]?.from ?? null })),
    knownUntil: known.filter((date) => date !== null).reduce((latest, date) => (date > latest ? date : latest)),
  }
}

function stateBefore(one: Participation): State {
  return {
    occupation: one.occupationBefore,
    workExtent: one.workExtentBefore,
    studyExtent: one.studyExtentBefore,
    workType: null,
    support: one.supportBefore,
  }
}

function stateAfter(one: Participation): State | undefined {
  if (one.occupationAfter === null) return undefined
  return {
    occupation: one.occupationAfter,
    workExtent: one.workExtentAfter,
    studyExtent: one.studyExtentAfter,
    workType: one.workType,
    support: one.supportAfter ?? {},
  }
}
