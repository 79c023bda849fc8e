import { expect, test } from 'vitest'
import { changeText, kronorText, oreOf } from './kronorText.ts'

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
