import type { Role } from '../../platform/role.ts'

/** The roles that a system administrator gives, and the kind of place that each is held at. Those of caseworkers and leads are the employer's to give. */
export const officeRoles = {
  associationAdmin: 'association',
  boardMember: 'association',
  auditor: 'association',
  controllerAdmin: 'organisation',
  memberViewer: 'organisation',
  nationalAnalyst: 'none',
  publisher: 'none',
  approver: 'none',
  systemAdministrator: 'none',
} as const satisfies Partial<Record<Role, 'association' | 'organisation' | 'none'>>

export type OfficeRole = keyof typeof officeRoles
export const officeRoleCodes = Object.keys(officeRoles) as [OfficeRole, ...OfficeRole[]]
