import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveKeys, lookupOf, openIdentity, sealIdentity } from './cipher.ts'

const key = deriveKeys(Buffer.alloc(32, 7))
const other = deriveKeys(Buffer.alloc(32, 8))
const place = { controllerId: '11111111-1111-4111-8111-111111111111', participationId: '22222222-2222-4222-8222-222222222222' }
const number = '196201122808'

test('what is sealed is opened again by the same key in the same place', () =>
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uuid(),
      fc.uuid(),
      fc.string(),
      (secret, controllerId, participationId, text) => {
        const own = deriveKeys(secret)
        const at = { controllerId, participationId }
        expect(openIdentity(own, at, sealIdentity(own, at, text))).toBe(text)
      },
    ),
  ))

describe('it is not opened', () => {
  const sealed = sealIdentity(key, place, number)
  test.each([
    ['in another participation', { ...place, participationId: place.controllerId }],
    ['at another controller', { ...place, controllerId: place.participationId }],
  ])('%s', (_where, at) => expect(() => openIdentity(key, at, sealed)).toThrow())
  test('by another key, even one that takes its name', () => {
    expect(() => openIdentity(other, place, sealed)).toThrow()
    expect(() => openIdentity({ ...other, id: key.id }, place, sealed)).toThrow()
  })
  test('under another name of the key', () => expect(() => openIdentity({ ...key, id: other.id }, place, sealed)).toThrow())
  test('when any bit of it has been turned', () =>
    fc.assert(
      fc.property(fc.nat(sealed.ciphertext.length * 8 - 1), (bit) => {
        const altered = Buffer.from(sealed.ciphertext)
        altered[bit >> 3]! ^= 1 << (bit & 7)
        expect(() => openIdentity(key, place, { ...sealed, ciphertext: altered })).toThrow()
      }),
    ))
  test('when it has been cut short, also to less than a tag', () => {
    for (const length of [0, 4, 12, 16, sealed.ciphertext.length - 1])
      expect(() => openIdentity(key, place, { ...sealed, ciphertext: sealed.ciphertext.subarray(0, length) })).toThrow()
  })
  test('under another nonce', () => expect(() => openIdentity(key, place, { ...sealed, nonce: randomBytes(12) })).toThrow())
})

test('the same number is never sealed alike twice, and stands nowhere in what is stored', () => {
  const all = Array.from({ length: 200 }, () => sealIdentity(key, place, number))
  expect(new Set(all.map(({ nonce }) => Buffer.from(nonce).toString('hex'))).size).toBe(200)
  expect(new Set(all.map(({ ciphertext }) => Buffer.from(ciphertext).toString('hex'))).size).toBe(200)
  for (const { ciphertext } of all) expect(Buffer.from(ciphertext).toString('latin1')).not.toContain(number.slice(0, 6))
})

describe('the value to look up by', () => {
  test('is the same for the same number, key and controller', () =>
    expect(lookupOf(key, place.controllerId, number)).toEqual(lookupOf(deriveKeys(Buffer.alloc(32, 7)), place.controllerId, number)))
  test('tells nothing between controllers or keys', () => {
    const values = [
      lookupOf(key, place.controllerId, number),
      lookupOf(key, place.participationId, number),
      lookupOf(other, place.controllerId, number),
    ]
    expect(new Set(values.map((value) => value.toString('hex'))).size).toBe(3)
  })
})

test('a key has three faces that do not show one another', () => {
  expect(new Set([key.id, key.encryption.toString('hex'), key.lookup.toString('hex'), '07'.repeat(32)]).size).toBe(4)
  expect(() => deriveKeys(Buffer.alloc(31))).toThrow()
})
