import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import type { Operations } from './contract.ts'

interface Row {
  intervention_id: string
  name: string
  planned: number | null
  active: number
  started: number
  ended: number
  drafts: number
  missing_exits: number
  incomplete: number
  late: number
  registered: number
  points: number
  answered: number
  anonymous: number
}

/** The numbers of the person's own interventions at a controller; the database counts, and gives no rows of persons to a lead. */
export async function getOperations(queries: Queries, controllerId: string, today: CivilDate): Promise<Operations[]> {
  const { rows } = await sql<Row>`
    select o.*, i.name, p.planned
    from operations_of(${controllerId}, ${today}::date) o
    join intervention i on i.id = o.intervention_id
    left join planned_participants(${controllerId}, ${Number(today.slice(0, 4))}::int) p on p.intervention_id = o.intervention_id
    order by i.name collate sv`.execute(queries)
  // A sum that has come below nothing is told where it can be mended; here it is nobody.
  const whole = rows.map((row) => ({ ...row, anonymous: Math.max(0, row.anonymous) }))
  return whole.map((row) => ({
    intervention: { id: row.intervention_id, name: row.name },
    planned: row.planned,
    active: row.active,
    startedThisYear: row.started,
    endedThisYear: row.ended,
    drafts: row.drafts,
    missingExits: row.missing_exits,
    incomplete: row.incomplete,
    registered: row.registered,
    late: row.late,
    points: row.points,
    answered: row.answered,
    anonymous: row.anonymous,
    coverage: coverageOf(row),
  }))
}

/**
 * An anonymous participant is counted for each year that it spanned, so the followable ones beside are all that took part this year: those
 * that run, and those that ended in it.
 */
function coverageOf({ active, ended, anonymous }: Row): Operations['coverage'] {
  const followable = active + ended
  const all = followable + anonymous
  return { followable, all, percent: all === 0 ? null : Math.round((100 * followable) / all) }
}
