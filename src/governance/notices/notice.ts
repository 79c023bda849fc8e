import type { AdoptionBook } from '../../adoption/domain.ts'
import type { Application } from '../../applications/domain.ts'
import type { ClosingBook } from '../../financing/closing/domain.ts'
import type { CommissionBook } from '../../financing/commissions/domain.ts'
import type { Grant, GrantBook } from '../../financing/grants/domain.ts'
import { addDays, stockholmDate, type CivilDate } from '../../values/civilDate.ts'

export const noticeKinds = [
  ...(['applicationUnanswered', 'applicationMeeting', 'applicationBoard', 'applicationAgreement', 'applicationStart'] as const),
  ...(['grantReport', 'drawdownWaits', 'commissionReport', 'yearReopening'] as const),
  ...(['adoptionCheck', 'adoptionDecision', 'memberUnanswered'] as const),
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something that somebody in an association has to see to; nothing about participants. */
export interface Notice {
  kind: NoticeKind
  /** What it is about: the name of an application, an intervention or a commission, or a year. */
  subject: string
  /** Where it is seen to: a page of the association, or of the member, without the address of that. */
  page: string
  /** The day since which it waits, or by which it is due. */
  day: CivilDate
  /** How many wait, where they are counted. */
  count: number | null
  /** Each of those that it is about, with where it stands, so that one more among them is told of; empty where its kind, subject and day say which it is. */
  each: string[]
  late: boolean
}

/** Days before a report is due from which it is told of. */
const soonDays = 30

/** What an application waits for: answers of members, the meeting's word, the board, the agreement, the start. */
export function ofApplication({ id, state, steps, content, members, meeting, today }: Application): Notice[] {
  const since = steps.at(-1)!.dated
  const notice = (kind: NoticeKind, day: CivilDate, given: Partial<Notice> = {}): Notice => ({
    ...{ kind, subject: content.name, page: `ansokningar/${id}`, day, count: null, each: [], late: false, ...given },
  })
  const unanswered = members.filter(({ answer }) => answer === null).length
  if (state === 'submitted')
    return [
      ...(unanswered > 0 ? [notice('applicationUnanswered', since, { count: unanswered })] : []),
      ...(meeting && meeting.on < today ? [notice('applicationMeeting', meeting.on, { late: true })] : []),
    ]
  if (state === 'recommended') return [notice('applicationBoard', meeting?.boardFrom ?? since)]
  if (state === 'granted') return [notice('applicationAgreement', since)]
  return state === 'agreed' ? [notice('applicationStart', since)] : []
}

/** Reports of a grant that are late or due within thirty days. `page` is where they are seen to. */
export function ofReports(
  { name: subject, overdue, nextDue }: Pick<Grant, 'name' | 'overdue' | 'nextDue'>,
  page: string,
  today: CivilDate,
): Notice[] {
  const plain = { kind: 'grantReport' as const, subject, page, count: null, each: [] }
  const isSoon = nextDue !== null && nextDue <= addDays(today, soonDays) && !overdue.includes(nextDue)
  return [...overdue.map((day): Notice => ({ ...plain, day, late: true })), ...(isSoon ? [{ ...plain, day: nextDue, late: false }] : [])]
}

/** Reports of grants that are late or due within thirty days, and drawdowns that wait for somebody. */
export function ofGrants({ grants, today }: GrantBook): Notice[] {
  return grants.flatMap(({ name, overdue, nextDue, drawdowns }) => {
    const plain = { subject: name, page: 'medel' }
    const waiting = drawdowns.filter(({ state }) => ['sent', 'checked', 'attestedOnce', 'attested'].includes(state))
    const about = { count: waiting.length, each: waiting.map(({ id, state }) => `${id} ${state}`) }
    const oldest = waiting.map(({ steps }) => steps.at(-1)!.dated).sort()[0]
    return [
      ...ofReports({ name, overdue, nextDue }, 'medel', today),
      ...(oldest ? [{ ...plain, ...about, kind: 'drawdownWaits' as const, day: oldest, late: false }] : []),
    ]
  })
}

/** Reports of commissions that are late or due within thirty days. */
export function ofCommissions({ commissions }: CommissionBook, today: CivilDate): Notice[] {
  return commissions.flatMap(({ title, reports }) =>
    reports
      .filter(({ deliveredOn, due }) => deliveredOn === null && due <= addDays(today, soonDays))
      .map(({ due }): Notice => ({
        kind: 'commissionReport',
        subject: title,
        page: 'uppdrag',
        day: due,
        count: null,
        each: [],
        late: due < today,
      })),
  )
}

/** Years that somebody has asked to open again, which another person is to answer. */
export function ofClosings({ years }: ClosingBook): Notice[] {
  return years
    .filter(({ state }) => state === 'asked')
    .map(({ year, steps }): Notice => ({
      ...{ kind: 'yearReopening', subject: String(year), page: 'stanga-ar', day: stockholmDate(steps.at(-1)!.recordedAt) },
      ...{ count: null, each: [], late: false },
    }))
}

/** Checks of what a member took over that are overdue or due within thirty days, and interventions that are over and of which nobody has decided. */
export function ofAdoptions({ decisions, interventions, today }: AdoptionBook): Notice[] {
  const plain = { page: 'overtagande', count: null, each: [] }
  const checks = decisions.flatMap(({ interventionName: subject, checks }) =>
    checks
      .filter(({ state }) => state === 'overdue' || state === 'soon')
      .map(({ due, state }): Notice => ({ ...plain, kind: 'adoptionCheck', subject, day: due, late: state === 'overdue' })),
  )
  const over = interventions
    .filter(({ isOver }) => isOver)
    // Without a last day it is of today, every day.
    .map(({ id, name, endDate }): Notice => ({
      ...{ ...plain, kind: 'adoptionDecision', subject: name, day: endDate ?? today, each: [id], late: false },
    }))
  return [...checks, ...over]
}

/** Late ones first, then those that have waited longest. */
export const inOrder = (notices: readonly Notice[]): Notice[] =>
  notices.toSorted((a, b) => Number(b.late) - Number(a.late) || (a.day < b.day ? -1 : Number(a.day > b.day)))
