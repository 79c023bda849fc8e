import { usualNoise } from '../src/disclosure/noise/noise.ts'
import { perturbationTable } from '../src/disclosure/noise/perturbationTable.ts'
import { messages } from '../src/messages.ts'
import { dimensionsOf } from '../src/statistics/dimension.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { measures } from '../src/statistics/measure.ts'
import { nation } from '../src/statistics/placeStore.ts'
import { noPublishedCells } from '../src/statistics/publishedCells.ts'
import { asked } from '../src/statistics/question.ts'
import { figureGrids } from '../src/statistics/tabulated.ts'
import type { FigureGrid } from '../src/statistics/tabulated.ts'
import { translator } from '../src/values/catalogue.ts'

/** What a built table may take on 1,000,000 facts, ms: it answers while one chooses. */
const targetMs = 150

const { threshold, variance, maxDeviation } = usualNoise(5)
const noise = { version: 1, table: perturbationTable(threshold, variance, maxDeviation) }
const writing = { locale: 'sv', t: translator(messages, 'sv') } as const
const period = { from: '2018-01', to: '2022-12' }
const several = [measures.participations, measures.exits, measures['distinct-persons'], measures['to-work-or-study']]

/** Four measures in one table, counted, protected and written as figures; a share has three cells. */
export function builderQueries(facts: Facts): { name: string; targetMs: number; ours: () => FigureGrid[] }[] {
  const dimension = (name: string) => dimensionsOf(facts).get(name)!
  const snapshot = { facts, dataDate: null, fictive: true, stamp: '' }
  const ask = asked({ snapshot: { ...snapshot, readAt: new Date(0) }, place: nation, period, noise, published: noPublishedCells, writing })
  const cells = (rows: string, columns: string): number =>
    several.reduce((sum, { kind }) => sum + dimension(rows).codes.length * dimension(columns).codes.length * (kind === 'share' ? 3 : 1), 0)
  const wide = ['intervention', 'sex'] as const
  return [
    {
      name: `four measures by ${wide.join(' and ')}, protected: ${cells(...wide).toLocaleString('en')} cells`,
      targetMs,
      ours: () => figureGrids(ask, { measures: several, rows: dimension(wide[0]), columns: dimension(wide[1]), conditions: [] }),
    },
    {
      name: 'four measures by year (five) and sex, protected',
      targetMs,
      ours: () => figureGrids(ask, { measures: several, rows: 'year', columns: dimension('sex'), conditions: [] }),
    },
    {
      name: 'one measure by month (sixty) and sex, protected',
      targetMs,
      ours: () => figureGrids(ask, { measures: [measures.exits], rows: 'month', columns: dimension('sex'), conditions: [] }),
    },
  ]
}
