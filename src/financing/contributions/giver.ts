import type { Translate } from '../../values/catalogue.ts'

/** Who gives, and as what: a municipality outside every region gives in two parts where a region takes part (§ 5 a). */
export interface Giver {
  organisationId: string
  asRegion?: boolean | undefined
}

/** A giver as a key of maps and lists. */
export const giverKey = ({ organisationId, asRegion }: Giver): string => (asRegion ? `${organisationId} region` : organisationId)

/** A giver's name, with the part of it where it gives in two. */
export const giverName = ({ name, asRegion }: { name: string; asRegion?: boolean | undefined }, t: Translate): string =>
  asRegion ? t('contributions.inRegionsPart', { name }) : name
