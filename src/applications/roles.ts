import type { Role } from '../platform/role.ts'

/** Who may read the applications of an association. */
export const applicationReaders: readonly Role[] = ['associationAdmin', 'preparationMember', 'boardMember', 'auditor']

/** Who may begin and change a draft, comment and attach: anyone from a member that sits in the preparation group, and the office. */
export const applicationDrafters: readonly Role[] = ['associationAdmin', 'preparationMember']
