import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { tileCartogram } from './cartogram.ts'

/** The register of Sweden as shipped: facts with source, year and confidence, in `register/*.json`. */

interface RegionFact {
  code: string
  name: string
  county: string
}
export interface MunicipalityFact {
  code: string
  name: string
  region: string
  population: number
  workingAgeEstimate: number
  association: string | null
  membership: 'verified' | 'inferred' | 'unresolved'
  east: number
  north: number
}
interface AssociationFact {
  slug: string
  name: string
  seat: string | null
  regions: string[]
  municipalities: string[]
  startYear: number | null
  website: string | null
  organisationNumber: string | null
  confidence: string
  source: string | null
  notes: string | null
}
interface About {
  source: string
  year: number
  statedAssociations: number
  statedMunicipalities: number
  statedYear: number
}

function read<T>(name: string): { about: About; rows: T[] } {
  return JSON.parse(readFileSync(new URL(`./register/${name}.json`, import.meta.url), 'utf8')) as {
    about: About
    rows: T[]
  }
}

/** The shipped rows, for the seeding below, the fictive layer of the demo, and tests. */
export const register = {
  regions: (): RegionFact[] => read<RegionFact>('regions').rows,
  municipalities: (): MunicipalityFact[] => read<MunicipalityFact>('municipalities').rows,
  associations: (): AssociationFact[] => read<AssociationFact>('associations').rows,
  about: (): { register: About; population: About } => ({
    register: read('associations').about,
    population: read('municipalities').about,
  }),
}

/** A uuid that is the same every time for the same name, so that a re-loaded register keeps its addresses. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`samlad:${name}`).digest('hex')
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Gotland is a municipality outside any region (§ 5 a): its one organisation takes part as municipality only. */
export const OUTSIDE_REGIONS: ReadonlySet<string> = new Set(['09'])

/** Loads the register into an empty database. Run once, when the database is made. */
export async function loadRegister(queries: Queries): Promise<void> {
  const municipalities = register.municipalities()
  const tiles = tileCartogram(municipalities)
  const { population } = register.about()
  await queries
    .insertInto('region')
    .values(register.regions().map(({ code, name, county }) => ({ code, name, county })))
    .execute()
  await queries
    .insertInto('municipality')
    .values(
      municipalities.map((row, i) => ({
        code: row.code,
        name: row.name,
        region_code: row.region,
        population: row.population,
        population_year: population.year,
        population_working_age_estimate: row.workingAgeEstimate,
        tile_column: tiles[i]!.column,
        tile_row: tiles[i]!.row,
        outside_region: OUTSIDE_REGIONS.has(row.region),
      })),
    )
    .execute()
  await loadAssociations(queries)
  await loadMembers(queries)
}

async function loadAssociations(queries: Queries): Promise<void> {
  const { year } = register.about().register
  const rows = register.associations()
  await queries
    .insertInto('association')
    .values(
      rows.map((row) => ({
        id: stableId(row.slug),
        slug: row.slug,
        name: row.name,
        seat: row.seat,
        start_year: row.startYear,
        website: row.website,
        organisation_number: row.organisationNumber,
        confidence: row.confidence,
        source: row.source,
        source_year: year,
        notes: row.notes,
      })),
    )
    .execute()
  const placed = register.municipalities().filter((row) => row.association !== null)
  await queries
    .insertInto('association_municipality')
    .values(
      placed.map((row) => ({
        association_id: stableId(row.association!),
        municipality_code: row.code,
        inferred: row.membership !== 'verified',
        source: null,
      })),
    )
    .execute()
}

async function loadMembers(queries: Queries): Promise<void> {
  const regions = register.regions().filter((row) => !OUTSIDE_REGIONS.has(row.code))
  const organisations = [
    { id: stableId('fk'), name: 'Försäkringskassan', party: 'stateFk', municipality_code: null, region_code: null },
    { id: stableId('af'), name: 'Arbetsförmedlingen', party: 'stateAf', municipality_code: null, region_code: null },
    ...regions.map((row) => ({
      id: stableId(`region ${row.code}`),
      name: row.name,
      party: 'region',
      municipality_code: null,
      region_code: row.code,
    })),
    ...register.municipalities().map((row) => ({
      id: stableId(`municipality ${row.code}`),
      name: row.code === '0980' ? 'Region Gotland' : `${row.name}${row.name.endsWith('s') ? '' : 's'} kommun`,
      party: 'municipality',
      municipality_code: row.code,
      region_code: null,
    })),
  ]
  await queries.insertInto('organisation').values(organisations).execute()
  const memberships = register.associations().flatMap((association) => {
    const area = register.municipalities().filter((row) => row.association === association.slug)
    const regionCodes = [...new Set(area.map((row) => row.region))].filter((code) => !OUTSIDE_REGIONS.has(code))
    const state = [stableId('fk'), stableId('af')].map((id) => ({ id, inferred: false }))
    const regional = regionCodes.map((code) => ({ id: stableId(`region ${code}`), inferred: true }))
    const municipal = area.map((row) => ({
      id: stableId(`municipality ${row.code}`),
      inferred: row.membership !== 'verified',
    }))
    return [...state, ...regional, ...municipal].map(({ id, inferred }) => ({
      association_id: stableId(association.slug),
      organisation_id: id,
      inferred,
    }))
  })
  await queries.insertInto('membership').values(memberships).execute()
}
