import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRow } from '../../test/participations.ts'
import { addDays } from '../values/civilDate.ts'
import { OwnView } from './codes.ts'
import type { Participation } from './domain.ts'
import { missingValue } from './factColumns.ts'
import { ownViewNames } from './ownViews.ts'
import type { ContactFields } from './register/contact.ts'
import { halvesPerYearAt, mostHalves, stepsAt, viewBits, viewSteps, type FirstAndLast } from './viewSteps.ts'

const participationOf = (given: Partial<Participation> = {}): Participation =>
  importRow(1, { entryDate: '2023-01-10', exitDate: '2023-10-01', exitReason: 'asPlanned', occupationAfter: 'other', ...given })
const asked = (date: string, workBelief: ContactFields['workBelief']): ContactFields => ({
  ...{ date, reached: true, source: 'ownContact', changes: [], workBelief },
})
const belief = (given: Partial<Participation>, contacts: ContactFields[] = []): FirstAndLast =>
  stepsAt(viewSteps(participationOf(given), contacts).ownViews, 'workBelief')

describe('the first and the last answer', () => {
  test('are at start and exit, in steps from 1 to 5', () =>
    expect(belief({ workBeliefBefore: 'notAtAll', workBeliefAfter: 'fully' })).toEqual({ first: 1, last: 5 }))
  test('may be at follow-ups, also after the exit, in any order', () => {
    const contacts = [asked('2024-04-01', 'fairlyWell'), asked('2023-07-01', 'poorly')]
    expect(belief({}, contacts)).toEqual({ first: 2, last: 4 })
    expect(belief({ workBeliefBefore: 'partly', workBeliefAfter: 'notAtAll' }, contacts)).toEqual({ first: 3, last: 4 })
  })
  test('are none of somebody who answered once, or twice on one day', () => {
    expect(belief({ workBeliefBefore: 'partly' })).toEqual({ first: 0, last: 0 })
    expect(belief({ exitDate: '2023-01-10', workBeliefBefore: 'partly', workBeliefAfter: 'fully' })).toEqual({ first: 0, last: 0 })
  })
  test('are not what somebody would rather not say', () => {
    expect(belief({ workBeliefBefore: 'declined', workBeliefAfter: 'fully' })).toEqual({ first: 0, last: 0 })
    expect(belief({ workBeliefBefore: 'partly', workBeliefAfter: 'declined' }, [asked('2023-05-01', 'fully')])).toEqual({
      first: 3,
      last: 5,
    })
  })
  test('are of each day what was answered last', () => {
    const contacts = [
      asked('2024-04-01', 'fairlyWell'),
      asked('2022-12-01', 'fully'),
      asked('2022-12-01', 'poorly'),
      asked('2024-04-01', 'partly'),
    ]
    expect(belief({}, contacts)).toEqual({ first: 2, last: 3 })
    // 2, 3, 3 over three years, as without what was replaced.
    const once = [asked('2022-12-01', 'poorly'), asked('2024-04-01', 'partly'), asked('2025-12-01', 'partly')]
    expect(halves({}, [...contacts, once[2]!])).toBe(halves({}, once))
  })
  test('are each question’s own', () => {
    const { ownViews } = viewSteps(participationOf({ workBeliefBefore: 'partly', workBeliefAfter: 'fully' }), [])
    expect(ownViewNames.map((item) => stepsAt(ownViews, item).last)).toEqual([0, 0, 5])
  })
})

const halves = (given: Partial<Participation>, contacts: ContactFields[] = []): number | undefined =>
  halvesPerYearAt(viewSteps(participationOf(given), contacts).ownViews, 'workBelief')

describe('how fast the answers changed', () => {
  const yearly = (...answers: ContactFields['workBelief'][]) => answers.map((answer, at) => asked(`${2022 + at}-01-01`, answer))
  test('is the slope through all of them, in halves of a step a year', () => {
    expect(halves({}, yearly('notAtAll', 'poorly', 'partly'))).toBe(2)
    expect(halves({}, yearly('fully', 'fairlyWell', 'partly', 'poorly'))).toBe(-2)
    expect(halves({}, yearly('partly', 'partly', 'partly'))).toBe(0)
    // Up one and down one within a year: first and last are alike, and so is the slope.
    expect(halves({}, yearly('partly', 'fully', 'partly'))).toBe(0)
    // 1, 1, 3 over two years: a slope of one step, though first to last alone is two steps in two years.
    expect(halves({}, yearly('notAtAll', 'notAtAll', 'partly'))).toBe(2)
  })
  test('is not told of two answers, of three on two days, nor of three within 319 days', () => {
    expect(halves({ workBeliefBefore: 'notAtAll', workBeliefAfter: 'fully' })).toBeUndefined()
    expect(halves({ workBeliefBefore: 'notAtAll', workBeliefAfter: 'fully' }, [asked('2023-10-01', 'fully')])).toBeUndefined()
    const close = [asked('2023-06-20', 'poorly'), asked('2023-11-25', 'fully')]
    expect(halves({ workBeliefBefore: 'notAtAll' }, close)).toBeUndefined()
    expect(halves({ workBeliefBefore: 'notAtAll' }, [close[0]!, asked('2023-11-26', 'fully')])).toBe(9)
  })
  test('is told whole of whatever somebody answers on three or four days: nothing is cut', () => {
    const step = fc.integer({ min: 1, max: 5 })
    const between = fc.array(fc.tuple(fc.integer({ min: 1, max: 319 }), step), { minLength: 1, maxLength: 2 })
    const other = fc.tuple(fc.integer({ min: 320, max: 1500 }), step)
    fc.assert(
      fc.property(step, between, other, (first, middle, last) => {
        const answers: [day: number, step: number][] = [[0, first], ...new Map(middle), last]
        const contacts = answers.map(([day, one]) => asked(addDays('2023-01-10', day), OwnView.at(one - 1)))
        const n = answers.length
        const sums = answers.reduce(([x, y, xx, xy], [day, one]) => [x! + day, y! + one, xx! + day * day, xy! + day * one], [0, 0, 0, 0])
        const [x, y, xx, xy] = sums as [number, number, number, number]
        const perYear = ((n * xy - x * y) / (n * xx - x * x)) * 365.25
        expect(Math.abs(halves({}, contacts)! / 2 - perYear)).toBeLessThanOrEqual(0.25 + 1e-9)
      }),
      { examples: [[1, [[132, 1], [188, 5]], [320, 5]]], numRuns: 500 }, // prettier-ignore
    )
  })
  test('is cut where more answers stand close together on both sides of a leap, which is told', () => {
    const days = [0, 120, 130, 140, 180, 190, 200, 320]
    const leap = days.map((day, at) => asked(addDays('2023-01-10', day), at < 4 ? 'notAtAll' : 'fully'))
    expect(halves({}, leap)).toBe(mostHalves)
  })
  test('touches neither the first nor the last answer, nor another question’s', () => {
    const { ownViews } = viewSteps(participationOf({ workBeliefBefore: 'notAtAll' }), yearly('fully', 'fully', 'fully'))
    expect(stepsAt(ownViews, 'workBelief')).toEqual({ first: 5, last: 5 })
    expect(ownViewNames.map((item) => halvesPerYearAt(ownViews, item) !== undefined)).toEqual([false, false, true])
    expect(ownViews).toBeLessThan(2 ** 31)
  })
})

test('a fact without answers holds none', () => {
  for (const item of ownViewNames) {
    expect(stepsAt(missingValue.u32, item)).toEqual({ first: 0, last: 0 })
    expect(halvesPerYearAt(missingValue.u32, item)).toBeUndefined()
  }
})
test('what a fact is made to hold is what it holds, each question by itself', () => {
  const paces = [undefined, ...Array.from({ length: 2 * mostHalves + 1 }, (_, at) => at - mostHalves)]
  for (const steps of [
    { first: 0, last: 0 },
    { first: 1, last: 5 },
    { first: 5, last: 5 },
  ])
    for (const pace of paces) {
      const ownViews = ownViewNames.reduce((bits, item) => bits | viewBits(item, steps, pace), 0)
      expect([ownViews >= 0, ownViews < 2 ** 30]).toEqual([true, true])
      for (const item of ownViewNames) expect([stepsAt(ownViews, item), halvesPerYearAt(ownViews, item)]).toEqual([steps, pace])
    }
})
test('whatever is answered comes back', () => {
  const step = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 6 }), (steps) => {
      const answer = (at: number) => OwnView.at(steps[at]!)
      const given = Object.fromEntries(
        ownViewNames.flatMap((item, at) => [
          [`${item}Before`, answer(2 * at)],
          [`${item}After`, answer(2 * at + 1)],
        ]),
      )
      const { ownViews } = viewSteps(participationOf(given as Partial<Participation>), [])
      const found = ownViewNames.map((item) => stepsAt(ownViews, item))
      expect(found.flatMap(({ first, last }) => [first - 1, last - 1])).toEqual(steps)
    }),
  )
})
