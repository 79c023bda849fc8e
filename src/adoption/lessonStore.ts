import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { Scope } from '../platform/scope.ts'
import type { Verdict } from './codes.ts'
import type { FoundLessons, Lesson, LessonQuestion } from './domain.ts'

/** More than this nobody reads at once. */
const mostShown = 50
/** Marks about what was found. They are of no text that is written: `freeText` and names hold no such characters. */
const [startMark, endMark] = ['\uE000', '\uE001']
const headline = `StartSel=${startMark}, StopSel=${endMark}, HighlightAll=true`

interface Row {
  id: string
  intervention_id: string
  intervention: string
  fictive: boolean
  associations: Lesson['associations']
  methods: string[]
  verdict: Verdict
  decided_on: string
  taken_by: string | null
  lessons: string
  kept: string
  total: number
}

/**
 * What associations have learnt of their interventions, those that say most of what was searched for first, else the latest first; fifty at most. The search is PostgreSQL's own
 * in Swedish: words in any form, "within quotes" beside each other, -without; the beginning of a word finds the whole, as "samverkan" does "samverkansteam".
 */
export async function findLessons(queries: Queries, _scope: Scope, { search, verdict, method }: LessonQuestion): Promise<FoundLessons> {
  const words = search === '' ? null : await queryOf(queries, search)
  if (words === '') return { total: 0, hasWords: false, lessons: [] }
  const shown = (text: 'lessons' | 'kept') =>
    words === null
      ? sql<string>`${sql.ref(`o.${text}`)}`
      : sql<string>`ts_headline('swedish', ${sql.ref(`o.${text}`)}, ${words}::tsquery, ${headline})`
  const all = sql`(setweight(to_tsvector('swedish', i.name), 'A') || o.words)`
  const { rows } = await sql<Row>`
    select o.id, o.intervention_id, i.name as intervention, i.fictive, i.methods, o.verdict, o.decided_on, m.name as taken_by,
      ${shown('lessons')} as lessons, ${shown('kept')} as kept, count(*) over ()::int as total,
      (select jsonb_agg(jsonb_build_object('slug', a.slug, 'name', a.name) order by a.name)
        from intervention_association ia join association a on a.id = ia.association_id where ia.intervention_id = i.id) as associations
    from adoption_outcomes() o
    join intervention i on i.id = o.intervention_id
    left join organisation m on m.id = o.taken_by
    where ${words === null ? sql`true` : sql`${all} @@ ${words}::tsquery`}
      and ${verdict === undefined ? sql`true` : sql`o.verdict = ${verdict}`}
      and ${method === undefined ? sql`true` : sql`${method} = any (i.methods)`}
    order by ${words === null ? sql`` : sql`ts_rank(${all}, ${words}::tsquery) desc,`} o.decided_on desc, o.id
    limit ${mostShown}`.execute(queries)
  return { total: rows[0]?.total ?? 0, hasWords: true, lessons: rows.map(lessonOf) }
}

/** What was written as a question of PostgreSQL, each word the beginning of one; empty when nothing in it says anything. Nothing that is written is wrong. */
async function queryOf(queries: Queries, search: string): Promise<string> {
  const { rows } = await sql<{ words: string }>`select websearch_to_tsquery('swedish', ${search})::text as words`.execute(queries)
  const { words } = rows[0]!
  // In the text of a question each word stands within quotes, followed by an operator, a bracket or nothing; one that holds a quote itself is left whole.
  return words.includes("''") ? words : words.replace(/'(?=[ )]|$)/g, "':*")
}

function lessonOf(row: Row): Lesson {
  return {
    ...{ id: row.id, interventionId: row.intervention_id, intervention: row.intervention, fictive: row.fictive },
    ...{ associations: row.associations, methods: row.methods, verdict: row.verdict, decidedOn: row.decided_on, takenByName: row.taken_by },
    ...{ lessons: piecesOf(row.lessons), kept: piecesOf(row.kept) },
  }
}

/** A text with marks as its pieces. */
function piecesOf(marked: string): Lesson['lessons'] {
  return marked
    .split(startMark)
    .flatMap((part, at) => {
      const [hit, rest] = at === 0 ? ['', part] : (part.split(endMark) as [string, string])
      return [
        { text: hit, isHit: true },
        { text: rest ?? '', isHit: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
