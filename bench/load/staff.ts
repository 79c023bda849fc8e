import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openSession } from '../../src/access/sessionStore.ts'
import type { Database } from '../../src/platform/database.ts'

/** A controller with many participations, some of them, and the cookies of staff who work in all of its interventions. */
export interface Workplace {
  controllerId: string
  interventionId: string
  participations: number
  records: { id: string; code: string }[]
  cookies: string[]
}

/** Appoints `n` caseworkers at the controller that has most participations, and signs them in. */
export async function staffWorkplace(database: Database, n: number): Promise<Workplace> {
  const { queries } = database
  const controllers = await sql<{ id: string; n: number }>`
    select controller_id as id, count(*) as n from participation group by controller_id order by n desc limit 1`.execute(queries)
  const { id: controllerId, n: participations } = controllers.rows[0]!
  const interventions = await sql<{ id: string }>`
    select intervention_id as id from participation where controller_id = ${controllerId} group by 1 order by count(*) desc`.execute(
    queries,
  )
  const records = await sql<{ id: string; code: string }>`
    select id, code from participation where controller_id = ${controllerId} and locked_at is null order by md5(id::text) limit 1500`.execute(
    queries,
  )
  const cookies: string[] = []
  for (let at = 0; at < n; at++) {
    const user = { id: `load.${at}`, name: `Load ${at}`, employer_id: controllerId }
    await queries.insertInto('app_user').values(user).execute()
    const roles = interventions.rows.map(({ id }) => ({
      ...{ id: randomUUID(), user_id: user.id, role: 'caseworker', controller_id: controllerId, intervention_id: id },
      ...{ association_id: null, valid_from: '2020-01-01', valid_to: null },
    }))
    await queries.insertInto('role_assignment').values(roles).execute()
    const token = await database.as('samlad_service', undefined, (service) => openSession(service, user.id, { means: 'demo' }, new Date()))
    cookies.push(`samlad_session=${token}`)
  }
  return { controllerId, interventionId: interventions.rows[0]!.id, participations, records: records.rows, cookies }
}
