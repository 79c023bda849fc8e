import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import { serve, serveAfter, type Server } from '../../platform/serve.ts'
import { beginSession, demandPrivacy } from '../beginSession.ts'
import { describeMe, type Deployment } from '../me.ts'
import { findPrincipal } from '../store.ts'
import { confirmStaffLink, makeAccountLink, openAccountLink, signInLocally, useAccountLink } from './contract.ts'
import { passwordFault } from './domain.ts'
import { openLink, orderAccountLink, standingRoles } from './linkStore.ts'
import { stepOfCode, totpForApp } from './oneTimeCode.ts'
import { controllersAmong, covers } from './order.ts'
import { hashPassword, isPassword } from './password.ts'
import { confirmRequest } from './requestStore.ts'
import { addAccount, countAttempt, findAccount, findAccountLink, forgetFailures, isEmployedBy, isPerson, spendStep } from './store.ts'
import type { Vault } from './vault.ts'

/**
 * The one answer to everything that is wrong: unknown, wrong password, wrong or used code, shut, no longer employed.
 * @param tried whose account it was, for the log; nothing that was merely typed
 */
function refused(tried?: string): Refusal {
  const refusal = new Refusal(403, 'local.refused')
  return tried === undefined ? refusal : refusal.about(tried)
}

/** Mounts local accounts. Where they are off, every endpoint answers 404. */
export function localRoutes(server: Server, deployment: Deployment, vault: Vault | undefined): void {
  const demand = (): Vault => {
    if (!vault) throw notFound()
    return vault
  }
  signInRoute(server, deployment, demand)
  linkRoutes(server, deployment, demand)
}

function signInRoute(server: Server, deployment: Deployment, demand: () => Vault): void {
  // Names without an account take as long as those with one.
  const nobody = deployment.localAccounts ? hashPassword('nobody has this password') : undefined
  const known = (userId: string, now: Date) =>
    server.database.as('samlad_service', undefined, async (queries) => ({
      mayTry: await countAttempt(queries, userId, now),
      account: await findAccount(queries, userId),
      person: (await isPerson(queries, userId)) ? userId : undefined,
    }))
  serveAfter(
    server,
    signInLocally,
    async ({ body, now, request }) => {
      const keys = demand()
      demandPrivacy(request)
      const userId = body.userId.trim().toLowerCase()
      const { mayTry, account, person } = await known(userId, now)
      const fits = await isPassword(body.password, account?.password_hash ?? (await nobody)!)
      if (!mayTry || !account || !fits) throw refused(person)
      const step = stepOfCode(keys.unseal(userId, account.totp_secret), body.code.replace(' ', ''), now)
      if (step === undefined) throw refused(person)
      return { userId, step }
    },
    async ({ prepared: { userId, step }, queries, now, reply, doneBy }) => {
      if (!(await findPrincipal(queries, userId, now)) || !(await spendStep(queries, userId, step))) throw refused(userId)
      doneBy(userId)
      await forgetFailures(queries, userId)
      await beginSession(queries, reply, userId, { means: 'password' }, now)
      return describeMe(queries, deployment, userId, now)
    },
  )
}

function linkRoutes(server: Server, deployment: Deployment, demand: () => Vault): void {
  const find = async (queries: Parameters<typeof findAccountLink>[0], token: string, now: Date) => {
    const link = await findAccountLink(queries, demand(), token, now)
    if (!link) throw new Refusal(404, 'local.linkUsed')
    return link
  }
  serve(server, openAccountLink, async ({ queries, body, now, request, says }) => {
    demandPrivacy(request)
    const link = await openLink(queries, demand(), body.token, now)
    if (!link) throw new Refusal(404, 'local.linkUsed')
    says(link.userId)
    return { userId: link.userId, name: link.name, ...totpForApp(link.userId, link.secret) }
  })
  serveAfter(
    server,
    useAccountLink,
    async ({ body, now, request }) => {
      demandPrivacy(request)
      const link = await server.database.as('samlad_service', undefined, (queries) => find(queries, body.token, now))
      const fault = passwordFault(body.password, link.userId)
      if (fault) throw breaksRule(fault, {}, [{ where: 'body.password', key: fault }]).about(link.userId)
      const step = stepOfCode(link.secret, body.code.replace(' ', ''), now)
      if (step === undefined) throw breaksRule('local.wrongCode', {}, [{ where: 'body.code', key: 'local.wrongCode' }]).about(link.userId)
      return { userId: link.userId, sealed: link.sealed, step, passwordHash: await hashPassword(body.password) }
    },
    async ({ prepared, queries, body, now, reply, says, alsoAt, doneBy }) => {
      says(prepared.userId)
      doneBy(prepared.userId)
      alsoAt(...controllersAmong(await standingRoles(queries, prepared.userId, now)))
      if (!(await addAccount(queries, body.token, prepared, now))) throw new Refusal(404, 'local.linkUsed').about(prepared.userId)
      if (!(await findPrincipal(queries, prepared.userId, now))) throw refused(prepared.userId)
      await beginSession(queries, reply, prepared.userId, { means: 'password' }, now)
      return describeMe(queries, deployment, prepared.userId, now)
    },
  )
}

/** Mounts the links that the steward of a controller makes for its staff, and those of others that the steward confirms. */
export function staffAccountRoutes(server: Server, vault: Vault | undefined): void {
  serve(server, makeAccountLink, async ({ queries, params, scope, now, says }) => {
    if (!vault) throw notFound()
    const { userId, controllerId } = params
    if (!(await isEmployedBy(queries, userId, controllerId))) throw notFound()
    const order = { basis: 'controller', placeId: controllerId } as const
    // Whoever makes a link could use it: it must lead to nothing that the steward does not give.
    if (!(await standingRoles(queries, userId, now)).every((role) => covers(order, role))) throw breaksRule('local.otherRoles')
    says(userId)
    return { token: await orderAccountLink(queries, vault, { userId, order, by: [scope.userId] }, now) }
  })
  serve(server, confirmStaffLink, async ({ queries, params, scope, now, says, alsoAt }) => {
    if (!vault) throw notFound()
    const asked = { id: params.id, who: scope.userId, at: params.controllerId }
    const { userId, controllers, token } = await confirmRequest(queries, vault, asked, now)
    says(userId)
    alsoAt(...controllers)
    return { token }
  })
}
