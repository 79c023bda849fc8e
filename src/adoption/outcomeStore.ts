import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { Scope } from '../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../values/civilDate.ts'
import type { AdoptionOverview } from './contract.ts'
import { funnelOf, type ApplicationCount, type FunnelDecision, type FunnelIntervention } from './funnel.ts'

/** An intervention as the funnel sees it, with where it belongs. */
export interface PlacedIntervention extends FunnelIntervention {
  associations: string[]
  methods: string[]
}

interface Row {
  id: string
  stage: FunnelIntervention['stage']
  start_date: CivilDate
  end_date: CivilDate | null
  methods: string[]
  associations: string[]
  granted: boolean
  evaluated: boolean
  decisions: FunnelDecision[]
}

/**
 * Every intervention with how far it has come, of one association or of all. What has been decided elsewhere comes through functions of the database that give no money and
 * nobody who answers for it.
 */
export async function findInterventions(queries: Queries, _scope: Scope, associationId?: string): Promise<PlacedIntervention[]> {
  const own =
    associationId === undefined
      ? sql`true`
      : sql`i.id in (select intervention_id from intervention_association where association_id = ${associationId}::uuid)`
  const { rows } = await sql<Row>`
    select i.id, i.stage, i.start_date, i.end_date, i.methods, a.associations, coalesce(p.granted, false) as granted,
      coalesce(p.evaluated, false) as evaluated, coalesce(d.decisions, '[]'::jsonb) as decisions
    from intervention i
    join (select intervention_id, array_agg(association_id::text) as associations from intervention_association group by 1) a on a.intervention_id = i.id
    left join intervention_proofs() p on p.intervention_id = i.id
    left join (
      select o.intervention_id, jsonb_agg(jsonb_build_object('associationId', o.association_id, 'verdict', o.verdict, 'decidedOn', o.decided_on,
        'to', o.to_date, 'recordedAt', o.recorded_at, 'checks', o.checks) order by o.decided_on, o.recorded_at) as decisions
      from adoption_outcomes() o group by 1) d on d.intervention_id = i.id
    where ${own}`.execute(queries)
  return rows.map((row) => ({
    ...{ id: row.id, stage: row.stage, startDate: row.start_date, endDate: row.end_date, methods: row.methods },
    ...{ associations: row.associations, isGranted: row.granted, isEvaluated: row.evaluated, decisions: row.decisions },
  }))
}

/** Applications that never became an intervention, of some associations together. */
export async function countApplications(queries: Queries): Promise<(associationIds: readonly string[]) => ApplicationCount> {
  const { rows } = await sql<ApplicationCount & { association_id: string }>`select * from application_counts()`.execute(queries)
  const counts = new Map(rows.map((row) => [row.association_id, row]))
  return (associationIds) => {
    const some = [...new Set(associationIds)].flatMap((id) => counts.get(id) ?? [])
    const sum = (of: keyof ApplicationCount): number => some.reduce((total, one) => total + one[of], 0)
    return { ideas: sum('ideas'), decided: sum('decided') }
  }
}

/** The same by the method that their last version names; one that names several counts under each. */
async function countByMethod(queries: Queries): Promise<(method: string) => ApplicationCount> {
  const { rows } = await sql<ApplicationCount & { method: string }>`select * from application_counts_by_method()`.execute(queries)
  const counts = new Map(rows.map(({ method, ideas, decided }) => [method, { ideas, decided }]))
  return (method) => counts.get(method) ?? { ideas: 0, decided: 0 }
}

/** A place or a method with a funnel: which interventions are its own, and how many applications. */
interface Place {
  key: string
  name: string
  isOf(one: PlacedIntervention): boolean
  applications: ApplicationCount
}

/**
 * The funnels of the nation, of each association with interventions or applications, each region that they lie in and each method, by name.
 */
export async function getOverview(queries: Queries, scope: Scope, now: Date): Promise<AdoptionOverview> {
  const today = stockholmDate(now)
  const interventions = await findInterventions(queries, scope)
  const applications = await countApplications(queries)
  const byMethod = await countByMethod(queries)
  const associations = await queries.selectFrom('association').select(['id', 'slug as key', 'name', 'fictive']).execute()
  const methods = await queries.selectFrom('method').select(['code as key', 'name']).execute()
  const rowsOf = (places: readonly Place[]): AdoptionOverview['regions'] =>
    places
      .map(({ key, name, isOf, applications }) => ({
        ...{ key, name, ...funnelOf(interventions.filter(isOf), today, applications) },
      }))
      .filter(({ idea }) => idea > 0)
      .sort((a, b) => swedish.compare(a.name, b.name))
  const within = (ids: readonly string[]) => ({
    ...{ applications: applications(ids), isOf: (one: PlacedIntervention): boolean => one.associations.some((id) => ids.includes(id)) },
  })
  return {
    demo: associations.some(({ id, fictive }) => fictive && interventions.some((one) => one.associations.includes(id))),
    today,
    nation: funnelOf(interventions, today, applications(associations.map(({ id }) => id))),
    associations: rowsOf(associations.map(({ id, key, name }) => ({ key, name, ...within([id]) }))),
    regions: rowsOf((await findRegions(queries)).map(({ key, name, ids }) => ({ key, name, ...within(ids) }))),
    methods: rowsOf(methods.map(({ key, name }) => ({ key, name, isOf: (one) => one.methods.includes(key), applications: byMethod(key) }))),
  }
}

/** Regions with the associations that have a municipality there. */
async function findRegions(queries: Queries): Promise<{ key: string; name: string; ids: string[] }[]> {
  const rows = await queries
    .selectFrom('association_municipality as am')
    .innerJoin('municipality as m', 'm.code', 'am.municipality_code')
    .innerJoin('region as r', 'r.code', 'm.region_code')
    .select(['r.code as key', 'r.name', 'am.association_id'])
    .distinct()
    .where('am.valid_to', 'is', null)
    .execute()
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, all]) => ({
    key,
    name: all[0]!.name,
    ids: all.map((one) => one.association_id),
  }))
}

const swedish = new Intl.Collator('sv', { numeric: true })
