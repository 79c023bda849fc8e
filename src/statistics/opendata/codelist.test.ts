import { expect, test } from 'vitest'
import { codelistsOf, findCodelist } from './codelist.ts'
import type { CubeAxis, MoneyCube } from './cube.ts'

const place = (...codes: string[]): CubeAxis => ({
  ...{ code: 'place', kind: 'geo', whole: 'nation', label: { sv: 'Plats', en: 'Place' } },
  values: ['nation', ...codes].map((code, at) => ({ code, label: { sv: code, en: code }, depth: at === 0 ? 0 : 1 })),
})
const text = { sv: '', en: '' }
const cube = (id: string, axis: CubeAxis): MoneyCube => ({
  ...{ kind: 'money', id, axes: [axis], title: text, definition: text, folder: 'money', demo: true, updated: new Date(0) },
  cellAt: () => undefined,
})
const cubes = [cube('few', place('a')), cube('many', place('a', 'b'))]

test('every list that a table names has the values of that table alone, so that all of them can be asked for', () => {
  for (const one of cubes)
    for (const { id, values } of codelistsOf(one, one.axes[0]!)) expect(findCodelist(cubes, id)?.values).toEqual(values)
})
test('the list of all tables has the values of any', () =>
  expect(findCodelist(cubes, 'vs_place_1')).toMatchObject({ id: 'vs_place_1', values: [{ code: 'a' }, { code: 'b' }] }))
