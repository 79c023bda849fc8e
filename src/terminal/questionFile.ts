import { readFileSync } from 'node:fs'
import { RefusedFile } from '../spreadsheet/limits.ts'
import { decodeText } from '../spreadsheet/textEncoding.ts'
import { MoneyFault } from '../financing/kronor.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readBytes } from './files.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

/**
 * The run of a calculator of money: a question as JSON from a file, or from standard input for `-`, and its answer as JSON, on one line with `--json`.
 * Ends with 2 and the field for what it cannot reckon with, 3 when the file cannot be read. Opens no database.
 */
export function calculate(command: string, args: string[], terminal: Terminal, answer: (question: unknown) => object): ExitCode {
  const { positionals } = readFlags(args, { data: { type: 'string' } }, 1)
  const [file] = positionals
  if (file === undefined) throw new CommandError(exitCodes.usage, 'money.fileMissing', { command })
  const question = readQuestion(file)
  try {
    terminal.out(JSON.stringify(answer(question), null, terminal.json ? 0 : 2))
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof MoneyFault)) throw error
    const why = terminal.t(error.key, error.args)
    throw new CommandError(exitCodes.usage, error.where === '' ? 'money.faultInAll' : 'money.fault', { file, where: error.where, why })
  }
}

function readQuestion(file: string): unknown {
  try {
    const text = decodeText(file === '-' ? readFileSync(0) : readBytes(file)).text
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof RefusedFile) throw new CommandError(exitCodes.usage, 'tables.notText', { file })
    if (error instanceof SyntaxError) throw new CommandError(exitCodes.usage, 'tables.notJson', { file, why: error.message })
    throw error
  }
}
