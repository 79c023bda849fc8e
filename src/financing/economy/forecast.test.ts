// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastEquity } from './forecast.ts'

const year = (at: number, given: object = {}) => ({
  ...{
    year: at,
    openingEquityOre: null,
    closingEquityOre: null,
    fundsOre: 1000,
    administrationBudgetOre: 100,
    interventionsBudgetOre: 900,
  },
  ...{ interventionsPlanOre: null, ceilingPercent: null, ...given },
})
const first = year(2026, { openingEquityOre: 200, ceilingPercent: 20 })
const plan = [first, year(2027), year(2028), year(2029)]
const of = (years = plan, foreseen: number | null = null) => forecastEquity(years, 2026, foreseen)

describe('own capital ahead', () => {
  test('opens with what the year before closes with, three years on', () => {
    const { years, missing } = of([first, year(2027, { interventionsBudgetOre: 850 }), year(2028), year(2029)])
    expect(years.map(({ openingOre, closingOre }) => [openingOre, closingOre])).toEqual([[200, 200], [200, 250], [250, 250], [250, 250]]) // prettier-ignore
    expect(missing).toBe(null)
  })
  test('goes this year by what books and budget foresee, where there are books', () => {
    expect(of(plan, 930).years[0]).toMatchObject({ costOre: 930, closingOre: 270, isForeseen: true })
    expect(of(plan, null).years[0]).toMatchObject({ costOre: 1000, closingOre: 200, isForeseen: false })
  })
  test('goes by the plan where an intervention has no budget yet', () => {
    const years = [first, year(2027, { interventionsBudgetOre: null, interventionsPlanOre: 700 })]
    expect(of(years).years[1]).toMatchObject({ costOre: 800, closingOre: 400 })
  })
  test('goes by the plan while it is larger than the budgets of those that have one', () => {
    const years = [first, year(2027, { interventionsBudgetOre: 50, interventionsPlanOre: 700 })]
    expect(of(years).years[1]).toMatchObject({ costOre: 800, closingOre: 400 })
  })
  test('begins with what the last year closed with when nothing has been entered for this', () =>
    expect(of([year(2025, { closingEquityOre: 70 }), year(2026)]).years[0]).toMatchObject({ openingOre: 70 }))
  test('is warned of before: the first year that opens above the ceiling, with how much', () => {
    const spare = [first, year(2027, { interventionsBudgetOre: 850 }), year(2028), year(2029)]
    expect(of(spare).warnings).toEqual([{ key: 'aboveCeiling', year: 2028, amountOre: 50 }])
  })
  test('is warned of before it is used up', () =>
    expect(of([first, year(2027, { interventionsBudgetOre: 1150 }), year(2028), year(2029)]).warnings).toEqual([
      { key: 'belowNought', year: 2027, amountOre: 50 },
    ]))
  test('that is above the ceiling already is no warning of what comes', () =>
    expect(of([year(2026, { openingEquityOre: 900, ceilingPercent: 20, interventionsBudgetOre: 1600 })]).warnings).toEqual([]))
  test('ends where something is not known, and says what', () => {
    const { years, missing } = of([first, year(2027, { fundsOre: null, interventionsBudgetOre: null })])
    expect([years.length, missing]).toEqual([1, { year: 2027, what: ['funds', 'interventions'] }])
    expect(of([]).missing).toEqual({ year: 2026, what: ['openingEquity', 'funds', 'administration', 'interventions'] })
  })
  test('is what there was, all that came and nothing of what went, whatever the amounts', () => {
    const ore = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(ore, fc.array(fc.tuple(ore, ore, ore), { minLength: 4, maxLength: 4 }), (opening, amounts) => {
        const years = amounts.map(([fundsOre, administrationBudgetOre, interventionsBudgetOre], at) =>
          year(2026 + at, { fundsOre, administrationBudgetOre, interventionsBudgetOre, ...(at === 0 && { openingEquityOre: opening }) }),
        )
        const net = amounts.reduce((sum, [funds, own, all]) => sum + funds - own - all, 0)
        expect(forecastEquity(years, 2026, null).years.at(-1)!.closingOre).toBe(opening + net)
      }),
    )
  })
})
