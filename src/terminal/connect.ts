import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { useLanguage, useTransport } from '../platform/call.ts'
import { readConfig } from '../platform/config.ts'
import { takeLock } from '../platform/lock.ts'
import { buildApp } from '../app.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import type { Locale } from '../values/codeList.ts'
import { CommandError, exitCodes } from './exitCodes.ts'

interface Server {
  address: string
  token: string
  close(): Promise<void>
}

/**
 * Lets commands call the endpoints as a named user: through the running server of the data folder, or, when none runs, through one of our
 * own that lives as long as the command and holds the folder's lock. Throws `CommandError` when there is no database yet, and `Refusal`
 * when the folder is in use by somebody who does not answer.
 * @returns ends the connection
 */
export async function connect(dataFolder: string | undefined, userId: string, locale: Locale): Promise<() => Promise<void>> {
  const config = readConfig(dataFolder === undefined ? [] : ['--data', dataFolder], process.env)
  const server = (await findRunning(config.dataFolder)) ?? (await startOwn(config))
  useLanguage(locale)
  useTransport((path, init) =>
    fetch(`${server.address}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${server.token}`, 'x-samlad-as': userId },
    }),
  )
  return server.close
}

async function findRunning(dataFolder: string): Promise<Server | undefined> {
  const path = join(dataFolder, 'terminal.json')
  if (!existsSync(path)) return undefined
  const { address, token } = JSON.parse(readFileSync(path, 'utf8')) as { address: string; token: string }
  const answer = await fetch(`${address}/api/me`).catch(() => undefined)
  return answer?.ok ? { address, token, close: () => Promise.resolve() } : undefined
}

async function startOwn(config: ReturnType<typeof readConfig>): Promise<Server> {
  if (!config.databaseUrl && !existsSync(join(config.dataFolder, 'db'))) {
    throw new CommandError(exitCodes.refused, 'terminal.noDatabase', { folder: config.dataFolder })
  }
  const lock = config.databaseUrl ? undefined : takeLock(config.dataFolder)
  const database = await prepareDatabase(config, () => undefined)
  const token = randomBytes(24).toString('hex')
  const app = await buildApp({
    ...{ database, now: () => new Date(), terminalToken: token, loopback: true, threshold: config.threshold },
    ...{ callsPerMinute: 100_000, logging: false },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    address,
    token,
    async close() {
      await app.close()
      await database.close()
      lock?.release()
    },
  }
}
