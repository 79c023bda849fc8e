import { describe, expect, test } from 'vitest'
import type { Participation } from '../participations/domain.ts'
import { factOf } from '../participations/fact.ts'
import { mainSupport } from '../participations/mainSupport.ts'
import { factColumns, missingValue, sqlColumn } from '../participations/factColumns.ts'
import type { Dictionaries } from './facts.ts'
import { FactsBuilder } from './facts.ts'

const participation: Participation = {
  entryDate: '2024-03-15',
  municipality: '0180',
  sex: 'woman',
  birthYear: 1990,
  ageReason: null,
  bornAbroad: null,
  timeSinceWork: 'never',
  education: 'upperSecondary',
  timeOnSupport: null,
  occupationBefore: 'other',
  workExtentBefore: 0,
  studyExtentBefore: null,
  supportBefore: { sjukpenning: 50, ekonomisktBistand: 50 },
  targetGroups: ['longTermSick', 'mentalIllHealth'],
  referredBy: 'fk',
  ground: 'consent',
  groundDate: '2024-03-15',
  exitDate: '2025-01-10',
  exitReason: 'toWork',
  occupationAfter: 'work',
  workExtentAfter: 75,
  studyExtentAfter: null,
  workType: 'subsidised',
  supportAfter: { lon: 75, sjukpenning: 0 },
}
const place = { controller: 0, association: 0, intervention: 0, municipality: null, recordKey: 1, personKey: 1 }
const dictionaries: Dictionaries = {
  controllers: ['c'],
  associations: [{ id: 'a', name: 'A' }],
  interventions: [{ id: 'i', name: 'I', orientation: 'individual', methods: [] }],
  methods: [],
  municipalities: [],
  regions: [],
}

describe('the fact of a participation', () => {
  const fact = factOf(participation)
  test('holds months, and days only since entry', () => {
    expect(fact).toMatchObject({ entryMonth: 2024 * 12 + 2, exitMonth: 2025 * 12, daysToExit: 301, ageAtEntry: 34 })
  })
  test('holds codes as positions and keeps what is not recorded', () => {
    expect(fact).toMatchObject({
      sex: 0,
      education: 2,
      timeOnSupport: null,
      exitReason: 1,
      bornAbroad: null,
      timeSinceWork: 5,
    })
  })
  test('holds support as bits, without sources of 0 %', () => {
    expect(fact).toMatchObject({ supportBefore: (1 << 0) | (1 << 7), supportAfter: 1 << 10, mainSupportAfter: 10 })
  })
  test('holds target groups as bits', () => expect(fact.targetGroups).toBe((1 << 1) | (1 << 3)))
  test('has nulls for an exit that has not been', () => {
    const open = factOf({
      ...participation,
      exitDate: null,
      exitReason: null,
      supportAfter: null,
      occupationAfter: null,
    })
    expect(open).toMatchObject({
      exitMonth: null,
      daysToExit: null,
      exitReason: null,
      supportAfter: null,
      mainSupportAfter: null,
    })
  })
})

describe('the main support source', () => {
  test('is the one with the largest extent', () => expect(mainSupport({ sjukpenning: 25, lon: 75 })).toBe(10))
  test('goes by list order when equal', () => expect(mainSupport({ lon: 50, sjukpenning: 50 })).toBe(0))
  test('puts unknown extent last', () => expect(mainSupport({ sjukpenning: null, lon: 10 })).toBe(10))
  test('may be the only one, of unknown extent', () => expect(mainSupport({ akassa: null })).toBe(4))
  test('is none when no source is held', () => expect(mainSupport({ lon: 0 })).toBeNull())
})

describe('facts', () => {
  const build = (...rows: Partial<ReturnType<typeof factOf> & { personIndex: number; association: number }>[]) => {
    const builder = new FactsBuilder(1)
    for (const row of rows) builder.append({ ...place, personIndex: 0, ...factOf(participation), ...row })
    return builder.finish(dictionaries)
  }
  test('lie person by person', () => {
    const facts = build({ personIndex: 2, ageAtEntry: 20 }, { personIndex: 0 }, { personIndex: 2, ageAtEntry: 30 })
    expect([...facts.columns.personIndex]).toEqual([0, 2, 2])
    expect([...facts.columns.ageAtEntry]).toEqual([34, 20, 30])
  })
  test('leave out what was registered in error, and say how many', () => {
    expect(build({ exitReason: 9 }, {})).toMatchObject({ size: 1, registeredInError: 1 })
  })
  test('mark what is not recorded', () => {
    const { columns } = build({ education: null, supportAfter: null, exitMonth: null, daysToExit: null })
    expect([columns.education[0], columns.supportAfter[0], columns.exitMonth[0], columns.daysToExit[0]]).toEqual([
      missingValue.u8,
      missingValue.u32,
      missingValue.u16,
      missingValue.i32,
    ])
  })
  test('refuse a value that does not fit', () => expect(() => build({ education: 300 })).toThrow('education'))
  test('refuse an association nobody knows', () => expect(() => build({ association: 1 })).toThrow('association 1'))
  test('have SQL names for all columns', () => {
    expect(sqlColumn('ageAtEntry')).toBe('age_at_entry')
    expect(new Set(factColumns.map(({ name }) => sqlColumn(name))).size).toBe(factColumns.length)
  })
})
