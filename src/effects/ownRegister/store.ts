import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { fromColumns } from '../../participations/columns.ts'
import { followUpsOf } from '../../participations/followUpStore.ts'
import { currentVersions } from '../../participations/register/recordStore.ts'
import type { Writing } from '../../statistics/figure.ts'
import { addDays, addMonths, type CivilDate } from '../../values/civilDate.ts'
import { monthNumber, monthOfNumber } from '../../values/month.ts'
import { comparisonOf, type Names } from './answer.ts'
import type { RegisterComparison } from './domain.ts'

/** Follow-ups come in late: the last two months count as not seen (design of the outcomes, 1.5). */
const LAG_DAYS = 60

/** Two interventions of a controller, and how many years of starts. */
export interface Choice {
  controllerId: string
  one: string
  other: string
  years: number
}

/**
 * Compares two interventions of a controller of its own records. Throws `Refusal` 404 where the controller has no record in one of them, 422 when they are one and the same.
 */
export async function compareOwnInterventions(
  queries: Queries,
  scope: Scope,
  { controllerId, one, other, years }: Choice,
  today: CivilDate,
  writing: Writing,
): Promise<RegisterComparison> {
  if (one === other) throw breaksRule('effects.register.same')
  const names = await namesOf(queries, scope, controllerId, one, other)
  const last = monthNumber(addMonths(addDays(today, -LAG_DAYS), -12)) - 1
  const period = { from: monthOfNumber(last - 12 * years + 1), to: monthOfNumber(last) }
  const rows = await currentVersions(queries, scope, controllerId)
    .selectAll('v')
    .select(['p.id', 'p.person_id', 'p.intervention_id'])
    .where(sql<boolean>`p.intervention_id in (${one}, ${other})`)
    .where('v.ground', '!=', 'none')
    .where(sql<boolean>`v.exit_reason is distinct from 'felregistrering'`)
    .orderBy('p.code')
    .execute()
  // All participations say who was in both and which was the first; follow-ups are read of those alone that may be compared.
  const within = rows.filter(({ entry_date }) => entry_date >= `${period.from}-01` && entry_date < `${monthOfNumber(last + 1)}-01`)
  const contacts = await followUpsOf(
    queries,
    controllerId,
    within.map(({ id }) => id),
  )
  const followed = rows.map((row) => ({
    ...{ personId: row.person_id, isOne: row.intervention_id === one, contacts: contacts.get(row.id) ?? [] },
    participation: fromColumns(row as unknown as Record<string, unknown>),
  }))
  const { fictive } = await queries.selectFrom('organisation').select('fictive').where('id', '=', controllerId).executeTakeFirstOrThrow()
  return comparisonOf(followed, names, period, fictive, writing)
}

async function namesOf(queries: Queries, scope: Scope, controllerId: string, one: string, other: string): Promise<Names> {
  const rows = await currentVersions(queries, scope, controllerId)
    .innerJoin('intervention as i', 'i.id', 'p.intervention_id')
    .select(['i.id', 'i.name'])
    .distinct()
    .where(sql<boolean>`p.intervention_id in (${one}, ${other})`)
    .execute()
  const name = (id: string): string | undefined => rows.find((row) => row.id === id)?.name
  const [treated, controls] = [name(one), name(other)]
  if (treated === undefined || controls === undefined) throw notFound()
  return { treated, controls }
}
