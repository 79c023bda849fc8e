import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './errors.ts'

/**
 * The embedded database has no lock of its own: two processes on one folder silently lose rows (measured).
 * Hence an exclusive lock file with the owner's process id and start time, taken before anything is opened.
 */
export interface Lock {
  release(): void
}

interface Owner {
  pid: number
  started: string
}

/** Takes the lock of a data folder. Throws `Refusal` (409) when a living process holds it; a dead one's lock is taken over. */
export function takeLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'samlad.lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createLock(path)) return { release: () => rmSync(path, { force: true }) }
    const owner = readOwner(path)
    if (owner && isAlive(owner)) throw new Refusal(409, 'lock.taken', { folder, pid: String(owner.pid) })
    setAside(path, owner)
  }
  throw new Refusal(409, 'lock.taken', { folder, pid: '?' })
}

/** Whether a living process holds the folder. */
export function isLocked(folder: string): boolean {
  const owner = readOwner(join(folder, 'samlad.lock'))
  return owner !== undefined && isAlive(owner)
}

function createLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Owner))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** Renaming is atomic: of two processes that both saw the stale lock, one succeeds and the other starts over. */
function setAside(path: string, owner: Owner | undefined): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readOwner(aside)
  // Somebody else replaced the stale lock between our look and our move: give it back.
  if (moved && moved.pid !== owner?.pid && isAlive(moved) && !existsSync(path)) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(owner.pid) === owner.started
}

/** Start time of a process where the system tells it (Linux), so that a reused process id is not taken for the owner. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
