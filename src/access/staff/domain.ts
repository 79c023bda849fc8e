import type { Role } from '../../platform/role.ts'
import { addMonths, type CivilDate } from '../../values/civilDate.ts'

/** The roles that a controller gives its own staff. */
export const staffRoles = ['caseworker', 'interventionLead'] as const
export type StaffRole = (typeof staffRoles)[number]

/** A role between two days, both included; `to` null = until further notice. */
export interface Held {
  role: Role
  from: CivilDate
  to: CivilDate | null
}

/** Roles that come near records of persons, which the office of an association must not. */
const nearPersons: readonly Role[] = ['caseworker', 'controllerAdmin']

/** Why a person cannot be given a role, as a key of the catalogue; `undefined` when nothing stands in the way. */
export function incompatibility(employedByAssociation: boolean, held: readonly Held[], granted: Held): string | undefined {
  const isNear = nearPersons.includes(granted.role)
  if (isNear && employedByAssociation) return 'staff.employedByAssociation'
  const meanwhile = held.filter((one) => overlaps(one, granted)).map(({ role }) => role)
  const isOffice = granted.role === 'associationAdmin'
  if ((isNear && meanwhile.includes('associationAdmin')) || (isOffice && meanwhile.some((role) => nearPersons.includes(role)))) {
    return 'staff.bothOffices'
  }
  return undefined
}

/** Whether two periods share a day. */
export function overlaps(a: Pick<Held, 'from' | 'to'>, b: Pick<Held, 'from' | 'to'>): boolean {
  return (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from)
}

/** Whether a role is to be confirmed: a year after it began or was last confirmed. */
export function isReviewDue(from: CivilDate, reviewedOn: CivilDate | null, today: CivilDate): boolean {
  return addMonths(reviewedOn ?? from, 12) <= today
}

/** Where a role stands on a day. */
export function standing({ from, to }: Pick<Held, 'from' | 'to'>, today: CivilDate): 'coming' | 'current' | 'ended' {
  if (to !== null && (to < today || to < from)) return 'ended'
  return from > today ? 'coming' : 'current'
}
