import { codelistsOf } from './codelist.ts'
import type { AnyCube, CubeAxis, CubeValue } from './cube.ts'
import { valuesOf } from './expression.ts'
import type { OpenCell } from './openCell.ts'
import { problem } from './problem.ts'

/** What is asked of an axis: values or expressions, all within a list when one is named. */
export interface AxisSelection {
  variableCode: string
  valueCodes: readonly string[]
  codelist?: string | null | undefined
}

/** Which axes stand as rows and which as columns. */
export interface Placement {
  stub: readonly string[]
  heading: readonly string[]
}

/** What is asked of a table; without a selection what it shows by default. */
export interface TableSelection {
  selection: readonly AxisSelection[]
  placement?: Partial<Placement> | undefined
}

/** Part of a cube: some values of some axes, the others counted whole; its cells with the last axis fastest. */
export interface ChosenTable {
  cube: AnyCube
  axes: readonly { axis: CubeAxis; values: readonly CubeValue[] }[]
  cells: readonly (OpenCell | undefined)[]
  placement: Placement
}

/** More cells than this in one answer are refused; `/config` says it. */
export const mostCells = 150_000

/**
 * The part of a cube that is asked for. Throws a problem when something in the question is not there, or when it is too much.
 * @param most cells at most
 */
export function choose(cube: AnyCube, asked: TableSelection | undefined, most = mostCells): ChosenTable {
  const usual = defaultSelection(cube)
  const { selection, placement } =
    asked && asked.selection.length > 0 ? asked : { ...usual, placement: asked?.placement ?? usual.placement }
  for (const { variableCode } of selection) findAxis(cube, variableCode)
  const chosen = cube.axes.map((axis) => ({ axis, values: valuesAsked(axis, selection, cube) }))
  const axes = chosen.flatMap(({ axis, values }) => (values === undefined ? [] : [{ axis, values }]))
  const size = axes.reduce((product, { values }) => product * values.length, 1)
  if (size > most) throw problem('tooManyCells', { cells: size, most })
  return { cube, axes, cells: cellsOf(cube, chosen), placement: placementOf(cube, axes, placement) }
}

/** The axis of a code; `time` is another name of the time axis. Throws a problem when there is none. */
function findAxis({ axes }: AnyCube, code: string): CubeAxis {
  const found =
    axes.find((axis) => isSame(axis.code, code)) ?? (isSame(code, 'time') ? axes.find(({ kind }) => kind === 'time') : undefined)
  if (!found) throw problem('noVariable', { variable: code })
  return found
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** The values of an axis that are asked for; `undefined` when it is counted whole. */
function valuesAsked(axis: CubeAxis, selection: readonly AxisSelection[], cube: AnyCube): CubeValue[] | undefined {
  const own = selection.filter(({ variableCode }) => findAxis(cube, variableCode) === axis)
  const texts = own.flatMap(({ valueCodes }) => valueCodes)
  if (texts.length === 0) {
    if (axis.whole === undefined) throw problem('noSelection', { variable: axis.code })
    return undefined
  }
  const listed = own.flatMap(({ codelist }) => (codelist ? [codelist] : []))
  const values = listed.length === 0 ? axis.values : listedValues(cube, axis, listed[0]!)
  const found = new Set(texts.flatMap((text) => valuesOf(axis, values, text)))
  if (found.size === 0) throw problem('noValue', { value: texts.join(', '), variable: axis.code })
  return axis.values.filter((value) => found.has(value))
}

/** The values of a code list of an axis, by the list's id in this table or by the one of all tables. Throws a problem when the axis has no such list. */
export function listedValues(cube: AnyCube, axis: CubeAxis, id: string): readonly CubeValue[] {
  const list = codelistsOf(cube, axis).find((one) => isSame(one.id, id) || isSame(one.shared, id))
  if (!list) throw problem('wrongCodelist', { codelist: id, variable: axis.code })
  return list.values
}

function cellsOf(cube: AnyCube, chosen: readonly { axis: CubeAxis; values: readonly CubeValue[] | undefined }[]): (OpenCell | undefined)[] {
  const places = chosen.map(({ axis, values }) => {
    const kept = new Set(values)
    return [...axis.values.keys()].filter((at) => (values ? kept.has(axis.values[at]!) : axis.values[at]!.code === axis.whole))
  })
  const cells: (OpenCell | undefined)[] = []
  const at = places.map(() => 0)
  const walk = (axis: number): void => {
    if (axis === places.length) return void cells.push(cube.cellAt(at))
    for (const place of places[axis]!) {
      at[axis] = place
      walk(axis + 1)
    }
  }
  walk(0)
  return cells
}

/** Rows and columns as asked; what is not placed: contents and time as columns, the others as rows. */
function placementOf(cube: AnyCube, axes: ChosenTable['axes'], asked: Partial<Placement> = {}): Placement {
  const named = (codes: readonly string[] = []): string[] => codes.map((code) => findAxis(cube, code).code)
  const [stub, heading] = [named(asked.stub), named(asked.heading)]
  const placed = [...stub, ...heading]
  if (new Set(placed).size < placed.length) throw problem('wrongPlacement')
  const rest = axes.map(({ axis }) => axis).filter(({ code }) => !placed.includes(code))
  const inHeading = ({ kind }: CubeAxis): boolean => kind === 'contents' || kind === 'time'
  const codesOf = (isHeading: boolean): string[] => rest.filter((axis) => inHeading(axis) === isHeading).map(({ code }) => code)
  const there = (codes: string[]): string[] => codes.filter((code) => axes.some(({ axis }) => axis.code === code))
  return { stub: there([...stub, ...codesOf(false)]), heading: there([...heading, ...codesOf(true)]) }
}

/**
 * What a table shows when nothing is asked for: the newest year (all, up to 13, where there is one breakdown at most), the first and the last breakdown by
 * their values, of places no deeper than associations; the others whole.
 */
export function defaultSelection(cube: AnyCube): { selection: AxisSelection[]; placement: Placement } {
  const breakdowns = cube.axes.filter(({ kind }) => kind !== 'contents' && kind !== 'time')
  const shown = breakdowns.filter((_, at) => at === 0 || at === breakdowns.length - 1)
  const years = cube.axes.at(-1)!.values.slice(breakdowns.length > 1 ? -1 : -13)
  const selection = cube.axes.map((axis): AxisSelection => {
    if (axis.kind === 'contents') return { variableCode: axis.code, valueCodes: axis.values.map(({ code }) => code) }
    if (axis.kind === 'time') return { variableCode: axis.code, valueCodes: years.map(({ code }) => code) }
    const values = shown.includes(axis) ? axis.values.filter(({ depth }) => axis.code !== 'place' || depth < 2) : []
    return { variableCode: axis.code, valueCodes: values.map(({ code }) => code) }
  })
  const stub = shown.length === 2 ? [shown[0]!.code] : shown.map(({ code }) => code)
  const heading = [...(shown.length === 2 ? [shown[1]!.code] : []), ...cube.axes.slice(-2).map(({ code }) => code)]
  return { selection, placement: { stub, heading } }
}
