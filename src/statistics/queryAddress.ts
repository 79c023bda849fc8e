import { monthNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import { addressWriter } from './cellAddress.ts'
import type { Population } from './cellAddress.ts'
import type { CellQuery, Condition } from './countedCells.ts'
import type { Dimension } from './dimension.ts'
import { wholeDimension } from './madeDimension.ts'
import { mergedCode } from './publication/union/mergedCode.ts'

/** The year that each of a population is counted in, as a dimension: a code of it is a period. */
const yearOf: Readonly<Partial<Record<Population, string>>> = { exits: 'exitYear', entries: 'entryYear' }

/**
 * The address of each cell of a question; `undefined` where it has none: of persons, or under conditions that no publication has. The same counts have the
 * same address however they are asked for: all codes of a breakdown are no condition, several are those that a publication shows as one, and a
 * year of those who left or began is a period. Otherwise what is published exactly would be answered with noise as well.
 */
export function addressesOf({
  axes,
  conditions,
  population,
  period,
  count,
}: CellQuery): ((cell: number) => string | undefined) | undefined {
  const ofAxes = new Set(axes.map(({ name }) => name))
  // A condition on an axis where each fact has one code says nothing that the code of the cell does not; nor does one that all of them meet.
  const others = conditions.filter(
    ({ dimension, codes }) => dimension.kind === 'multi' || (!ofAxes.has(dimension.name) && new Set(codes).size < dimension.codes.length),
  )
  const year = yearOf[population]
  const within = others.filter(({ dimension }) => dimension.name === year).reduce<Period | undefined>(narrowedTo, period)
  const named = others.filter(({ dimension }) => dimension.name !== year)
  const names = named.map(({ dimension }) => dimension.name)
  const isPlain = named.every(isOne) && new Set(names).size === names.length && !names.some((name) => ofAxes.has(name))
  if (count === 'persons' || !isPlain || !within) return undefined
  const codes = Object.fromEntries(named.map(({ dimension, codes }) => [dimension.name, mergedCode([...new Set(codes)])]))
  const kept = axes.map((axis) => axis !== wholeDimension && axis.name !== year)
  const own = axes.filter((_, at) => kept[at]).map(({ name }) => name)
  const yearAxis = axes.findIndex(({ name }) => name === year)
  const years = yearAxis < 0 ? [within] : axes[yearAxis]!.codes.map(({ code }) => narrowedTo(within, { codes: [code] }))
  const writers = years.map((one) => one && addressWriter({ population, period: one, codes }, own))
  return (cell) => {
    const places = placesOf(axes, cell)
    const write = writers[yearAxis < 0 ? 0 : places[yearAxis]!]
    return write?.(places.map((place, axis) => axes[axis]!.codes[place]!.code).filter((_, axis) => kept[axis]))
  }
}

/** Whether a condition has one code, or several that a publication may show as one. */
function isOne({ dimension, codes }: Condition): boolean {
  return codes.length > 0 && (codes.length === 1 || dimension.kind === 'single')
}

/** The part of a period that lies in some years, if that is a period. */
function narrowedTo(period: Period | undefined, { codes }: Pick<Condition, 'codes'>): Period | undefined {
  const years = [...new Set(codes)].map(Number).sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (!period || !first || !last || last - first !== years.length - 1) return undefined
  const from = first * 12 > monthNumber(period.from) ? `${first}-01` : period.from
  const to = last * 12 + 11 < monthNumber(period.to) ? `${last}-12` : period.to
  return from <= to ? { from, to } : undefined
}

function placesOf(axes: readonly Dimension[], cell: number): number[] {
  const places = new Array<number>(axes.length)
  let rest = cell
  for (let axis = axes.length - 1; axis >= 0; axis--) {
    const { length } = axes[axis]!.codes
    places[axis] = rest % length
    rest = Math.floor(rest / length)
  }
  return places
}
