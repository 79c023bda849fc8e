import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
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

/** How long to wait for others who are in the middle of taking the lock, and how often to look; milliseconds. */
const PATIENCE = 3000
const PAUSE = 20

/** Takes the lock of a data folder. Throws `Refusal` (409) when a living process holds it; a dead one's lock is taken over. */
export function takeLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'samlad.lock')
  const deadline = Date.now() + PATIENCE
  do {
    if (createLock(path) || takeOver(path)) return { release: () => release(path) }
    const owner = readOwner(path)
    if (owner && isAlive(owner)) throw new Refusal(409, 'lock.taken', { folder, pid: String(owner.pid) })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
  } while (Date.now() < deadline)
  throw new Refusal(409, 'lock.taken', { folder, pid: '?' })
}

/** Whether a living process holds the folder. */
export function isLocked(folder: string): boolean {
  const owner = readOwner(join(folder, 'samlad.lock'))
  return owner !== undefined && isAlive(owner)
}

function release(path: string): void {
  if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true })
}

function createLock(path: string): boolean {
  return unlessThere(() => {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Owner))
    closeSync(file)
  })
}

/**
 * Removes a dead owner's lock and makes our own. A lock is removed only behind a door that one process at a time can pass, after
 * another look: of many who saw the same dead owner, none can remove the lock that the first of them has made since.
 */
function takeOver(path: string): boolean {
  const door = `${path}.takeover`
  if (!unlessThere(() => mkdirSync(door))) {
    // Whoever stood in the door died there: it takes a millisecond to pass.
    if (ageOf(door) > PATIENCE) close(door)
    return false
  }
  try {
    const owner = readOwner(path)
    // A lock that cannot be read is being written this moment, or its writer died before it had.
    if (owner ? isAlive(owner) : ageOf(path) < PATIENCE / 2) return false
    rmSync(path, { force: true })
    return createLock(path)
  } finally {
    close(door)
  }
}

const close = (door: string): void => rmSync(door, { recursive: true, force: true })

/** Makes something in the file system; `false` when it is there already. */
function unlessThere(make: () => void): boolean {
  try {
    make()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Milliseconds since a file was last written; 0 when it is gone. */
function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return undefined
  }
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
