import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuseBySize } from '../spreadsheet/limits.ts'
import { CommandError, exitCodes } from './exitCodes.ts'

/** The bytes of a file that is to be read in. Throws `CommandError` when it is not there, is no file or is too large. */
export function readBytes(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new CommandError(exitCodes.refused, 'terminal.noFile', { file })
  if (!found.isFile()) throw new CommandError(exitCodes.refused, 'terminal.notAFile', { file })
  const refusal = refuseBySize(found.size)
  if (refusal) {
    const said = refusal.reason === 'empty' ? 'terminal.emptyFile' : 'terminal.tooLargeFile'
    throw new CommandError(exitCodes.refused, said, { file, ...refusal.args })
  }
  try {
    return readFileSync(file)
  } catch (error) {
    throw new CommandError(exitCodes.refused, 'terminal.cannotRead', { file, code: codeOf(error) })
  }
}

/** Writes a file. Throws `CommandError` in words when that cannot be done. */
export function writeBytes(file: string, bytes: Uint8Array, mode = 0o666): void {
  try {
    writeFileSync(file, bytes, { mode })
  } catch (error) {
    throw new CommandError(exitCodes.refused, 'terminal.cannotWrite', { file, code: codeOf(error) })
  }
}

/** Refuses a place that cannot be written to, before anything is done whose result should go there. */
export function refuseUnwritable(file: string | undefined): void {
  if (file === undefined) return
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory()
  const hasFolder = statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()
  if (!isFolder && hasFolder) return
  throw new CommandError(exitCodes.refused, 'terminal.cannotWrite', { file, code: isFolder ? 'EISDIR' : 'ENOENT' })
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)
