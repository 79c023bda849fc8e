import { describe, expect, test } from 'vitest'
import { SupportSource } from '../codes.ts'
import { knownHeadings } from './headings.ts'
import { headingSuggestions, matchColumns, rememberMapping } from './match.ts'
import type { ColumnMatch, MatchContext } from './match.ts'
import { normaliseHeading } from './normalise.ts'
import { participationFields, targetLabel, targets } from './targets.ts'

const context: MatchContext = {
  today: '2026-06-30',
  municipalities: [{ code: '1280', name: 'Malmö' }],
  interventions: [],
  identity: [],
}
const match = (headings: string[], cells: (string | number | null)[][] = [], more: Partial<MatchContext> = {}): ColumnMatch[] =>
  matchColumns(
    headings,
    cells.map((row, at) => ({ row: at + 2, cells: row })),
    { ...context, ...more },
  )
const decisions = (headings: string[], cells?: (string | number | null)[][]): unknown[] =>
  match(headings, cells).map(({ decision }) => decision)

describe('known headings', () => {
  test('every target is known by its labels and its name', () => {
    const lost = targets.filter((target) => {
      const { sv, en } = targetLabel(target)
      return [sv, en, target.replace(':', ' ')].some((heading) => knownHeadings.get(normaliseHeading(heading)) !== target)
    })
    expect(lost).toEqual([])
  })
  test.each([
    ['Start', 'entryDate'],
    ['Registreringsdatum in', 'entryDate'],
    ['Utregistrering', 'exitDate'],
    ['Slut', 'exitDate'],
    ['Kön', 'sex'],
    ['KÖN:', 'sex'],
    ['Född', 'birthYear'],
    ['Ålder', 'age'],
    ['Orsak avslut', 'exitReason'],
    ['Förs. före', 'supportBefore'],
    ['Försörjning 2', 'supportBefore'],
    ['Sysselsättning vid insatsens början', 'occupationBefore'],
    ['Sjukpenning före', 'supportBefore:sjukpenning'],
    ['Försörjningsstöd vid insatsens slut', 'supportAfter:ekonomisktBistand'],
    ['Samtycke', 'ground'],
    ['Löpnr', 'reference'],
    ['Insats', 'intervention'],
    ['Startdatm', 'entryDate'],
    ['Datum för insatsens start', 'entryDate'],
    ['Sysselsättning (före insats)', 'occupationBefore'],
  ])('%s → %s', (heading, target) => expect(match([heading])[0]!.decision).toBe(target))
  test.each(['Xyz', '', 'Parkering', '7'])('%j is left to the user', (heading) => expect(match([heading])[0]!.decision).toBeUndefined())
})

describe('columns together', () => {
  test('no field is given twice unless its columns can be put together', () =>
    expect(decisions(['Start', 'Startdatum', 'Försörjning 1', 'Försörjning 2'])).toEqual([
      'entryDate',
      undefined,
      'supportBefore',
      'supportBefore',
    ]))
  test('values that cannot be read speak against a heading', () => {
    const [named] = match(['Resultat'], [['bra'], ['mycket bra'], ['sådär']])
    expect(named!.decision).toBeUndefined()
  })
  test('an unsure heading gets suggestions', () => {
    const suggested = match(['Sysselsättning'])[0]!.suggestions.map(({ target }) => target)
    expect(suggested).toContain('occupationBefore')
    expect(suggested).toContain('occupationAfter')
  })
  test('a remembered decision comes first', () => {
    const remembered = rememberMapping(['Parkering', 'Start'], ['referredBy', 'ignore'])
    expect(match(['PARKERING', 'Start'], [], { remembered }).map(({ decision }) => decision)).toEqual(['referredBy', 'ignore'])
  })
  test('identity is dropped, and a remembered mapping cannot let it in', () => {
    const identity = [{ column: 0, heading: 'Vem', kind: 'name' as const, by: 'content' as const, filled: 3, matching: 3 }]
    expect(match(['Vem'], [], { identity, remembered: { vem: 'reference' } })[0]!.decision).toBe('ignore')
  })
  test('a personnummer column waits for the user, who may take birth year and sex from it', () => {
    const identity = [{ column: 0, heading: 'Pnr', kind: 'personnummer' as const, by: 'heading' as const, filled: 3, matching: 3 }]
    expect(match(['Pnr'], [], { identity })[0]).toMatchObject({
      decision: undefined,
      suggestions: [{ target: 'personnummer' }],
    })
  })
  test('the template matches itself', () =>
    expect(decisions(participationFields.map((field) => targetLabel(field).sv))).toEqual(participationFields))
})

test('suggestions lie between 0 and 1', () => {
  const all = SupportSource.codes.flatMap(({ label }) => headingSuggestions(`${label.sv} vid start`))
  expect(all.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true)
})
