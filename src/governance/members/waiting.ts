import { inOrder, ofReports, type Notice } from '../notices/notice.ts'
import type { MemberDesk } from './contract.ts'

/** What waits for a member: applications that it has not answered, and reports of its grants that are late or due within thirty days. Late ones first. */
export function waitingAt({ places, today }: MemberDesk): Notice[] {
  return inOrder(
    places.flatMap(({ associationId, applications, grants }) => [
      ...applications
        .filter(({ answered, state }) => !answered && (state === 'submitted' || state === 'recommended'))
        .map(({ id, name, since }): Notice => ({
          ...{ kind: 'memberUnanswered', subject: name, page: `${associationId}/${id}`, day: since, count: null, each: [], late: false },
        })),
      ...grants.flatMap((grant) => ofReports(grant, '', today)),
    ]),
  )
}
