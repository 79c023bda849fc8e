import type { FastifyInstance } from 'fastify'
import { asker, type AskAs } from '../platform/askAs.ts'
import { caseMixGroups } from '../statistics/caseMixGroups.ts'
import * as contract from '../statistics/publication/contract.ts'
import { defaultPublicationPolicy } from '../statistics/publication/domain.ts'
import type { Publication } from '../statistics/publication/contract.ts'
import type { Definition, Merged, PublishedTable } from '../statistics/publication/domain.ts'
import { mergedInAll } from '../statistics/publication/union/mergedTables.ts'
import { listPlaces } from '../statistics/contract.ts'

/** Who publishes the demo's figures, and who approves. */
const people = { publisher: 'lovisa.provberg', approver: 'folke.testmark' } as const

const tables: PublishedTable[] = [
  { population: 'exits', place: 'association', region: false, by: ['sex'] },
  { population: 'exits', place: 'association', region: false, by: ['afterExit'] },
  { population: 'exits', place: 'nation', region: false, by: ['ageGroup', 'afterExit'] },
  { population: 'exits', place: 'nation', region: false, by: ['sex', 'afterExit'] },
  { population: 'entries', place: 'association', region: false, by: ['sex'] },
  { population: 'exits', place: 'association', region: false, by: ['targetGroups'] },
  { population: 'exits', place: 'intervention', region: false, by: ['afterExit'] },
  ...caseMixGroups.map(caseMixTable),
]

/** Who the participants of each association are, in the groups that stand beside a comparison of outcomes. */
function caseMixTable({ name, groups }: (typeof caseMixGroups)[number]): PublishedTable {
  const merged = groups.filter(({ of }) => of.length > 1).map(({ of }) => ({ axis: name, codes: [...of] }))
  return { population: 'exits', place: 'association', region: false, by: [name], merged }
}

/** The whole years of the demo that are published, at most three. */
const years = 3
/** Time boxes of a protection, in seconds: the next is for a machine that is busy with else. */
const boxes = [8, 60, 300]

/**
 * Publishes invented figures of the last whole years, so that a newcomer has something to read: by the same steps as a person would, one proposing and one
 * approving. Does nothing when anything has been published or begun. Gives how many came out.
 * @param token the secret of the command line, by which the demo's persons are acted for
 */
export async function publishDemo(app: FastifyInstance, token: string): Promise<number> {
  const ask = asker(app, token)
  if ((await ask(people.publisher, contract.listPublications, {})).length > 0) return 0
  const { defaultPeriod } = await ask(people.publisher, listPlaces, {})
  if (!defaultPeriod) return 0
  const last = Number(defaultPeriod.to.slice(0, 4))
  for (let year = last - years + 1; year <= last; year++) await publish(ask, definitionOf(year))
  return years
}

function definitionOf(year: number): Definition {
  return { title: { sv: `Helåret ${year}`, en: `The year ${year}` }, year, month: 12, tables, policy: defaultPublicationPolicy }
}

/** Proposals that are followed before the demo gives up. */
const mostMerges = 6

/**
 * Proposes and approves a set of tables. What the invented persons of the day make impossible to protect is met as a publisher meets it: the association is shown together
 * with the one that is proposed.
 */
async function publish(ask: AskAs, definition: Definition): Promise<void> {
  const made = await ask(people.publisher, contract.createPublication, { body: { definition, replaces: null, note: '' } })
  const path = { params: { id: made.id } }
  let publication = await protect(ask, path)
  for (let merges = 0; merges < mostMerges; merges++) {
    const merge = placesToMerge(publication)
    if (!merge) break
    const body = { version: publication.version, definition: mergedInAll(publication.definition, merge) }
    await ask(people.publisher, contract.changePublication, { ...path, body })
    publication = await protect(ask, path)
  }
  await ask(people.publisher, contract.proposePublication, path)
  await ask(people.approver, contract.decidePublication, { ...path, body: { approve: true, note: '' } })
}

async function protect(ask: AskAs, path: { params: { id: string } }): Promise<Publication> {
  let publication: Publication | undefined
  for (const seconds of boxes) {
    await ask(people.publisher, contract.protectPublication, { ...path, body: { tier: 'exact', seconds } })
    while ((await ask(people.publisher, contract.getProtectionProgress, path)).state === 'running')
      await new Promise((resolve) => setTimeout(resolve, 500))
    publication = await ask(people.publisher, contract.getPublication, path)
    if (publication.run?.state === 'done') break
  }
  return publication!
}

/** Two associations that are proposed as one; none when all can be protected, or nothing of the kind is proposed. */
function placesToMerge({ run }: Publication): Merged | undefined {
  const proposals = (run?.result?.obstacles ?? []).flatMap(({ merge }) => merge ?? [])
  const found = proposals.find(({ axis, codes }) => axis === 'place' && codes.every((code) => !code.includes('/')))
  return found && { axis: 'place', codes: [...found.codes] }
}
