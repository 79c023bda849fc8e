import { getAssociation, listAssociations } from '../associations/contract.ts'
import type { AssociationDetail } from '../associations/domain.ts'
import { call } from '../platform/call.ts'

/** An association with its members, by slug or id, real or invented; `undefined` when there is none. */
export async function findAssociation(slugOrId: string): Promise<AssociationDetail | undefined> {
  for (const layer of ['register', 'fictive'] as const) {
    const list = await call(listAssociations, { query: { layer } })
    const found = list.find((one) => one.slug === slugOrId || one.id === slugOrId)
    if (found) return call(getAssociation, { params: { slug: found.slug } })
  }
  return undefined
}
