import { serve, type Server } from '../../platform/serve.ts'
import type { FactStore } from '../factStore.ts'
import * as contract from './contract.ts'
import { Publications } from './publications.ts'
import { ProtectionRuns } from './protection/runs.ts'

/** What publications need to know of the deployment. */
export interface PublicationSettings {
  store: FactStore
  /** Counts below it are never shown, whatever a publication says. */
  threshold: number
  software: string
}

/** Mounts publications: making, protecting and approving. */
export function publicationRoutes(server: Server, { store, threshold, software }: PublicationSettings): void {
  const runs = new ProtectionRuns(server.database, store, server.now, software)
  const publications = new Publications(runs, threshold, software)
  server.app.addHook('onClose', async () => runs.stop())
  serve(server, contract.listPublications, async ({ queries }) => publications.list(queries))
  serve(server, contract.createPublication, async (call) => publications.create(call))
  serve(server, contract.getPublication, async (call) => publications.get(call))
  serve(server, contract.changePublication, async (call) => publications.change(call))
  serve(server, contract.withdrawPublication, async (call) => publications.withdraw(call))
  serve(server, contract.protectPublication, async (call) => publications.protect(call))
  serve(server, contract.getProtectionProgress, async (call) => publications.progress(call))
  serve(server, contract.cancelProtection, async (call) => publications.cancel(call))
  serve(server, contract.proposePublication, async (call) => publications.propose(call))
  serve(server, contract.decidePublication, async (call) => publications.decide(call))
}
