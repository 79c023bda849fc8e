import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import { deriveKeys } from './cipher.ts'
import { keySource, readKeys, type Keyring } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))
const id = '11111111-1111-4111-8111-111111111111'
const [first, second] = ['a1'.repeat(32), 'B2'.repeat(32)]
const nameOf = (hex: string): string => deriveKeys(Buffer.from(hex, 'hex')).id
const place = (text: string, mode = 0o600): void => {
  writeFileSync(join(folder, `${id}.key`), text)
  chmodSync(join(folder, `${id}.key`), mode)
}
const fromFolder = keySource({ folder })

describe('a key file', () => {
  test('holds one key a line, the current one first', async () => {
    place(`${first}\n${second}\n`)
    const ring = (await fromFolder(id)) as Keyring
    expect(ring.current.id).toBe(nameOf(first))
    expect([...ring.byId.keys()]).toEqual([nameOf(first), nameOf(second)])
  })
  test('counts as soon as it is changed', async () => {
    place(second)
    expect(((await fromFolder(id)) as Keyring).current.id).toBe(nameOf(second))
  })
  test.each([0o644, 0o640, 0o604, 0o660])('that others can read is not used (%o)', async (mode) => {
    place(first, mode)
    expect(await fromFolder(id)).toBe('open')
  })
  test('stricter than 0600 is used', async () => {
    place(first, 0o400)
    expect(await fromFolder(id)).toHaveProperty('current')
    chmodSync(join(folder, `${id}.key`), 0o600)
  })
  test('of somebody else is not found', async () => expect(await fromFolder('22222222-2222-4222-8222-222222222222')).toBe('missing'))
  test('that is a folder is not found', async () => expect(await keySource({ folder: tmpdir() })(id)).toBe('missing'))
})

test.each(['', '\n', 'abc', first.slice(1), `${first} ${second}`, `${first}\nz`])('%j is no key', (text) =>
  expect(readKeys(text)).toBe('malformed'),
)

describe('a command', () => {
  const script = join(folder, 'fetch.sh')
  const command = (body: string): ReturnType<typeof keySource> => {
    writeFileSync(script, `#!/bin/sh\n${body}\n`, { mode: 0o700 })
    return keySource({ command: [script, 'key of'] })
  }
  test('prints the keys of the controller that is its last word', async () => {
    const ring = await command(`[ "$1" = "key of" ] && [ "$2" = "${id}" ] && echo ${first}`)(id)
    expect((ring as Keyring).current.id).toBe(nameOf(first))
  })
  test('that fails gives no key, and nothing of what it said', async () =>
    expect(await command(`echo ${first}; echo secret >&2; exit 1`)(id)).toBe('commandFailed'))
  test('that is not there gives no key', async () =>
    expect(await keySource({ command: [join(folder, 'no-such')] })(id)).toBe('commandFailed'))
  test('that prints something else gives no key', async () => expect(await command('echo hello')(id)).toBe('malformed'))
})

test('without either there is none', async () => expect(await keySource({})(id)).toBe('notConfigured'))

describe('the setting', () => {
  const read = (environment: NodeJS.ProcessEnv) => readConfig([], environment).identityKeys
  test('is a folder', () => expect(read({ SAMLAD_T2_KEYS: '/keys' })).toEqual({ folder: '/keys' }))
  test('or a command in words', () =>
    expect(read({ SAMLAD_T2_KEY_COMMAND: ' kms  get --raw ' })).toEqual({ command: ['kms', 'get', '--raw'] }))
  test('and not both', () => expect(() => read({ SAMLAD_T2_KEYS: '/k', SAMLAD_T2_KEY_COMMAND: 'kms' })).toThrow('not both'))
})
