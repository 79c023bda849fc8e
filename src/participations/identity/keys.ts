import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deriveKeys, type IdentityKey } from './cipher.ts'

/** The keys of a controller: new numbers are encrypted with `current`, older ones are read until they have been rewritten. */
export interface Keyring {
  current: IdentityKey
  byId: ReadonlyMap<string, IdentityKey>
}

/** Why there is no key to work with. */
export type KeyTrouble = 'notConfigured' | 'missing' | 'open' | 'malformed' | 'commandFailed'

/** Where keys come from; asked each time, so that a key that is put in place or taken away counts at once. */
export type KeySource = (controllerId: string) => Promise<Keyring | KeyTrouble>

/** How keys are reached: a folder of files, or a command that fetches them from where they are kept. */
export interface KeySettings {
  folder?: string | undefined
  command?: readonly string[] | undefined
}

const COMMAND_MS = 10_000
const run = promisify(execFile)

/** Reads the keys of controllers from files `<controller>.key` or from a command; without either there are none. */
export function keySource({ folder, command }: KeySettings): KeySource {
  if (command) return (controllerId) => fromCommand(command, controllerId)
  if (folder !== undefined) return (controllerId) => fromFile(join(folder, `${controllerId}.key`))
  return () => Promise.resolve('notConfigured')
}

/** A key that others on the machine can read is no key: the file must be its owner's alone (mode 0600 or stricter). */
async function fromFile(path: string): Promise<Keyring | KeyTrouble> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return 'missing'
  if ((found.mode & 0o077) !== 0) return 'open'
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? 'missing' : readKeys(text)
}

/** The command is run without a shell, with the controller's id as its last word. What it says on failure may hold secrets: it is not passed on. */
async function fromCommand([program = '', ...words]: readonly string[], controllerId: string): Promise<Keyring | KeyTrouble> {
  const answer = await run(program, [...words, controllerId], { timeout: COMMAND_MS, maxBuffer: 65_536 }).catch(() => undefined)
  return answer ? readKeys(answer.stdout) : 'commandFailed'
}

/** One key a line, 64 hex digits, the current one first. */
export function readKeys(text: string): Keyring | KeyTrouble {
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || [])
  if (lines.length === 0 || !lines.every((line) => /^[0-9a-f]{64}$/i.test(line))) return 'malformed'
  const keys = lines.map((line) => deriveKeys(Buffer.from(line, 'hex')))
  return { current: keys[0]!, byId: new Map(keys.map((key) => [key.id, key])) }
}
