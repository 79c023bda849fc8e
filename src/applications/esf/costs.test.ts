// On the embedded database alone: no database is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../domain.ts'
import { esfCosts, type EsfTerms } from './costs.ts'

const terms: EsfTerms = { fundPermille: 500, flatRatePermille: null, unitCostOre: null, units: null, claimEvery: 3, lagMonths: 4 }
const member = (name: string, given: Partial<Answer>) => ({
  name,
  answer: {
    ...{ organisationId: name, takesPart: true, owns: false, staff: '', cofinancingOre: 0, cofinancingKind: 'none' as const },
    ...{ decidedBy: '', decidedOn: '', evidence: '', recordedAt: '', recordedBy: '', ...given },
  },
})
const staff = (year: number, amountOre: number) => ({ year, kind: 'staff' as const, amountOre })
const project = { budget: [staff(2027, 1_200_00)], from: '2027-01-01', to: '2027-12-31' }

describe('what a project costs and who pays', () => {
  test('contributions in kind are cost and co-financing both', () => {
    const members = [
      member('Region', { cofinancingKind: 'staff', cofinancingOre: 300_00 }),
      member('AF', { cofinancingKind: 'benefits', cofinancingOre: 500_00 }),
    ]
    expect(esfCosts(project, members, terms)).toMatchObject({
      eligibleOre: 1_200_00,
      inKindOre: 800_00,
      totalOre: 2_000_00,
      fundOre: 1_000_00,
      leftOre: 200_00,
    })
  })
  test('the fund never pays for what is in kind', () => {
    const members = [member('Region', { cofinancingKind: 'benefits', cofinancingOre: 9_000_00 })]
    expect(esfCosts(project, members, terms)).toMatchObject({ fundOre: 1_200_00, leftOre: 0 })
  })
  test('the owner’s own staff is not counted twice, its cash is', () => {
    const of = (cofinancingKind: 'staff' | 'cash') =>
      esfCosts(project, [member('Kommun', { owns: true, cofinancingKind, cofinancingOre: 100_00 })], terms)
    expect(of('staff')).toMatchObject({
      inKindOre: 0,
      leftOre: 600_00,
      excluded: [{ name: 'Kommun', amountOre: 100_00, why: 'ownersStaff' }],
    })
    expect(of('cash')).toMatchObject({ membersCashOre: 100_00, leftOre: 500_00, excluded: [] })
  })
  test('a flat rate stands for all but staff, a unit cost for everything', () => {
    const budget = [...project.budget, { year: 2027, kind: 'premises' as const, amountOre: 700_00 }]
    expect(esfCosts({ ...project, budget }, [], { ...terms, flatRatePermille: 400 })).toMatchObject({
      budgetOre: 1_900_00,
      eligibleOre: 1_680_00,
    })
    expect(esfCosts(project, [], { ...terms, unitCostOre: 25_00, units: 40 }).eligibleOre).toBe(1_000_00)
  })
  test('what is left is of what the project costs in cash, whatever the fund counts', () => {
    const dear = { ...project, budget: [...project.budget, { year: 2027, kind: 'premises' as const, amountOre: 700_00 }] }
    const members = [member('Region', { cofinancingKind: 'cash', cofinancingOre: 840_00 })]
    expect(esfCosts(dear, members, { ...terms, flatRatePermille: 400 })).toMatchObject({ fundOre: 840_00, leftOre: 220_00 })
    expect(esfCosts(dear, [], { ...terms, unitCostOre: 50_00, units: 50 })).toMatchObject({ fundOre: 1_250_00, leftOre: 650_00 })
  })
  test('where the fund pays more than the project costs nobody else pays, and the rest stays in cash', () => {
    const { leftOre, months, lowest } = esfCosts(project, [], { ...terms, unitCostOre: 100_00, units: 40, claimEvery: 1, lagMonths: 0 })
    expect([leftOre, months.at(-1)!.balanceOre, lowest]).toEqual([0, 800_00, null])
  })
})

describe('cash month by month', () => {
  test('the fund pays in arrears: half of a hundred a month, claimed after three, paid four later', () => {
    const { months, lowest } = esfCosts(project, [], terms)
    expect(months.map(({ fundOre }) => fundOre / 100)).toEqual([0, 0, 0, 0, 0, 0, 150, 0, 0, 150, 0, 0, 150, 0, 0, 150])
    expect(lowest).toEqual({ month: '2027-06', balanceOre: -300_00 })
    expect(months.at(-1)).toMatchObject({ month: '2028-04', balanceOre: 0 })
  })
  const anyProject = fc
    .record({
      months: fc.integer({ min: 1, max: 36 }),
      amounts: fc.array(fc.integer({ min: 1, max: 900_000_000 }), { minLength: 1, maxLength: 3 }),
      fundPermille: fc.integer({ min: 1, max: 1000 }),
      claimEvery: fc.integer({ min: 1, max: 12 }),
      lagMonths: fc.integer({ min: 0, max: 24 }),
      option: fc.oneof(
        fc.constant({}),
        fc.record({ flatRatePermille: fc.integer({ min: 1, max: 1000 }) }),
        fc.record({ unitCostOre: fc.integer({ min: 1, max: 9_000_000 }), units: fc.integer({ min: 1, max: 500 }) }),
      ),
    })
    .map(({ months, amounts, option, ...rest }) => {
      const end = 2027 * 12 + months - 1
      const to = `${Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, '0')}-28`
      const kindOf = (at: number) => (at === 1 ? ('premises' as const) : ('staff' as const))
      const budget = amounts.map((amountOre, at) => ({ year: 2027 + at, kind: kindOf(at), amountOre }))
      return esfCosts({ budget, from: '2027-01-01', to }, [], { ...terms, ...rest, ...option })
    })
  test('every öre that is paid out comes in, and nothing comes that is not due', () =>
    fc.assert(
      fc.property(anyProject, ({ months, budgetOre, fundOre, leftOre }) => {
        const sum = (key: 'costOre' | 'othersOre' | 'fundOre'): number => months.reduce((total, one) => total + one[key], 0)
        expect([sum('costOre'), sum('fundOre'), sum('othersOre')]).toEqual([budgetOre, fundOre, leftOre])
        expect(months.at(-1)!.balanceOre).toBe(Math.max(0, fundOre - budgetOre))
        expect(months.every(({ costOre, fundOre: paid, othersOre }) => Math.min(costOre, paid, othersOre) >= 0)).toBe(true)
        let [cost, paid] = [0, 0]
        for (const one of months) {
          cost += one.costOre
          paid += one.fundOre
          // Both are rounded to whole öre; where the fund pays more than the budget, half an öre of cost is more of what it pays.
          expect(paid).toBeLessThanOrEqual(Math.ceil((fundOre * (cost + 0.5)) / budgetOre + 0.5))
        }
      }),
      { numRuns: 1000 },
    ))
})
