import { expect, test } from 'vitest'
import type { CubeValue } from './cube.ts'
import { toldApart } from './toldApart.ts'

const value = (code: string, name: string, depth: number): CubeValue => ({ code, label: { sv: name, en: name }, depth })
const texts = (values: CubeValue[]): string[] => toldApart(values).map(({ label }) => label.sv)

test('an intervention of two associations has the name of each, others keep theirs', () => {
  const [north, south] = [value('n', 'Norr', 1), value('s', 'Söder', 1)]
  expect(texts([north, value('n/1', 'Bron', 2), value('n/2', 'Vägen', 2), south, value('s/1', 'Bron', 2)])).toEqual([
    ...['Norr', 'Bron (Norr)', 'Vägen'],
    ...['Söder', 'Bron (Söder)'],
  ])
})
test('two of the same name in the same place are numbered', () =>
  expect(texts([value('n', 'Norr', 1), value('n/1', 'Bron', 2), value('n/2', 'Bron', 2)])).toEqual([
    'Norr',
    'Bron (Norr)',
    'Bron (Norr) 2',
  ]))
