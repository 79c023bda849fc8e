import { OUTSIDE_REGIONS, register, stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import { tileCartogram } from '../associations/cartogram.ts'

/**
 * A fictive Sweden over the tiles of the real one: invented regions, municipalities, members and associations,
 * so that no invented figure ever stands beside a real name.
 */
export interface FictiveAssociation {
  id: string
  name: string
  slug: string
  municipalities: { code: string; name: string; population: number; organisationId: string }[]
  regionOrganisationId: string
  /** Its municipality outside every region, which gives in the regions' quarter too (§ 5 a). */
  outsideOrganisationId?: string
}

const words =
  'Norr Söder Öster Väster Älven Skogen Kusten Sjön Fjället Slätten Ån Rännilen Viken Sundet Udden Holmen Ön Näset Dalen Höjden Åsen Backen Berget Kullen Heden Mossen Myren Ängen Hagen Lunden Gläntan Stigen Vägen Bron Kvarnen Bruket Hamnen Fyren Skäret Klippan Stranden Forsen Fallet Källan Tjärnen Deltat Sanden Stenen Rösen Gården Byn Torget Tornet Porten Muren Linden Eken Björken Aspen Rönnen Granen Tallen Hasseln Lärkan Tranan Svanen Lommen Örnen Uven Renen Älgen Bävern'.split(
    ' ',
  )

/** Whether a municipality stands for one outside every region. Here a region takes part all the same, as nowhere in the register: § 5 a in full. */
const isOutside = ({ region }: { region: { real: string } }): boolean => OUTSIDE_REGIONS.has(region.real)

const regionLetter = (index: number): string => String.fromCharCode(65 + index)

/** Writes the fictive layer and gives its associations. */
export async function loadFictiveLayer(queries: Queries): Promise<FictiveAssociation[]> {
  const regions = register
    .regions()
    .map((region, i) => ({ real: region.code, code: `X${regionLetter(i)}`, name: `Exempelregion ${regionLetter(i)}` }))
  await queries
    .insertInto('region')
    .values(regions.map(({ code, name }) => ({ code, name, county: name, fictive: true })))
    .execute()
  const facts = register.municipalities()
  const tiles = tileCartogram(facts)
  const numbers = new Map<string, number>()
  const municipalities = facts.map((fact, i) => {
    const region = regions.find((one) => one.real === fact.region)!
    const number = (numbers.get(region.code) ?? 0) + 1
    numbers.set(region.code, number)
    const name = `Exempelkommun ${region.code.slice(1)}${number}`
    // Real codes end at 2584, so five thousand above is free for ever.
    const code = String(Number(fact.code) + 5000)
    return { fact, region, name, code, tile: tiles[i]!, organisationId: stableId(`fictive municipality ${code}`) }
  })
  await queries
    .insertInto('municipality')
    .values(
      municipalities.map(({ fact, region, name, code, tile }) => ({
        code,
        name,
        region_code: region.code,
        population: fact.population,
        population_year: 2019,
        population_working_age_estimate: fact.workingAgeEstimate,
        tile_column: tile.column,
        tile_row: tile.row,
        stands_for: fact.code,
        fictive: true,
        outside_region: isOutside({ region }),
      })),
    )
    .execute()
  const associations = partition(municipalities).map((group, i) => ({
    id: stableId(`fictive association ${i}`),
    name: `Exempelförbundet ${words[i]}`,
    slug: `exempelforbundet-${words[i]!.toLowerCase().replace(/[åä]/g, 'a').replace(/ö/g, 'o')}`,
    municipalities: group.map(({ code, name, fact, organisationId }) => ({
      code,
      name,
      population: fact.population,
      organisationId,
    })),
    regionOrganisationId: stableId(`fictive region ${group[0]!.region.code}`),
    ...(isOutside(group[0]!) && { outsideOrganisationId: group[0]!.organisationId }),
  }))
  await loadFictiveMembers(queries, regions, municipalities, associations)
  return associations
}

/** The real register's groups of neighbours, plus two of the municipalities it does not place: 72 areas. */
function partition<T extends { fact: { association: string | null } }>(municipalities: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of municipalities) {
    if (one.fact.association === null) continue
    groups.set(one.fact.association, [...(groups.get(one.fact.association) ?? []), one])
  }
  const alone = municipalities.filter((one) => one.fact.association === null).slice(0, 2)
  return [...groups.values(), ...alone.map((one) => [one])].slice(0, words.length)
}

async function loadFictiveMembers(
  queries: Queries,
  regions: readonly { code: string; name: string }[],
  municipalities: readonly { code: string; name: string; organisationId: string }[],
  associations: readonly FictiveAssociation[],
): Promise<void> {
  const state = [
    {
      id: stableId('fictive fk'),
      name: 'Försäkringskassan (exempel)',
      party: 'stateFk',
      municipality_code: null,
      region_code: null,
    },
    {
      id: stableId('fictive af'),
      name: 'Arbetsförmedlingen (exempel)',
      party: 'stateAf',
      municipality_code: null,
      region_code: null,
    },
  ]
  const regional = regions.map(({ code, name }) => ({
    id: stableId(`fictive region ${code}`),
    name,
    party: 'region',
    municipality_code: null,
    region_code: code,
  }))
  const municipal = municipalities.map(({ code, name, organisationId }) => ({
    id: organisationId,
    name,
    party: 'municipality',
    municipality_code: code,
    region_code: null,
  }))
  await queries
    .insertInto('organisation')
    .values([...state, ...regional, ...municipal].map((row) => ({ ...row, fictive: true })))
    .execute()
  await loadFictiveAssociations(queries, associations)
  const memberships = associations.flatMap((one) =>
    [...state.map(({ id }) => id), one.regionOrganisationId, ...one.municipalities.map(({ organisationId }) => organisationId)].map(
      (id) => ({
        association_id: one.id,
        organisation_id: id,
      }),
    ),
  )
  await queries.insertInto('membership').values(memberships).execute()
}

async function loadFictiveAssociations(queries: Queries, associations: readonly FictiveAssociation[]): Promise<void> {
  await queries
    .insertInto('association')
    .values(
      associations.map(({ id, slug, name, municipalities: area }) => ({
        id,
        slug,
        name,
        seat: area[0]!.name,
        start_year: null,
        website: null,
        organisation_number: null,
        confidence: null,
        source: 'Påhittade data',
        source_year: null,
        notes: null,
        fictive: true,
      })),
    )
    .execute()
  const area = associations.flatMap((one) =>
    one.municipalities.map(({ code }) => ({
      association_id: one.id,
      municipality_code: code,
      source: 'Påhittade data',
    })),
  )
  await queries.insertInto('association_municipality').values(area).execute()
}
