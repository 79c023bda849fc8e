import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import { stockholmDate } from '../values/civilDate.ts'
import type { AnchorPoint } from './chain.ts'
import { listHeads } from './chainStore.ts'

const Point = z.object({ chain: z.string(), seq: z.int(), hash: z.string() })
const AnchorFile = z.object({ anchors: z.array(z.object({ at: z.string(), chains: z.array(Point) })) })
const fileName = /^\d{4}-\d{2}-\d{2}\.json$/

/** Every point of the anchor files in a folder; none when there is no folder. Throws on a file that is not as we write them. */
export function readAnchors(folder: string): AnchorPoint[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => fileName.test(file))
  return files.flatMap((file) => readFile(join(folder, file)).flatMap(({ chains }) => chains))
}

/**
 * Adds the last row of every chain to the day's file `YYYY-MM-DD.json`, leaving out chains that have not grown since the last time that
 * day. What stands there already is never replaced: a chain that was cut meanwhile must not be anchored over.
 */
export async function writeAnchor(database: Database, folder: string, now: Date): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${stockholmDate(now)}.json`)
  const earlier = existsSync(path) ? readFile(path) : []
  const known = new Set(earlier.flatMap(({ chains }) => chains).map(nameOf))
  const heads = await database.as('samlad_keeper', undefined, listHeads)
  const chains = heads.filter((head) => !known.has(nameOf(head)))
  if (chains.length === 0 && existsSync(path)) return
  const text = JSON.stringify({ anchors: [...earlier, { at: now.toISOString(), chains }] }, null, 1)
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}

/**
 * Anchors the log now and once a day from then on. An anchor that cannot be written is told to `onFault` and stops nothing else. Gives
 * what ends it, with a last anchor.
 */
export async function keepAnchors(
  database: Database,
  folder: string,
  now: () => Date,
  onFault: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const anchor = (): Promise<void> => writeAnchor(database, folder, now()).catch(onFault)
  await anchor()
  let day = stockholmDate(now())
  const timer = setInterval(() => {
    if (stockholmDate(now()) === day) return
    day = stockholmDate(now())
    void anchor()
  }, 60_000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await anchor()
  }
}

function readFile(path: string): z.infer<typeof AnchorFile>['anchors'] {
  return AnchorFile.parse(JSON.parse(readFileSync(path, 'utf8'))).anchors
}

const nameOf = ({ chain, seq, hash }: AnchorPoint): string => `${chain} ${seq} ${hash}`
