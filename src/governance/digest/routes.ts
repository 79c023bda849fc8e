import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { addWish, confirmWish, endWish, findDigest } from './wishStore.ts'
import { breaksRule } from '../../platform/errors.ts'

/** Mounts where one's own e-mail goes. `available` = whether this installation sends any. */
export function digestRoutes(server: Server, available: boolean): void {
  serve(server, contract.getDigest, async ({ queries, scope }) => findDigest(queries, scope.userId, available))
  serve(server, contract.wishDigest, async ({ queries, scope, body, now }) => {
    if (!available) throw breaksRule('digest.noMail')
    await addWish(queries, scope.userId, body, now)
    return findDigest(queries, scope.userId, available)
  })
  serve(server, contract.confirmDigest, async ({ queries, scope, body, now }) => {
    await confirmWish(queries, scope.userId, body.code, now)
    return findDigest(queries, scope.userId, available)
  })
  serve(server, contract.endDigest, async ({ queries, scope }) => {
    await endWish(queries, scope.userId)
    return findDigest(queries, scope.userId, available)
  })
}
