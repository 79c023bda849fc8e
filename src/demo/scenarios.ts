import { stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import type { CivilDate } from '../values/civilDate.ts'
import { million } from './contributionLevel.ts'
import type { FictiveAssociation } from './layer.ts'

const by = 'berit.exempelius'

/** Invents two thoughts about next year, so that there is something to compare. */
export async function loadScenarios(queries: Queries, association: FictiveAssociation, year: number, today: CivilDate): Promise<void> {
  const [first] = association.municipalities
  const thoughts = [
    { name: 'Om regionen ger 10 mkr', changes: [{ organisationId: association.regionOrganisationId, amountOre: 10 * million * 100 }] },
    { name: `Om ${first!.name} lämnar`, changes: [{ organisationId: first!.organisationId, amountOre: null }] },
  ]
  await queries
    .insertInto('contribution_scenario')
    .values(
      thoughts.map(({ name, changes }, at) => ({
        ...{ association_id: association.id, id: stableId(`scenario ${name}`), name, year, changes: JSON.stringify(changes) },
        ...{ recorded_at: `${today}T00:00:0${at}Z`, recorded_by: by, withdrawn_at: null },
      })),
    )
    .execute()
}
