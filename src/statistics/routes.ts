import type { Noise } from '../disclosure/noise/noise.ts'
import { serve, serveFile, type Call, type Server } from '../platform/serve.ts'
import { answerDrops, answerFollowUp, answerTabulate } from './answer.ts'
import type { Asking } from './answer.ts'
import * as contract from './contract.ts'
import { FactStore } from './factStore.ts'
import { followUpFile } from './followUp/followUpFile.ts'
import { listPlaces } from './placeStore.ts'
import { noPublishedCells } from './publishedCells.ts'

/** Mounts follow-up and tabulation, with the noise of free questions and what is published. The facts are held by this server, for all who ask. */
export function statisticsRoutes(server: Server, noise: Noise, published = noPublishedCells): void {
  const store = new FactStore(server.database, server.now)
  const asking = ({ queries, locale, t }: Pick<Call<unknown, unknown, unknown>, 'queries' | 'locale' | 't'>): Asking => ({
    queries,
    store,
    noise,
    published,
    writing: { locale, t },
  })
  serve(server, contract.listPlaces, async ({ queries }) => listPlaces(queries))
  serve(server, contract.tabulateFacts, async (call) => {
    const { measure, rows, columns, where } = call.query
    return answerTabulate(asking(call), { measure, rows, columns, where })
  })
  serve(server, contract.listDrops, async (call) => answerDrops(asking(call)))
  serve(server, contract.getFollowUp, async (call) => {
    const { place, from, to } = call.query
    return answerFollowUp(asking(call), { place, from, to })
  })
  serveFile(server, contract.getFollowUpFile, async (call) => {
    const { place, from, to, format } = call.query
    return followUpFile(await answerFollowUp(asking(call), { place, from, to }), format, asking(call).writing)
  })
}
