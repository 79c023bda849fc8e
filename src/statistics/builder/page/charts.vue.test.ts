import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createSSRApp, h, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { denseFacts } from '../../../../test/denseFacts.ts'
import { noise, silence } from '../../../../test/noise.ts'
import type { MunicipalityTile } from '../../../associations/domain.ts'
import type { Noise } from '../../../disclosure/noise/noise.ts'
import { statisticsMessages } from '../../messages.ts'
import { builderMessages } from '../messages.ts'
import { provideText } from '../../../ui/text.ts'
import { translator } from '../../../values/catalogue.ts'
import { dimensionsOf } from '../../dimension.ts'
import type { Tabulated } from '../../domain.ts'
import { headings, measureInfo } from '../../figure.ts'
import { measures } from '../../measure.ts'
import type { MeasureName } from '../../measureTexts.ts'
import ValueMap from '../../page/ValueMap.vue'
import { nation } from '../../placeStore.ts'
import { noPublishedCells, type PublishedCells } from '../../publishedCells.ts'
import { asked } from '../../question.ts'
import { breaksOf } from '../../seriesBreaks.ts'
import { figureGrids } from '../../tabulated.ts'
import { isTimeUnit } from '../../timeAxis.ts'
import type { ChartKind } from '../domain.ts'
import BuiltPicture from './BuiltPicture.vue'
import { chartsOf } from './charts.ts'
import { tableText } from './tableText.ts'

const texts = { ...statisticsMessages, ...builderMessages }
const writing = { locale: 'sv', t: translator(texts, 'sv') } as const
const worlds = [denseFacts(4000, 1), denseFacts(9000, 2)]
const period = { from: '2023-01', to: '2024-12' }

/**
 * A ledger of what is out: every cell is in it, some hidden. So two worlds with quite other participations differ in what is hidden alone: what is
 * shown of them is the same.
 */
const ledger: PublishedCells = {
  find(address) {
    const mixed = [...address].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
    return mixed % 4 === 0 ? { kind: 'suppressed' } : { kind: 'shown', value: 5 + (mixed % 90) }
  },
}

function tableOf(
  at: number,
  name: MeasureName,
  rows: string,
  columns: string,
  how: { noise: Noise; published: PublishedCells },
): Tabulated {
  const facts = worlds[at]!
  const dimension = (one: string) => dimensionsOf(facts).get(one)
  const ask = asked({
    ...how,
    snapshot: { facts, fictive: true, dataDate: null, readAt: new Date(0), stamp: '' },
    place: nation,
    period,
    writing,
  })
  const measure = measures[name]
  const layout = { measures: [measure], rows: isTimeUnit(rows) ? rows : dimension(rows), columns: dimension(columns), conditions: [] }
  const grid = figureGrids(ask, layout)[0]!
  const head = ({ name, label, codes }: typeof grid.rows) => ({ name, label: label.sv, codes: headings(codes, writing) })
  return {
    ...{ measure: measureInfo(measure, writing), period, rows: head(grid.rows), columns: columns ? head(grid.columns) : null },
    ...{ figures: grid.figures, rowTotals: grid.rowTotals, columnTotals: grid.columnTotals, total: grid.total },
    ...{ breaks: breaksOf(measure, period, writing), notes: [], hidden: grid.hidden, threshold: 5, noise: { version: 1, maxDeviation: 7 } },
    ...{ dataDate: null, countedUntil: null },
    ...{
      sentences: [grid.total.text],
      coverage: { sentences: [] } as unknown as Tabulated['coverage'],
      demo: true,
      dataDate: null,
      countedUntil: null,
    },
  }
}

beforeAll(() => {
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('document', { documentElement: { lang: 'sv' } })
})

async function drawn(component: Component, props: object): Promise<string> {
  const app = createSSRApp({
    setup() {
      provideText(texts)
      return () => h(component, props)
    },
  })
  return renderToString(app)
}
const picture = (table: Tabulated, chart: ChartKind): Promise<string> =>
  drawn(BuiltPicture, { table, chart, caption: 'Rubrik', order: [...table.figures.keys()] })

const out = { noise, published: ledger }
const free = { noise: silence, published: noPublishedCells }
const cases = [
  ['line', 'exits', 'month', 'sex'],
  ['line', 'participations', 'year', 'sex'],
  ['line', 'to-work-or-study', 'month', ''],
  ['bars', 'exits', 'ageGroup', 'sex'],
  ['bars', 'to-work-or-study', 'ageGroup', ''],
  ['multiples', 'exits', 'ageGroup', 'sex'],
  ['multiples', 'participations', 'month', 'sex'],
  ['multiples', 'to-work-or-study', 'ageGroup', 'sex'],
  ['flow', 'exits', 'occupationBefore', 'occupationAfter'],
  ['flow', 'exits', 'mainSupportBefore', 'mainSupportAfter'],
] as const

describe.each(cases)('a picture of kind %s, of %s by %s and %s', (chart, measure, rows, columns) => {
  const tables = (how: typeof out) => [0, 1].map((at) => tableOf(at, measure, rows, columns, how))
  test('is the same, byte by byte, of worlds that differ in what is hidden', async () => {
    const both = tables(out)
    expect(chartsOf(both[0]!)).toContain(chart)
    expect(both[0]!.hidden).toBeGreaterThan(0)
    const [one, other] = await Promise.all(both.map((table) => picture(table, chart)))
    expect(one!.length).toBeGreaterThan(300)
    expect(other).toBe(one)
  })
  test('is another of worlds that are shown otherwise: the test can fail', async () => {
    const [one, other] = await Promise.all(tables(free).map((table) => picture(table, chart)))
    expect(other).not.toBe(one)
  })
  test('as text is the same too', () => {
    const texts = tables(out).map((table) => tableText([table], [...table.figures.keys()], 'Rubrik', ';', writing))
    expect(texts[1]).toBe(texts[0])
  })
})

test('a map is the same of worlds that differ in what is hidden, and gives the hidden no colour', async () => {
  const maps = [0, 1].map((at) => {
    const table = tableOf(at, 'exits', 'association', '', out)
    const rows = table.rows!.codes
    const tiles = rows.map(({ code, label }, column) => {
      const name = { code, name: label, regionCode: 'XA', regionName: 'Prov', column, row: 0, population: 1 }
      return { ...name, status: 'member', associations: [] } as MunicipalityTile
    })
    const figuresOf = ({ code, name }: MunicipalityTile) => [
      { label: name, figure: table.figures[rows.findIndex((one) => one.code === code)]![0]! },
    ]
    return drawn(ValueMap, { tiles, title: 'Karta', unit: 'participations', figuresOf })
  })
  const [one, other] = await Promise.all(maps)
  expect(one).toContain('<rect')
  expect(other).toBe(one)
})

describe('the kinds of picture there are of a table', () => {
  const kinds = (measure: MeasureName, rows: string, columns: string) => chartsOf(tableOf(0, measure, rows, columns, free))
  test('before and after, of counts alone', () => {
    expect(kinds('exits', 'occupationBefore', 'occupationAfter')[0]).toBe('flow')
    expect(kinds('to-work-or-study', 'occupationBefore', 'occupationAfter')).not.toContain('flow')
    expect(kinds('exits', 'occupationAfter', 'occupationBefore')).not.toContain('flow')
  })
  test('lines over time, and little pictures where there are too many lines', () => {
    expect(kinds('exits', 'year', 'sex')[0]).toBe('line')
    expect(kinds('exits', 'year', 'exitReason')).not.toContain('line')
    expect(kinds('exits', 'year', 'exitReason')).toContain('multiples')
  })
  test('a map of places', () => {
    expect(kinds('exits', 'association', '')).toContain('map')
    expect(kinds('exits', 'intervention', '')).not.toContain('map')
  })
})
