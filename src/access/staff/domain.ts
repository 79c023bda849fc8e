import { breaksRule } from '../../platform/errors.ts'
import type { Role } from '../../platform/role.ts'
import { addDays, addMonths, type CivilDate } from '../../values/civilDate.ts'

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

/** Whoever leads an intervention sees numbers of it that are exact: they too are kept from the office. */
const exactNumbers: readonly Role[] = [...nearPersons, 'interventionLead']
/** Those whose work an auditor goes through. */
const audited: readonly Role[] = ['associationAdmin', 'boardMember']

/** Whether giving a role would let it and one of those that it must not meet be held at once. */
function meet(held: readonly Role[], granted: Role, role: Role, others: readonly Role[]): boolean {
  return granted === role ? held.some((one) => others.includes(one)) : others.includes(granted) && held.includes(role)
}

/** Why a person cannot be given a role, as a key of the catalogue; `undefined` when nothing stands in the way. */
export function incompatibility(employedByAssociation: boolean, held: readonly Held[], granted: Held): string | undefined {
  const isNear = nearPersons.includes(granted.role)
  if (isNear && employedByAssociation) return 'staff.employedByAssociation'
  const meanwhile = held.filter((one) => overlaps(one, granted)).map(({ role }) => role)
  // Whoever runs the system gives roles to others, and never has the records of persons as well.
  if (meet(meanwhile, granted.role, 'systemAdministrator', nearPersons)) return 'staff.systemAndRecords'
  if (meet(meanwhile, granted.role, 'associationAdmin', exactNumbers)) return 'staff.bothOffices'
  if (meet(meanwhile, granted.role, 'auditor', audited)) return 'staff.auditsOneself'
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

/**
 * The last day that a role gets when it is ended: yesterday ends it at once, and one that has not begun never does. Throws `Refusal` 422 when
 * it has ended already, and for a day before yesterday or after the end it has.
 */
export function demandLastDay(held: Pick<Held, 'from' | 'to'>, lastDay: CivilDate, today: CivilDate): CivilDate {
  if (standing(held, today) === 'ended') throw breaksRule('staff.notCurrent')
  if (lastDay < addDays(today, -1) || (held.to !== null && lastDay > held.to)) throw breaksRule('staff.badLastDay')
  const never = addDays(held.from, -1)
  return lastDay < never ? never : lastDay
}

/** Where a role stands on a day. */
export function standing({ from, to }: Pick<Held, 'from' | 'to'>, today: CivilDate): 'coming' | 'current' | 'ended' {
  if (to !== null && (to < today || to < from)) return 'ended'
  return from > today ? 'coming' : 'current'
}
