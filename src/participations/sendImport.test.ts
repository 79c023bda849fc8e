import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { listOf, sendingOf } from '../../test/participations.ts'
import { useTransport } from '../platform/call.ts'
import { commitDraft, mappingToRemember, sendDraft } from './sendImport.ts'

const remembered = (...headings: string[]): string[] =>
  Object.keys(
    mappingToRemember(
      headings.map((heading) => ({ heading })),
      headings.map(() => 'ignore'),
      '2026-06-30',
    ),
  )

describe('headings that leave the browser', () => {
  test('ordinary ones do', () =>
    expect(remembered('Start', 'Parkering', 'Insatsens namn')).toEqual(['start', 'parkering', 'insatsens namn']))
  test.each([
    'Handläggare: Kalle Karlsson',
    'Hos Kalle',
    'Grupp Karlsson',
    'Anteckning 850312\u00a0–\u00a02395',
    'ring 070-1234567',
    'anna.andersson@kommun.se',
    'Personnr',
  ])('%s does not', (heading) => expect(remembered(heading)).toEqual([]))
  test('none of a column that was found to be identity', () =>
    expect(mappingToRemember([{ heading: 'Kolumn 7', identity: { kind: 'name' } }], ['ignore'], '2026-06-30')).toEqual({}))
})

describe('a connection that breaks while the list is written', () => {
  /** A server that begins to answer the commit and then does as told with the connection. */
  async function commitAgainst(ending: 'destroy' | 'end'): Promise<unknown> {
    const server = createServer((request, response) => {
      if (request.method === 'DELETE') return void response.end('{"cancelled":false}')
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      response.write('{"done":0,"of":5}\n', () => (ending === 'end' ? response.end() : response.destroy()))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    useTransport((path, init) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init))
    const place = { controllerId: sendingOf('').controllerId, importId: '78b00e3c-93f8-4b0e-9e6e-0f3f0a1b2c3d' }
    const choice = { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} } as const
    const thrown = await commitDraft(place, choice).catch((error: unknown) => error)
    server.closeAllConnections()
    server.close()
    return thrown
  }
  test.each(['destroy', 'end'] as const)('is told as what it is: %s', async (ending) =>
    expect(await commitAgainst(ending)).toMatchObject({ status: 0, key: 'participations.commitUnknown' }),
  )
})

test('a file named by a personnummer is stopped before anything is sent', async () => {
  const sent: string[] = []
  useTransport((path) => {
    sent.push(path)
    return Promise.reject(new Error('nothing is to be sent'))
  })
  const sending = { ...sendingOf('x'), fileName: '850312-2395.xlsx' }
  await expect(sendDraft(listOf([]), sending)).rejects.toMatchObject({ key: 'participations.fileNamePersonnummer' })
  expect(sent).toEqual([])
})
