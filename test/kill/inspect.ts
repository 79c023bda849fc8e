import { sql } from 'kysely'
import { ChainCheck, type AnchorPoint } from '../../src/log/chain.ts'
import { listHeads, listLinks } from '../../src/log/chainStore.ts'
import type { Database } from '../../src/platform/database.ts'

/** What is wrong in a database after a kill, and where its chains end. */
export interface Inspection {
  faults: string[]
  heads: AnchorPoint[]
  registered: number
}

/** Looks for acknowledged writes that are gone, for writes that are half there, and for chains that do not hold. */
export async function inspect(
  { queries }: Database,
  acknowledged: readonly string[],
  anchors: readonly AnchorPoint[],
): Promise<Inspection> {
  const rows = await queries
    .selectFrom('participation as p')
    .select('p.id')
    .select(sql<number>`(select count(*) from participation_version v where v.participation_id = p.id and v.current)`.as('versions'))
    .select(sql<number>`(select count(*) from fact f where f.participation_id = p.id)`.as('facts'))
    .select(
      sql<number>`(select count(*) from audit_event e where e.kind = 'change' and e.endpoint = 'registerParticipation'
        and e.records @> array[p.id])`.as('events'),
    )
    .execute()
  const there = new Set(rows.map(({ id }) => id))
  const { rows: orphans } = await sql<{ id: string }>`select id from audit_event e
    where endpoint = 'registerParticipation' and not exists (select from participation p where p.id = e.records[1])`.execute(queries)
  const faults = [
    ...acknowledged.filter((id) => !there.has(id)).map((id) => `lost: ${id}`),
    ...rows
      .filter(({ versions, facts, events }) => versions !== 1 || facts !== 1 || events !== 1)
      .map(({ id, versions, facts, events }) => `half: ${id} has ${versions} versions, ${facts} facts, ${events} events`),
    ...orphans.map(({ id }) => `event without its write: ${id}`),
  ]
  const heads = await listHeads(queries)
  for (const { chain } of heads) faults.push(...(await brokenLinks({ queries } as Database, chain, anchors)))
  return { faults, heads, registered: rows.length }
}

async function brokenLinks({ queries }: Pick<Database, 'queries'>, chain: string, anchors: readonly AnchorPoint[]): Promise<string[]> {
  const check = new ChainCheck(chain, anchors)
  for (let after = 0; ;) {
    const links = await listLinks(queries, chain, after)
    if (links.length === 0) break
    links.forEach((link) => check.add(link))
    after = links.at(-1)!.seq
  }
  return check.end().map(({ kind, from, to }) => `chain ${chain}: ${kind} ${from}–${to}`)
}
