import { describe, expect, test } from 'vitest'
import { testPersons } from '../../../test/testPersons.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { findIdentity, findIdentityInRow, identityOfCell } from './identity.ts'
import { identityOfHeading } from './identityHeadings.ts'
import { participationFields, targetLabel } from './targets.ts'

const today = '2026-06-30'
const { personnummer } = testPersons[0]!

describe('cells', () => {
  test.each([
    ['anna.test@example.se', 'email'],
    ['070-123 45 67', 'phone'],
    ['+46 70 123 45 67', 'phone'],
    ['0701234567', 'phone'],
    ['046-12 34 56', 'phone'],
    ['Storgatan 12 B', 'address'],
    ['Anna Testström', 'name'],
    ['Testström, Anna', 'name'],
    ['Anna\u00a0Testström', 'name'],
    ['Karl-Erik Provsson', 'name'],
    ['Personen har under en längre tid haft kontakt med vården och vill nu komma i gång med arbetsträning', 'freeText'],
  ])('%s: %s', (cell, kind) => expect(identityOfCell(cell, today)).toBe(kind))

  test.each([
    'Sjukpenning',
    'Upplands Väsby',
    'A-2024-17',
    '2024-03-01',
    '1/3 2024',
    '01-03-2024',
    '50 %',
    'Aktivt arbetssökande',
    '08:30',
    'Egen anmälan',
    'IPS Malmö 2',
    '0114',
  ])('%s is harmless', (cell) => expect(identityOfCell(cell, today)).toBeUndefined())
})

describe('headings', () => {
  test.each([
    ['Personnr', 'personnummer'],
    ['Pers.nr', 'personnummer'],
    ['Namn', 'name'],
    ['Förnamn', 'name'],
    ['Deltagarens namn', 'name'],
    ['Handläggare', 'name'],
    ['Mobil', 'phone'],
    ['E-post', 'email'],
    ['Adress', 'address'],
    ['Kommentar', 'freeText'],
    ['Diagnos', 'freeText'],
  ])('%s: %s', (heading, kind) => expect(identityOfHeading(heading)).toBe(kind))
  test('no label of a field is taken for identity', () => {
    const labels = participationFields.flatMap((field) => [field, targetLabel(field).sv, targetLabel(field).en])
    expect([...labels, 'Insatsens namn', 'Kommunnamn'].filter((label) => identityOfHeading(label) !== undefined)).toEqual([])
  })
})

describe('columns', () => {
  const rows = (...columns: Cell[][]) => columns[0]!.map((_, at) => ({ row: at + 2, cells: columns.map((column) => column[at] ?? null) }))
  const names = ['Anna Testström', 'Karl Provsson', 'Fatima Fiktivsson', 'Erik Demoberg']

  test('a column of names under an innocent heading', () =>
    expect(findIdentity(['Kolumn1'], rows(names), today).columns).toMatchObject([
      { column: 0, kind: 'name', by: 'content', filled: 4, matching: 4 },
    ]))
  test('a column of first names', () =>
    expect(findIdentity(['Vem'], rows(['Anna', 'Karl', 'Fatima', 'Erik']), today).columns).toMatchObject([{ kind: 'name', by: 'content' }]))
  test('a column of personnummer under the heading Nr', () =>
    expect(findIdentity(['Nr'], rows(testPersons.map((person) => person.personnummer)), today).columns).toMatchObject([
      { kind: 'personnummer', by: 'content' },
    ]))
  test('a column of varied long texts', () =>
    expect(
      findIdentity(
        ['Läge'],
        rows(['Vill vänta till hösten med detta', 'Behöver tolk vid nästa möte här', 'Har fått ny kontakt på jobbet nu']),
        today,
      ).columns,
    ).toMatchObject([{ kind: 'freeText', by: 'content' }]))
  test('a single e-mail address in a column of codes is found as a cell', () => {
    const found = findIdentity(['Anvisad av'], rows(['FK', 'AF', 'FK', 'ring a@example.se', 'FK', 'FK']), today)
    expect(found).toEqual({ columns: [], cells: [{ row: 5, column: 0, kind: 'email' }] })
  })
  test('municipalities are no names', () => {
    const known = new Set(['kristianstad', 'hedemora', 'lund'])
    expect(findIdentity(['Ort'], rows(['Kristianstad', 'Lund', 'Hedemora', 'Lund']), today, known).columns).toEqual([])
  })
  test('coded columns are left alone', () =>
    expect(
      findIdentity(
        ['Start', 'Förs.'],
        rows(['2024-01-01', '2024-02-01', '2024-03-01'], ['Sjukpenning 50%, Lön 50%', 'Lön', 'A-kassa']),
        today,
      ).columns,
    ).toEqual([]))
})

describe('rows on their way to the server', () => {
  test('values and keys are looked at', () => {
    const found = findIdentityInRow(
      { row: 2, reference: personnummer, email: 'x', supportBefore: { lon: 50 }, entryDate: '2024-03-01' },
      today,
    )
    expect(found).toEqual([
      { path: 'reference', kind: 'personnummer' },
      { path: 'email', kind: 'email' },
    ])
  })
  test('a name with a digit is no reference', () =>
    expect(findIdentityInRow({ reference: 'Anna Andersson 1' }, today)).toEqual([{ path: 'reference', kind: 'name' }]))
  test('the id of an intervention is none, whatever digits it holds', () =>
    expect(findIdentityInRow({ intervention: '85031223-9500-4711-8070-123456789012' }, today)).toEqual([]))
  test('nested values too', () =>
    expect(findIdentityInRow({ a: [{ b: 'Anna Testström' }] }, today)).toEqual([{ path: 'a.0.b', kind: 'name' }]))
})
