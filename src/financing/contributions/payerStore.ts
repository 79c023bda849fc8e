import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import type { BookMember } from './domain.ts'
import type { Payer } from './level.ts'

/** Which quarter a member pays in. Försäkringskassan pays for Arbetsförmedlingen too (§ 5), which therefore pays in none. */
const payerOf: Record<string, Payer | undefined> = { stateFk: 'state', region: 'regions', municipality: 'municipalities' }
const order: Payer[] = ['state', 'regions', 'municipalities']

/** Whoever pays to an association now or has a row in its ledger, in the order of the act, with the inhabitants that its contribution is set against. */
export async function findPayers(
  queries: Queries,
  associationId: string,
): Promise<{ members: BookMember[]; inhabitantsYear: number | null }> {
  const rows = await payingOrganisations(queries, associationId).execute()
  const area = await queries
    .selectFrom('association_municipality as am')
    .innerJoin('municipality as m', 'm.code', 'am.municipality_code')
    .select(['m.code', 'm.region_code', 'm.population', 'm.population_year'])
    .where('am.association_id', '=', associationId)
    .where('am.valid_to', 'is', null)
    .execute()
  /** Of the whole area, or the part of it in a region. */
  const people = (region?: string | null): number =>
    area.filter((one) => region === undefined || one.region_code === region).reduce((sum, one) => sum + one.population, 0)
  const plain = rows.map((row): BookMember => {
    const payer = payerOf[row.party]!
    // A municipality that has left the area still has its people.
    const inhabitants = { state: () => people(), regions: () => people(row.region_code), municipalities: () => row.population ?? 0 }
    const about = { organisationId: row.id, name: row.name, payer, inhabitants: inhabitants[payer]() }
    return { ...about, asRegion: false, outsideRegion: row.outside_region ?? false, ...standingOf(row.member_from) }
  })
  const members = inParts(plain, new Set(rows.filter((row) => row.gave_as_region).map(({ id }) => id)))
  members.sort((a, b) => order.indexOf(a.payer) - order.indexOf(b.payer))
  return { members, inhabitantsYear: area[0]?.population_year ?? null }
}

/** What an open membership says: from which day, or nothing of one who has left. */
function standingOf(memberFrom: string | null): Pick<BookMember, 'hasLeft' | 'memberSince'> {
  const year = Number(memberFrom?.slice(0, 4))
  return { hasLeft: memberFrom === null, memberSince: year > 0 ? year : null }
}

/**
 * Payers with the second part of municipalities outside every region: they give in the regions' quarter too where a region takes part (§ 5 a), or have.
 * @param gave organisations with a row in that quarter
 */
function inParts(members: readonly BookMember[], gave: ReadonlySet<string>): BookMember[] {
  const hasRegion = members.some(({ payer }) => payer === 'regions')
  const parts = members.filter((one) => (one.outsideRegion && hasRegion) || gave.has(one.organisationId))
  return [...members, ...parts.map((one): BookMember => ({ ...one, payer: 'regions', asRegion: true }))]
}

function payingOrganisations(queries: Queries, associationId: string) {
  return queries
    .selectFrom('organisation as o')
    .leftJoin('municipality as m', 'm.code', 'o.municipality_code')
    .leftJoin('membership as ms', (join) =>
      join.onRef('ms.organisation_id', '=', 'o.id').on('ms.association_id', '=', associationId).on('ms.valid_to', 'is', null),
    )
    .select(['o.id', 'o.name', 'o.party', 'o.region_code', 'm.population', 'm.outside_region', 'ms.valid_from as member_from'])
    .select((on) =>
      on
        .exists(
          on
            .selectFrom('contribution_entry as e')
            .select('e.id')
            .where('e.association_id', '=', associationId)
            .whereRef('e.organisation_id', '=', 'o.id')
            .where('e.as_region', '=', true),
        )
        .as('gave_as_region'),
    )
    .where('o.party', 'in', Object.keys(payerOf))
    .where((on) =>
      on.or([
        on('ms.organisation_id', 'is not', null),
        on('o.id', 'in', on.selectFrom('contribution_entry').select('organisation_id').where('association_id', '=', associationId)),
      ]),
    )
    .orderBy(sql`o.name collate sv`)
}

/** Whoever pays to any association now, or has paid to it in a year that it has approved, by association; without inhabitants. */
export async function findAllPayers(queries: Queries): Promise<Map<string, BookMember[]>> {
  const { rows } = await sql<AnyPayer>`
    select p.association_id, o.id, o.name, o.party, coalesce(m.outside_region, false) as outside, bool_or(p.as_region) as gave,
      max(p.member_from) as member_from
    from (
      select association_id, organisation_id, false as as_region, valid_from as member_from from membership where valid_to is null
      union select association_id, organisation_id, as_region, null from approved_contributions()) p
    join organisation o on o.id = p.organisation_id
    left join municipality m on m.code = o.municipality_code
    where o.party in (${sql.join(Object.keys(payerOf))})
    group by p.association_id, o.id, m.outside_region`.execute(queries)
  const byAssociation = Map.groupBy(rows, ({ association_id }) => association_id)
  const memberOf = ({ id, name, party, outside, member_from }: AnyPayer): BookMember => ({
    ...{ organisationId: id, name, payer: payerOf[party]!, inhabitants: 0, asRegion: false, outsideRegion: outside },
    ...standingOf(member_from),
  })
  const gave = (payers: typeof rows): Set<string> => new Set(payers.filter((one) => one.gave).map(({ id }) => id))
  return new Map([...byAssociation].map(([association, payers]) => [association, inParts(payers.map(memberOf), gave(payers))]))
}

interface AnyPayer {
  association_id: string
  id: string
  name: string
  party: string
  outside: boolean
  gave: boolean
  member_from: string | null
}

/** Refuses (422) an organisation that is no member of the association and never was, or pays through another (§§ 5 and 6). */
export async function refuseNonPayer(queries: Queries, associationId: string, organisationId: string): Promise<void> {
  const member = await queries
    .selectFrom('membership as ms')
    .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
    .select('o.party')
    .where('ms.association_id', '=', associationId)
    .where('o.id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  const key = member ? 'contributions.paysThroughAnother' : 'contributions.notMember'
  if (!member || !payerOf[member.party]) throw breaksRule(key, {}, [{ where: 'body.organisationId', key }])
}

/** Refuses (422) a row in the regions' quarter of anyone but a municipality outside every region, where a region takes part (§ 5 a). */
export async function refuseInsideRegion(queries: Queries, associationId: string, organisationId: string): Promise<void> {
  const { members } = await findPayers(queries, associationId)
  if (members.some((one) => one.organisationId === organisationId && one.asRegion)) return
  throw breaksRule('contributions.insideRegion', {}, [{ where: 'body.asRegion', key: 'contributions.insideRegion' }])
}

/** The estimate of inhabitants 16–64 of each municipality that is a member, and of each region's part of the area, by organisation. */
export async function workingAge(queries: Queries, associationId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; people: number }>`
    select o.id, coalesce(sum(m.population_working_age_estimate), 0)::int as people
    from membership ms
    join organisation o on o.id = ms.organisation_id
    left join municipality m on m.code = o.municipality_code or (o.party = 'region' and m.region_code = o.region_code and m.code in (
      select municipality_code from association_municipality where association_id = ${associationId} and valid_to is null))
    where ms.association_id = ${associationId} and ms.valid_to is null
    group by o.id`.execute(queries)
  return new Map(rows.map(({ id, people }) => [id, people]))
}
