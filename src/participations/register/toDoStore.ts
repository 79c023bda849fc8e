import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { interventionsOf, type Scope } from '../../platform/scope.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { snakeCase } from '../columns.ts'
import type { RecordSummary, ToDoView } from './contract.ts'
import { contactsOf } from './listStore.ts'
import { findSwitchedOff } from './optionalPoints.ts'
import { STAFF, toSummary } from './recordStore.ts'
import { itemsOf, type ToDoItem } from './toDoItems.ts'
import { toDoFields, toDoOf, type ToDoSource } from './toDo.ts'

/** So many are shown at a time. */
const PAGE = 50

interface ListedItem extends ToDoItem, Record<string, unknown> {
  total: number
  intervention_id: string
  intervention_name: string
  end_date: CivilDate | null
  entry_date: CivilDate
  exit_date: CivilDate | null
  ground: string
}

/**
 * What remains to be done, most urgent first, a page at a time, and how much there is. The database finds, counts and orders it;
 * what it is, in full, the rule says of the page's records alone.
 */
export async function listToDo(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  { today, offset }: { today: CivilDate; offset: number },
): Promise<{ total: number; rows: { record: RecordSummary; toDo: ToDoView }[] }> {
  const off = await findSwitchedOff(queries, controllerId)
  const interventions = interventionsOf(scope, controllerId, STAFF)
  const items = itemsOf({ controllerId, interventions, off, today })
  const fields = toDoFields.map((field) => sql.ref(`v.${snakeCase(field)}`))
  const { rows } = await sql<ListedItem>`
    with page as materialized (
      select *, count(*) over () as total from (${items}) item order by "by", code, kind offset ${offset} limit ${PAGE}
    )
    select page.*, i.name as intervention_name, i.end_date, ${sql.join(fields)}
    from page
    join participation_version v on v.controller_id = ${controllerId} and v.participation_id = page.id and v.current
    join intervention i on i.id = page.intervention_id
    order by page."by", page.code, page.kind`.execute(queries)
  // A page beyond the last has no row to tell the total.
  if (rows.length === 0 && offset > 0) {
    const { total } = await listToDo(queries, scope, controllerId, { today, offset: 0 })
    return { total, rows: [] }
  }
  const ids = [...new Set(rows.map(({ id }) => id))]
  const contacts = await contactsOf(queries, controllerId, ids)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const intervention = { endDate: row.end_date, off: off.get(row.intervention_id) ?? [] }
      const remaining = toDoOf(sourceOf(row), contacts.get(row.id) ?? [], intervention, today)
      const toDo = remaining.find(({ kind, by }) => kind === row.kind && by === row.by)
      // The same rule said twice, and a test holds them together: no record is shown with something it does not need.
      if (!toDo) throw new Error(`The rule does not know of ${row.kind} by ${row.by}`)
      return { record: toSummary(row), toDo: toDo as ToDoView }
    }),
  }
}

const sourceOf = (row: ListedItem): ToDoSource =>
  Object.fromEntries(toDoFields.map((field) => [field, row[snakeCase(field)]])) as unknown as ToDoSource
