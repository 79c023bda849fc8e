import { serve, serveFile, type Server } from '../../platform/serve.ts'
import type { FactStore } from '../factStore.ts'
import * as contract from './contract.ts'
import { Publications } from './publications.ts'
import { Releases } from './release/release.ts'
import { ProtectionRuns } from './protection/runs.ts'

/** What publications need to know of the deployment. */
export interface PublicationSettings {
  store: FactStore
  /** Counts below it are never shown, whatever a publication says. */
  threshold: number
  software: string
  /** Whether this machine alone is answered; invented data are public then only. */
  loopback: boolean
}

/** Mounts publications: making, protecting, approving, and reading what is out. */
export function publicationRoutes(server: Server, { store, threshold, software, loopback }: PublicationSettings): void {
  const runs = new ProtectionRuns(server.database, store, server.now, software)
  const publications = new Publications(runs, threshold, software)
  const releases = new Releases(loopback, server.translate)
  server.app.addHook('onClose', async () => runs.stop())
  serve(server, contract.listPublications, async ({ queries }) => publications.list(queries))
  serve(server, contract.createPublication, async (call) => publications.create(call))
  serve(server, contract.getPublication, async (call) => publications.get(call))
  serve(server, contract.changePublication, async (call) => publications.change(call))
  serve(server, contract.withdrawPublication, async (call) => publications.withdraw(call))
  serve(server, contract.protectPublication, async (call) => publications.protect(call))
  serve(server, contract.cancelProtection, async (call) => publications.cancel(call))
  serve(server, contract.proposePublication, async (call) => publications.propose(call))
  serve(server, contract.decidePublication, async (call) => publications.decide(call))
  serve(server, contract.listReleases, async ({ queries }) => releases.list(queries))
  serve(server, contract.getRelease, async ({ queries, params }) => releases.get(queries, params.id))
  serveFile(server, contract.getReleaseFile, async ({ queries, params, query, locale, t }) =>
    releases.file(queries, params.id, query, { locale, t }),
  )
}
