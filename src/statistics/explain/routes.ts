import { serveAfter, type Server } from '../../platform/serve.ts'
import { explainFigure } from './contract.ts'
import { explain } from './explain.ts'
import type { Explaining } from './explain.ts'

/** Mounts counting published figures again. */
export function explainRoutes(server: Server, explaining: Explaining): void {
  serveAfter(
    server,
    explainFigure,
    async ({ body, locale }) => explain(explaining, body.address, locale),
    async ({ prepared, says }) => {
      says(prepared.release.id)
      return prepared
    },
  )
}
