import { serve, type Server } from '../../../platform/serve.ts'
import type { Answering } from '../../routes.ts'
import { choicesOf } from '../choices.ts'
import * as contract from './contract.ts'
import { fitQuestion } from './fitQuestion.ts'
import * as store from './store.ts'

/** Mounts saved tables. */
export function savedRoutes(server: Server, { store: facts, noise }: Answering): void {
  serve(server, contract.listSavedTables, async ({ queries, scope }) => store.listSaved(queries, scope))
  serve(server, contract.openSavedTable, async (call) => {
    const { question, ...saved } = await store.getSaved(call.queries, call.params.id)
    return { ...saved, ...fitQuestion(question, await choicesOf(call, facts, noise, call)) }
  })
  serve(server, contract.saveTable, async ({ body, ...call }) => {
    call.says(body.id)
    return store.addSaved(call, body)
  })
  serve(server, contract.changeSavedTable, async ({ params, body, ...call }) => {
    call.says(params.id)
    return store.changeSaved(call, params.id, body)
  })
  serve(server, contract.deleteSavedTable, async ({ params, ...call }) => {
    call.says(params.id)
    return store.removeSaved(call, params.id)
  })
}
