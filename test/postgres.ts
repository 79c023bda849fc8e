import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** The programs of a PostgreSQL installation found on the machine. */
export interface PostgresPrograms {
  initdb: string
  postgres: string
  /** What `postgres --version` prints, e.g. "postgres (PostgreSQL) 15.14". */
  version: string
}

/** A running, empty, throw-away PostgreSQL. */
export interface RunningPostgres {
  /** Connection string of the superuser on 127.0.0.1, with password, database `postgres`. */
  url: string
  version: string
  /** Temporary folder that holds its data. */
  folder: string
  /** Stops the server and removes its folder. May be called twice. */
  stop: () => Promise<void>
}

interface SystemUser {
  uid: number
  gid: number
}

/** Finds `initdb` and `postgres` in PATH or Debian's folders, newest first; `undefined` when there is none. */
export function findPostgres(): PostgresPrograms | undefined {
  for (const folder of [...debianFolders(), ...(process.env.PATH ?? '').split(delimiter)]) {
    const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
    if (!isExecutable(programs.initdb) || !isExecutable(programs.postgres)) continue
    return { ...programs, version: execFileSync(programs.postgres, ['--version'], { encoding: 'utf8' }).trim() }
  }
  return undefined
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, on a free port of 127.0.0.1, without fsync: for tests and bench only.
 * PostgreSQL refuses to run as root, so under root it runs as the system user `postgres` or `nobody`.
 * It dies with this process. Throws when PostgreSQL is not on the machine or does not answer within 30 s.
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<RunningPostgres> {
  const programs = findPostgres()
  if (!programs) throw new Error('PostgreSQL (initdb, postgres) is not on this machine')
  const user = process.getuid?.() === 0 ? systemUser() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'samlad-postgres-'))
  try {
    const password = initialise(programs, folder, user)
    const port = await freePort()
    const server = spawn(programs.postgres, serverArguments(folder, port, settings), {
      ...user,
      stdio: 'ignore',
      cwd: folder,
    })
    const stop = stopper(server, folder)
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    await answering(url, server).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    return { url, version: programs.version, folder, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function debianFolders(): string[] {
  const root = '/usr/lib/postgresql'
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a))
    return versions.map((version) => join(root, version, 'bin'))
  } catch {
    return []
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function systemUser(): SystemUser {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = ['postgres', 'nobody'].flatMap((name) => accounts.filter((fields) => fields[0] === name))[0]
  if (!account) throw new Error('Running as root, and neither the user postgres nor nobody exists')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

function initialise(programs: PostgresPrograms, folder: string, user: SystemUser | undefined): string {
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = ['--encoding=UTF8', '--locale=C', '--username=postgres', '--auth=scram-sha-256', '--no-sync']
  execFileSync(programs.initdb, ['-D', data, ...options, `--pwfile=${passwordFile}`], {
    ...user,
    stdio: 'pipe',
    cwd: folder,
  })
  rmSync(passwordFile)
  return password
}

function serverArguments(folder: string, port: number, settings: Record<string, string>): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    ...settings,
  }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', join(folder, 'data'), '-p', String(port), ...options]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = performance.now() + 30_000
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once with exit code ${server.exitCode}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (performance.now() > deadline) throw error
      await wait(50)
    }
  }
}

function stopper(server: ChildProcess, folder: string): () => Promise<void> {
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  const abandon = () => {
    server.kill('SIGQUIT')
    removeFolder()
  }
  process.once('exit', abandon)
  return async () => {
    process.off('exit', abandon)
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
    }
    removeFolder()
  }
}
