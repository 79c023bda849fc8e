import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listDemoPersons, whoAmI } from '../access/contract.ts'
import { keySource } from '../participations/identity/keys.ts'
import { call, useLanguage, useTransport } from '../platform/call.ts'
import { readConfig } from '../platform/config.ts'
import { takeLock } from '../platform/lock.ts'
import { buildApp } from '../app.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import { CommandError, exitCodes } from './exitCodes.ts'
import type { Terminal } from './terminal.ts'

interface Server {
  address: string
  token: string
  close(): Promise<void>
}

/**
 * Lets commands call the endpoints as a named user: through the running server of the data folder, or, when none runs, through one of our
 * own that lives as long as the command and holds the folder's lock. Without `as` the demo's analyst acts. Throws `CommandError` when there
 * is no database yet or no such user, and `Refusal` when the folder is in use by somebody who does not answer.
 * @returns ends the connection
 */
export async function connect(dataFolder: string | undefined, as: string | undefined, terminal: Terminal): Promise<() => Promise<void>> {
  const config = readConfig(dataFolder === undefined ? [] : ['--data', dataFolder], process.env)
  const server = (await findRunning(config.dataFolder)) ?? (await startOwn(config))
  useLanguage(terminal.locale)
  const actAs = (user: string): void =>
    useTransport((path, init) => {
      const own = { authorization: `Bearer ${server.token}`, 'x-samlad-as': user }
      return fetch(`${server.address}${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), ...own } })
    })
  try {
    actAs(as ?? '')
    actAs(as ?? (await demoAnalyst(terminal)))
    if (!(await call(whoAmI)).user) throw new CommandError(exitCodes.refused, 'terminal.noUser', { user: as ?? '' })
  } catch (error) {
    await server.close()
    throw error
  }
  return server.close
}

/** Who acts when nobody is named: the demo's national analyst. Where there is no demo, somebody must be named. */
async function demoAnalyst(terminal: Terminal): Promise<string> {
  const { demoSignIn } = await call(whoAmI)
  const persons = demoSignIn ? await call(listDemoPersons) : []
  const analyst = persons.find(({ assignments }) => assignments.some(({ role }) => role === 'nationalAnalyst'))
  if (!analyst) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--as' })
  if (!terminal.json) terminal.err(terminal.t('terminal.actingAs', { name: analyst.name, id: analyst.id }))
  return analyst.id
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
    ...{ database, now: () => new Date(), terminalToken: token, loopback: true, threshold: config.threshold, node: config.node },
    ...{ callsPerMinute: 100_000, logging: false, identityKeys: keySource(config.identityKeys) },
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
