import { getApplication, listApplications } from '../../applications/applicationBook.ts'
import { getClosingBook } from '../../financing/closing/store.ts'
import { getCommissionBook } from '../../financing/commissions/commissionBook.ts'
import { getGrantBook } from '../../financing/grants/grantStore.ts'
import type { Queries } from '../../platform/database.ts'
import type { Role } from '../../platform/role.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Notices } from './contract.ts'
import { inOrder, ofApplication, ofClosings, ofCommissions, ofGrants, type Notice } from './notice.ts'

/** Who may see the money of an association; others are told of its applications alone. */
const moneyReaders: readonly Role[] = ['associationAdmin', 'boardMember', 'auditor']

/** What waits in an association, for who asks. Computed from the books each time: what has been seen to is gone. Throws `Refusal` 404 when there is no such association. */
export async function getNotices(queries: Queries, scope: Scope, associationId: string, now: Date): Promise<Notices> {
  const { associationName, fictive, applications } = await listApplications(queries, associationId)
  const today = stockholmDate(now)
  const notices: Notice[] = []
  for (const { id, state } of applications)
    if (['submitted', 'recommended', 'granted', 'agreed'].includes(state))
      notices.push(...ofApplication(await getApplication(queries, { associationId, applicationId: id }, now)))
  if (scope.assignments.some((one) => one.associationId === associationId && moneyReaders.includes(one.role)))
    notices.push(
      ...ofGrants(await getGrantBook(queries, scope, associationId, now)),
      ...ofCommissions(await getCommissionBook(queries, scope, associationId, now), today),
      ...ofClosings(await getClosingBook(queries, scope, associationId, now)),
    )
  return { associationName, fictive, today, notices: inOrder(notices) }
}
