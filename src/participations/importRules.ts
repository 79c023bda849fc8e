import { createHmac } from 'node:crypto'

/** How far a file's own reference reaches: a person's case number everywhere at the controller, or a running number within the intervention. */
export type ReferenceReach = 'controller' | 'intervention'

/**
 * The stored form of a local reference: an HMAC under the controller's own key, so that the reference itself is nowhere in the database.
 * @returns `\x…` hex as PostgreSQL reads bytea
 */
export function referenceHmac(
  key: Uint8Array,
  reach: ReferenceReach,
  interventionId: string,
  reference: string,
): string {
  const about = reach === 'controller' ? 'controller' : interventionId
  return `\\x${createHmac('sha256', key).update(`${about}:${reference.trim().toLowerCase()}`).digest('hex')}`
}

/** An intervention as an import needs to know it: which associations finance it, and where they are. */
export interface ImportIntervention {
  id: string
  name: string
  associations: readonly { id: string; sharePercent: number; municipalities: readonly string[] }[]
}

/** The one association of a participation: the intervention's that covers the home municipality, else the one with the largest share. */
export function associationOf(intervention: ImportIntervention, municipality: string | null): string {
  const home = intervention.associations.find(
    (one) => municipality !== null && one.municipalities.includes(municipality),
  )
  if (home) return home.id
  const largest = [...intervention.associations].sort((a, b) => b.sharePercent - a.sharePercent)[0]
  if (!largest) throw new Error(`Intervention ${intervention.id} has no association`)
  return largest.id
}
