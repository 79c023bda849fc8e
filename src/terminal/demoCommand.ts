import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../platform/config.ts'
import { takeLock } from '../platform/lock.ts'
import { progress } from '../platform/progress.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

const MOST = 5_000_000

/** `samlad demo --participations N`: a new data folder with a synthetic Sweden of the wanted size. Never touches a folder that has data. */
export async function demoCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const options = { participations: { type: 'string' }, data: { type: 'string' } } as const
  const { values } = readFlags(args, options)
  const participations = Number(values.participations ?? 30_000)
  if (!Number.isInteger(participations) || participations < 1 || participations > MOST) {
    throw new CommandError(exitCodes.usage, 'terminal.badSize', { given: values.participations ?? '', most: MOST })
  }
  const config = {
    ...readConfig(values.data === undefined ? [] : ['--data', values.data], process.env),
    demoParticipations: participations,
  }
  if (existsSync(join(config.dataFolder, 'db')))
    throw new CommandError(exitCodes.refused, 'terminal.folderFull', { folder: config.dataFolder })
  const lock = takeLock(config.dataFolder)
  try {
    const database = await prepareDatabase(config, process.stderr.isTTY && !terminal.json ? progress() : () => undefined)
    await database.close()
  } finally {
    lock.release()
  }
  const { dataFolder } = config
  terminal.out(
    terminal.json
      ? JSON.stringify({ dataFolder, participations })
      : terminal.t('terminal.demoMade', { participations, folder: dataFolder }),
  )
  return exitCodes.done
}
