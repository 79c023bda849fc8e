import { expect, test } from 'vitest'
import { readPasted } from './pasted.ts'

const places = [
  { key: '0180', name: 'Stockholm' },
  { key: '1480', name: 'Göteborg' },
]
test('lines of a spreadsheet fill in by name, whatever stands before or after it', () => {
  const { found, lost } = readPasted(
    'Kommun\tKvinnor\tMän\n0180 Stockholm\t1 204\t998\r\nGöteborgs kommun\t5\t6\nGöteborg kommun;700;650;1 350\nMalmö\t1\t2\n',
    places,
  )
  expect([...found]).toEqual([
    ['0180', { women: '1204', men: '998', total: '' }],
    ['1480', { women: '700', men: '650', total: '1350' }],
  ])
  expect(lost).toEqual(['Göteborgs kommun', 'Malmö'])
})
test('one number is all of them', () =>
  expect(readPasted('stockholm; 12', places).found.get('0180')).toEqual({ women: '', men: '', total: '12' }))
test('nothing is read of words alone', () => expect(readPasted('Stockholm\tmånga\n\n', places)).toEqual({ found: new Map(), lost: [] }))
test.each([
  ['–\t12\t30', { women: '', men: '12', total: '30' }],
  ['-\t12\t30', { women: '', men: '12', total: '30' }],
  ['18\t..\t30', { women: '18', men: '', total: '30' }],
  ['\t\t30', { women: '', men: '', total: '30' }],
  ['<5\t12\t', { women: '', men: '12', total: '' }],
  ['..\t12', { women: '', men: '12', total: '' }],
])('a cell without a number keeps its column: %j', (cells, numbers) =>
  expect([...readPasted(`Stockholm\t${cells}`, places).found]).toEqual([['0180', numbers]]),
)
test('a line of nothing but empty cells and dashes is left alone', () =>
  expect(readPasted('Stockholm\t–\t..\t\n', places)).toEqual({ found: new Map(), lost: [] }))
