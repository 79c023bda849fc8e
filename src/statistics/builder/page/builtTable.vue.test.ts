import { expect, test } from 'vitest'
import { openPage, textOf } from '../../../../test/livePage.ts'
import { about, hidden, silence } from '../../../../test/noise.ts'
import { translator } from '../../../values/catalogue.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import { shareFigure } from '../../figure.ts'
import { statisticsMessages } from '../../messages.ts'
import BuiltTable from './BuiltTable.vue'

const writing = { locale: 'sv', t: translator(statisticsMessages, 'sv') } as const
const share = (x: Cell, n: number | Cell) =>
  shareFigure({ x, n: typeof n === 'number' ? about(n) : n, unknown: about(0), known: about(0), apart: undefined }, silence, writing)

test('in a column of shares a group of too few says of how many its count is, and what is hidden has its sign', async () => {
  const codes = ['många', 'få', 'dolt', 'dolda alla'].map((name) => ({ code: name, label: name }))
  const table = {
    ...{ measure: { label: 'Till arbete', unit: 'share' }, rows: { name: 'r', label: 'Rad', codes }, columns: null, rowTotals: [] },
    ...{
      figures: [[share(about(45), 100)], [share(about(7), 12)], [share(hidden, 50)], [share(about(7), hidden)]],
      columnTotals: [share(about(60), 200)],
    },
  }
  const page = await openPage(BuiltTable, { tables: [table], caption: 'Andelar', sort: '', chosen: '' })
  const cells = page.all('td').map((one) => textOf(one).replace(/\u00A0/g, ' '))
  expect(cells).toEqual([
    '45 %',
    '≈7 av ≈12 (för få för en andel)',
    'dolt Visas inte, för att skydda enskilda',
    'dolt Visas inte, för att skydda enskilda',
    '30 %',
  ])
  page.close()
})
