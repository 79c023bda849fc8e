import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps the keys of one-time codes unreadable in the database and its copies. */
export interface Vault {
  seal(userId: string, secret: Uint8Array): Buffer
  /** Throws when the sealed bytes are another's, changed, or sealed with another key. */
  unseal(userId: string, sealed: Uint8Array): Buffer
}

/** A vault by a key of 32 bytes (AES-256-GCM, bound to the user). */
export function openVault(key: Buffer): Vault {
  if (key.length !== 32) throw new RangeError('The key of local accounts must be 32 bytes')
  return {
    seal(userId, secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(userId))
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    unseal(userId, sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(userId)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    },
  }
}

/** The key out of the environment (64 hex digits), or out of a file in the data folder that is made the first time. */
export function accountKey(given: string | undefined, dataFolder: string): Buffer {
  if (given !== undefined) {
    if (!/^[0-9a-f]{64}$/i.test(given)) throw new RangeError('SAMLAD_ACCOUNT_KEY must be 64 hex digits')
    return Buffer.from(given, 'hex')
  }
  const path = join(dataFolder, 'account.key')
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}
