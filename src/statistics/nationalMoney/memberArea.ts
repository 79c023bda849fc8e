import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { MemberMoney } from './contract.ts'

type Line = MemberMoney['interventions'][number]

/** Where an intervention is: the municipalities that its associations have stated, and the whole areas of them. */
export interface InterventionPlaces {
  stated: readonly { code: string; name: string }[]
  whole: readonly string[]
}

/** The municipalities that are a member's area; `undefined` for the state, whose area is all of them. */
export type MemberArea = ReadonlySet<string> | undefined

/**
 * Whether an intervention is in a member's area, and by what that is known. Stated municipalities go first; without them only associations that lie wholly in the area
 * tell it. What is not known is never guessed from where participants live.
 */
export function placeOf({ stated, whole }: InterventionPlaces, area: MemberArea): Pick<Line, 'inArea' | 'areaBy' | 'area'> {
  const names = stated.map(({ name }) => name)
  if (stated.length > 0) return { inArea: stated.some(({ code }) => !area || area.has(code)) ? 'yes' : 'no', areaBy: 'stated', area: names }
  if (!area) return { inArea: 'yes', areaBy: 'unknown', area: names }
  const isWithin = whole.length > 0 && whole.every((code) => area.has(code))
  return isWithin ? { inArea: 'yes', areaBy: 'association', area: names } : { inArea: 'unknown', areaBy: 'unknown', area: names }
}

/** The area of a member: a municipality itself, a region its municipalities. */
export async function findMemberArea(queries: Queries, organisationId: string): Promise<MemberArea> {
  const { rows } = await sql<{ party: string; code: string | null }>`
    select o.party, m.code from organisation o
    left join municipality m on m.code = o.municipality_code or (o.party = 'region' and m.region_code = o.region_code)
    where o.id = ${organisationId}`.execute(queries)
  if (rows.every(({ party }) => party !== 'region' && party !== 'municipality')) return undefined
  return new Set(rows.flatMap(({ code }) => code ?? []))
}

/** Where interventions are, by id. */
export async function findInterventionPlaces(queries: Queries): Promise<Map<string, InterventionPlaces>> {
  const { rows } = await sql<{ id: string; stated: InterventionPlaces['stated']; whole: string[] }>`
    select i.id,
      (select coalesce(json_agg(json_build_object('code', m.code, 'name', m.name) order by m.name collate sv), '[]')
        from municipality m where m.code = any (i.municipalities)) as stated,
      (select coalesce(array_agg(distinct am.municipality_code), '{}') from intervention_association ia
        join association_municipality am on am.association_id = ia.association_id and am.valid_to is null
        where ia.intervention_id = i.id) as whole
    from intervention i`.execute(queries)
  return new Map(rows.map(({ id, stated, whole }) => [id, { stated, whole }]))
}
