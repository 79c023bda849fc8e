import { stockholmDate, type CivilDate } from '../values/civilDate.ts'
import { looksLikePersonnummer } from '../values/personnummer.ts'
import { columnLetter } from '../spreadsheet/cell.ts'
import { call, CallError, callStream } from '../platform/call.ts'
import { addImportRows, cancelImport, commitImport, startImport, type ImportSummary, type RowProblem } from './contract.ts'
import { isHarmlessHeading } from './import/identity.ts'
import { rememberMapping, type RememberedMapping } from './import/match.ts'
import type { ListPart } from './import/personList.ts'
import type { Problem, ProblemKey } from './import/problem.ts'
import type { Decision, Target } from './import/targets.ts'
import type { z } from 'zod'

/** A checked list about to be sent, whoever holds it. */
export interface SendableList {
  parts(): Promise<number> | number
  part(number: number): Promise<ListPart> | ListPart
}

/** Where a list goes and how. */
export interface Sending {
  controllerId: string
  fileName: string
  /** SHA-256 of the file's bytes, hex. */
  contentHash: string
  interventionIds: string[]
  withoutGround: 'anonymous' | 'block'
  referenceReach: 'controller' | 'intervention'
}

/** A list that waits at the server to be written. */
export interface Draft {
  kind: 'draft'
  importId: string
  /** How many rows were sent, those that only add to a number not counted. */
  offered: number
  /** How many of them the server took. */
  accepted: number
  problems: z.infer<typeof RowProblem>[]
  likelyDuplicates: number[]
  /** Rows that are left out since the participation was removed at the person's request. */
  removed: number[]
}

/** What came of sending: a draft that waits to be written, or the import that already holds this file. */
export type Sent = { kind: 'already'; summary: ImportSummary } | Draft

/** Told the share done, 0–1; aborting cancels and throws the draft away. */
export interface Watch {
  onProgress?(share: number): void
  signal?: AbortSignal
}

/** Sends the rows that passed as a draft, part by part. Nothing is written yet. Throws `CallError`, after which no draft is left. */
export async function sendDraft(list: SendableList, sending: Sending, watch: Watch = {}): Promise<Sent> {
  const { controllerId, ...body } = sending
  if (looksLikePersonnummer(body.fileName, stockholmDate(new Date()))) throw new CallError(422, 'participations.fileNamePersonnummer', '')
  const started = await call(startImport, { params: { controllerId }, body, ...signalOf(watch) })
  if (started.alreadyImported) return { kind: 'already', summary: started.alreadyImported }
  const importId = started.importId!
  const sent: Draft = { kind: 'draft', importId, offered: 0, accepted: 0, problems: [], likelyDuplicates: [], removed: [] }
  try {
    const parts = await list.parts()
    for (let number = 0; number < parts; number++) {
      watch.signal?.throwIfAborted()
      const part = await list.part(number)
      const answer = await call(addImportRows, { params: { controllerId, importId }, body: part, ...signalOf(watch) })
      sent.offered += part.rows.length
      sent.accepted += answer.accepted
      sent.problems.push(...answer.problems)
      sent.likelyDuplicates.push(...answer.likelyDuplicates)
      sent.removed.push(...answer.removed)
      watch.onProgress?.((number + 1) / parts)
    }
  } catch (error) {
    await discardDraft(controllerId, importId)
    throw error
  }
  return sent
}

/**
 * What stopped rows at the server, as other problems of rows are listed. What stands in the cell is not told: the server never sees the file.
 * @param decisions what each column means
 */
export function stoppedAtServer(
  { problems }: Draft,
  columns: readonly { heading: string }[],
  decisions: readonly (Decision | undefined)[],
): Problem[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ row, field, severity, key, args }) => {
      const about = { row, severity, key: key as ProblemKey, args, found: '–' }
      if (field === null) return about
      const index = decisions.indexOf(field as Target)
      if (index < 0) return { ...about, field: field as Target }
      return { ...about, field: field as Target, column: { index, letter: columnLetter(index), heading: columns[index]!.heading } }
    })
}

/**
 * Writes a draft in one transaction. Aborting rolls everything back; the draft is then thrown away. Throws `CallError`
 * `participations.commitUnknown` when the connection breaks: the list may have been written, and sending it again tells.
 */
export async function commitDraft(
  place: { controllerId: string; importId: string },
  choice: { likelyDuplicates: 'skip' | 'import'; anonymous: 'count' | 'skip'; mapping: RememberedMapping },
  watch: Watch = {},
): Promise<ImportSummary> {
  let receipt: ImportSummary | undefined
  try {
    await callStream(commitImport, { params: place, body: choice, ...signalOf(watch) }, (line) => {
      watch.onProgress?.(line.of === 0 ? 1 : line.done / line.of)
      receipt = line.receipt ?? receipt
    })
    // An answer that ends without a receipt has broken off as well.
    if (!receipt) throw new CallError(0, 'error.offline', '')
    return receipt
  } catch (error) {
    await discardDraft(place.controllerId, place.importId)
    const isBroken = error instanceof CallError && error.status === 0
    throw isBroken ? new CallError(0, 'participations.commitUnknown', '') : error
  }
}

/** Throws a draft away; a draft that is gone or already written is left as it is. */
export async function discardDraft(controllerId: string, importId: string): Promise<void> {
  await call(cancelImport, { params: { controllerId, importId } }).catch(() => undefined)
}

/**
 * What to remember of a mapping. Headings leave the browser only when they hold no identity themselves (as in a list without headings) and
 * stand over none: a heading such as `Handläggare: Kalle Karlsson` names somebody.
 */
export function mappingToRemember(
  columns: readonly { heading: string; identity?: unknown }[],
  decisions: readonly (Decision | undefined)[],
  today: CivilDate,
): RememberedMapping {
  const harmless = columns.map(({ heading, identity }) => (identity === undefined && isHarmlessHeading(heading, today) ? heading : ''))
  return rememberMapping(harmless, decisions)
}

const signalOf = ({ signal }: Watch): { signal: AbortSignal } | object => (signal ? { signal } : {})
