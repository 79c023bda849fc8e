import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable } from '../../domain.ts'
import { comparedMeasures, interventionColumns } from '../choices.ts'
import { reportKinds } from '../domain.ts'
import { periodOf, questionOf, readReport, writeReport } from './reportChoice.ts'
import type { ReportChoice } from './reportChoice.ts'

const month = fc.option(fc.constantFrom('2023-01', '2024-12'), { nil: undefined })
const choice: fc.Arbitrary<ReportChoice> = fc.record({
  ...{ report: fc.constantFrom(...reportKinds), place: fc.constantFrom('nation', 'association:prov-1'), from: month, to: month },
  ...{ source: fc.constantFrom('sjukpenning', 'lon'), compare: fc.constantFrom('' as const, ...comparable) },
  ...{ measure: fc.constantFrom(...comparedMeasures), detail: fc.constantFrom('summed' as const, 'detailed' as const) },
  columns: fc.subarray([...interventionColumns], { minLength: 1 }),
})

test('an address gives back the report that it was made of', () => {
  fc.assert(
    fc.property(choice, (one) => {
      expect(readReport(writeReport(one))).toEqual(one)
    }),
  )
})
test('an address that says nothing, or nonsense, is the usual report', () => {
  const usual = readReport({})
  expect(usual).toMatchObject({ report: 'participants', place: 'nation', compare: '', columns: interventionColumns })
  expect(readReport({ report: 'x', compare: 'y', measure: 'z', columns: 'w', from: '2024', detail: ['summed'] })).toEqual(usual)
  expect(writeReport(usual)).toEqual({})
})
test('a question holds only what its report has a use for', () => {
  const one = {
    ...readReport({ place: 'association:prov-1', compare: 'region', source: 'lon', detail: 'detailed' }),
    report: 'costs' as const,
  }
  expect(questionOf(one)).toEqual({ place: 'association:prov-1', detail: 'detailed' })
  expect(questionOf({ ...one, report: 'nation' })).toEqual({ place: 'nation' })
  expect(questionOf({ ...one, report: 'standard' })).toMatchObject({ source: 'lon', compare: 'region' })
})
test('the rhythm stays in the year that is chosen', () =>
  expect(periodOf('tertials', { from: '2023-05', to: '2024-02' })).toEqual({ from: '2023-01', to: '2023-08' }))
