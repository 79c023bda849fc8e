import type { z } from 'zod'
import type { Queries } from '../../../platform/database.ts'
import { breaksRule, Refusal } from '../../../platform/errors.ts'
import type { Call } from '../../../platform/serve.ts'
import { importLimits, RefusedFile } from '../../../spreadsheet/limits.ts'
import { breather } from '../../../spreadsheet/work.ts'
import { inflateEntry, openZip } from '../../../spreadsheet/zip.ts'
import { checkRelease } from '../release/checkRelease.ts'
import { ReleaseDocument } from '../release/document.ts'
import { Edition } from '../release/edition.ts'
import { sha256 } from '../store.ts'
import type { Received, receiveRelease } from './contract.ts'

type Body = z.output<NonNullable<(typeof receiveRelease)['body']>>

/** More than 64 MB a release is not, however small its zip. */
const limits = { ...importLimits, inflatedBytes: 64 * 1024 * 1024 }
/** Findings told one by one; more say nothing new. */
const mostTold = 20

/**
 * Reads in a release that came out on another node. Throws a refusal when the file is no release, is not as it was released, or breaks what its own
 * policy says, telling where; and when another release has its number. The same release once more changes nothing.
 */
export async function receive(
  { queries, body, scope, now, says, t }: Pick<Call<undefined, undefined, Body>, 'queries' | 'body' | 'scope' | 'now' | 'says' | 't'>,
  mayShowDemo: boolean,
): Promise<Received> {
  const files = await unpacked(Buffer.from(body.zip, 'base64'))
  const { findings, ...checked } = checkRelease(files)
  if (findings.length > 0) {
    const faults = findings.slice(0, mostTold).map(({ kind, where }) => ({
      ...{ where: 'body.zip', key: 'publication.found' },
      args: { what: t(`terminal.release.${kind}`), place: where },
    }))
    throw breaksRule('publication.notWhole', { n: findings.length }, faults)
  }
  const bytes = files.get('release.json')!
  const edition = Edition.safeParse(readJson(files.get('edition.json'))).data
  if (!edition) throw breaksRule('publication.noEdition')
  const document = ReleaseDocument.parse(readJson(bytes))
  if (document.demo && !mayShowDemo) throw breaksRule('publication.demoElsewhere')
  const answer = { id: edition.id, number: edition.number, sha256: sha256(bytes), ...checked }
  if (await isKnown(queries, answer)) return { ...answer, isKnown: true }
  // Another may be reading in the same at this very moment.
  const { numInsertedOrUpdatedRows: kept } = await queries
    .insertInto('received_release')
    .values({
      ...{ id: edition.id, number: edition.number, title: JSON.stringify(document.title), fictive: document.demo, document: bytes },
      ...{ period_from: document.period.from, period_to: document.period.to, sha256: answer.sha256, software: document.software },
      ...{ policy_hash: sha256(Buffer.from(JSON.stringify(document.policy))), released_at: edition.releasedAt },
      ...{ received_at: now.toISOString(), received_by: scope.userId, replaces: edition.replaces ?? null },
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow()
  if (kept === 0n) return { ...answer, isKnown: await isKnown(queries, answer) }
  says(edition.id)
  return { ...answer, isKnown: false }
}

/** Whether this very release is here. Throws a refusal when another has its number or its id. */
async function isKnown(queries: Queries, { id, number, sha256: hash }: Pick<Received, 'id' | 'number' | 'sha256'>): Promise<boolean> {
  const alike = await queries
    .selectFrom('received_release')
    .select(['id', 'number', 'sha256'])
    .where((on) => on.or([on('id', '=', id), on('number', '=', number), on('sha256', '=', hash)]))
    .execute()
  if (alike.some((one) => one.id !== id || one.number !== number || one.sha256 !== hash))
    throw new Refusal(409, 'publication.otherWithNumber', { number: alike[0]!.number })
  return alike.length > 0
}

/** The files of a zip by name. Stops while it unfolds when more comes out than a release is, whatever sizes it states. */
async function unpacked(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  try {
    const zip = openZip(bytes, limits)
    const breathe = breather({})
    const files = new Map<string, Uint8Array>()
    for (const entry of zip.entries.values()) {
      const chunks: Uint8Array[] = []
      await inflateEntry(zip, entry, breathe, (chunk) => void chunks.push(chunk))
      files.set(entry.name, Buffer.concat(chunks))
    }
    return files
  } catch (error) {
    if (error instanceof RefusedFile) throw breaksRule('publication.notZip')
    throw error
  }
}

function readJson(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
