import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's least for argon2id: 19 MiB of memory, two passes. Kept with each hash, so that it can be raised. */
const COST = { m: 19_456, t: 2, p: 1 }
const HASH_BYTES = 32
const derive = promisify(argon2)

/** The hash of a password by argon2id, in the usual text form. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derived(password, salt, COST, HASH_BYTES)
  return `$argon2id$v=19$m=${COST.m},t=${COST.t},p=${COST.p}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Whether a password fits a hash. Throws when the hash is not one of ours. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored)
  if (!found) throw new Error('Not an argon2id hash')
  const [m, t, p] = found.slice(1, 4).map(Number) as [number, number, number]
  const [salt, hash] = found.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer]
  return timingSafeEqual(await derived(password, salt, { m, t, p }, hash.length), hash)
}

function derived(password: string, nonce: Buffer, cost: typeof COST, tagLength: number): Promise<Buffer> {
  // The same text typed on two keyboards can be two sequences of characters.
  const message = Buffer.from(password.normalize('NFKC'))
  return derive('argon2id', { message, nonce, tagLength, memory: cost.m, passes: cost.t, parallelism: cost.p })
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
