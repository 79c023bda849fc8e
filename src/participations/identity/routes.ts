import { serve, serveAfter, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import type { Keyring, KeySource, KeyTrouble } from './keys.ts'
import { rotateBatch } from './rotationStore.ts'
import * as store from './store.ts'
import * as tier from './tierStore.ts'

/** Mounts personal numbers: opening and closing, the key, and single numbers. Keys are fetched before the transaction begins. */
export function identityRoutes(server: Server, keysOf: KeySource): void {
  const keys = ({ params }: { params: { controllerId: string } }): Promise<Keyring | KeyTrouble> => keysOf(params.controllerId)
  tierRoutesOf(server, keys)
  serveAfter(server, contract.setIdentity, keys, async ({ queries, scope, params, body, now, prepared, concerns }) => {
    concerns(params.id)
    await store.setIdentity(queries, scope, params, body, prepared, now)
    return { stored: true }
  })
  serveAfter(server, contract.showIdentity, keys, async ({ queries, scope, params, prepared, reply, concerns }) => {
    concerns(params.id)
    reply.header('cache-control', 'no-store')
    return store.showIdentity(queries, scope, params, prepared)
  })
  serve(server, contract.removeIdentity, async ({ queries, scope, params, concerns }) => {
    concerns(params.id)
    await store.removeIdentity(queries, scope, params)
    return { stored: false }
  })
  serveAfter(server, contract.findByIdentity, keys, async ({ queries, scope, params, body, now, prepared, concerns }) => {
    const found = await store.findByIdentity(queries, scope, params.controllerId, body.personnummer, prepared, now)
    concerns(...found.map(({ id }) => id))
    return found
  })
}

type Keys = (call: { params: { controllerId: string } }) => Promise<Keyring | KeyTrouble>

function tierRoutesOf(server: Server, keys: Keys): void {
  const database = server.database.kind
  serveAfter(server, contract.getIdentityTier, keys, async ({ queries, params, prepared }) =>
    tier.getIdentityTier(queries, params.controllerId, { database, keys: prepared }),
  )
  serveAfter(server, contract.openIdentityTier, keys, async ({ queries, scope, params, body, now, prepared, says }) => {
    says('identity opened')
    return tier.openIdentityTier(queries, scope, params.controllerId, body, { database, keys: prepared }, now)
  })
  serveAfter(server, contract.closeIdentityTier, keys, async ({ queries, scope, params, body, now, prepared, says }) => {
    says(body.remove ? 'identity closed and removed' : 'identity closed')
    return tier.closeIdentityTier(queries, scope, params.controllerId, body, { database, keys: prepared }, now)
  })
  serveAfter(server, contract.rotateIdentityKey, keys, async ({ queries, scope, params, now, prepared, says }) => {
    const done = await rotateBatch(queries, scope, params.controllerId, store.demandKeys(prepared), now)
    says(`rotation n=${done.rewritten}`)
    return done
  })
}
