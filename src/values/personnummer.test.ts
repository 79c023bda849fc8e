import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testPersons } from '../../test/testPersons.ts'
import { deriveFromPersonnummer, holdsPersonnummer, looksLikePersonnummer } from './personnummer.ts'

const today = '2026-06-30'
const { personnummer } = testPersons[0]!
const digits = personnummer.replace('-', '')
const young = testPersons.at(-1)!

describe('usual spellings', () => {
  test.each([
    ['with century and hyphen', personnummer],
    ['without hyphen', digits],
    ['without century', personnummer.slice(2)],
    ['ten digits', digits.slice(2)],
    ['with spaces', `${digits.slice(0, 8)} ${digits.slice(8)}`],
    ['with spaces round the hyphen', `${digits.slice(0, 8)} - ${digits.slice(8)}`],
    ['with a long dash', personnummer.replace('-', '–')],
    ['inside a text', `se ${personnummer}, ring`],
    ['as a number', Number(digits)],
    ['as a number without century', Number(digits.slice(2))],
  ])('%s', (_how, cell) => expect(holdsPersonnummer(cell, today)).toBe(true))

  test('a number that has lost its leading zero', () => {
    const cell = Number(young.personnummer.replace('-', '').slice(2))
    expect(String(cell)).toHaveLength(9)
    expect(deriveFromPersonnummer(cell, today)).toEqual({ birthYear: young.birthYear, sex: young.sex })
  })
  test.each(testPersons)('$personnummer gives birth year and sex', ({ personnummer: number, birthYear, sex }) => {
    expect(deriveFromPersonnummer(number, today)).toEqual({ birthYear, sex })
    expect(deriveFromPersonnummer(number.slice(2), today)).toEqual({ birthYear, sex })
  })
  test('a plus sign means a hundred years earlier', () =>
    expect(deriveFromPersonnummer(personnummer.slice(2).replace('-', '+'), today)?.birthYear).toBe(testPersons[0]!.birthYear - 100))
  test('a wrong check digit is none, but looks like one', () => {
    const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)
    expect(holdsPersonnummer(wrong, today)).toBe(false)
    expect(looksLikePersonnummer(wrong, today)).toBe(true)
  })
  test.each<[string, unknown]>([
    ['a date', '2024-03-01'],
    ['a compact date', 20240301],
    ['a case number by date', '240301-0012'],
    ['a money amount', 1234567.89],
    ['a short number', 4711],
    ['nothing', null],
    ['a date cell', { date: '1985-03-12' }],
  ])('%s is none', (_what, cell) => expect(looksLikePersonnummer(cell, today)).toBe(false))
})

describe('spellings that a program or somebody in a hurry makes', () => {
  test.each([
    '8503122395.0',
    '8503122395,0',
    '8503122395.00',
    '8.503122395E+09',
    '850312\u00a02395',
    '850312\u20092395',
    '850312  2395',
    '850312\u200b2395',
    '850312\u00ad-2395',
    '850312—2395',
    '850312 — 2395',
    '850312_2395',
    '850312/2395',
    '850312.2395',
    '850312:2395',
    '1985-03-12-2395',
    '1985-03-12 2395',
    '1985.03.12-2395',
    '85 03 12 23 95',
    '8 503 122 395',
    '8 5 0 3 1 2 2 3 9 5',
    '1 9 8 5 0 3 1 2 2 3 9 5',
    '8\u00a0503\u00a0122\u00a0395',
    '18503122395',
    '0019850312-2395',
    '850312-TF39',
    '19850312TF39',
    '８５０３１２-２３９５',
    '٨٥٠٣١٢٢٣٩٥',
    '𝟠𝟝𝟘𝟛𝟙𝟚𝟚𝟛𝟡𝟝',
    '⑧⑤⓪③①②②③⑨⑤',
    '4711,850312-2395',
    '850312-2395,850401-1234',
    'Anna 850312-2395',
  ])('%s', (text) => expect(looksLikePersonnummer(text, today)).toBe(true))
  test('a mistyped one with its date split', () => expect(looksLikePersonnummer('1985-03-12-2394', today)).toBe(true))
  test('a number in a text has lost its leading zero', () =>
    expect(looksLikePersonnummer(`${Number(young.personnummer.replace('-', '').slice(2))}.0`, today)).toBe(true))
  test('birth year and sex are read through them', () =>
    expect(deriveFromPersonnummer('８５０３１２\u00a0—\u00a02395,0', today)).toEqual({ birthYear: 1985, sex: 'man' }))

  const scripts = [0x30, 0x660, 0x966, 0xff10, 0x1d7ce, 0x1d7f6]
  const gaps = [
    '',
    ' ',
    '-',
    '\u00a0',
    '\u2009',
    '\u202f',
    '–',
    '—',
    '−',
    '_',
    '/',
    '.',
    ':',
    ' - ',
    '\u200b',
    '\u00ad',
    '\t',
    '  ',
    ' – ',
    '+',
  ]
  const spelled = fc.record({
    person: fc.constantFrom(...testPersons),
    century: fc.boolean(),
    cuts: fc.constantFrom([], [6], [4, 6], [2, 4, 6], [1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 4, 6, 8]),
    gap: fc.constantFrom(...gaps.slice(0, -1)),
    zero: fc.constantFrom(...scripts),
    before: fc.constantFrom('', ' ', 'Pnr ', 'x', '\u200e'),
    after: fc.constantFrom('', ' ', ' Anna', '\u00ad'),
  })
  test('every one in every spelling', () =>
    fc.assert(
      fc.property(spelled, ({ person, century, cuts, gap, zero, before, after }) => {
        const whole = person.personnummer.replace('-', '').slice(century ? 0 : 2)
        const shift = century ? 2 : 0
        const written = [...whole].map(
          (digit, at) => (cuts.some((cut) => cut + shift === at) ? gap : '') + String.fromCodePoint(zero + Number(digit)),
        )
        const found = deriveFromPersonnummer(before + written.join('') + after, today)
        expect(found).toEqual({ birthYear: person.birthYear, sex: person.sex })
      }),
      { numRuns: 3000 },
    ))
})

describe('what is none', () => {
  test.each([
    '2024-03-01 – 2024-06-01',
    '200105-200630',
    '2008-03-12 12:30',
    '2024-03-01T08:00:00',
    '01/03/2024 12:30',
    '0,8503122395',
    '85 031 223,95 kr',
    'FINS-2024/17',
    'Grupp A 12',
    'R-100',
    'Dnr 2024-100123-7',
    '556677-8899',
    '212000-1355',
    'Sjukpenning 50, Lön 50',
    '2019: 45, 2020: 60',
    '240301-0012',
    '2008-03-12-0012',
  ])('%s', (text) => expect(looksLikePersonnummer(text, today)).toBe(false))
  const date = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10))
  test('any date, and any two dates with words or a dash between', () =>
    fc.assert(
      fc.property(date, date, fc.constantFrom(' – ', ' till ', '--', ' '), (one, other, between) => {
        expect(looksLikePersonnummer(one, today)).toBe(false)
        expect(looksLikePersonnummer(one.replaceAll('-', ''), today)).toBe(false)
        expect(looksLikePersonnummer(one + between + other, today)).toBe(false)
      }),
    ))
  test('running numbers with a year and a serial', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2004, max: 2030 }),
        fc.nat(99_999),
        fc.constantFrom('FINS-', 'Dnr ', '', 'SF/'),
        (year, serial, mark) => {
          expect(looksLikePersonnummer(`${mark}${year}-${serial}`, today)).toBe(false)
          expect(looksLikePersonnummer(`${mark}${year}/${String(serial).padStart(5, '0')}`, today)).toBe(false)
        },
      ),
    ))
  test('whole numbers below ten million', () =>
    fc.assert(
      fc.property(fc.nat(9_999_999), (number) => !looksLikePersonnummer(number, today) && !looksLikePersonnummer(`${number}`, today)),
    ))
})
