import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What a controller's key of 32 bytes is made into: a name that tells nothing, one key to encrypt with and one to look up with. */
export interface IdentityKey {
  id: string
  encryption: Buffer
  lookup: Buffer
}

/** The row that a number belongs to. */
export interface IdentityPlace {
  controllerId: string
  participationId: string
}

/** A number as the database keeps it. */
export interface SealedIdentity {
  keyId: string
  /** 12 random bytes. */
  nonce: Uint8Array
  /** The encrypted number, and the 16 bytes that show it is whole. */
  ciphertext: Uint8Array
}

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Derives the keys of a controller (HKDF, RFC 5869, SHA-256). Throws unless it is given 32 bytes. */
export function deriveKeys(secret: Uint8Array): IdentityKey {
  if (secret.length !== 32) throw new RangeError('A key is 32 bytes')
  const derive = (use: string, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `samlad identity ${use}`, bytes))
  return { id: derive('name', 8).toString('hex'), encryption: derive('encryption', 32), lookup: derive('lookup', 32) }
}

/** Encrypts a number for one row: with AES-256-GCM (NIST SP 800-38D) under a nonce of its own, bound to the row and the key. */
export function sealIdentity(key: IdentityKey, place: IdentityPlace, personnummer: string): SealedIdentity {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key.encryption, nonce).setAAD(boundTo(key, place))
  const ciphertext = Buffer.concat([cipher.update(personnummer, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { keyId: key.id, nonce, ciphertext }
}

/** Decrypts the number of a row. Throws when it is of another row or key, or has been altered. */
export function openIdentity(key: IdentityKey, place: IdentityPlace, { nonce, ciphertext }: SealedIdentity): string {
  const end = ciphertext.length - TAG_BYTES
  const decipher = createDecipheriv(ALGORITHM, key.encryption, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(key, place)).setAuthTag(ciphertext.subarray(end))
  return decipher.update(ciphertext.subarray(0, end), undefined, 'utf8') + decipher.final('utf8')
}

/** The value by which a number is found again among those of a controller: an HMAC that nobody can try numbers against without the key. */
export function lookupOf(key: IdentityKey, controllerId: string, personnummer: string): Buffer {
  return createHmac('sha256', key.lookup).update(`${controllerId}\n${personnummer}`).digest()
}

/** Everything here has a fixed shape, so no two places read the same. */
function boundTo(key: IdentityKey, { controllerId, participationId }: IdentityPlace): Buffer {
  return Buffer.from(`samlad-identity-1\n${controllerId}\n${participationId}\n${key.id}`)
}
