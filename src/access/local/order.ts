import type { Role } from '../../platform/role.ts'
import { staffRoles } from '../staff/domain.ts'

/** By whose word an account is made: the steward's of the person's employer, one system administrator's, or that of two persons. */
export type Basis = 'controller' | 'office' | 'twoPersons'
export interface Order {
  basis: Basis
  /** The controller whose steward it is. */
  placeId: string | null
  /** The controllers that had a say, where two persons stand behind it. */
  places?: readonly string[]
}

/** A role as it matters here: what, and at which controller if at any. */
export interface PlacedRole {
  role: Role
  controllerId: string | null
}

/**
 * Whether an account made by somebody's word may carry a role. Whoever makes a link could use it: a steward must not come by roles that are
 * not the steward's to give, nor one system administrator alone by a role at a controller, nor two by one at a controller that had no say.
 */
export function covers({ basis, placeId, places = [] }: Order, { role, controllerId }: PlacedRole): boolean {
  if (basis === 'office') return controllerId === null
  if (basis === 'twoPersons') return controllerId === null || places.includes(controllerId)
  return controllerId === placeId && (staffRoles as readonly Role[]).includes(role)
}

/** The controllers at which somebody holds a role, each once and in a fixed order, so that nobody waits for each other's logs in a ring. */
export function controllersAmong(held: readonly PlacedRole[]): string[] {
  return [...new Set(held.flatMap(({ controllerId }) => controllerId ?? []))].sort()
}
