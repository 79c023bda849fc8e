import type { Queries } from '../platform/database.ts'
import type { WhoAmI } from './contract.ts'
import type { NodeKind } from '../platform/node.ts'
import { findNewAccounts } from './local/noticeStore.ts'
import { hasDemoData, listPersons } from './store.ts'

/** What sign-in needs to know of the deployment. */
export interface Deployment {
  node: NodeKind
  loopback: boolean
  /** What the sign-in service is called, where there is one. */
  providerName?: string | undefined
  /** Accounts with a password and a one-time code, for those who have no sign-in service. */
  localAccounts?: boolean | undefined
}

/** Who is signed in and how one can sign in here. */
export async function describeMe(queries: Queries, deployment: Deployment, userId: string | undefined, now: Date): Promise<WhoAmI> {
  const demo = await hasDemoData(queries)
  const user = userId ? (await listPersons(queries, now, userId))[0] : undefined
  return {
    newAccounts: user ? await findNewAccounts(queries, user.id, now) : [],
    ...{ user: user ?? null, demo, demoSignIn: demo && deployment.loopback },
    ...{ provider: deployment.providerName ?? null, localAccounts: deployment.localAccounts ?? false },
    node: deployment.node,
  }
}
