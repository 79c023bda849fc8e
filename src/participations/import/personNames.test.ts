import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNameInNumber } from './personNames.ts'

describe('running numbers', () => {
  test.each([
    'Anna Andersson 1',
    'anna andersson 1',
    'ANNA 12',
    'Andersson 12',
    'AnnaAndersson1',
    'Xqz Wvut 7',
    '2024-Wvut Xqz',
    'Bo 3',
    'Åke-17',
  ])('%s holds a name', (text) => expect(isNameInNumber(text)).toBe(true))
  test.each([
    'FINS-2024/17',
    'Grupp A 12',
    'R-100',
    'A1',
    'Ärende 17 Malmö',
    'Grupp Norr 12',
    'Dnr SF 2024-12',
    'IPS Malmö 2',
    'JAN-2024/3',
    'EXEMPEL-1',
    '4711',
    'löpnr 12',
  ])('%s is a number', (text) => expect(isNameInNumber(text)).toBe(false))

  const letters = fc
    .string({ unit: fc.constantFrom(...'bcdfghjklmnpqrtvwxz'), minLength: 3, maxLength: 9 })
    .filter((text) => text !== 'dnr')
  const word = letters.map((text) => text[0]!.toUpperCase() + text.slice(1))
  test('any two capitalised words with a number are a name', () =>
    fc.assert(
      fc.property(word, word, fc.nat(999), fc.constantFrom(' ', ', ', '-', '_'), (one, other, number, gap) =>
        isNameInNumber(`${one}${gap}${other} ${number}`),
      ),
    ))
  test('letters of a code, a year and a serial are no name', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ABCDEFGHKLMNPRSTVX'), minLength: 1, maxLength: 3 }),
        fc.constantFrom('-', '/', '', '_'),
        fc.integer({ min: 2004, max: 2030 }),
        fc.nat(9999),
        (code, gap, year, serial) => !isNameInNumber(`${code}${gap}${year}/${serial}`),
      ),
    ))
})
