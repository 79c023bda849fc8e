import type { Generated } from 'kysely'

type Text = string | null
type Int = number | null

export interface RegionRow {
  code: string
  name: string
  county: string
  fictive: Generated<boolean>
}

export interface MunicipalityRow {
  code: string
  name: string
  region_code: string
  population: number
  population_year: number
  population_working_age_estimate: number
  tile_column: number
  tile_row: number
  stands_for: Text
  outside_region: Generated<boolean>
  fictive: Generated<boolean>
}

export interface AssociationRow {
  id: string
  slug: string
  name: string
  seat: Text
  start_year: Int
  website: Text
  organisation_number: Text
  confidence: Text
  source: Text
  source_year: Int
  notes: Text
  fictive: Generated<boolean>
}

export interface AssociationMunicipalityRow {
  association_id: string
  municipality_code: string
  inferred: Generated<boolean>
  source: Text
  valid_from: Generated<string>
  valid_to: Text
}

export interface OrganisationRow {
  id: string
  name: string
  party: string
  municipality_code: Text
  region_code: Text
  fictive: Generated<boolean>
}

export interface MembershipRow {
  association_id: string
  organisation_id: string
  takes_part: Generated<boolean>
  finances: Generated<boolean>
  uses_funds: Generated<boolean>
  inferred: Generated<boolean>
  valid_from: Generated<string>
  valid_to: Text
}

/** The tables of the slice, as Kysely sees them. */
export interface AssociationTables {
  region: RegionRow
  municipality: MunicipalityRow
  association: AssociationRow
  association_municipality: AssociationMunicipalityRow
  organisation: OrganisationRow
  membership: MembershipRow
}
