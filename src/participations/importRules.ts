import { createHmac } from 'node:crypto'

/** How far a file's own reference reaches: a person's case number everywhere at the controller, or a running number within the intervention. */
export type ReferenceReach = 'controller' | 'intervention'

/**
 * The stored form of a local reference: an HMAC under the controller's own key, so that the reference itself is nowhere in the database.
 * @returns `\x…` hex as PostgreSQL reads bytea
 */
export function referenceHmac(key: Uint8Array, reach: ReferenceReach, interventionId: string, reference: string): string {
  const about = reach === 'controller' ? 'controller' : interventionId
  return `\\x${createHmac('sha256', key).update(`${about}:${reference.trim().toLowerCase()}`).digest('hex')}`
}

/** An intervention as an import needs to know it: which associations finance it, and where they are. */
export interface ImportIntervention {
  id: string
  name: string
  associations: readonly { id: string; sharePercent: number; municipalities: readonly string[] }[]
}

/**
 * The one association of a participation: of the intervention's, one that covers the home municipality, else any; of several the one with the largest share. It is decided when a participation is registered,
 * and again when its municipality is changed (`associationAfter`).
 */
export function associationOf(intervention: ImportIntervention, municipality: string | null): string {
  const home = intervention.associations.filter((one) => municipality !== null && one.municipalities.includes(municipality))
  const among = home.length > 0 ? home : intervention.associations
  const largest = [...among].sort((a, b) => b.sharePercent - a.sharePercent || (a.id < b.id ? -1 : 1))[0]
  if (!largest) throw new Error(`Intervention ${intervention.id} has no association`)
  return largest.id
}

/** Where a participation is counted. */
export interface Belonging {
  associationId: string
  municipality: string | null
}

/** The association after a change: another municipality may be another's; what else has changed, here or in the associations, moves nobody. */
export function associationAfter(before: Belonging, municipality: string | null, intervention: ImportIntervention | undefined): string {
  return before.municipality === municipality || !intervention ? before.associationId : associationOf(intervention, municipality)
}
