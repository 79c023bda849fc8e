import { describe, expect, test } from 'vitest'
import { testPersons } from '../../../test/testPersons.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { fieldCodes, makeIndex } from './codeIndex.ts'
import { normaliseValue } from './normalise.ts'
import { columnScale } from './parseNumber.ts'
import { municipalityIndex, parseValue } from './parseValue.ts'
import type { ValueContext } from './parseValue.ts'
import type { Target } from './targets.ts'

const municipalities = municipalityIndex([
  { code: '0114', name: 'Upplands Väsby' },
  { code: '1280', name: 'Malmö' },
  { code: '1281', name: 'Lund' },
])
const context: ValueContext = {
  today: '2026-06-30',
  date1904: false,
  scale: 'percent',
  municipalities,
  interventions: makeIndex([]),
}
/** The value, or `!key` of the error, or `~key` before a value with a warning. */
const value = (target: Target, cell: Cell, more: Partial<ValueContext> = {}): unknown => {
  const parsed = parseValue(target, cell, { ...context, ...more })
  if ('error' in parsed) return `!${parsed.error.key}`
  return parsed.warning ? [`~${parsed.warning.key}`, parsed.value] : parsed.value
}
const suggestion = (target: Target, cell: Cell): unknown => {
  const parsed = parseValue(target, cell, context)
  return 'error' in parsed ? parsed.error.args?.['suggestion'] : undefined
}

describe('dates', () => {
  test.each<[Cell, string]>([
    ['2024-03-01', '2024-03-01'],
    [{ date: '2024-03-01' }, '2024-03-01'],
    ['1/3 2024', '2024-03-01'],
    ['1/3-24', '2024-03-01'],
    ['1/3/2024', '2024-03-01'],
    ['01.03.2024', '2024-03-01'],
    ['1.3.24', '2024-03-01'],
    ['20240301', '2024-03-01'],
    [20240301, '2024-03-01'],
    ['240301', '2024-03-01'],
    ['24-03-01', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['1 mars 2024', '2024-03-01'],
    ['den 1 mars 2024', '2024-03-01'],
    ['1 Mar. 24', '2024-03-01'],
    ['fredag 1 mars 2024', '2024-03-01'],
    ['2024-03-01 00:00:00', '2024-03-01'],
    ['2024-03-01T00:00:00', '2024-03-01'],
    ['2024–03–01', '2024-03-01'],
    ['29/2 2024', '2024-02-29'],
  ])('%j', (cell, date) => expect(value('entryDate', cell)).toBe(date))
  test.each<[Cell, string]>([
    ['2024-03', '!monthOnly'],
    ['mars 2024', '!monthOnly'],
    ['2024', '!yearOnly'],
    [2024, '!yearOnly'],
    ['29/2 2023', '!impossibleDate'],
    ['2024-02-31', '!impossibleDate'],
    ['3/25/2024', '!monthFirst'],
    ['v. 12', '!notADate'],
    ['1/3', '!notADate'],
    ['snart', '!notADate'],
    [7, '!notADate'],
  ])('%j: %s', (cell, key) => expect(value('entryDate', cell)).toBe(key))
  test('a bare Excel number', () => expect(value('entryDate', 45352)).toEqual(['~serialAsDate', '2024-03-01']))
  test('a bare Excel number from 1904', () =>
    expect(value('entryDate', 43890, { date1904: true })).toEqual(['~serialAsDate', '2024-03-01']))
})

describe('codes', () => {
  test.each<[Target, Cell, string]>([
    ['sex', 'K', 'woman'],
    ['sex', 'kvinna', 'woman'],
    ['sex', 'MAN', 'man'],
    ['sex', 2, 'woman'],
    ['education', 'gymnasium', 'upperSecondary'],
    ['education', 'upperSecondary', 'upperSecondary'],
    ['education', 'Post-secondary', 'postSecondary'],
    ['education', 'Eftergymn', 'postSecondary'],
    ['timeOnSupport', '1-2 år', 'from1to2'],
    ['timeOnSupport', '1 – 2 år', 'from1to2'],
    ['timeOnSupport', '< 1 ÅR', 'under1'],
    ['occupationBefore', 'arbetssokande', 'jobSeeking'],
    ['exitReason', 'Enligt plan.', 'asPlanned'],
    ['bornAbroad', 'true', 'yes'],
  ])('%s: %j is %s', (target, cell, code) => expect(value(target, cell)).toBe(code))
  test('a typing error is never accepted, but its neighbour suggested', () => {
    expect(value('education', 'Gymnasuim')).toBe('!unknownCode')
    expect(suggestion('education', 'Gymnasuim')).toBe('Gymnasium')
  })
  test('a beginning that several share is not accepted', () => expect(value('occupationBefore', 'arb')).toBe('!unknownCode'))
  test('no spelling means two codes of one list', () => {
    const clashes = Object.values(fieldCodes).flatMap((list) => {
      const seen = new Map<string, string>()
      return list.codes.flatMap(({ code, label, aliases }) =>
        [code, label.sv, label.en, ...(aliases ?? [])]
          .map(normaliseValue)
          .filter((spelling) => (seen.get(spelling) ?? code) !== code || (seen.set(spelling, code), false)),
      )
    })
    expect(clashes).toEqual([])
  })
})

describe('municipalities', () => {
  test.each<[Cell, string]>([
    ['Malmö', '1280'],
    ['malmo', '1280'],
    ['Malmö stad', '1280'],
    ['Lunds kommun', '1281'],
    [1280, '1280'],
    ['0114', '0114'],
    [114, '0114'],
    ['Upplands-Väsby', '!unknownMunicipality'],
  ])('%j is %s', (cell, code) => expect(value('municipality', cell)).toBe(code))
})

describe('extents', () => {
  test.each<[Cell, unknown]>([
    [50, 50],
    ['50 %', 50],
    ['50%', 50],
    ['37,5', 38],
    ['50,0', 50],
    ['halvtid', 50],
    ['3/4', 75],
    ['0', 0],
    [0.5, ['~fractionAsPercent', 50]],
    ['0,25', ['~fractionAsPercent', 25]],
    ['0.5%', 1],
    [1, 1],
    [101, '!outOfRange'],
    [-5, '!outOfRange'],
    ['lite', '!notANumber'],
  ])('%j', (cell, expected) => expect(value('workExtentBefore', cell)).toEqual(expected))
  test('1 is all of it where the column holds shares', () =>
    expect(value('workExtentBefore', 1, { scale: 'fraction' })).toEqual(['~fractionAsPercent', 100]))
  test.each<[Cell[], string]>([
    [[0.5, 1, 0], 'fraction'],
    [[0, 1, null], 'mark'],
    [[1, 50], 'percent'],
    [['0,5', 75], 'percent'],
    [[], 'percent'],
    [['x'], 'percent'],
  ])('the numbers %j are read as %s', (cells, scale) => expect(columnScale(cells)).toBe(scale))
})

describe('support', () => {
  test.each<[Cell, unknown]>([
    ['Sjukpenning', { sjukpenning: null }],
    ['Sjukpenning 50, Lön 50', { sjukpenning: 50, lon: 50 }],
    ['sjukpenning + försörjningsstöd', { sjukpenning: null, ekonomisktBistand: null }],
    ['SJP 50%; FS 50%', { sjukpenning: 50, ekonomisktBistand: 50 }],
    ['50 % sjukpenning och 50 % lön', { sjukpenning: 50, lon: 50 }],
    ['halv sjukpenning / lön', { sjukpenning: 50, lon: null }],
    ['Sjukpenning (50%)', { sjukpenning: 50 }],
    ['Aktivitetsstöd/utvecklingsersättning 100', { aktivitetsstod: 100 }],
    ['Ekonomiskt bistånd (försörjningsstöd) 25', { ekonomisktBistand: 25 }],
    ['Sjukpenning: 62,5 %', { sjukpenning: 63 }],
    ['Lön\nA-kassa', { lon: null, akassa: null }],
    ['Lön 25, Lön 50', ['~sourceTwice', { lon: 50 }]],
    ['Lön 250', '!outOfRange'],
    ['Sjukpening', '!unknownCode'],
    ['Lön, något annat', '!unknownCode'],
  ])('%j', (cell, expected) => expect(value('supportBefore', cell)).toEqual(expected))
  test.each<[Cell, unknown]>([
    ['x', { extent: null }],
    ['Ja', { extent: null }],
    [50, { extent: 50 }],
    ['nej', undefined],
    [0, undefined],
    ['50 %', { extent: 50 }],
    ['vet', '!notANumber'],
  ])('in the column of one source %j', (cell, expected) => expect(value('supportBefore:lon', cell)).toEqual(expected))
  test('1 is a mark where there is nothing but 0 and 1', () =>
    expect(value('supportBefore:lon', 1, { scale: 'mark' })).toEqual({ extent: null }))
  test('target groups', () =>
    expect(value('targetGroups', 'Ungdom 16–29 år; Utrikes födda och nyanlända; npf')).toEqual([
      'youth',
      'foreignBorn',
      'neuropsychiatric',
    ]))
})

describe('persons', () => {
  test.each<[Cell, unknown]>([
    [1985, 1985],
    ['1985', 1985],
    ['85', 1985],
    [{ date: '1985-03-12' }, 1985],
    ['1985-03-12', 1985],
    ['850312', 1985],
    ['19850312', 1985],
    ['-85', 1985],
    [1850, '!outOfRange'],
    [2030, '!outOfRange'],
    ['vuxen', '!notAYear'],
    [testPersons[0]!.personnummer, '!identity'],
  ])('birth year %j', (cell, year) => expect(value('birthYear', cell)).toBe(year))
  test('age', () => expect([value('age', '37 år'), value('age', 37), value('age', 'ung')]).toEqual([37, 37, '!notANumber']))
  test('a reference that is a personnummer', () => expect(value('reference', testPersons[3]!.personnummer)).toBe('!referencePersonnummer'))
  test('a ground, or the day of consent', () => {
    expect(value('ground', 'Ja')).toEqual({ ground: 'consent', date: null })
    expect(value('ground', '2024-03-01')).toEqual({ ground: 'consent', date: '2024-03-01' })
    expect(value('ground', 'Ja, 1/3 2024')).toEqual({ ground: 'consent', date: '2024-03-01' })
    expect(value('ground', 'kanske')).toBe('!unknownCode')
  })
})
