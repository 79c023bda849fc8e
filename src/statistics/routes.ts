import type { Noise } from '../disclosure/noise/noise.ts'
import type { Queries } from '../platform/database.ts'
import { serve, serveFile, type Call, type Server } from '../platform/serve.ts'
import { answerDrops, answerFollowUp } from './answer.ts'
import type { Asking } from './answer.ts'
import { answerCaseMix, answerTables, answerTabulate } from './answerTables.ts'
import { choicesOf } from './builder/choices.ts'
import { listChoices } from './builder/contract.ts'
import * as contract from './contract.ts'
import type { FactStore } from './factStore.ts'
import { followUpFile } from './followUp/followUpFile.ts'
import { listPlaces } from './placeStore.ts'
import type { PublishedCells } from './publishedCells.ts'

/** What follow-up and tabulation are answered from. */
export interface Answering {
  /** The facts, held for all who ask. */
  store: FactStore
  /** What free questions are answered with. */
  noise: Noise
  /** What is published, and planned, when a question is asked. */
  findPublished: (queries: Queries) => Promise<PublishedCells>
}

type Asker = Pick<Call<unknown, unknown, unknown>, 'queries' | 'locale' | 't' | 'now'>

/** Makes a call ready to be answered: with the facts, the noise and what is published at that moment. */
export function askerOf({ store, noise, findPublished }: Answering): (call: Asker) => Promise<Asking> {
  return async ({ queries, locale, t, now }) => ({
    ...{ queries, store, noise, now, writing: { locale, t } },
    published: await findPublished(queries),
  })
}

/** Mounts follow-up and tabulation. */
export function statisticsRoutes(server: Server, answering: Answering): void {
  const { store, noise } = answering
  const asking = askerOf(answering)
  serve(server, listChoices, async (call) => choicesOf(call, store, noise, call))
  serve(server, contract.listPlaces, async ({ queries, now }) => listPlaces(queries, now))
  serve(server, contract.tabulateFacts, async (call) => {
    const { measure, rows, columns, where } = call.query
    return answerTabulate(await asking(call), { measure, rows, columns, where })
  })
  serve(server, contract.tabulateSeveral, async (call) => {
    const { measure, rows, columns, where } = call.query
    return answerTables(await asking(call), { measures: measure, rows, columns, where })
  })
  serve(server, contract.getCaseMix, async (call) => answerCaseMix(await asking(call), call.query))
  serve(server, contract.listDrops, async (call) => answerDrops(await asking(call)))
  serve(server, contract.getFollowUp, async (call) => {
    const { place, from, to } = call.query
    return answerFollowUp(await asking(call), { place, from, to })
  })
  serveFile(server, contract.getFollowUpFile, async (call) => {
    const { place, from, to, format } = call.query
    const { locale, t } = call
    return followUpFile(await answerFollowUp(await asking(call), { place, from, to }), format, { locale, t })
  })
}
