import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_MS = 30_000

/** A key that an authenticator app and the server share. */
export const newTotpSecret = (): Buffer => randomBytes(20)

/** The key as an app wants it: an address to open, and letters to type. */
export function totpForApp(userId: string, secret: Uint8Array): { address: string; letters: string } {
  const totp = makeTotp(secret, userId)
  return { address: totp.toString(), letters: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ') }
}

/** The step of time that a code belongs to, the one before and the one after included; `undefined` for a wrong code. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const delta = makeTotp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / PERIOD_MS) + delta
}

function makeTotp(secret: Uint8Array, label: string): TOTP {
  return new TOTP({ issuer: 'Samlad', label, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) })
}
