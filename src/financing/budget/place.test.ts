// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookedRow } from './books.ts'
import { compareBooks, compareRows, type ComparedBooks } from './compare.ts'
import type { AccountKeyFields } from './domain.ts'
import { budgetLine, sumOfLines } from './lines.ts'
import { placeBooks } from './place.ts'

const one = '11111111-1111-4111-8111-111111111111'
const key: AccountKeyFields = {
  dimension: '6',
  restIsAdministration: true,
  accounts: [
    { from: 3000, to: 3099, kind: 'memberContributions' },
    { from: 5000, to: 5099, kind: 'premises' },
    { from: 7000, to: 7999, kind: 'staff' },
    { from: 8000, to: 8999, kind: 'outside' },
  ],
  objects: [
    { object: 'P1', means: one },
    { object: 'ADM', means: 'administration' },
    { object: 'ÖVR', means: 'outside' },
  ],
}
const booked = (account: string, amountOre: number, objects: [string, string][] = []): BookedRow => ({
  ...{ voucher: 'A 1', dated: '2026-02-03', month: null, account, objects, amountOre },
})
const balance = (account: string, month: string, amountOre: number, objects: [string, string][] = []): BookedRow => ({
  ...{ voucher: '', dated: null, month, account, objects, amountOre },
})
const placed = (rows: BookedRow[], changed: Partial<AccountKeyFields> = {}) => {
  const { administration, interventions, income, outsideOre, unknownAccounts, unknownObjects } = placeBooks(rows, { ...key, ...changed })
  const plain = { administration: { ...Object.fromEntries(administration) }, income: Object.fromEntries(income), outsideOre }
  const unknown = { accounts: Object.fromEntries(unknownAccounts), objects: Object.fromEntries(unknownObjects) }
  return { ...plain, unknown, interventions: Object.fromEntries([...interventions].map(([id, sums]) => [id, Object.fromEntries(sums)])) }
}

describe('what is booked', () => {
  test('on an object of the dimension is the intervention’s, whatever other dimensions say', () =>
    expect(
      placed([
        booked('7010', 500, [
          ['1', 'ADM'],
          ['6', 'P1'],
        ]),
      ]).interventions,
    ).toEqual({ [one]: { staff: 500 } }))
  test('without an object is the administration’s where the key says so, else unknown', () => {
    expect(placed([booked('5010', 300)]).administration).toEqual({ premises: 300 })
    expect(placed([booked('5010', 300)], { restIsAdministration: false }).unknown.objects).toEqual({ '': 300 })
  })
  test('as income is above nought', () => expect(placed([booked('3010', -900)]).income).toEqual({ memberContributions: 900 }))
  test('on what the key does not know is unknown, by its account first', () =>
    expect(placed([booked('6999', 70, [['6', 'P9']]), booked('5010', 80, [['6', 'P9']])]).unknown).toEqual({
      accounts: { '6999': 70 },
      objects: { P9: 80 },
    }))
  test('outside is neither', () => expect(placed([booked('8410', 5), booked('5010', 6, [['6', 'ÖVR']])]).outsideOre).toBe(11))
  test('as balances is the account’s own less those of its objects', () =>
    expect(
      placed([
        balance('5010', '202601', 1000),
        balance('5010', '202601', 400, [['6', 'P1']]),
        balance('5010', '202601', 999, [['1', 'X']]),
      ]),
    ).toMatchObject({
      administration: { premises: 600 },
      interventions: { [one]: { premises: 400 } },
    }))
  test('is all placed, and once, whatever the key', () => {
    const account = fc.integer({ min: 3000, max: 8999 }).map(String)
    const ore = fc.integer({ min: -10_000, max: 10_000 })
    const objects = fc.constantFrom<[string, string][]>(
      [],
      [['6', 'P1']],
      [['6', 'ADM']],
      [
        ['6', 'P9'],
        ['1', 'P1'],
      ],
      [['1', 'X']],
    )
    const row = fc.tuple(account, ore, objects).map(([number, amount, list]) => booked(number, amount, list))
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), fc.constantFrom('6', '1', null), (rows, restIsAdministration, dimension) => {
        const found = placeBooks(rows, { ...key, restIsAdministration, dimension })
        const sum = (sums: Iterable<number>): number => [...sums].reduce((total, amount) => total + amount, 0)
        const costs = sum([...found.interventions.values()].flatMap((sums) => [...sums.values()])) + sum(found.administration.values())
        const rest =
          found.outsideOre +
          sum(found.unknownAccounts.values()) +
          sum(found.unknownObjects.values()) -
          sum(found.income.values()) +
          (found.vat.get('inputVat') ?? 0) -
          (found.vat.get('vatCompensation') ?? 0)
        expect(costs + rest).toBe(sum(rows.map(({ amountOre }) => amountOre)))
      }),
    )
  })
})

describe('a line', () => {
  const half = { gone: 73, all: 365 }
  test('is forecast by the days that are left of the budget, and by the pace', () =>
    expect(budgetLine(1000, 300, half)).toEqual({
      budgetOre: 1000,
      bookedOre: 300,
      leftOre: 700,
      restByBudgetOre: 1100,
      samePaceOre: 1500,
      withCommitmentsOre: 1100,
    }))
  test('makes nothing up of what is not known', () => {
    expect(budgetLine(null, 300, half)).toMatchObject({ leftOre: null, restByBudgetOre: null, samePaceOre: 1500 })
    expect(budgetLine(1000, 300, null)).toMatchObject({ leftOre: 700, restByBudgetOre: null, samePaceOre: null })
    expect(sumOfLines([budgetLine(1, 2, half), budgetLine(null, 3, half)])).toMatchObject({ budgetOre: null, bookedOre: 5 })
  })
  test('with money granted to it is booked and what is still to be paid of that, and no part of the budget', () => {
    expect(budgetLine(1000, 300, half, 250)).toMatchObject({ restByBudgetOre: 1100, withCommitmentsOre: 550 })
    expect(budgetLine(1000, null, half, 250).withCommitmentsOre).toBeNull()
  })
  test('of a whole year is what is booked', () =>
    fc.assert(
      fc.property(fc.nat(), fc.integer(), (budget, ore) => {
        const { restByBudgetOre, samePaceOre } = budgetLine(budget, ore, { gone: 365, all: 365 })
        expect([restByBudgetOre, samePaceOre]).toEqual([ore, ore])
      }),
    ))
})

describe('books that take the place of others', () => {
  const old = [
    { ...booked('5010', 100), voucher: 'A 1' },
    { ...booked('5010', 50), voucher: 'A 2' },
    { ...booked('7010', 9), voucher: 'A 3' },
  ]
  test('are the same in whatever order', () =>
    expect(compareRows(old, old.toReversed())).toMatchObject({ isSame: true, differences: [], accounts: [] }))
  test('with a later last day are others, though all rows are the same', () => {
    const on = (through: string): ComparedBooks => ({ rows: old, through })
    const [then, now] = [on('2026-07-15'), on('2026-07-31')]
    expect(compareBooks(then, then)).toMatchObject({ isSame: true, through: null })
    expect(compareBooks(then, now)).toMatchObject({
      isSame: false,
      differences: [],
      through: { before: '2026-07-15', after: '2026-07-31' },
    })
  })
  test('differ by voucher and by account', () => {
    const next = [old[0]!, { ...old[1]!, amountOre: 60 }, { ...booked('7010', 5), voucher: 'A 4' }]
    expect(compareRows(old, next)).toEqual({
      ...{ isSame: false, added: 1, removed: 1, changed: 1 },
      differences: [
        { what: 'A 2', change: 'changed', beforeOre: 50, afterOre: 60 },
        { what: 'A 3', change: 'removed', beforeOre: 9, afterOre: null },
        { what: 'A 4', change: 'added', beforeOre: null, afterOre: 5 },
      ],
      accounts: [
        { account: '5010', beforeOre: 150, afterOre: 160 },
        { account: '7010', beforeOre: 9, afterOre: 5 },
      ],
    })
  })
})
