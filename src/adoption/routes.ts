import { serve, type Server } from '../platform/serve.ts'
import { getAdoptionBook } from './bookStore.ts'
import * as contract from './contract.ts'
import { findLessons } from './lessonStore.ts'
import { getOverview } from './outcomeStore.ts'
import * as store from './store.ts'

/** Mounts what became of interventions, and what was learnt. */
export function adoptionRoutes(server: Server): void {
  serve(server, contract.getAdoptions, async ({ queries, scope, params, now }) =>
    getAdoptionBook(queries, scope, params.associationId, now),
  )
  serve(server, contract.readAdoptions, async ({ queries, scope, params, now }) =>
    getAdoptionBook(queries, scope, params.associationId, now),
  )
  serve(server, contract.recordAdoption, async ({ queries, scope, params, body, now }) => {
    await store.recordAdoption(queries, scope, params.associationId, body, now)
    return getAdoptionBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.changeAdoption, async ({ queries, scope, params, body, now }) => {
    await store.changeAdoption(queries, scope, params, body, now)
    return getAdoptionBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.checkAdoption, async ({ queries, scope, params, body, now }) => {
    await store.checkAdoption(queries, scope, params, body, now)
    return getAdoptionBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.getAdoptionOverview, async ({ queries, scope, now }) => getOverview(queries, scope, now))
  serve(server, contract.findLessons, async ({ queries, scope, query }) => findLessons(queries, scope, query))
}
