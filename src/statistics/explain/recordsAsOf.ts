import { sql } from 'kysely'
import { factRows } from '../../participations/fact.ts'
import { fromColumns, participationColumns } from '../../participations/columns.ts'
import { associationAfter } from '../../participations/importRules.ts'
import { findBelonging } from '../../participations/importSetting.ts'
import { factColumns, sqlColumn } from '../../participations/factColumns.ts'
import type { FactRow } from '../../participations/factColumns.ts'
import type { Queries } from '../../platform/database.ts'
import type { Period } from '../../values/month.ts'
import { addMonths } from '../../values/civilDate.ts'
import type { Facts } from '../facts.ts'
import { FactsBuilder } from '../facts.ts'

type Version = Record<string, unknown> &
  Record<'controller_id' | 'participation_id' | 'person_id' | 'intervention_id' | 'association_id', string> &
  Record<'municipality' | 'newest_municipality', string | null>

/**
 * Facts made anew of the registered versions that were the newest at a moment, of all that had begun by the end of a period. Records that have been disposed of since are
 * not there. For who counts again alone.
 * @param like facts of today, for the words that positions stand for
 */
export async function factsAsOf(queries: Queries, asOf: string, period: Period, like: Facts): Promise<Facts> {
  const { rows } = await sql<Version>`
    select v.*, p.controller_id, p.id as participation_id, p.person_id, p.intervention_id, p.association_id,
      (select w.municipality from participation_version w where w.controller_id = p.controller_id and w.participation_id = p.id
        order by w.version desc limit 1) as newest_municipality
    from participation p
    join lateral (
      select ${sql.join(participationColumns.map((column) => sql.ref(`w.${column}`)))} from participation_version w
      where w.controller_id = p.controller_id and w.participation_id = p.id and w.recorded_at <= ${asOf}
      order by w.version desc limit 1) v on true
    where v.entry_date < ${addMonths(`${period.to}-01`, 1)} and (p.locked_at is null or p.locked_at > ${asOf})`.execute(queries)
  const builder = new FactsBuilder(rows.length)
  const { controllers, associations, interventions, municipalities } = like.dictionaries
  const at = {
    controller: positions(controllers, (id) => id),
    association: positions(associations, ({ id }) => id),
    intervention: positions(interventions, ({ id }) => id),
    municipality: positions(municipalities, ({ code }) => code),
  }
  const persons = new Map<string, number>()
  await placeAsOf(queries, rows)
  for (const row of rows) {
    const [coded] = factRows(row.participation_id, row, fromColumns(row))
    if (!coded || !at.association.has(row.association_id)) continue
    const person = `${row.controller_id} ${row.person_id}`
    if (!persons.has(person)) persons.set(person, persons.size)
    builder.append({
      ...(Object.fromEntries(factColumns.map(({ name }) => [name, coded[sqlColumn(name)] ?? null])) as FactRow),
      controller: at.controller.get(row.controller_id)!,
      association: at.association.get(row.association_id)!,
      intervention: at.intervention.get(row.intervention_id)!,
      municipality: at.municipality.get(coded.municipality as string) ?? null,
      personIndex: persons.get(person)!,
      // Nothing is shown of these facts, so no noise is made of them.
      ...{ recordKey: 0, personKey: 0 },
    })
  }
  return builder.finish(like.dictionaries, like.seenUntil)
}

/** A participation belongs where its newest municipality is: what has another since was another association's, maybe. */
async function placeAsOf(queries: Queries, rows: readonly Version[]): Promise<void> {
  const moved = rows.filter((row) => row.municipality !== row.newest_municipality)
  const interventions = await findBelonging(
    queries,
    moved.map((row) => row.intervention_id),
  )
  for (const row of moved) {
    const now = { associationId: row.association_id, municipality: row.newest_municipality }
    row.association_id = associationAfter(now, row.municipality, interventions.get(row.intervention_id))
  }
}

function positions<T>(list: readonly T[], idOf: (one: T) => string): Map<string, number> {
  return new Map(list.map((one, at) => [idOf(one), at]))
}
