// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference } from '../../../test/reference.ts'
import { byPayer } from './payers.ts'
import { breakEven, costPerExtra, netValue, paybackYears, presentValue } from './presentValue.ts'

const plain = { yearly: 100_000, fade: 0, displacement: 0, discount: 0, years: 5 }

describe('what one more person is worth', () => {
  test('without fading or discount is years times the yearly value', () => expect(presentValue(plain)).toBe(500_000))
  test('half taken from others is half', () => expect(presentValue({ ...plain, displacement: 0.5 })).toBe(250_000))
  test('all lost after the first year is one year', () => expect(presentValue({ ...plain, fade: 1 })).toBe(100_000))
  test('at the break-even effect the net value is nought', () => {
    const estimate = breakEven(85_000, plain)!
    expect(netValue(85_000, plain, { estimate, lower: 0, upper: 2 * estimate })).toEqual({ estimate: 0, lower: -85_000, upper: 85_000 })
  })
  test('worth nothing never breaks even and never pays back', () => {
    const nothing = { ...plain, yearly: 0 }
    expect([breakEven(1, nothing), paybackYears(1, nothing, 0.1), costPerExtra(1, 0)]).toEqual([undefined, undefined, undefined])
  })
  test('a share outside 0–1 is refused', () => expect(() => presentValue({ ...plain, fade: 1.1 })).toThrow(RangeError))
})

describe('who gains', () => {
  const flows = [
    { payer: 'socialInsurance', amount: 120_000, kind: 'transfer' },
    { payer: 'individual', amount: -120_000, kind: 'transfer' },
    { payer: 'individual', amount: 200_000, kind: 'production' },
    { payer: 'region', amount: 5_000, kind: 'resource' },
  ] as const
  test('society gains what is made and what need not be used, transfers are nought', () => {
    expect(byPayer(flows)).toMatchObject({ society: 205_000, publicFinances: 125_000, payers: { individual: 80_000, municipality: 0 } })
  })
  test('money from nowhere is refused', () => expect(() => byPayer(flows.slice(0, 1))).toThrow(/120000/))
})

interface Case {
  cost_per_participant: number
  benefit_per_person_year: number
  effect: number
  effect_ci: [number, number]
  fade_per_year: number
  discount: number
  years: number
  displacement: number
  pv_per_extra_person: number
  npv: number
  npv_ci: [number, number]
  break_even_effect: number
  payback_years: number | null
  cost_per_extra_outcome: number
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'the economics of R'), () => {
  const cases = hasReference('effects') ? readReference<{ economics: { cases: Case[] } }>('effects', 'reference.json').economics.cases : []
  const near = (found: number | undefined, expected: number): void => expect(Math.abs(found! / expected - 1)).toBeLessThan(1e-9)
  test.each(cases)('$cost_per_participant kr, $years years', (of) => {
    const benefit = { yearly: of.benefit_per_person_year, fade: of.fade_per_year, ...of }
    const net = netValue(of.cost_per_participant, benefit, { estimate: of.effect, lower: of.effect_ci[0], upper: of.effect_ci[1] })
    near(presentValue(benefit), of.pv_per_extra_person)
    near(net.estimate, of.npv)
    near(net.lower, of.npv_ci[0])
    near(net.upper, of.npv_ci[1])
    near(breakEven(of.cost_per_participant, benefit), of.break_even_effect)
    near(costPerExtra(of.cost_per_participant, of.effect), of.cost_per_extra_outcome)
    const years = paybackYears(of.cost_per_participant, benefit, of.effect)
    if (of.payback_years === null) expect(years).toBeUndefined()
    else near(years, of.payback_years)
  })
})
