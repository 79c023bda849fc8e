import { expect, test } from 'vitest'
import { z } from 'zod'
import { FollowUp, Tabulated } from './domain.ts'

/** A part of a JSON schema, as far as we look. */
interface Part {
  type?: string | string[]
  $ref?: string
  properties?: Record<string, Part>
  items?: Part
  anyOf?: Part[]
}

/** Where there are numbers that are no cells. */
function bareNumbers(part: Part, path = ''): string[] {
  if (part.$ref !== undefined) {
    expect(part.$ref).toContain('Cell')
    return []
  }
  if ([part.type].flat().some((type) => type === 'number' || type === 'integer')) return [path]
  return [
    ...Object.entries(part.properties ?? {}).flatMap(([name, inner]) => bareNumbers(inner, `${path}.${name}`)),
    ...(part.items ? bareNumbers(part.items, path) : []),
    ...(part.anyOf ?? []).flatMap((inner) => bareNumbers(inner, path)),
  ]
}

const ofShares = ['share', 'lower', 'upper', 'leastIfUnknown', 'mostIfUnknown']
const ofCoverage = ['associations.part', 'associations.whole', 'years', 'followableShare'].map((name) => `.coverage.${name}`)
const ofNoise = ['.threshold', '.noise.version', '.noise.maxDeviation']

test('every number about persons in follow-up is a cell; shares are made of cells, the rest is money, years and how noise is made', () => {
  const shares = [
    '.counts.total',
    '.counts.bySex.figure',
    '.outcomes.total',
    '.outcomes.bySex.figure',
    '.later.total',
    '.later.bySex.figure',
    '.duration.total',
    '.duration.bySex.figure',
  ]
  const weighted = ['counts', 'outcomes', 'later', 'duration'].map((name) => `.${name}.weighted`)
  const expected = [
    ...weighted.flatMap((figure) => ['share', 'lower', 'upper'].map((name) => `${figure}.share.${name}`)),
    ...shares.flatMap((figure) => ofShares.map((name) => `${figure}.share.${name}`)),
    ...['.controllers', '.cost.years', '.cost.kronor', '.cost.interventions', '.cost.per.kronor', ...ofCoverage, ...ofNoise],
  ]
  expect(new Set(bareNumbers(z.toJSONSchema(FollowUp) as Part))).toEqual(new Set(expected))
})
test('and so in tables, beside how many of its cells are seen to be hidden', () => {
  const figures = ['.figures', '.rowTotals', '.columnTotals', '.total']
  const expected = [...figures.flatMap((figure) => ofShares.map((name) => `${figure}.share.${name}`)), '.hidden', ...ofCoverage, ...ofNoise]
  expect(new Set(bareNumbers(z.toJSONSchema(Tabulated) as Part))).toEqual(new Set(expected))
})
