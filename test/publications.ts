import type { FastifyInstance } from 'fastify'
import { call, useTransport } from '../src/platform/call.ts'
import * as contract from '../src/statistics/publication/contract.ts'
import type { Publication } from '../src/statistics/publication/contract.ts'
import { defaultPublicationPolicy } from '../src/statistics/publication/domain.ts'
import type { Definition, PublishedTable } from '../src/statistics/publication/domain.ts'
import { transportAs } from './api.ts'

export const bySex: PublishedTable = { population: 'exits', place: 'association', region: false, by: ['sex'] }
const byOutcome: PublishedTable = { population: 'exits', place: 'association', region: false, by: ['afterExit'] }

/** Exits of the first eight months of 2023 by sex and by outcome. */
export const trial: Definition = {
  title: { sv: 'Prov av avslut', en: 'Trial of exits' },
  ...{ year: 2023, month: 8, tables: [bySex, byOutcome], policy: defaultPublicationPolicy },
}

/** How a call was refused, by the key of its message. */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'let through',
    (error: { key: string }) => error.key,
  )

/** Publishing through HTTP, step by step. */
export function publishing(app: FastifyInstance) {
  const as = (user: string | undefined): void => useTransport(transportAs(app, user))
  const begin = async (definition: Definition, replaces: string | null = null, note = ''): Promise<string> => {
    as('publisher.1')
    return (await call(contract.createPublication, { body: { definition, replaces, note } })).id
  }
  /** Protects and waits for the end of it. */
  const protect = async (id: string, tier: 'instant' | 'exact' = 'exact'): Promise<Publication> => {
    as('publisher.1')
    const { run } = await call(contract.protectPublication, { params: { id }, body: { tier, seconds: 60 } })
    if (run?.state !== 'running') throw new Error(`The run is ${String(run?.state)}`)
    for (;;) {
      const { state } = await call(contract.getProtectionProgress, { params: { id } })
      if (state !== 'running') return call(contract.getPublication, { params: { id } })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  /** All steps to a release; gives its id. */
  const release = async (definition: Definition, replaces: string | null = null, note = ''): Promise<string> => {
    const id = await begin(definition, replaces, note)
    await protect(id)
    await call(contract.proposePublication, { params: { id } })
    as('approver.1')
    const { releaseId } = await call(contract.decidePublication, { params: { id }, body: { approve: true, note: '' } })
    return releaseId!
  }
  return { as, begin, protect, release }
}
