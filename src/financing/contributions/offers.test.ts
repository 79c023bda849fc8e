import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MoneyFault, readMoney } from '../kronor.ts'
import { ContributionsQuestion, contributionsOf } from './offers.ts'

const asked = (question: unknown) => contributionsOf(readMoney(ContributionsQuestion, question))
function faultOf(question: unknown): [string, string] {
  try {
    asked(question)
  } catch (error) {
    if (error instanceof MoneyFault) return [error.where, error.key]
    throw error
  }
  return ['', '']
}
const plain = { state: 10, regions: { R: 5 }, municipalities: { A: 5 } }

describe('the calculator of contributions', () => {
  test('gives the Stockholm case', () => {
    expect(
      asked({
        offers: { state: 24_000_000, regions: { 'Region Stockholm': 8_000_000 }, municipalities: { Stockholm: 12_000_000 } },
        agreed: 48_000_000,
      }),
    ).toEqual({
      ...{ level: 32_000_000, binding: ['regions'], leverage: 4 },
      shares: { state: 16_000_000, regions: { 'Region Stockholm': 8_000_000 }, municipalities: { Stockholm: 8_000_000 } },
      unmatched: { state: 8_000_000, regions: { 'Region Stockholm': 0 }, municipalities: { Stockholm: 4_000_000 } },
      gap: { total: 16_000_000, byParty: { state: 0, regions: 4_000_000, municipalities: 0 } },
    })
  })
  test('a municipality outside every region that gives nothing here changes nothing', () =>
    expect(asked({ offers: plain, outsideRegion: ['G'] })).toEqual(asked({ offers: plain })))
  test('has no gap where nothing was agreed', () => expect(asked({ offers: plain }).gap).toBeNull())
  test('§ 5 a without a region: half and half', () =>
    expect(asked({ offers: { state: 3, regions: {}, municipalities: { Gotland: 2 } }, outsideRegion: ['Gotland'] })).toMatchObject({
      ...{ level: 4, binding: ['municipalities'], leverage: 2 },
      shares: { state: 2, regions: {}, municipalities: { Gotland: 2 } },
    }))
  test('§ 5 a with a region: in both quarters', () => {
    const Gotland = { asMunicipality: 3, asRegion: 1 }
    const offers = { state: 10, regions: { R: 3 }, municipalities: { Gotland, A: 1 } }
    expect(asked({ offers, outsideRegion: ['Gotland'] })).toMatchObject({
      ...{ level: 16, binding: ['regions', 'municipalities'], leverage: 4 },
      shares: { state: 8, regions: { R: 3, Gotland: 1 }, municipalities: { Gotland: 3, A: 1 } },
    })
  })
  test.each([
    ['nothing', undefined, '', 'money.missing'],
    ['no offers', {}, 'offers', 'money.missing'],
    ['no state', { offers: { regions: {}, municipalities: {} } }, 'offers.state', 'money.missing'],
    ['half a krona', { offers: { ...plain, state: 0.5 } }, 'offers.state', 'money.wholeKronor'],
    ['a text', { offers: { ...plain, regions: { R: '5' } } }, 'offers.regions.R', 'money.wholeKronor'],
    [
      'less than nothing',
      { offers: { ...plain, municipalities: { 'Norra by': -1 } } },
      'offers.municipalities["Norra by"]',
      'money.wholeKronor',
    ],
    ['more than there is', { offers: { ...plain, state: 1e13 } }, 'offers.state', 'money.tooMuch'],
    ['a slip in a name', { offers: plain, agred: 5 }, 'agred', 'money.unknownField'],
    ['no municipality', { offers: { ...plain, municipalities: {} } }, 'offers.municipalities', 'money.noMunicipality'],
    ['no region, but a municipality in one', { offers: { ...plain, regions: {} } }, 'offers.regions', 'money.noRegion'],
    ['one amount where there are two', { offers: plain, outsideRegion: ['A'] }, 'offers.municipalities.A', 'money.twoPartsNeeded'],
    [
      'half of two parts',
      { offers: { ...plain, municipalities: { A: { asRegion: 1 } } } },
      'offers.municipalities.A.asMunicipality',
      'money.missing',
    ],
    [
      'two parts of a municipality in a region',
      { offers: { ...plain, municipalities: { A: { asRegion: 1, asMunicipality: 1 } } } },
      'offers.municipalities.A',
      'money.notOutside',
    ],
  ])('%s is refused at its field', (_what, question, where, key) => expect(faultOf(question)).toEqual([where, key]))
  test('two parts without a region are one too many', () =>
    expect(faultOf({ offers: { state: 1, municipalities: { G: { asRegion: 1, asMunicipality: 1 } } }, outsideRegion: ['G'] })).toEqual([
      'offers.municipalities.G',
      'money.onePartNeeded',
    ]))
})

const kronor = fc.integer({ min: 0, max: 1e9 })
const members = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), kronor, { minKeys: 1, maxKeys: 8 })
const total = (of: Record<string, number>): number => Object.values(of).reduce((sum, one) => sum + one, 0)

test('whatever the members: shares add up to the level, nobody pays more than it offered, the order is nothing', () =>
  fc.assert(
    fc.property(kronor, members, members, (state, regions, municipalities) => {
      const { level, shares, unmatched } = contributionsOf({ offers: { state, regions, municipalities } })
      expect(shares.state + total(shares.regions) + total(shares.municipalities)).toBe(level)
      for (const [payer, offered] of [
        ['regions', regions],
        ['municipalities', municipalities],
      ] as const) {
        for (const name of Object.keys(offered)) {
          expect(unmatched[payer][name]).toBeGreaterThanOrEqual(0)
          expect(shares[payer][name]! + unmatched[payer][name]!).toBe(offered[name])
        }
      }
      const turned = Object.fromEntries(Object.entries(municipalities).reverse())
      expect(contributionsOf({ offers: { state, regions, municipalities: turned } })).toEqual({
        ...contributionsOf({ offers: { state, regions, municipalities } }),
      })
    }),
  ))
