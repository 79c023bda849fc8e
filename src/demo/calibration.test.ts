import { expect, test } from 'vitest'
import { Education, ExitReason, SupportSource, TimeOnSupport } from '../participations/codes.ts'
import { codeOfCalibration, levels } from './calibration.ts'
import calibration from './calibration.json' with { type: 'json' }

const { assumptions } = calibration
const places = [
  { name: 'education', list: Education, codes: assumptions.utbildning.varden },
  {
    name: 'support',
    list: SupportSource,
    codes: { ...assumptions.forsorjning_fore.varden, ...assumptions.forsorjning_efter_faktor.varden },
  },
  { name: 'time', list: TimeOnSupport, codes: assumptions.tid_offentlig_forsorjning_fore_ar.klasser },
  { name: 'exitReason', list: ExitReason, codes: assumptions.avslutsanledning.varden },
] as const

test.each(places)('every code of the calibration has its place in the code list: $name', ({ name, list, codes }) => {
  const mapping: Record<string, string> = codeOfCalibration[name]
  expect(Object.keys(codes).filter((code) => !Object.hasOwn(mapping, code))).toEqual([])
  const known = new Set<string>(list.codes.map(({ code }) => code))
  expect(Object.values(mapping).filter((code) => !known.has(code))).toEqual([])
})
test.each(places)('no code is mapped that the calibration does not have: $name', ({ name, codes }) => {
  expect(Object.keys(codeOfCalibration[name]).filter((code) => !Object.hasOwn(codes, code))).toEqual([])
})
test('no weight is lost where two codes share a place', () => {
  const sum = (weights: object): number => Object.values(weights).reduce((total: number, weight: number) => total + weight, 0)
  expect(sum(levels.exitReason)).toBeCloseTo(sum(assumptions.avslutsanledning.varden), 10)
  expect(sum(levels.timeOnSupport)).toBeCloseTo(sum(assumptions.tid_offentlig_forsorjning_fore_ar.klasser), 10)
  expect(sum(levels.education)).toBeCloseTo(1, 2)
})
test('the file says itself that it is no statistic', () => expect(calibration.about.note).toContain('Inte statistik'))
