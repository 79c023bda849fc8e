import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TERMINAL_TOKEN } from '../../test/api.ts'
import { openData } from '../../test/openData.ts'
import { messages } from '../messages.ts'
import { translator } from '../values/catalogue.ts'
import { explainCommand } from './explainCommand.ts'
import type { Terminal } from './terminal.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => (open = await openData()), 120_000)
afterAll(async () => open.close())

describe('samlad explain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-explain-'))
  let said: string[] = []
  const terminal: Terminal = {
    ...{ locale: 'sv', t: translator(messages, 'sv'), json: false, signal: new AbortController().signal },
    out: (text) => void said.push(text),
    err: (text) => void said.push(text),
    progress: () => undefined,
  }
  beforeAll(async () => {
    const address = await open.app.listen({ host: '127.0.0.1', port: 0 })
    writeFileSync(join(folder, 'terminal.json'), JSON.stringify({ address, token: TERMINAL_TOKEN }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  test('tells in words what the figure is, and that it is the same', async () => {
    expect(await explainCommand(['exits 2023-01..2023-12 sex=woman', '--as', 'publisher.1', '--data', folder], terminal)).toBe(0)
    expect(said.join('\n')).toMatch(/^PÅHITTADE DATA\n\d+ {2}exits 2023-01\.\.2023-12 sex=woman\nAvslutade deltaganden/)
    expect(said.join('\n')).toMatch(/Kön: Kvinnor[^]*Utgåva 2, ”Avslut 2023”[^]*samma tal\.$/)
  })
  test('gives it as JSON', async () => {
    said = []
    await explainCommand(['exits 2023-01..2023-12', '--as', 'publisher.1', '--data', folder], { ...terminal, json: true })
    expect(JSON.parse(said.join(''))).toMatchObject({ recount: 'same', cell: { kind: 'shown' } })
  })
  test('says what is missing', async () => {
    await expect(explainCommand(['--as', 'publisher.1', '--data', folder], terminal)).rejects.toMatchObject({ key: 'explain.missing' })
  })
})
