import { addDays } from '../../values/civilDate.ts'
import { inOrder, type Notice } from '../notices/notice.ts'
import type { MemberDesk } from './contract.ts'

/** Days before a report is due from which it is told of. */
const soonDays = 30

/** What waits for a member: applications that it has not answered, and reports of its grants that are late or due within thirty days. Late ones first. */
export function waitingAt({ places, today }: MemberDesk): Notice[] {
  const plain = { page: 'medlem', count: null }
  const unanswered = places.flatMap(({ applications }) =>
    applications
      .filter(({ answered, state }) => !answered && (state === 'submitted' || state === 'recommended'))
      .map(({ name, since }): Notice => ({ ...plain, kind: 'memberUnanswered', subject: name, day: since, late: false })),
  )
  const reports = places.flatMap(({ grants }) =>
    grants.flatMap(({ name, overdue, nextDue }) => {
      const soon = nextDue !== null && nextDue <= addDays(today, soonDays) && !overdue.includes(nextDue) ? [nextDue] : []
      return [...overdue, ...soon].map((day): Notice => ({ ...plain, kind: 'grantReport', subject: name, day, late: day < today }))
    }),
  )
  return inOrder([...unanswered, ...reports])
}
