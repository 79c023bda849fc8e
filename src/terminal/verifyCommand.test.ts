import { expect, test } from 'vitest'
import { messages } from '../messages.ts'
import { translator } from '../values/catalogue.ts'
import { logReport } from './verifyCommand.ts'

const sv = { t: translator(messages, 'sv') }
const place = { chain: 'controller:1', name: 'Provkommun 1' }
const times = { after: '2026-11-22T10:04:00Z', before: '2026-11-22T10:06:00Z' }
const linesOf = (findings: Parameters<typeof logReport>[0]['findings']): string[] =>
  logReport({ chains: 1, rows: 9, anchors: 1, findings }, sv).split('\n')

test('a whole log is told in one line', () => expect(linesOf([])).toEqual(['Loggen är hel: 1 kedja, 9 rader. 1 ankare stämmer.']))
test('without anchors it is told what cannot be seen', () =>
  expect(logReport({ chains: 1, rows: 1, anchors: 0, findings: [] }, sv)).toContain('märks inte om de sista raderna'))
test('each finding has its place, its rows and its time', () =>
  expect(
    linesOf([
      { kind: 'removed', ...place, ...times, from: 5, to: 5 },
      { kind: 'removed', ...place, after: times.after, before: null, from: 8, to: 9 },
      { kind: 'altered', ...place, ...times, from: 4, to: 4 },
      { kind: 'moved', ...place, name: null, ...times, from: 4, to: 6 },
    ]),
  ).toEqual([
    'LOGGEN ÄR INTE HEL. 4 fynd:',
    '  Provkommun 1 (controller:1): rad 5 är borttagen, mellan 2026-11-22T10:04:00Z och 2026-11-22T10:06:00Z',
    '  Provkommun 1 (controller:1): raderna 8–9 är borttagna, efter 2026-11-22T10:04:00Z',
    '  Provkommun 1 (controller:1): rad 4 är ändrad, 2026-11-22T10:04:00Z',
    '  controller:1: raderna 4–6 har bytt plats, 2026-11-22T10:04:00Z',
  ]))
