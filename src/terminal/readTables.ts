import { basename } from 'node:path'
import { InstanceFault, type Instance } from '../disclosure/tables/instance.ts'
import { complete } from '../disclosure/tables/completion.ts'
import { fromRecords } from '../disclosure/tables/fromRecords.ts'
import { readInstance } from '../disclosure/tables/readInstance.ts'
import { csvRows, detectSeparator } from '../spreadsheet/readCsv.ts'
import { RefusedFile } from '../spreadsheet/limits.ts'
import { decodeText } from '../spreadsheet/textEncoding.ts'
import { CommandError, exitCodes } from './exitCodes.ts'
import { readBytes } from './files.ts'

/** Flags of all commands that read tables of counts. */
export const tableFlags = {
  hierarchy: { type: 'string' },
  table: { type: 'string', multiple: true },
  threshold: { type: 'string' },
  complete: { type: 'boolean' },
  data: { type: 'string' },
} as const

export interface TableFlags {
  hierarchy?: string | undefined
  table?: string[] | undefined
  threshold?: string | undefined
  complete?: boolean | undefined
}

/** Linked tables from a JSON file of instances, or from CSV with a hierarchy in another CSV. Throws `CommandError` with exit 2 and the place. */
export function readTables(file: string, flags: TableFlags): Instance {
  const instance = readInstanceFile(file, flags)
  return flags.complete ? complete(instance) : instance
}

function readInstanceFile(file: string, flags: TableFlags): Instance {
  return withFaults(file, () => {
    if (!file.toLowerCase().endsWith('.csv')) return readJsonInstance(file, flags)
    const tables = (flags.table ?? []).map((names) => names.split(',').map((name) => name.trim()))
    const hierarchy = flags.hierarchy === undefined ? [] : readCsv(flags.hierarchy)
    return fromRecords({
      name: basename(file),
      threshold: wholeNumber(flags.threshold ?? '5', '--threshold', 2),
      rows: readCsv(file),
      hierarchy,
      tables,
    })
  })
}

/** A file that says everything itself, save that another threshold may be asked for. */
function readJsonInstance(file: string, { hierarchy, table, threshold }: TableFlags): Instance {
  // A flag that is passed over would protect other tables than those that were meant.
  for (const [flag, given] of Object.entries({ hierarchy, table }))
    if (given !== undefined) throw new CommandError(exitCodes.usage, 'tables.onlyForCsv', { file, flag: `--${flag}` })
  return readInstance(readJson(file), threshold === undefined ? undefined : wholeNumber(threshold, '--threshold', 2))
}

/** Turns faults of what was read into words. */
export function withFaults<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw told(file, error)
  }
}

/** A fault of what was read as an error in words; any other error as it is. */
export function told(file: string, error: unknown): unknown {
  return error instanceof InstanceFault ? new CommandError(exitCodes.usage, `tables.${error.key}`, { file, ...error.args }) : error
}

export function readJson(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new CommandError(exitCodes.usage, 'tables.notJson', { file, why: error.message })
  }
}

/** The text of a file, without a byte order mark. */
function readText(file: string): string {
  try {
    const text = decodeText(readBytes(file)).text.replace(/^\uFEFF/, '')
    if (text.trim() !== '') return text
  } catch (error) {
    if (error instanceof RefusedFile) throw new CommandError(exitCodes.refused, 'tables.notText', { file })
    if (!(error instanceof CommandError && error.key === 'terminal.emptyFile')) throw error
  }
  throw new CommandError(exitCodes.usage, 'terminal.emptyFile', { file })
}

/** All rows, also blank ones, so that what is wrong can be told by row. */
function readCsv(file: string): string[][] {
  const text = readText(file)
  return Array.from(csvRows(text, detectSeparator(text) ?? ';'), (row) => row.map((value) => value.trim()))
}

/** A whole number of at least `least` given by a flag. */
export function wholeNumber(given: string, flag: string, least: number): number {
  const value = Number(given)
  if (!Number.isSafeInteger(value) || value < least) throw new CommandError(exitCodes.usage, 'tables.badNumber', { flag, given, least })
  return value
}

/** Seconds above nought, whole or not, given by a flag. */
export function secondsOf(given: string, flag: string): number {
  const value = Number(given)
  if (!(value > 0 && value < Infinity)) throw new CommandError(exitCodes.usage, 'tables.badSeconds', { flag, given })
  return value
}
