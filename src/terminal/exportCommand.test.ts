import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { TERMINAL_TOKEN } from '../../test/api.ts'
import { identityBench, isPostgres, newKey, oldKey, type IdentityBench } from '../../test/identity.ts'
import { messages } from '../messages.ts'
import { translator } from '../values/catalogue.ts'
import { exportCommand } from './exportCommand.ts'
import { rotateCommand } from './rotateCommand.ts'
import type { Terminal } from './terminal.ts'

let own: IdentityBench
let said: string[]
const folder = mkdtempSync(join(tmpdir(), 'samlad-terminal-'))
const file = join(folder, 'uttag.zip')
const as = (user: string): string[] => ['--controller', 'provkommun 1', '--as', user, '--data', folder]
const terminal: Terminal = {
  ...{ locale: 'sv', t: translator(messages, 'sv'), json: false, signal: new AbortController().signal },
  out: (text) => void said.push(text),
  err: (text) => void said.push(text),
  progress: () => undefined,
}

beforeAll(async () => {
  own = await identityBench()
  const address = await own.bench.app.listen({ host: '127.0.0.1', port: 0 })
  writeFileSync(join(folder, 'terminal.json'), JSON.stringify({ address, token: TERMINAL_TOKEN }))
})
afterAll(async () => {
  await own.end()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await own.empty()
  rmSync(file, { force: true })
  said = []
})

describe('samlad export', () => {
  test('writes everything of the controller’s to a file that its owner alone can read', async () => {
    const { code } = await own.enter()
    expect(await exportCommand([file, ...as('controlleradmin.1')], terminal)).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const files = unzipSync(new Uint8Array(readFileSync(file)))
    expect(Buffer.from(files['deltaganden.csv']!).toString()).toContain(code)
    expect(said.join('\n')).toContain('deltaganden: 1')
    expect(said.join('\n')).not.toContain(code)
  })
  test('is for the steward of the controller', async () => {
    await expect(exportCommand([file, ...as('caseworker.1')], terminal)).rejects.toMatchObject({ status: 404 })
    await expect(exportCommand([file, ...as('controlleradmin.2')], terminal)).rejects.toMatchObject({ key: 'terminal.noController' })
    await expect(exportCommand([file, ...as('nobody')], terminal)).rejects.toMatchObject({ key: 'terminal.noUser' })
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
  })
  test('writes over nothing unless told to', async () => {
    writeFileSync(file, 'mine')
    await expect(exportCommand([file, ...as('controlleradmin.1')], terminal)).rejects.toMatchObject({ key: 'terminal.fileExists' })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(await exportCommand([file, ...as('controlleradmin.1'), '--force'], terminal)).toBe(0)
    // The file was there with its own rights: it is made anew.
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
  test('takes personal numbers only when they are open', async () =>
    expect(exportCommand([file, ...as('controlleradmin.1'), '--identities'], terminal)).rejects.toMatchObject({ key: 'identity.notOpen' }))
  test.each([[[]], [['a.zip', 'b.zip']], [['a.zip', '--as', 'x']]])('%j is not understood', async (args) =>
    expect(exportCommand(args, terminal)).rejects.toMatchObject({ code: 2 }),
  )
})

describe('samlad rotate-identity-key', () => {
  test('says when there is nothing to do', async () => {
    expect(await rotateCommand(as('controlleradmin.1'), terminal)).toBe(0)
    expect(said.join()).toContain('Inget att kryptera om')
  })
  test.runIf(isPostgres)('encrypts every number anew, and says with which key', async () => {
    await own.open()
    const id = await own.known()
    own.hold([newKey, oldKey])
    expect(await rotateCommand(as('controlleradmin.1'), terminal)).toBe(0)
    expect(said.join()).toMatch(/Ett nummer är omkrypterat med nyckel [0-9a-f]{16}/)
    own.hold([newKey])
    // The terminal has put its own way of calling in place.
    expect(await own.show(id)).toMatchObject({ recordedBy: 'caseworker.1' })
  })
})
