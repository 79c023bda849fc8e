import type { Role } from '../../platform/role.ts'

/** The roles that a system administrator gives, and the kind of place that each is held at. Those of caseworkers and leads are the employer's to give. */
export const officeRoles = {
  associationAdmin: 'association',
  boardMember: 'association',
  preparationMember: 'association',
  attester: 'association',
  auditor: 'association',
  controllerAdmin: 'organisation',
  memberViewer: 'organisation',
  memberEditor: 'organisation',
  nationalAnalyst: 'none',
  publisher: 'none',
  approver: 'none',
  systemAdministrator: 'none',
} as const satisfies Partial<Record<Role, 'association' | 'organisation' | 'none'>>

export type OfficeRole = keyof typeof officeRoles
export const officeRoleCodes = Object.keys(officeRoles) as [OfficeRole, ...OfficeRole[]]

interface Reviewed {
  id: string
  roles: readonly { due: boolean }[]
}

const isToReview = (person: Reviewed, who: string | undefined): boolean => person.id !== who && person.roles.some((one) => one.due)

/** How many roles somebody is to confirm or end: those that are due, but one's own. */
export function countDue(people: readonly Reviewed[], who: string | undefined): number {
  return people.filter((person) => isToReview(person, who)).flatMap(({ roles }) => roles.filter((one) => one.due)).length
}

/** People with a role to confirm before the others, else in the order they had. */
export function dueFirst<T extends Reviewed>(people: readonly T[], who: string | undefined): T[] {
  return [...people.filter((person) => isToReview(person, who)), ...people.filter((person) => !isToReview(person, who))]
}
