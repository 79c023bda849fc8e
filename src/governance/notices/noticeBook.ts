import { getAdoptionBook } from '../../adoption/bookStore.ts'
import { getApplication, listApplications } from '../../applications/applicationBook.ts'
import { applicationReaders } from '../../applications/roles.ts'
import { getClosingBook } from '../../financing/closing/store.ts'
import { getCommissionBook } from '../../financing/commissions/commissionBook.ts'
import { grantReaders } from '../../financing/grants/contract.ts'
import { getGrantBook } from '../../financing/grants/grantStore.ts'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Role } from '../../platform/role.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Notices } from './contract.ts'
import { inOrder, ofAdoptions, ofApplication, ofClosings, ofCommissions, ofGrants, type Notice } from './notice.ts'

/** Who may see commissions, years and what became of interventions. */
const officeReaders: readonly Role[] = ['associationAdmin', 'boardMember', 'auditor']

/** What waits in an association, for who asks. Computed from the books each time: what has been seen to is gone. Throws `Refusal` 404 when there is no such association. */
export async function getNotices(queries: Queries, scope: Scope, associationId: string, now: Date): Promise<Notices> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const today = stockholmDate(now)
  const holds = (roles: readonly Role[]): boolean =>
    scope.assignments.some((one) => one.associationId === associationId && roles.includes(one.role))
  const notices: Notice[] = []
  if (holds(applicationReaders)) notices.push(...(await waitingApplications(queries, associationId, now)))
  if (holds(grantReaders)) notices.push(...ofGrants(await getGrantBook(queries, scope, associationId, now)))
  if (holds(officeReaders))
    notices.push(
      ...ofCommissions(await getCommissionBook(queries, scope, associationId, now), today),
      ...ofClosings(await getClosingBook(queries, scope, associationId, now)),
      ...ofAdoptions(await getAdoptionBook(queries, scope, associationId, now)),
    )
  return { associationName: association.name, fictive: association.fictive, today, notices: inOrder(notices) }
}

async function waitingApplications(queries: Queries, associationId: string, now: Date): Promise<Notice[]> {
  const { applications } = await listApplications(queries, associationId)
  const notices: Notice[] = []
  for (const { id, state } of applications)
    if (['submitted', 'recommended', 'granted', 'agreed'].includes(state))
      notices.push(...ofApplication(await getApplication(queries, { associationId, applicationId: id }, now)))
  return notices
}
