import { expect, test } from 'vitest'
import { changeText, kronorText, oreOf, writtenKronor } from './kronorText.ts'

const number = (value: number, digits = 0): string => value.toFixed(digits)

test.each([
  ['8000000', 800_000_000],
  ['8 000 000', 800_000_000],
  ['8 000 000 kr', 800_000_000],
  ['8000000,5', 800_000_050],
  ['8000000.05', 800_000_005],
  ['0', 0],
])('%s is %i öre', (text, ore) => expect(oreOf(text)).toBe(ore))
test.each(['', '-1', '1,234', '8 mkr', '1e6', 'åtta', '8.000.000'])('“%s” is no amount', (text) => expect(oreOf(text)).toBeNaN())
test('amounts have öre only where there are any, and changes their sign', () => {
  expect([100, 150, null].map((ore) => kronorText(ore, number))).toEqual(['1', '1.50', '–'])
  expect([100, -150, 0, null].map((ore) => changeText(ore, number))).toEqual(['+1', '−1.50', '±0', '–'])
})
test('an amount is prefilled so that it is read back, öre and all, and is easy to read in both languages', () => {
  expect([800_000_050, 123_400, 5, 0, null].map((ore) => writtenKronor(ore))).toEqual([
    '8\u00a0000\u00a0000,50',
    '1\u00a0234',
    '0,05',
    '0',
    '',
  ])
  expect(writtenKronor(-123_456_700)).toBe('−1\u00a0234\u00a0567')
  for (const ore of [0, 1, 99, 100, 101_010, 999_999_999_999]) expect(oreOf(writtenKronor(ore))).toBe(ore)
})
