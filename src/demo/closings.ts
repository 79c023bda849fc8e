import type { Queries } from '../platform/database.ts'
import type { CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'

/** Closes the books of the year before last, as an association does when its annual report has been decided. Last of all that is invented: a closed year takes no more. */
export async function loadClosings(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - 2
  await queries
    .insertInto('year_closing')
    .values({
      ...{ association_id: association.id, year, step: 1, previous: null, act: 'close', was: null, state: 'closed', asked_by: null },
      ...{ account_key_version: 0, note: 'Påhittat: årsredovisningen är beslutad.' },
      ...{ recorded_at: `${year + 1}-04-10T09:00:00Z`, recorded_by: 'berit.exempelius' },
    })
    .execute()
}
