import { existsSync, rmSync } from 'node:fs'
import { getExportFile, makeExport, type Export } from '../participations/ownExport/contract.ts'
import { callFile, callStream, CallError } from '../platform/call.ts'
import { connect } from './connect.ts'
import { controllerOf } from './controller.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { refuseUnwritable, writeBytes } from './files.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

const flags = {
  as: { type: 'string' },
  controller: { type: 'string' },
  data: { type: 'string' },
  identities: { type: 'boolean' },
  force: { type: 'boolean' },
} as const

/** `samlad export`: everything that a controller holds, as a zip that only its owner can read. Throws `CommandError` and `CallError`. */
export async function exportCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, flags, 1)
  const file = positionals[0]
  if (file === undefined) throw new CommandError(exitCodes.usage, 'terminal.exportNoFile')
  for (const flag of ['controller', 'as'] as const)
    if (values[flag] === undefined) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: `--${flag}` })
  if (existsSync(file) && !values.force) throw new CommandError(exitCodes.refused, 'terminal.fileExists', { file })
  refuseUnwritable(file)
  const end = await connect(values.data, values.as, terminal)
  try {
    const params = { controllerId: await controllerOf(values.controller!) }
    const made = await make(params, values.identities ?? false, terminal)
    const { blob } = await callFile(getExportFile, { params: { ...params, exportId: made.id } })
    // A file that is written over keeps the rights it had, and others might read it.
    rmSync(file, { force: true })
    writeBytes(file, new Uint8Array(await blob.arrayBuffer()), 0o600)
    const rows = made.rows.map(({ file: name, n }) => `  ${name}: ${n}`)
    terminal.out(
      terminal.json ? JSON.stringify({ file, rows: made.rows }) : [terminal.t('terminal.exported', { file }), ...rows].join('\n'),
    )
    return exitCodes.done
  } finally {
    await end()
  }
}

async function make(params: { controllerId: string }, identities: boolean, { signal, progress, t }: Terminal): Promise<Export> {
  let made: Export | undefined
  await callStream(makeExport, { params, body: { identities }, signal }, (line) => {
    progress(t('export.making'), line.of === 0 ? 1 : line.done / line.of)
    made = line.export ?? made
  })
  if (!made) throw new CallError(0, 'error.offline', '')
  return made
}
