import type { Cell } from '../../disclosure/cell.ts'
import type { Population } from '../cellAddress.ts'
import type { Cube } from './cube.ts'

/** A published cell and the table that it stands in. */
export interface FoundCell {
  cell: Cell
  table: string
}

/** What is asked of what is published: who is counted, in which whole year, by which codes of which axes (those not named are counted whole). */
export interface WantedCell {
  population: Population
  year: string
  codes: Readonly<Record<string, string>>
}

/** The cell of whole years in the smallest table that has it; `undefined` where no table does. The same cell has one value in all of them. */
export function findCell(cubes: readonly Cube[], { population, year, codes }: WantedCell): FoundCell | undefined {
  const names = Object.keys(codes)
  const able = cubes
    .filter(
      (cube) => cube.isWholeYears && cube.population === population && names.every((name) => cube.axes.some(({ code }) => code === name)),
    )
    .sort((a, b) => a.axes.length - b.axes.length)
  for (const cube of able) {
    const places = cube.axes.map(({ code, kind, values, whole }) => {
      const usual = { contents: values[0]!.code, time: year }[kind as string] ?? whole
      const wanted = codes[code] ?? usual
      return values.findIndex((value) => value.code === wanted)
    })
    const cell = places.includes(-1) ? undefined : cube.cellAt(places)
    if (cell) return { cell, table: cube.id }
  }
  return undefined
}
