import { sql } from 'kysely'
import { isShown, valueOf } from '../../disclosure/cell.ts'
import { TargetGroup } from '../../interventions/codes.ts'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Figure } from '../../statistics/domain.ts'
import type { Writing } from '../../statistics/figure.ts'
import type { Cube } from '../../statistics/opendata/cube.ts'
import { findShownSupport } from '../../statistics/nationalMoney/shownSupport.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Need } from './contract.ts'
import { findNeedFigures, findWaitingTogether, type NeedFigure } from './figures.ts'
import { gapsOf, type Gap, type Known } from './gaps.ts'
import { publishedGroups, publishedOf, type Published } from './published.ts'

/** Need beside what is offered in an association. Numbers of participants are published ones alone. Throws `Refusal` 404 when there is no such association. */
export async function getNeed(queries: Queries, associationId: string, cubes: readonly Cube[], writing: Writing, now: Date): Promise<Need> {
  const today = stockholmDate(now)
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const people = await peopleOf(queries, associationId, association.fictive)
  const offered = await offeredOf(queries, associationId, association.fictive, today)
  const yearly = cubes.filter(({ isWholeYears, demo }) => isWholeYears && demo === association.fictive)
  const figures = await findNeedFigures(queries, associationId, today)
  const year = yearly.flatMap(({ releases }) => releases.map((one) => one.year)).sort().at(-1) ?? null // prettier-ignore
  const published = publishedOf(yearly, year, associationId, writing)
  const { counted, byGroup } = publishedGroups(yearly, year, associationId, writing)
  const reach = { here: perThousand(published.participations.here, people.here), nation: perThousand(published.participations.nation, people.nation) } // prettier-ignore
  const { here, nation } = published.outcome
  const known: Known = {
    ...offered,
    reach,
    outcome: { here: here?.share ?? null, nation: nation ? shareOf(nation) : null },
    figures,
  }
  return {
    ...{ associationName: association.name, fictive: association.fictive, today, year, people: people.here, peopleOfNation: people.nation },
    ...{ municipalities: people.municipalities, support: await supportOf(queries, association), ...published, reach, counted },
    ...{ associations: offered.associations, groups: offered.groups.map((one) => ({ ...one, participations: byGroup.get(one.code)! })) },
    ...{
      waitingTogether: await findWaitingTogether(queries, association.fictive),
      figures,
      interventions: await runningOf(queries, associationId, today),
    },
    gaps: gapsOf(known).map((gap) => told(gap, { offered, reach, published, year, figures }, writing)),
  }
}

type Offered = Pick<Need, 'associations'> & { groups: Pick<Need['groups'][number], 'code' | 'here' | 'associations'>[] }

const numberOf = (figure: Figure | null): number | null => (figure && isShown(figure.value) ? valueOf(figure.value)! : null)

function perThousand(figure: Figure | null, people: number): number | null {
  const count = numberOf(figure)
  return count === null || people === 0 ? null : (count * 1000) / people
}

function shareOf({ value, n }: Figure): number | null {
  return isShown(value) && n && isShown(n) && valueOf(n)! > 0 ? valueOf(value)! / valueOf(n)! : null
}

interface Told {
  offered: Offered
  reach: Need['reach']
  published: Published
  year: string | null
  figures: readonly NeedFigure[]
}

/** A gap in words, which is what the idea begins with. */
function told(gap: Gap, { offered, reach, published, year, figures }: Told, { t, locale }: Writing): Need['gaps'][number] {
  const rounded = (value: number | null): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value ?? 0)
  if (gap.kind === 'group') {
    const group = TargetGroup.label(gap.code as (typeof TargetGroup.codes)[number]['code'], locale)
    const sentence = t('need.gap.group', { group, n: gap.associations, all: offered.associations })
    return { kind: 'group', code: gap.code as Need['groups'][number]['code'], sentence }
  }
  if (gap.kind === 'waiting' || gap.kind === 'municipality') {
    const of = gap.kind === 'waiting' ? gap.kind : gap.of
    const { name, dated, total, perThousand } = figures.find(({ kind, key }) => kind === of && key === gap.key)!
    const mean = gap.kind === 'municipality' ? rounded(gap.mean) : ''
    const words = { name, day: dated, n: total, here: rounded(perThousand), mean, what: t(`need.kind.${of}`) }
    return { kind: gap.kind, code: null, sentence: t(`need.gap.${gap.kind}`, words) }
  }
  const words = {
    reach: () => t('need.gap.reach', { here: rounded(reach.here), nation: rounded(reach.nation), year: year! }),
    outcome: () => t('need.gap.outcome', { here: published.outcome.here!.text, nation: published.outcome.nation!.text, year: year! }),
  }
  return { kind: gap.kind, code: null, sentence: words[gap.kind]() }
}

async function peopleOf(queries: Queries, associationId: string, fictive: boolean) {
  const { rows } = await sql<{ association_id: string; code: string; name: string; people: number }>`
    select am.association_id, m.code, m.name, m.population_working_age_estimate as people
    from association_municipality am join municipality m on m.code = am.municipality_code join association a on a.id = am.association_id
    where am.valid_to is null and a.fictive = ${fictive} order by m.name collate sv`.execute(queries)
  const own = rows.filter((row) => row.association_id === associationId)
  const sum = (some: typeof rows): number => some.reduce((total, { people }) => total + people, 0)
  return { here: sum(own), nation: sum(rows), municipalities: own.map(({ code, name, people }) => ({ code, name, people })) }
}

/** Interventions that have begun and not ended, by name. */
async function runningOf(queries: Queries, associationId: string, today: string): Promise<Need['interventions']> {
  return queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select(['i.id', 'i.name'])
    .where('ia.association_id', '=', associationId)
    .where('i.start_date', '<=', today)
    .where((where) => where.or([where('i.end_date', 'is', null), where('i.end_date', '>=', today)]))
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
}

/** What runs today for each target group: here, and in how many associations. */
async function offeredOf(queries: Queries, associationId: string, fictive: boolean, today: string): Promise<Offered> {
  const { rows } = await sql<{ code: string; here: number; associations: number }>`
    select g.code, count(*) filter (where ia.association_id = ${associationId})::int as here, count(distinct ia.association_id)::int as associations
    from intervention i join intervention_association ia on ia.intervention_id = i.id join association a on a.id = ia.association_id, unnest(i.target_groups) as g(code)
    where a.fictive = ${fictive} and i.start_date <= ${today} and (i.end_date is null or i.end_date >= ${today})
    group by g.code`.execute(queries)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const all = await queries
    .selectFrom('association')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('fictive', '=', fictive)
    .executeTakeFirstOrThrow()
  return {
    associations: Number(all.count),
    groups: TargetGroup.codes.map(({ code }) => ({
      code,
      here: byCode.get(code)?.here ?? 0,
      associations: byCode.get(code)?.associations ?? 0,
    })),
  }
}

/** The support measure of the newest year that the national office lets everybody see. */
async function supportOf(queries: Queries, { name, fictive }: { name: string; fictive: boolean }): Promise<Need['support']> {
  const shown = await findShownSupport(queries, fictive)
  if (shown.length === 0) return null
  const year = Math.max(...shown.map((one) => one.year))
  const newest = shown.filter((one) => one.year === year)
  return {
    year,
    here: newest.find(({ association }) => association === name)?.supportMeasure ?? null,
    nation: newest.reduce((sum, { supportMeasure }) => sum + supportMeasure, 0),
  }
}
