import { expect, test } from 'vitest'
import { missingCell, notApplicableCell, notAskedCell } from '../disclosure/absentCell.ts'
import { cellSchema } from './cellSchema.ts'
import { absenceSign } from './absenceSign.ts'
import { cellText } from './plainText.ts'

const released = (kind: string, value?: number) => cellSchema.parse(value === undefined ? { kind } : { kind, value })

test('nought, protected, missing, not asked and not applicable are five signs, each with words of its own', () => {
  const cells = [released('shown', 0), released('suppressed'), missingCell, notAskedCell, notApplicableCell]
  expect(cells.map((cell) => absenceSign(cell) ?? '0')).toEqual(['0', '..', '...', '....', '.'])
  expect(new Set(cells.map((cell) => cellText(cell, 'sv'))).size).toBe(5)
  expect(new Set(cells.map((cell) => cellText(cell, 'en'))).size).toBe(5)
})
test('a cell that a year does not have cannot be', () => expect(absenceSign(undefined)).toBe('.'))
test('a number with noise is a number', () => expect(absenceSign(released('approximate', 7))).toBe(undefined))
