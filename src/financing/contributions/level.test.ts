import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapOf, levelOf, payersOf, sharesOf, type Branch, type ByPayer } from './level.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000 })
const offers: fc.Arbitrary<ByPayer> = fc.record({ state: amount, regions: amount, municipalities: amount })
const branch = fc.constantFrom<Branch>('quarters', 'halves')
const sum = (of: ByPayer): number => of.state + of.regions + of.municipalities

// What is stated of each year, kr: total, and the shares that follow from § 5.
const stated: [string, number, ByPayer][] = [
  ['Stockholms stad 2019–2021, as it became', 32_000_000, { state: 16_000_000, regions: 8_000_000, municipalities: 8_000_000 }],
  ['Stockholms stad 2020, as agreed', 48_000_000, { state: 24_000_000, regions: 12_000_000, municipalities: 12_000_000 }],
  ['Stockholms stad 2021, as agreed', 54_700_000, { state: 27_350_000, regions: 13_675_000, municipalities: 13_675_000 }],
  ['Samspelet 2019', 9_782_000, { state: 4_891_000, regions: 2_445_500, municipalities: 2_445_500 }],
  ['Roslagen 2022', 6_000_000, { state: 3_000_000, regions: 1_500_000, municipalities: 1_500_000 }],
  ['the nation 2018', 678_000_000, { state: 339_000_000, regions: 169_500_000, municipalities: 169_500_000 }],
]

describe('the shares of § 5', () => {
  test.each(stated)('%s', (_what, total, shares) => {
    expect(sharesOf(total, 'quarters')).toEqual(shares)
    expect(levelOf(shares, 'quarters')).toMatchObject({ total, shares, binding: ['state', 'regions', 'municipalities'] })
  })
  test('are whole kronor that add up, also of a total that cannot be quartered', () =>
    fc.assert(
      fc.property(amount, branch, (total, way) => {
        expect(sum(sharesOf(total, way))).toBe(total)
      }),
    ))
})

describe('the Stockholm case: the region stays at its level of 2019', () => {
  const years = [
    { agreed: 48_000_000, gap: 16_000_000, region: 4_000_000 },
    { agreed: 54_700_000, gap: 22_700_000, region: 5_675_000 },
  ]
  const given = (agreed: number): ByPayer => ({ ...sharesOf(agreed, 'quarters'), regions: 8_000_000 })
  test.each(years)('of $agreed kr agreed $gap kr are missing, and four kronor for each krona of the region', ({ agreed, gap, region }) => {
    expect(levelOf(given(agreed), 'quarters')).toMatchObject({ total: 32_000_000, binding: ['regions'], leverage: 4 })
    expect(gapOf(agreed, given(agreed), 'quarters')).toEqual({ total: gap, byParty: { state: 0, regions: region, municipalities: 0 } })
  })
  test('38.7 mkr over the two years', () =>
    expect(years.reduce((all, { agreed }) => all + gapOf(agreed, given(agreed), 'quarters').total, 0)).toBe(38_700_000))
})

describe('the level of any offers', () => {
  const some = [offers, branch] as const
  test('its shares are the act’s, whole, and within every offer', () =>
    fc.assert(
      fc.property(...some, (given, way) => {
        const { total, shares, unmatched } = levelOf(given, way)
        expect(sum(shares)).toBe(total)
        expect(shares.state * 2).toBe(total)
        for (const payer of payersOf(way)) {
          expect(unmatched[payer]).toBeGreaterThanOrEqual(0)
          expect(shares[payer] + unmatched[payer]).toBe(given[payer])
        }
      }),
    ))
  test('more from a party that does not bind changes nothing', () =>
    fc.assert(
      fc.property(...some, amount, (given, way, more) => {
        const before = levelOf(given, way)
        for (const payer of payersOf(way).filter((one) => !before.binding.includes(one))) {
          const { total, binding, shares, leverage } = levelOf({ ...given, [payer]: given[payer] + more }, way)
          expect({ total, binding, shares, leverage }).toEqual({
            ...{ total: before.total, binding: before.binding, shares: before.shares, leverage: before.leverage },
          })
        }
      }),
    ))
  test('four kronor less from a binding party are its leverage times less, to the rounding', () =>
    fc.assert(
      fc.property(...some, (given, way) => {
        const before = levelOf(given, way)
        const payer = before.binding.at(-1)!
        if (given[payer] < 4) return
        const after = levelOf({ ...given, [payer]: given[payer] - 4 }, way)
        expect(before.total - after.total).toBe(4 * (payer === 'state' || way === 'halves' ? 2 : 4))
        expect(after.binding).toEqual([payer])
      }),
    ))
  test('it never falls when anybody offers more', () =>
    fc.assert(
      fc.property(...some, offers, (given, way, more) => {
        const raised = {
          state: given.state + more.state,
          regions: given.regions + more.regions,
          municipalities: given.municipalities + more.municipalities,
        }
        expect(levelOf(raised, way).total).toBeGreaterThanOrEqual(levelOf(given, way).total)
      }),
    ))
  test('of an agreed total in full nothing is missing but what cannot be quartered', () =>
    fc.assert(
      fc.property(amount, branch, (agreed, way) => {
        const { total, byParty } = gapOf(agreed, sharesOf(agreed, way), way)
        expect(sum(byParty)).toBe(0)
        expect(total).toBeLessThan(4)
      }),
    ))
})

test('§ 5 a: without a region the municipality pays as the state does', () => {
  expect(levelOf({ state: 5_000_000, regions: 0, municipalities: 4_000_000 }, 'halves')).toEqual({
    ...{ total: 8_000_000, binding: ['municipalities'], leverage: 2 },
    shares: { state: 4_000_000, regions: 0, municipalities: 4_000_000 },
    unmatched: { state: 1_000_000, regions: 0, municipalities: 0 },
  })
})
test('a level is rounded down until its quarters are whole', () =>
  expect(levelOf({ state: 5, regions: 3, municipalities: 3 }, 'quarters')).toMatchObject({
    total: 8,
    binding: ['state'],
    unmatched: { state: 1 },
  }))
