import { existsSync } from 'node:fs'
import { templateXlsx } from '../participations/import/templateXlsx.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { refuseUnwritable, writeBytes } from './files.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

/** `samlad template [FILE]`: the import template as a spreadsheet. Opens no database. */
export async function templateCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals, values } = readFlags(args, { force: { type: 'boolean' }, data: { type: 'string' } }, 1)
  const file = positionals[0] ?? 'samlad-mall.xlsx'
  refuseUnwritable(file)
  if (existsSync(file) && !values.force) throw new CommandError(exitCodes.refused, 'terminal.fileExists', { file })
  writeBytes(file, await templateXlsx(terminal.locale))
  terminal.out(terminal.json ? JSON.stringify({ file }) : file)
  return exitCodes.done
}
