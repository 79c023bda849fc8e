import { z } from 'zod'
import { codeList } from '../values/codeList.ts'

/** The four parties of the Finsam act, § 1 lag (2003:1210). Several municipalities are one party, so are several regions. */
export const Party = codeList('party', [
  ['stateFk', 'Försäkringskassan', 'Social Insurance Agency'],
  ['stateAf', 'Arbetsförmedlingen', 'Public Employment Service'],
  ['region', 'Region', 'Region'],
  ['municipality', 'Kommun', 'Municipality'],
])
export type Party = (typeof Party.codes)[number]['code']

/** How sure a row of the register is. */
export const Confidence = codeList('confidence', [
  ['A', 'Läst vid källan', 'Read at the source'],
  ['B', 'Delvis härlett', 'Partly inferred'],
  ['C', 'Ej kontrollerad', 'Not checked'],
])

/** Membership of a municipality as far as the register knows; "outside" is never claimed without a source. */
export const MembershipStatus = codeList('membershipStatus', [
  ['member', 'Medlem', 'Member'],
  ['inferred', 'Troligen medlem (härlett)', 'Probably member (inferred)'],
  ['unknown', 'Utanför eller okänd', 'Outside or unknown'],
])

export const AssociationSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  seat: z.string().nullable(),
  regions: z.array(z.string()),
  municipalities: z.array(z.string()),
  population: z.int(),
  confidence: Confidence.schema.nullable(),
  fictive: z.boolean(),
})
export type AssociationSummary = z.infer<typeof AssociationSummary>

export const Member = z.object({
  id: z.uuid(),
  name: z.string(),
  party: Party.schema,
  inferred: z.boolean(),
})

export const AssociationDetail = AssociationSummary.extend({
  startYear: z.int().nullable(),
  website: z.string().nullable(),
  source: z.string().nullable(),
  sourceYear: z.int().nullable(),
  notes: z.string().nullable(),
  members: z.array(Member),
  area: z.array(z.object({ code: z.string(), name: z.string(), population: z.int(), inferred: z.boolean() })),
})
export type AssociationDetail = z.infer<typeof AssociationDetail>

export const MunicipalityTile = z.object({
  code: z.string(),
  name: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  column: z.int(),
  row: z.int(),
  population: z.int(),
  status: MembershipStatus.schema,
  associations: z.array(z.object({ slug: z.string(), name: z.string() })),
})
export type MunicipalityTile = z.infer<typeof MunicipalityTile>

/** The register seen as one: how many are stated to exist, how many rows we hold, and since when. */
export const Network = z.object({
  fictive: z.boolean(),
  associations: z.object({ rows: z.int(), stated: z.int().nullable() }),
  municipalities: z.object({ rows: z.int(), placed: z.int(), stated: z.int().nullable() }),
  regions: z.int(),
  statedYear: z.int().nullable(),
  populationSource: z.string(),
})
export type Network = z.infer<typeof Network>
