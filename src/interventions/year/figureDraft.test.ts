import { expect, test } from 'vitest'
import { emptyFigure, figureFaults, figureOf, type FigureDraft } from './figureDraft.ts'

const typed = (changed: Partial<FigureDraft> = {}): FigureDraft => ({ ...emptyFigure(2017), total: '42', source: 'ÅR 2017', ...changed })
const faults = (changed: Partial<FigureDraft>) => figureFaults(typed(changed), [], 2026)

test('a total with its source is enough', () => expect(faults({})).toEqual({}))
test('a total left out is the sum of the sexes', () =>
  expect(figureOf(typed({ total: '', women: '30', men: '12' }))).toMatchObject({ women: 30, men: 12, total: 42 }))
test('sexes that are not known are none, not zero', () => expect(figureOf(typed())).toMatchObject({ women: null, men: null, total: 42 }))
test('one sex alone makes no total', () => expect(faults({ total: '', women: '30' })).toEqual({ total: 'interventions.totalNeeded' }))
test('a wrong sum is told', () => expect(faults({ women: '30', men: '13' })).toEqual({ total: 'interventions.sumWrong' }))
test('each wrong field is told', () =>
  expect(faults({ year: '17', women: 'x', total: '2 000 000', source: ' ' })).toEqual({
    year: 'interventions.yearWrong',
    women: 'interventions.wholeNumber',
    total: 'interventions.tooMuch',
    source: 'interventions.sourceNeeded',
  }))
test('a figure that is there already is not added again', () =>
  expect(figureFaults(typed(), [figureOf(typed())], 2026)).toEqual({ source: 'interventions.figureKnown' }))
test('more women than the total are too many, though men are not known', () =>
  expect(faults({ women: '60', total: '50' })).toEqual({ women: 'interventions.moreThanTotal' }))
test('a year that has not come has no older figure', () => expect(faults({ year: '2027' })).toEqual({ year: 'interventions.futureYear' }))
test('a personnummer in source or name is told', () =>
  expect(faults({ source: 'Akt 850312-2395', interventionName: '850312 2395' })).toEqual({
    source: 'error.personnummer',
    interventionName: 'error.personnummer',
  }))
