import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { about, hidden } from '../../../test/noise.ts'
import type { Figure, Tabulated } from '../domain.ts'
import { largestDrawn, linePicture } from './lines.ts'

const frame = { left: 50, right: 450, top: 10, bottom: 210 }
const figure = (n: number | undefined): Figure => ({
  ...{ value: n === undefined ? hidden : about(n), text: n === undefined ? 'dolt' : String(n) },
  ...{ n: null, unknown: null, known: null, apart: null, lower: null, upper: null, share: null },
})

/** A series of years; `undefined` is hidden. */
function tableOf(codes: readonly string[], counts: readonly (number | undefined)[], more: Partial<Tabulated> = {}): Tabulated {
  return {
    ...{ rows: { name: 'year', label: 'År', codes: codes.map((code) => ({ code, label: code })) }, columns: null },
    ...{
      figures: counts.map((n) => [figure(n)]),
      measure: { label: 'Avslut', unit: 'participations' },
      breaks: [],
      ...{ dataDate: '2030-01-01', countedUntil: null },
    },
    ...more,
  } as unknown as Tabulated
}
const years = ['2017', '2018', '2019', '2020', '2021']
const stretches = (table: Tabulated): string[][] => linePicture(table, frame).lines[0]!.stretches.map((one) => one.map(({ when }) => when))

describe('a line over time', () => {
  test('ties all that may be compared', () => expect(stretches(tableOf(years, [10, 20, 30, 40, 50]))).toEqual([years]))
  test('is never drawn across a break in the series', () => {
    const breaks = ['2018-01', '2020-01'].map((at) => ({ at, reason: 'annan definition' }))
    expect(stretches(tableOf(years, [10, 20, 30, 40, 50], { breaks }))).toEqual([['2017'], ['2018', '2019'], ['2020', '2021']])
  })
  test('leaves a year alone that a break is in the middle of', () => {
    const breaks = [{ at: '2019-05', reason: '' }]
    expect(stretches(tableOf(years, [10, 20, 30, 40, 50], { breaks }))).toEqual([['2017', '2018'], ['2019'], ['2020', '2021']])
  })
  test('has no point for what is hidden, and is not drawn past it', () => {
    const { lines } = linePicture(tableOf(years, [10, undefined, 30, 40, undefined]), frame)
    expect(lines[0]!.points.map(({ when }) => when)).toEqual(['2017', '2019', '2020'])
    expect(lines[0]!.stretches.map((one) => one.length)).toEqual([1, 2])
  })
  test('does not go to part of a year, nor to a year that is not over', () => {
    expect(stretches(tableOf(['2017-03..2017-12', '2018', '2019'], [10, 20, 30]))).toEqual([['2017-03..2017-12'], ['2018', '2019']])
    expect(stretches(tableOf(years, [10, 20, 30, 40, 50], { dataDate: '2021-06-30' }))).toEqual([years.slice(0, 4), ['2021']])
  })
  test('does not go to a year of which some have not come to the point that is asked about', () => {
    const line = (countedUntil: string) => stretches(tableOf(years, [10, 20, 30, 40, 50], { countedUntil }))
    expect(line('2020-12')).toEqual([years.slice(0, 4), ['2021']])
    expect(line('2020-11')).toEqual([years.slice(0, 3), ['2020'], ['2021']])
  })
  test('marks each break between the times that it is between', () => {
    const { breaks, parts } = linePicture(tableOf(years, [1, 2, 3, 4, 5], { breaks: [{ at: '2020-01', reason: 'r' }] }), frame)
    expect(breaks[0]!.x).toBeGreaterThan(parts[2]!.x)
    expect(breaks[0]!.x).toBeLessThan(parts[3]!.x)
  })
})

test('every point is inside its frame, and larger values are higher', () => {
  const count = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined })
  fc.assert(
    fc.property(fc.array(count, { minLength: 5, maxLength: 5 }), (counts) => {
      const { lines, ticks } = linePicture(tableOf(years, counts), frame)
      for (const { x, y } of lines[0]!.points) {
        expect(x >= frame.left && x <= frame.right && y >= frame.top - 1e-9 && y <= frame.bottom).toBe(true)
      }
      const sorted = [...lines[0]!.points].sort((a, b) => Number(a.text) - Number(b.text))
      for (const [at, { y }] of sorted.entries()) if (at > 0) expect(y).toBeLessThanOrEqual(sorted[at - 1]!.y)
      expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true)
    }),
  )
})
test('words of the parts do not run into each other, in a narrow picture either', () => {
  const months = Array.from({ length: 24 }, (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  const { parts } = linePicture(
    tableOf(
      months,
      months.map(() => 5),
    ),
    { ...frame, right: 330 },
  )
  const written = parts.filter(({ isWritten }) => isWritten)
  expect(written.length).toBeGreaterThan(1)
  expect(written[1]!.x - written[0]!.x).toBeGreaterThan(7 * 6.6)
  expect(parts.at(-1)!.isWritten).toBe(true)
})
test('what is hidden does not stretch the scale', () => expect(largestDrawn(tableOf(years, [1, undefined, 7, 2, undefined]))).toBe(7))
