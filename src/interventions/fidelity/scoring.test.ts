// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawSheet } from '../../spreadsheet/cell.ts'
import { InstrumentFields } from './domain.ts'
import { ipsItems } from './ipsItems.ts'
import { readBands, readItems } from './readInstrument.ts'
import { ipsScale, roundScore, scoreOf, type FidelityScale, type Point } from './scoring.ts'

const items = (sum: number): number[] => Array.from({ length: 25 }, (_, at) => Math.floor(sum / 25) + (at < sum % 25 ? 1 : 0))

describe('fidelity to IPS', () => {
  test.each([
    [125, 'exemplary'],
    [115, 'exemplary'],
    [114, 'good'],
    [100, 'good'],
    [99, 'fair'],
    [74, 'fair'],
    [73, 'notIps'],
    [25, 'notIps'],
  ])('%i is %s', (sum, band) => expect(scoreOf(ipsScale, items(sum))).toEqual({ score: sum, band, prorated: false }))
  test('with two items missing is reckoned in proportion and marked', () =>
    expect(scoreOf(ipsScale, [...Array.from({ length: 23 }, () => 4), null, null])).toEqual({ score: 100, band: 'good', prorated: true }))
  test('with three missing has no band', () =>
    expect(scoreOf(ipsScale, [...Array.from({ length: 22 }, () => 4), null, null, null])).toBeUndefined())
  test('a six is refused, and so are 24 items', () => {
    expect(() => scoreOf(ipsScale, [6, ...items(100).slice(1)])).toThrow(RangeError)
    expect(() => scoreOf(ipsScale, items(100).slice(1))).toThrow(RangeError)
  })
  test('has words of our own for each of its items, in both languages', () => {
    expect(ipsItems).toHaveLength(ipsScale.items)
    expect(new Set(ipsItems.map(({ sv }) => sv)).size).toBe(ipsScale.items)
  })
})

describe('two assessors', () => {
  test('are both kept, and the round is their mean', () => {
    const [first, second] = [items(100), items(110)]
    expect(roundScore(ipsScale, [first, second])).toMatchObject({ score: 105, band: 'good', each: [100, 110] })
  })
  test('are told of where they are two points apart, and not of one', () => {
    const [first, second] = [items(100), items(100)]
    Object.assign(second, { 3: 2, 7: 3 })
    expect(roundScore(ipsScale, [first, second])!.apart).toEqual([4])
  })
  test('have no score together when one lacks too much', () =>
    expect(roundScore(ipsScale, [items(100), [...Array.from({ length: 22 }, () => 4), null, null, null]])).toBeUndefined())
})

const scale = fc
  .record({ items: fc.integer({ min: 1, max: 40 }), low: fc.integer({ min: 0, max: 3 }), steps: fc.integer({ min: 1, max: 6 }) })
  .map(({ items: n, low, steps }): FidelityScale => {
    const [least, high] = [n * low, low + steps]
    const middle = Math.ceil((least + n * high) / 2)
    const upper = middle > least ? [{ code: 'upper', from: middle }] : []
    return { items: n, low, high, mostMissing: 0, bands: [...upper, { code: 'lower', from: least }] }
  })
test('of any scale the sum lies within it, is the same whichever order, and more points never give a lower band', () =>
  fc.assert(
    fc.property(scale, fc.infiniteStream(fc.nat(1000)), (one, numbers) => {
      const points = Array.from({ length: one.items }, (): Point => one.low + ((numbers.next().value ?? 0) % (one.high - one.low + 1)))
      const { score, band } = scoreOf(one, points)!
      expect(score).toBeGreaterThanOrEqual(one.items * one.low)
      expect(score).toBeLessThanOrEqual(one.items * one.high)
      expect(scoreOf(one, points.toReversed())).toMatchObject({ score, band })
      const order = one.bands.map(({ code }) => code)
      const more = scoreOf(one, [one.high, ...points.slice(1)])!
      expect(order.indexOf(more.band)).toBeLessThanOrEqual(order.indexOf(band))
    }),
  ))

const sheet = (rows: string[][], name = 'Blad1', hidden = false): RawSheet => ({
  ...{ name, hidden, date1904: false },
  rows: rows.map((cells, at) => ({ row: at + 1, cells })),
})

describe('a file of items', () => {
  test('has a text and what each point means; numbers before and headings above are left out', () => {
    const read = readItems([
      sheet([['hemligt']], 'Dold', true),
      sheet([['Nr', 'Punkt', '1', '2'], ['1', 'Möten', 'sällan', 'ofta', ''], ['2.', 'Stöd', 'lite', 'mycket'], []]),
    ])
    expect(read.texts.map(({ label }) => label)).toEqual(['Möten', 'Stöd'])
    expect(read).toEqual({
      texts: [
        { label: 'Möten', anchors: ['sällan', 'ofta'] },
        { label: 'Stöd', anchors: ['lite', 'mycket'] },
      ],
    })
  })
  test('without what points mean is read too', () =>
    expect(readItems([sheet([['Möten'], ['Stöd']])])).toEqual({
      texts: [
        { label: 'Möten', anchors: [] },
        { label: 'Stöd', anchors: [] },
      ],
    }))
  test('with a point that lacks its text tells the row', () =>
    expect(
      readItems([
        sheet([
          ['Möten', 'a', 'b', 'c'],
          ['Stöd', 'a', '', 'c'],
        ]),
      ]).uneven,
    ).toEqual({ row: 2, n: 2, first: 3 }))
  test('has bands as they are written', () =>
    expect(readBands('hög: 80\n god nivå 60 \n\nlåg')).toEqual([
      { code: 'hög', from: 80 },
      { code: 'god nivå', from: 60 },
      { code: 'låg', from: NaN },
    ]))
})

describe('an instrument', () => {
  const plain = {
    ...{ id: '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d', name: 'Egen skala', source: 'Eget', sameScaleAs: null },
    scale: {
      items: 2,
      low: 1,
      high: 5,
      mostMissing: 0,
      bands: [
        { code: 'hög', from: 8 },
        { code: 'låg', from: 2 },
      ],
    },
    texts: [
      { label: 'A', anchors: [] },
      { label: 'B', anchors: [] },
    ],
  }
  const faultsOf = (given: object): string[] =>
    (InstrumentFields.safeParse({ ...plain, scale: { ...plain.scale, ...given } }).error?.issues ?? []).map(({ message }) => message)
  test('is right as it is', () => expect(faultsOf({})).toEqual([]))
  test.each([
    ['bands that rise', { bands: plain.scale.bands.toReversed() }, 'fidelity.badBands'],
    ['a lowest band that leaves sums without one', { bands: [{ code: 'låg', from: 3 }] }, 'fidelity.badBands'],
    ['more items than texts', { items: 3 }, 'fidelity.badItems'],
    ['no points to give', { high: 1, low: 1 }, 'fidelity.badNumber'],
    ['items that may all be missing', { mostMissing: 2 }, 'fidelity.badNumber'],
  ])('is refused with %s', (_what, given, key) => expect(faultsOf(given)).toContain(key))
})
