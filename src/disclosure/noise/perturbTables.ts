import { makeCells, type Cells } from '../tables/cells.ts'
import type { Instance } from '../tables/instance.ts'
import { countKey, perturb } from './cellKey.ts'
import { perturbationTable, type PerturbationTable } from './perturbationTable.ts'

/**
 * Every cell of the tables with noise by the cell key method. The records behind the counts have keys by the seed, so a cell has the
 * same noise in every table it stands in and every time. Sums are not made to agree.
 */
export function perturbTables(
  instance: Instance,
  noise: { variance: number; maxDeviation: number; seed: string },
): { cells: Cells; table: PerturbationTable; shown: Int32Array } {
  const table = perturbationTable(instance.threshold, noise.variance, noise.maxDeviation)
  const cells = makeCells(instance)
  const width = instance.dims.length
  const keyOfRow = instance.base.map((row) => {
    const record = instance.dims.map(({ codes }, dim) => codes[row[dim]!]!).join('\u0001')
    return countKey(noise.seed, record, row[width]!)
  })
  // Keys add up like counts do, so the same summing serves both.
  const keyed = makeCells({ ...instance, forcedPublished: [], keptHidden: [], structuralZero: [], withheld: [] }, keyOfRow)
  return { cells, table, shown: Int32Array.from(cells.count, (count, cell) => perturb(table, count, keyed.count[cell]! % 2 ** 32)) }
}
