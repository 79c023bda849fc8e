import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { Writing } from '../statistics/figure.ts'
import { shareAt } from '../statistics/glance/glance.ts'
import type { Cube } from '../statistics/opendata/cube.ts'
import type { Application, SimilarInterventions } from './domain.ts'

/** How many are told. */
const most = 8

interface Row {
  id: string
  name: string
  start_date: string
  end_date: string | null
  associations: { id: string; name: string; slug: string }[]
  methods: string[]
}

/**
 * Interventions of the whole country that share words with an application, nearest first: stems of Swedish words (`swedish` configuration of PostgreSQL), names weighing more
 * than descriptions, invented ones only beside invented. Each with what is published of how it went, of the newest year that is out; no figure that is not published.
 */
export async function findSimilar(
  queries: Queries,
  { content, fictive, steps }: Application,
  cubes: readonly Cube[],
  writing: Writing,
): Promise<SimilarInterventions> {
  const words = [content.name, content.targetGroup, content.failure, content.aim].join(' ')
  const own = steps.find(({ interventionId }) => interventionId !== null)?.interventionId ?? null
  const { rows } = await sql<Row>`
    with wanted as (select replace(plainto_tsquery('swedish', ${words})::text, '&', '|')::tsquery as q),
    told as (
      select i.*, setweight(to_tsvector('swedish', i.name), 'A') || setweight(to_tsvector('swedish', i.description), 'C') as words from intervention i)
    select t.id, t.name, t.start_date, t.end_date,
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'slug', a.slug) order by a.name collate sv)
        from intervention_association ia join association a on a.id = ia.association_id where ia.intervention_id = t.id) as associations,
      (select coalesce(json_agg(m.name order by m.name), '[]') from method m where m.code = any(t.methods)) as methods
    from told t, wanted
    where t.words @@ wanted.q and t.fictive = ${fictive} and t.id is distinct from ${own}::uuid
    order by ts_rank(t.words, wanted.q) desc, t.start_date desc, t.id
    limit ${most}`.execute(queries)
  return rows.map(({ associations, ...row }) => ({
    ...{ id: row.id, name: row.name, startDate: row.start_date, endDate: row.end_date, methods: row.methods },
    associations: associations.map(({ name }) => name),
    ...publishedOf(cubes, `${associations[0]!.id}/${row.id}`, writing),
  }))
}

function publishedOf(cubes: readonly Cube[], place: string, writing: Writing): Pick<SimilarInterventions[number], 'year' | 'outcome'> {
  const yearly = cubes.filter(({ isWholeYears }) => isWholeYears)
  const years = [...new Set(yearly.flatMap(({ releases }) => releases.map(({ year }) => year)))].sort().toReversed()
  for (const year of years) {
    const outcome = shareAt(yearly, year, { place }, writing)?.figure
    if (outcome) return { year, outcome }
  }
  return { year: null, outcome: null }
}
