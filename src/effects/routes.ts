import { serve, type Server } from '../platform/serve.ts'
import { askerOf, type Answering } from '../statistics/routes.ts'
import { answerBeforeAfter } from './change/beforeAfter.ts'
import * as contract from './contract.ts'
import { answerFidelity } from './fidelity/beside.ts'
import { answerComparison } from './fair/fairComparison.ts'
import { answerOverTime } from './overTime/overTime.ts'

/** Mounts what became of participants over time, before and after, and side by side. */
export function effectRoutes(server: Server, answering: Answering): void {
  const asking = askerOf(answering)
  serve(server, contract.getOverTime, async (call) => answerOverTime(await asking(call), plain(call.query)))
  serve(server, contract.getBeforeAfter, async (call) => answerBeforeAfter(await asking(call), plain(call.query)))
  serve(server, contract.getFidelityBeside, async (call) => answerFidelity(await asking(call), plain(call.query), call.query.outcome))
  serve(server, contract.getComparison, async (call) => answerComparison(await asking(call), plain(call.query), call.query.outcome))
}

/** What was not asked for is `undefined`. */
const plain = ({ place, from, to }: { place: string; from?: string | undefined; to?: string | undefined }) => ({ place, from, to })
