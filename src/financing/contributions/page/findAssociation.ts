import { listAssociations } from '../../../associations/contract.ts'
import type { AssociationSummary } from '../../../associations/domain.ts'
import { call } from '../../../platform/call.ts'

/** An association by its address, real or invented; null when there is none. */
export async function findAssociation(slug: string): Promise<AssociationSummary | null> {
  const lists = await Promise.all((['register', 'fictive'] as const).map((layer) => call(listAssociations, { query: { layer } })))
  return lists.flat().find((one) => one.slug === slug) ?? null
}
