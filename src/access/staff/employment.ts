import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import type { Role } from '../../platform/role.ts'
import { incompatibility, type Held } from './domain.ts'

/**
 * The person's roles everywhere, after making sure that a new one may stand beside them. The row is held so that two grants at once cannot
 * pass. Throws `Refusal` 422 for roles that must not meet, and for somebody who is not employed by the controller on the first day.
 */
export async function demandEmployed(
  queries: Queries,
  controllerId: string,
  userId: string,
  granted: Held,
): Promise<(Held & { interventionId: string | null })[]> {
  const person = await queries.selectFrom('app_user').selectAll().where('id', '=', userId).forUpdate().executeTakeFirst()
  const rows = await queries.selectFrom('role_assignment').selectAll().where('user_id', '=', userId).execute()
  const held = rows.map((row) => ({
    ...{ role: row.role as Role, from: row.valid_from, to: row.valid_to, interventionId: row.intervention_id },
  }))
  // Before anything else: of those who are employed elsewhere nothing is told, not even that they exist.
  if (person?.employer_id !== controllerId) throw breaksRule('staff.notEmployed')
  const reason = incompatibility(person.employer_association_id !== null, held, granted)
  if (reason) throw breaksRule(reason)
  if (person.employed_until !== null && person.employed_until < granted.from) throw breaksRule('staff.employmentEnded')
  return held
}
