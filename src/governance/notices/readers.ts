import { applicationReaders } from '../../applications/roles.ts'
import type { Role } from '../../platform/role.ts'

/** Who has something to see to in an association. Apart from the contract, since the front page asks. */
export const noticeReaders: readonly Role[] = [...applicationReaders, 'attester']
