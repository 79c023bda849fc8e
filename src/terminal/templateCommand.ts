import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { templateXlsx } from '../participations/import/templateXlsx.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import type { Terminal } from './terminal.ts'

/** `samlad template [FILE]`: the import template as a spreadsheet. Opens no database. */
export async function templateCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals, values } = parseArgs({ args, options: { force: { type: 'boolean' } }, allowPositionals: true })
  const file = positionals[0] ?? 'samlad-mall.xlsx'
  if (existsSync(file) && !values.force) throw new CommandError(exitCodes.refused, 'terminal.fileExists', { file })
  writeFileSync(file, await templateXlsx(terminal.locale))
  terminal.out(terminal.json ? JSON.stringify({ file }) : file)
  return exitCodes.done
}
