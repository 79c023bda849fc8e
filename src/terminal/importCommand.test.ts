import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { TERMINAL_TOKEN, world } from '../../test/api.ts'
import { importBench, type ImportBench } from '../../test/participations.ts'
import { messages } from '../messages.ts'
import { translator } from '../values/catalogue.ts'
import { exitCodes } from './exitCodes.ts'
import { importCommand } from './importCommand.ts'

let bench: ImportBench
let folder: string

/** The server’s day is long before this machine’s: what has begun here has not begun there. */
beforeAll(async () => {
  bench = await importBench({ now: () => new Date('2024-01-15T10:00:00Z') })
  await bench.app.listen({ host: '127.0.0.1', port: 0 })
  folder = mkdtempSync(join(tmpdir(), 'samlad-terminal-'))
  const { port } = bench.app.server.address() as AddressInfo
  writeFileSync(join(folder, 'terminal.json'), JSON.stringify({ address: `http://127.0.0.1:${port}`, token: TERMINAL_TOKEN }))
})
afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => bench.empty())

const head = 'Kön;Hemkommun;Födelseår;Startdatum;Sysselsättning före;Försörjning före;Grund;Datum för grund'
const row = (entry: string): string => `Kvinna;Provkommun 1;1981;${entry};Annat;Sjukpenning;Samtycke;2023-03-01`

async function bring(rows: string[], json = false, heading = head) {
  const [out, err]: [string[], string[]] = [[], []]
  const file = join(folder, 'lista.csv')
  writeFileSync(file, [heading, ...rows].join('\n'))
  const code = await importCommand([file, '--controller', world.controllers[0], '--as', 'caseworker.1', '--data', folder, '--commit'], {
    locale: 'sv',
    t: translator(messages, 'sv'),
    json,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    progress: () => undefined,
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

test('rows that the server stops are told, and counted as stopped', async () => {
  const { code, out, err } = await bring([row('2023-03-01'), row('2024-03-01')])
  expect(err).toEqual([
    expect.stringContaining('Servern tog emot 1 av 2 rader.'),
    expect.stringContaining('D3 Fel: Startdatum har inte inträffat än.'),
  ])
  expect(out).toContain('Stoppade rader: 1')
  expect(code).toBe(exitCodes.rowsStopped)
  expect(await bench.count('participation')).toBe(1)
})
test('no more of them are listed than in a dry run', async () => {
  const { err } = await bring(Array.from({ length: 23 }, (_, at) => row(`2024-03-${String(at + 1).padStart(2, '0')}`)))
  expect([err.length, err.at(-1)]).toEqual([22, '20 av 23 problem'])
})
test('they are told to programs', async () => {
  const { out, err } = await bring([row('2023-03-01'), row('2024-03-01')], true)
  expect(JSON.parse(err.join())).toMatchObject({
    accepted: 1,
    offered: 2,
    problems: [{ row: 3, field: 'entryDate', key: 'entryInFuture' }],
  })
  expect(JSON.parse(out.join())).toMatchObject({ blocked: 1, import: { counts: { new: 1 } } })
})
test('nothing is told where it takes them all', async () => {
  const { code, out, err } = await bring([row('2023-03-01')])
  expect([code, err]).toEqual([exitCodes.done, []])
  expect(out).toContain('Stoppade rader: 0')
})
test('rows of what was removed or locked at the person’s request are told, and left out', async () => {
  const referred = (entry: string, reference: string): string => `${row(entry)};${reference}`
  const bringReferred = (rows: string[], json = false) => bring(rows, json, `${head};Löpnummer`)
  await bringReferred([referred('2023-03-01', 'R-1')])
  await bench.database.script("update participation set locked_at = now(), locked_for = 'withdrawal'")
  const again = [referred('2023-03-01', 'R-1'), referred('2023-04-01', 'R-2')]
  const { out, err } = await bringReferred(again)
  expect(err).toEqual([expect.stringContaining('En rad gäller ett deltagande som har tagits bort, eller låsts'), 'Rader i filen: 2'])
  expect(out).toContain('Överhoppad: 1')
  expect(JSON.parse((await bringReferred([...again, referred('2023-05-01', 'R-3')], true)).err.join())).toEqual({ removed: [2] })
})
