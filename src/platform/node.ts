/**
 * What kind of place a deployment is. The first wall: an association's and the nation's own node have neither the endpoints nor the tables
 * that hold records of persons; a member's has them for the member's own staff.
 */
export const nodeKinds = ['all', 'member', 'association', 'national'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** Whether a node may hold records of persons. */
export function holdsPersons(node: NodeKind): boolean {
  return node === 'all' || node === 'member'
}
