import { rotateAll } from '../participations/identity/rotateAll.ts'
import { connect } from './connect.ts'
import { controllerOf } from './controller.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

const flags = { as: { type: 'string' }, controller: { type: 'string' }, data: { type: 'string' } } as const

/** `samlad rotate-identity-key`: encrypts the personal numbers of a controller anew with its current key; goes on where it was stopped. */
export async function rotateCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values } = readFlags(args, flags)
  for (const flag of ['controller', 'as'] as const)
    if (values[flag] === undefined) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: `--${flag}` })
  const end = await connect(values.data, values.as, terminal)
  try {
    const onProgress = (done: number, of: number): void => terminal.progress(terminal.t('identity.rotating'), of === 0 ? 1 : done / of)
    const receipt = await rotateAll(await controllerOf(values.controller!), { onProgress, signal: terminal.signal })
    if (terminal.json) terminal.out(JSON.stringify({ rotation: receipt }))
    else if (receipt) terminal.out(terminal.t('identity.rotated', { n: receipt.rewritten, key: receipt.toKey }))
    else terminal.out(terminal.t('terminal.nothingToRotate'))
    return exitCodes.done
  } finally {
    await end()
  }
}
