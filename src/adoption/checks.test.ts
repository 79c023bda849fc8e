import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../values/civilDate.ts'
import { checksOf, earlyDays, opensOn, type MadeCheck } from './checks.ts'
import { checkMonths, type CheckMonths, type Runs } from './codes.ts'

const from = '2025-01-31'
const made = (months: CheckMonths, runs: Runs): MadeCheck => ({
  ...{ months, runs, version: 1, checkedOn: addMonths(from, months), note: '', reason: '', recordedBy: 'Berit' },
})
const states = (today: string, checks: MadeCheck[] = [], given: object = {}) =>
  checksOf({ verdict: 'adopt', from, isLatest: true, ...given }, checks, today).map(({ state }) => state)

describe('checks of what was taken over', () => {
  test('are due after 6, 12 and 24 months, on the last of the month where the day does not exist', () =>
    expect(checksOf({ verdict: 'partly', from, isLatest: true }, [], from).map(({ due }) => due)).toEqual([
      '2025-07-31',
      '2026-01-31',
      '2027-01-31',
    ]))
  test('of what is ended or prolonged are none', () => {
    expect(states('2030-01-01', [], { verdict: 'end' })).toEqual([])
    expect(states('2030-01-01', [], { verdict: 'prolong' })).toEqual([])
  })
  test('are told of thirty days ahead, and are overdue the day after', () => {
    expect(states('2025-06-30')).toEqual(['later', 'later', 'later'])
    expect(states('2025-07-01')).toEqual(['soon', 'later', 'later'])
    expect(states('2025-07-31')).toEqual(['soon', 'later', 'later'])
    expect(states('2025-08-01')).toEqual(['overdue', 'later', 'later'])
  })
  test('that were passed over are missed and nag no more', () =>
    expect(states('2026-02-01', [made(12, 'yes')])).toEqual(['missed', 'done', 'later']))
  test('are asked for one at a time: the last that is overdue', () => {
    expect(states('2026-02-01')).toEqual(['missed', 'overdue', 'later'])
    expect(states('2029-01-01')).toEqual(['missed', 'missed', 'overdue'])
  })
  test('are not needed once it has ceased, or something else has been decided', () => {
    expect(states('2027-06-01', [made(6, 'no')])).toEqual(['done', 'notNeeded', 'notNeeded'])
    expect(states('2027-06-01', [made(6, 'yes')], { isLatest: false })).toEqual(['done', 'notNeeded', 'notNeeded'])
  })
  test('may be made from 45 days ahead', () => {
    expect(opensOn(from, 6)).toBe(addDays('2025-07-31', -earlyDays))
    const open = (today: string) => checksOf({ verdict: 'adopt', from, isLatest: true }, [], today)[0]!.isOpen
    expect([open('2025-06-15'), open('2025-06-16'), open('2025-06-17')]).toEqual([false, true, true])
  })
  test('whatever has been made and whenever one looks: every month once, in order, and what is made is done', () =>
    fc.assert(
      fc.property(
        fc.subarray([...checkMonths]),
        fc.array(fc.constantFrom<Runs>('yes', 'partly', 'no'), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: -100, max: 1500 }),
        (some, runs, days) => {
          const checks = some.map((months, at) => made(months, runs[at]!))
          const found = checksOf({ verdict: 'adopt', from, isLatest: true }, checks, addDays(from, days))
          expect(found.map(({ months }) => months)).toEqual([...checkMonths])
          expect(found.filter(({ state }) => state === 'done').map(({ months }) => months)).toEqual(some)
          // Only what is due nags.
          expect(found.every(({ state, due }) => (state === 'overdue') <= (due < addDays(from, days)))).toBe(true)
        },
      ),
    ))
})
