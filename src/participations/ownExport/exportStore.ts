import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { Translate } from '../../values/catalogue.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../values/csv.ts'
import type { Keyring, KeyTrouble } from '../identity/keys.ts'
import { demandIdentityOpen, demandKeys } from '../identity/store.ts'
import { bookTables } from './bookTables.ts'
import { codebookText, codeLines } from './codebookText.ts'
import type { Export } from './contract.ts'
import { decisionTables } from './decisionTables.ts'
import type { ExportSource, ExportTable } from './exportTable.ts'
import { followUpTables } from './followUpTables.ts'
import { identityTable } from './identityTable.ts'
import { recordTables } from './recordTables.ts'
import { staffTables } from './staffTables.ts'
import { lineOf } from './tableText.ts'
import type { ZipInMaking, ZipShelf } from './zipShelf.ts'

const DEMO = 'PÅHITTADE DATA'

/** Every table that an export holds. */
export const tablesOf = (t: Translate, identities: boolean): ExportTable[] => [
  ...[...recordTables, ...followUpTables, ...bookTables, ...decisionTables, ...staffTables(t)],
  ...(identities ? [identityTable] : []),
]

interface Making {
  shelf: ZipShelf
  /** The keys, when personal numbers are to be in it. */
  keys: Keyring | KeyTrouble | undefined
  t: Translate
  onProgress(done: number, of: number): void
  signal: AbortSignal
}

/**
 * Writes everything that a controller holds into a zip on the shelf. Throws `Refusal` 422 when personal numbers are asked for and closed or
 * without a key, 499 when asked to stop; then nothing is left.
 */
export async function makeExport(queries: Queries, scope: Scope, controllerId: string, now: Date, making: Making): Promise<Export> {
  const { keys, shelf, t } = making
  if (keys !== undefined) await demandIdentityOpen(queries, controllerId)
  const source: ExportSource = { queries, controllerId, ...(keys !== undefined && { keys: demandKeys(keys) }) }
  const place = await queries
    .selectFrom('organisation')
    .select(['name', 'fictive'])
    .where('id', '=', controllerId)
    .executeTakeFirstOrThrow()
  const tables = tablesOf(t, keys !== undefined)
  const fileName = ['samlad-uttag', stockholmDate(now), ...(place.fictive ? [DEMO.replace(' ', '-')] : [])].join('-') + '.zip'
  const zip = shelf.begin(scope.userId, controllerId, fileName)
  try {
    const watch = await progressOf(tables, source, making)
    const rows = []
    for (const table of tables) rows.push({ file: table.file, n: await writeTable(zip, table, source, { ...place, now }, watch) })
    zip.file('kodlistor.csv', now)
    await zip.write(BYTE_ORDER_MARK + (place.fictive ? csvLine([DEMO]) : '') + codeLines(tables).map(csvLine).join(''))
    zip.file('LÄS-MIG.txt', now)
    await zip.write(codebookText(tables, rows, { controller: place.name, fictive: place.fictive, by: scope.userName, now }))
    const kept = await zip.end(now)
    shelf.keep(kept)
    return { id: kept.id, fileName, bytes: kept.bytes, rows, until: kept.until.toISOString() }
  } catch (error) {
    zip.discard()
    throw error
  }
}

/** Told of each part that has been written: once for the spreadsheet, once for the JSON. */
async function progressOf(
  tables: readonly ExportTable[],
  source: ExportSource,
  { onProgress, signal }: Making,
): Promise<(rows: number) => void> {
  let of = 0
  for (const table of tables) of += 2 * (await table.count(source))
  let done = 0
  return (rows) => {
    if (signal.aborted) throw new Refusal(499, 'export.cancelled')
    done += rows
    onProgress(Math.min(done, of), of)
  }
}

/** Writes a table as CSV and as JSON, a part at a time; the same rows twice, since nothing changes meanwhile. */
async function writeTable(
  zip: ZipInMaking,
  { file, about, columns, read }: ExportTable,
  source: ExportSource,
  { fictive, now }: { fictive: boolean; now: Date },
  watch: (rows: number) => void,
): Promise<number> {
  let n = 0
  zip.file(`${file}.csv`, now)
  await zip.write(BYTE_ORDER_MARK + (fictive ? csvLine([DEMO]) : '') + csvLine(columns.map(({ title }) => title)))
  for await (const rows of read(source)) {
    await zip.write(rows.map((row) => csvLine(lineOf(columns, row))).join(''))
    n += rows.length
    watch(rows.length)
  }
  zip.file(`json/${file}.json`, now)
  const head = { about, ...(fictive && { demo: DEMO }), madeAt: now.toISOString() }
  await zip.write(`${JSON.stringify(head).slice(0, -1)},"rows":[`)
  let before = ''
  for await (const rows of read(source)) {
    const picked = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))))
    await zip.write(`${before}\n${picked.join(',\n')}`)
    if (rows.length > 0) before = ','
    watch(rows.length)
  }
  await zip.write('\n]}\n')
  return n
}

/** A made export, for whoever made it. Throws `Refusal` 422 when it is gone, or somebody else's. */
export function fetchExport(shelf: ZipShelf, scope: Scope, place: { controllerId: string; exportId: string }, now: Date) {
  const found = shelf.fetch(place.exportId, scope.userId, place.controllerId, now)
  if (!found) throw breaksRule('export.gone')
  return { fileName: found.zip.fileName, mediaType: 'application/zip', bytes: found.bytes }
}
