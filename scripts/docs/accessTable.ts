import type { Endpoint, Permission } from '../../src/platform/endpoint.ts'
import { Role } from '../../src/platform/role.ts'

const intro = `# Who may call what

Generated from the contracts by \`npm run docs\`; a test holds it to them, and another calls every endpoint as every role.

**yes** = may call. **own** = only for the places where the role is held; another's id answers exactly like one that does not
exist (404). **–** = refused: 401 when nobody is signed in, 403 or 404 otherwise. *Audit* says what a call leaves in the log;
refused calls of audited endpoints are logged too.
`

/** The access table as Markdown: one row per endpoint, one column per role. */
export function accessTable(endpoints: readonly Endpoint[]): string {
  const heads = ['Endpoint', 'Name', 'Permission', 'Audit', 'not signed in', ...Role.codes.map(({ code }) => code)]
  const roles = Role.codes.map(({ code, label }) => `| ${code} | ${label.en} | ${label.sv} |`)
  const rows = endpoints.map((one) => [
    ...[`${one.method} ${one.path}`, one.name, permissionText(one.permission), one.audit],
    ...[undefined, ...Role.codes.map(({ code }) => code)].map((role) => mayCall(one.permission, role)),
  ])
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [intro, ...table, '', '## Roles', '', '| Role | English | Swedish |', '| --- | --- | --- |', ...roles, ''].join('\n')
}

/** What stands in the table for a role; `undefined` is nobody signed in. */
function mayCall(permission: Permission, role: Role | undefined): 'yes' | 'own' | '–' {
  if (permission.kind === 'public') return 'yes'
  if (role === undefined) return '–'
  if (permission.kind === 'signedIn') return 'yes'
  if (!permission.roles.includes(role)) return '–'
  return permission.kind === 'roleAt' ? 'own' : 'yes'
}

/** A permission in words. */
export function permissionText(permission: Permission): string {
  if (permission.kind === 'public') return 'everybody'
  if (permission.kind === 'signedIn') return 'everybody signed in'
  const roles = permission.roles.map((role) => Role.label(role, 'en').toLowerCase()).join(', ')
  if (permission.kind === 'role') return roles
  return `${roles} of the ${permission.place === 'associationId' ? 'association' : 'controller'} in the address`
}
