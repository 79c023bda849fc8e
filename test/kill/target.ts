import { openEmbedded, openServed, type Database } from '../../src/platform/database.ts'

/** Where the killed process writes: the folder of an embedded database, or the address of a PostgreSQL. */
export function openTarget(target: string): Database {
  return target.startsWith('postgres://') ? openServed(target) : openEmbedded(target)
}
