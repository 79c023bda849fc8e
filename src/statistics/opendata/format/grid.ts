import type { OpenCell } from '../openCell.ts'
import type { CubeAxis, CubeValue } from '../cube.ts'
import type { ChosenTable } from '../selection.ts'

/** A value of an axis in a row or column heading. */
export interface Headed {
  axis: CubeAxis
  value: CubeValue
}

/** A table laid out in rows and columns: each line and column by its values, outermost first. */
export interface Grid {
  stub: readonly CubeAxis[]
  heading: readonly CubeAxis[]
  rows: readonly (readonly Headed[])[]
  columns: readonly (readonly Headed[])[]
  cellAt(row: number, column: number): OpenCell | undefined
}

/** Lays out a part of a table as its placement says. */
export function gridOf({ axes, cells, placement }: ChosenTable): Grid {
  const strides = axes.map((_, at) => axes.slice(at + 1).reduce((product, { values }) => product * values.length, 1))
  const side = (codes: readonly string[]) => {
    const own = codes.map((code) => axes.findIndex(({ axis }) => axis.code === code))
    const found: { headed: Headed[]; offset: number }[] = []
    const walk = (at: number, headed: Headed[], offset: number): void => {
      if (at === own.length) return void found.push({ headed, offset })
      const { axis, values } = axes[own[at]!]!
      values.forEach((value, place) => walk(at + 1, [...headed, { axis, value }], offset + place * strides[own[at]!]!))
    }
    walk(0, [], 0)
    return { axes: own.map((at) => axes[at]!.axis), found }
  }
  const [rows, columns] = [side(placement.stub), side(placement.heading)]
  return {
    ...{ stub: rows.axes, heading: columns.axes },
    rows: rows.found.map(({ headed }) => headed),
    columns: columns.found.map(({ headed }) => headed),
    cellAt: (row, column) => cells[rows.found[row]!.offset + columns.found[column]!.offset],
  }
}
