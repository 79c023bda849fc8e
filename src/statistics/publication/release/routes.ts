import { serve, serveFile, type Server } from '../../../platform/serve.ts'
import * as contract from '../contract.ts'
import { Releases } from './release.ts'

/** Mounts reading what is out, made here or received. */
export function releaseRoutes(server: Server, loopback: boolean): void {
  const releases = new Releases(loopback, server.translate)
  serve(server, contract.listReleases, async ({ queries }) => releases.list(queries))
  serve(server, contract.getRelease, async ({ queries, params }) => releases.get(queries, params.id))
  serveFile(server, contract.getReleaseFile, async ({ queries, params, query, locale, t }) =>
    releases.file(queries, params.id, query, { locale, t }),
  )
}
