import { noPublishedCells } from '../src/statistics/publishedCells.ts'
import type { Dimension } from '../src/statistics/dimension.ts'
import { dimensionsOf } from '../src/statistics/dimension.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { inPeriod } from '../src/statistics/filter.ts'
import { releasedCells } from '../src/statistics/releasedCells.ts'
import { tabulate, tabulatePersons } from '../src/statistics/tabulate.ts'
import { usualNoise } from '../src/disclosure/noise/noise.ts'
import { perturbationTable } from '../src/disclosure/noise/perturbationTable.ts'

/** What noise may add to a table of 20,000 cells on 1,000,000 facts, ms. */
const mostMs = 30

const { threshold, variance, maxDeviation } = usualNoise(5)
const noise = { version: 1, table: perturbationTable(threshold, variance, maxDeviation) }
const period = { from: '2010-01', to: '2014-12' }

/** A table counted with noise, as the page gets it, and counted only; of participations and of persons. */
export function noiseQueries(facts: Facts) {
  const axes = ['intervention', 'ageGroup', 'sex'].map((name) => dimensionsOf(facts).get(name)!)
  const cells = axes.reduce((product, { codes }) => product * codes.length, 1)
  return (['participations', 'persons'] as const).map((count) => ({
    name: `noise on ${cells.toLocaleString('en')} cells of ${count}`,
    mostMs,
    withNoise: () =>
      releasedCells({ facts, noise, published: noPublishedCells }, { axes, conditions: [], population: 'inPeriod', period, count }),
    without: () => counted(facts, axes, count),
  }))
}

function counted(facts: Facts, dimensions: readonly Dimension[], count: 'participations' | 'persons') {
  return (count === 'persons' ? tabulatePersons : tabulate)(facts, { dimensions, filter: inPeriod(period) })
}
