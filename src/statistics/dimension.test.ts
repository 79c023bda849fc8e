import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../bench/syntheticFacts.ts'
import { dimensionsOf } from './dimension.ts'
import type { SingleDimension } from './dimension.ts'
import { tabulate } from './tabulate.ts'
import { monthNumber } from '../values/month.ts'

const facts = syntheticFacts(2000, 3)
const dimensions = dimensionsOf(facts)
const single = (name: string) => dimensions.get(name) as SingleDimension
const codeOf = (name: string, value: number) => {
  const { codes, lookup } = single(name)
  return codes[lookup[value]!]!.code
}

describe('dimensions', () => {
  const ages: [number, string][] = [
    [15, 'outside'],
    [16, '16-24'],
    [24, '16-24'],
    [25, '25-29'],
    [39, '30-39'],
    [49, '40-49'],
    [59, '50-59'],
    [60, '60+'],
    [66, '60+'],
    [67, 'outside'],
    [255, 'outside'],
  ]
  test.each(ages)('age %i is in %s', (age, group) => expect(codeOf('ageGroup', age)).toBe(group))
  test('what is not recorded is unknown', () => {
    expect(codeOf('education', 255)).toBe('unknown')
    expect(codeOf('exitReason', 255)).toBe('unknown')
    expect(codeOf('municipality', 65535)).toBe('unknown')
    expect(codeOf('region', 65535)).toBe('unknown')
  })
  test('a list with its own “unknown” has one only', () => {
    expect(single('education').codes.filter(({ code }) => code === 'unknown')).toHaveLength(1)
  })
  test('region is that of the home municipality', () => {
    const { region } = facts.dictionaries.municipalities[20]!
    expect(codeOf('region', 20)).toBe(region)
  })
  test('years are those that occur, and no exit is one of them', () => {
    expect(codeOf('entryYear', monthNumber('2010-12'))).toBe('2010')
    expect(codeOf('exitYear', monthNumber('2011-01'))).toBe('2011')
    expect(codeOf('exitYear', 65535)).toBe('noExit')
  })
  test('all have labels in both languages and codes of their own', () => {
    for (const { name, label, codes } of dimensions.values()) {
      expect([name, label.sv.length > 0, label.en.length > 0]).toEqual([name, true, true])
      expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
      for (const code of codes) expect(code.label.sv.length * code.label.en.length).toBeGreaterThan(0)
    }
  })
  test('are made once for the same facts', () => expect(dimensionsOf(facts)).toBe(dimensions))
})

describe('what follows from the intervention', () => {
  const countsOf = (name: string): Map<string, number> => {
    const dimension = single(name)
    const { counts } = tabulate(facts, { dimensions: [dimension], filter: [] })
    return new Map(dimension.codes.map(({ code }, at) => [code, counts[at]!]))
  }
  test('gives each participation one method: the intervention’s only one, several, or none', () => {
    const [first] = facts.dictionaries.interventions
    const byMethod = countsOf('method')
    expect([...byMethod.values()].reduce((sum, count) => sum + count, 0)).toBe(facts.size)
    const without = facts.dictionaries.interventions.flatMap(({ methods }, at) => (methods.length === 0 ? [at] : []))
    const counted = [...facts.columns.intervention].filter((at) => without.includes(at)).length
    expect([first!.methods, byMethod.get('none')]).toEqual([[], counted])
    expect(counted).toBeGreaterThan(100)
  })
  test('names only methods that some intervention works by', () =>
    expect([...countsOf('method').keys()].filter((code) => !['several', 'none'].includes(code)).length).toBeLessThanOrEqual(
      facts.dictionaries.methods.length,
    ))
  test('gives each its orientation', () => {
    const byOrientation = countsOf('orientation')
    expect(byOrientation.get('both')! + byOrientation.get('individual')!).toBe(facts.size)
    expect(byOrientation.get('structural')).toBe(0)
  })
})
