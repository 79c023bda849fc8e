import { describe, expect, test } from 'vitest'
import { passwordFault } from './domain.ts'
import { hashPassword, isPassword } from './password.ts'
import { openVault } from './vault.ts'

describe('a password', () => {
  test('fits its own hash and no other', async () => {
    const hash = await hashPassword('åäö och mellanslag')
    expect(await isPassword('åäö och mellanslag', hash)).toBe(true)
    expect(await isPassword('a\u030aa\u0308o\u0308 och mellanslag', hash)).toBe(true)
    expect(await isPassword('åäö och mellanslag ', hash)).toBe(false)
    expect(await hashPassword('åäö och mellanslag')).not.toBe(hash)
  })
  test.each([
    ['elva tecken', 'local.tooShort'],
    ['aaaaaaaaaaaaaaaa', 'local.tooPlain'],
    ['disa.testberg-2026', 'local.tooPlain'],
    ['Samlad är bäst 1', 'local.tooPlain'],
    ['fyra hästar i regn', undefined],
  ])('“%s”: %s', (text, fault) => expect(passwordFault(text, 'disa.testberg')).toBe(fault))
})

describe('a sealed key', () => {
  const vault = openVault(Buffer.alloc(32, 7))
  const sealed = vault.seal('disa', Buffer.from('a key'))
  test('opens for its own user', () => expect(vault.unseal('disa', sealed).toString()).toBe('a key'))
  test('opens for no other user, by no other key, and not when changed', () => {
    expect(() => vault.unseal('edvin', sealed)).toThrow()
    expect(() => openVault(Buffer.alloc(32, 8)).unseal('disa', sealed)).toThrow()
    sealed[14]! ^= 1
    expect(() => vault.unseal('disa', sealed)).toThrow()
  })
})
