import { describe, expect, test } from 'vitest'
import { mappingToRemember } from './sendImport.ts'

const remembered = (...headings: string[]): string[] =>
  Object.keys(
    mappingToRemember(
      headings.map((heading) => ({ heading })),
      headings.map(() => 'ignore'),
      '2026-06-30',
    ),
  )

describe('headings that leave the browser', () => {
  test('ordinary ones do', () =>
    expect(remembered('Start', 'Parkering', 'Insatsens namn')).toEqual(['start', 'parkering', 'insatsens namn']))
  test.each([
    'Handläggare: Kalle Karlsson',
    'Hos Kalle',
    'Grupp Karlsson',
    'Anteckning 850312\u00a0–\u00a02395',
    'ring 070-1234567',
    'anna.andersson@kommun.se',
    'Personnr',
  ])('%s does not', (heading) => expect(remembered(heading)).toEqual([]))
  test('none of a column that was found to be identity', () =>
    expect(mappingToRemember([{ heading: 'Kolumn 7', identity: { kind: 'name' } }], ['ignore'], '2026-06-30')).toEqual({}))
})
