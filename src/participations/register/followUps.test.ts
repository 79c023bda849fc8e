import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dateOfDayNumber, daysBetween } from '../../values/civilDate.ts'
import type { ContactFields } from './contact.ts'
import { followUpPlan, followUpPoints, WINDOW_DAYS } from './followUps.ts'

const running = { entryDate: '2024-01-15', exitDate: null, exitReason: null }
const reachedOn = (date: string): ContactFields => ({ date, reached: true, source: 'ownContact', changes: [] })
const triedOn = (date: string): ContactFields => ({ ...reachedOn(date), reached: false })
const shown = (dates: Parameters<typeof followUpPlan>[0], contacts: ContactFields[], today: string) =>
  followUpPlan(dates, contacts, today).map((one) => `${one.due} ${one.points.map((p) => `${p.clock}${p.months}`).join('+')} ${one.state}`)

describe('the plan of follow-ups', () => {
  test('has 6, 12 and 24 months after entry while the participation runs', () => {
    expect(shown(running, [], '2024-03-01')).toEqual(['2024-07-15 entry6 coming', '2025-01-15 entry12 coming', '2026-01-15 entry24 coming'])
  })
  test('adds 3, 6, 12 and 24 months after exit, and lets points close to each other share one contact', () => {
    const ended = { ...running, exitDate: '2024-10-01', exitReason: 'toWork' as const }
    expect(shown(ended, [], '2024-10-02')).toEqual([
      '2024-07-15 entry6 missed',
      '2025-01-01 exit3+entry12 coming',
      '2025-04-01 exit6 coming',
      '2025-10-01 exit12 coming',
      '2026-01-15 entry24 coming',
      '2026-10-01 exit24 coming',
    ])
  })
  test('opens 45 days before and closes 45 days after', () => {
    const states = ['2024-05-30', '2024-05-31', '2024-08-29', '2024-08-30'].map((today) => followUpPlan(running, [], today)[0]!.state)
    expect(states).toEqual(['coming', 'open', 'open', 'missed'])
  })
  test('counts as done what a contact within 45 days answered, but not an attempt that reached nobody', () => {
    expect(shown(running, [reachedOn('2024-08-01')], '2024-08-02')[0]).toBe('2024-07-15 entry6 done')
    const [first] = followUpPlan(running, [triedOn('2024-07-20'), triedOn('2024-07-27')], '2024-08-02')
    expect(first).toMatchObject({ state: 'open', tries: 2 })
  })
  test('is empty for the deceased and for what was registered in error', () => {
    for (const exitReason of ['deceased', 'felregistrering'] as const) {
      expect(followUpPlan({ ...running, exitDate: '2024-02-01', exitReason }, [], '2024-08-01')).toEqual([])
    }
  })
})

describe('for any dates and contacts', () => {
  const day = fc.integer({ min: 16_000, max: 20_000 }).map(dateOfDayNumber)
  const stay = fc.option(fc.integer({ min: 0, max: 1500 }))
  const contacts = fc.array(fc.record({ date: day, reached: fc.boolean() }), { maxLength: 8 })
  const cases = fc.tuple(day, stay, contacts, day)

  test('every point stands once, and every day of a window answers each of its points', () => {
    fc.assert(
      fc.property(cases, ([entryDate, days, made, today]) => {
        const exitDate = days === null ? null : addDays(entryDate, days)
        const dates = { entryDate, exitDate, exitReason: null }
        const plan = followUpPlan(
          dates,
          made.map((one) => ({ ...reachedOn(one.date), reached: one.reached })),
          today,
        )
        const points = plan.flatMap((one) => one.points)
        expect(points.length).toBe(exitDate === null ? 3 : followUpPoints.length)
        for (const one of plan) {
          expect(one.from <= one.until).toBe(true)
          for (const { clock, months } of one.points) {
            const due = addMonths(clock === 'entry' ? entryDate : exitDate!, months)
            expect(Math.abs(daysBetween(due, one.from))).toBeLessThanOrEqual(WINDOW_DAYS)
            expect(Math.abs(daysBetween(due, one.until))).toBeLessThanOrEqual(WINDOW_DAYS)
          }
        }
      }),
    )
  })
  test('a contact on a day of an open window makes it done', () => {
    fc.assert(
      fc.property(day, stay, fc.integer({ min: 0, max: 90 }), (entryDate, days, at) => {
        const dates = { entryDate, exitDate: days === null ? null : addDays(entryDate, days), exitReason: null }
        for (const one of followUpPlan(dates, [], entryDate)) {
          const on = addDays(one.from, Math.min(at, daysBetween(one.from, one.until)))
          const after = followUpPlan(dates, [reachedOn(on)], entryDate)
          const done = after.filter((other) => other.state === 'done').flatMap((other) => other.points)
          for (const point of one.points) expect(done).toContainEqual(point)
        }
      }),
    )
  })
})
