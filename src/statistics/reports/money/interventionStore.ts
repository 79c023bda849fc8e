import { sql } from 'kysely'
import type { Queries } from '../../../platform/database.ts'
import { moneyAndHeadsOf } from '../../coverageStore.ts'
import type { Place } from '../../placeStore.ts'

/** Plan and money of one intervention, as an association has entered them for one year; in öre, net of VAT. */
export interface InterventionMoney {
  association: string
  year: number
  planned: number | null
  budget: number | null
  actual: number | null
  costs: { type: string; budget: number | null; actual: number | null }[]
  financing: { party: string; amount: number }[]
}

/** An intervention as reports list it. */
export interface ReportedIntervention {
  id: string
  name: string
  owner: string
  orientation: string
  targetGroups: string[]
  countingMode: string
  esf: boolean
  start: string
  end: string | null
  associations: { id: string; name: string }[]
  /** Of the associations of the place, in the years asked for. */
  money: InterventionMoney[]
}

/** Interventions of a place that ran in some of the years, in the order of the alphabet, with what its associations have entered about them. */
export async function listReportedInterventions(
  queries: Queries,
  place: Place,
  years: readonly number[],
  fictive: boolean,
): Promise<ReportedIntervention[]> {
  const [first, last] = [`${years[0]}-01-01`, `${years.at(-1)}-12-31`]
  const { rows } = await sql<Omit<ReportedIntervention, 'money'>>`
    select i.id, i.name, o.name as owner, i.orientation, i.target_groups as "targetGroups", i.counting_mode as "countingMode", i.esf,
      i.start_date::text as start, i.end_date::text as end,
      json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name collate sv) as associations
    from intervention i
    join organisation o on o.id = i.owner_id
    join intervention_association ia on ia.intervention_id = i.id
    join association a on a.id = ia.association_id
    where i.fictive = ${fictive} and i.start_date <= ${last} and (i.end_date is null or i.end_date >= ${first})
      and ${moneyAndHeadsOf(place, sql.ref('a.id'), sql.ref('i.id'))}
    group by i.id, o.name
    order by i.name collate sv, i.id`.execute(queries)
  const money = await listMoney(queries, place, years, fictive)
  return rows.map((row) => ({ ...row, money: money.get(row.id) ?? [] }))
}

interface MoneyRow extends InterventionMoney {
  intervention: string
}

async function listMoney(
  queries: Queries,
  place: Place,
  years: readonly number[],
  fictive: boolean,
): Promise<Map<string, InterventionMoney[]>> {
  const { rows } = await sql<MoneyRow>`
    select y.intervention_id as intervention, y.association_id as association, y.year, y.planned_participants as planned,
      y.budget_ore as budget, y.actual_ore as actual,
      coalesce((select json_agg(json_build_object('type', c.cost_type, 'budget', c.budget_ore, 'actual', c.actual_ore) order by c.cost_type)
        from intervention_cost c
        where c.association_id = y.association_id and c.intervention_id = y.intervention_id and c.year = y.year), '[]') as costs,
      coalesce((select json_agg(json_build_object('party', f.party, 'amount', f.amount_ore) order by f.party)
        from intervention_financing f
        where f.association_id = y.association_id and f.intervention_id = y.intervention_id and f.year = y.year), '[]') as financing
    from intervention_year y join association a on a.id = y.association_id
    where a.fictive = ${fictive} and y.year = any(${[...years]}::int[])
      and ${moneyAndHeadsOf(place, sql.ref('a.id'), sql.ref('y.intervention_id'))}
    order by y.year, y.association_id`.execute(queries)
  return Map.groupBy(rows, (row) => row.intervention)
}
