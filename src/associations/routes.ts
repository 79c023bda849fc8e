import { stockholmDate } from '../values/civilDate.ts'
import { notFound } from '../platform/errors.ts'
import { serve, type Server } from '../platform/serve.ts'
import * as contract from './contract.ts'
import { placeMunicipality } from './placing.ts'
import * as store from './store.ts'

/** Mounts the register of associations and municipalities. */
export function associationRoutes(server: Server): void {
  serve(server, contract.getNetwork, async ({ queries, query }) => store.getNetwork(queries, query.layer === 'fictive'))
  serve(server, contract.listAssociations, async ({ queries, query }) => store.listAssociations(queries, query.layer === 'fictive'))
  serve(server, contract.listMunicipalities, async ({ queries, query }) => store.listMunicipalities(queries, query.layer === 'fictive'))
  serve(server, contract.getAssociation, async ({ queries, params }) => {
    const association = await store.findAssociation(queries, params.slug)
    if (!association) throw notFound()
    return association
  })
  serve(server, contract.placeMunicipality, async ({ queries, params, body, now }) => {
    await placeMunicipality(queries, { ...params, ...body, today: stockholmDate(now) })
    const row = await queries.selectFrom('association').select('slug').where('id', '=', params.associationId).executeTakeFirstOrThrow()
    return (await store.findAssociation(queries, row.slug))!
  })
}
