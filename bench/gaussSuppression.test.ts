import { expect, test } from 'vitest'
import { readInstance } from '../src/disclosure/tables/readInstance.ts'
import { filesForR, isPlain } from './gaussSuppression.ts'

const linked = {
  name: 'linked',
  threshold: 5,
  dims: [
    { name: 'plats', codes: ['F1', 'Riket', 'R1', 'F2'], parent: [2, -1, 1, 2] },
    { name: 'kon', codes: ['Tot', 'Kvinna, man'], parent: [-1, 0] },
  ],
  tables: [{ dims: [0] }, { dims: [1, 0], levels: { '0': 1 } }],
  base: [
    [0, 1, 7],
    [3, 1, 0],
  ],
}

test('the files for R hold numbers alone, and each table the depth that it shows', () =>
  expect(filesForR(readInstance(linked))).toEqual({
    'hierarchy.csv': 'dim,node,above\n0,0,2\n0,1,-1\n0,2,1\n0,3,2\n1,0,-1\n1,1,0\n',
    'tables.csv': 'table,dim,depth\n0,0,2\n1,1,1\n1,0,1\n',
    'records.csv': 'd0,d1,count\n0,1,7\n3,1,0\n',
  }))

test('tables of which something is out already, or that have no total, are not given to R', () => {
  expect(isPlain(readInstance(linked))).toBe(true)
  expect(isPlain(readInstance({ ...linked, forcedPublished: [['R1', 'Tot']] }))).toBe(false)
  expect(isPlain(readInstance({ ...linked, hiddenNodes: { plats: ['R1'] } }))).toBe(false)
  const [place, sex] = linked.dims
  expect(isPlain(readInstance({ ...linked, dims: [{ ...place, parent: [2, -1, -1, 2] }, sex] }))).toBe(false)
})
