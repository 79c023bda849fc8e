import { isApproximate, valueOf, type Cell } from '../disclosure/cell.ts'
import { varianceBehind, type Noise } from '../disclosure/noise/noise.ts'
import { leastBase } from '../disclosure/share.ts'
import { classShare, leastFollowed, type ReachedClass } from '../probability/classShare.ts'
import { columnOf } from './column.ts'
import { countedCells, withoutAxis } from './countedCells.ts'
import { countingOf } from './countingOf.ts'
import type { SingleDimension } from './dimension.ts'
import type { WeightedShown } from './domain.ts'
import type { ShareCells } from './figure.ts'
import type { Measure } from './measure.ts'
import { outcomeDimension } from './outcome.ts'
import { percentText } from './plainText.ts'
import type { Asked } from './question.ts'
import { reachedDimensions } from './reachedClasses.ts'
import { outcomeQuery, releasedOutcomes } from './releasedTable.ts'
import type { KeyedTabulation } from './tabulate.ts'

/**
 * A share at a point with those reached weighted to be like all whom it concerns, made of cells that may be seen and of nothing else; or why there is none. `null` where the share is not
 * at a point, or everybody is reached as far as is shown.
 */
export function weightedShare(ask: Asked, measure: Measure): WeightedShown | null {
  const { t, locale } = ask.writing
  const dimensions = reachedDimensions(measure, (facts) => columnOf(facts, outcomeDimension('toWorkOrStudy').column) as Uint8Array)
  if (dimensions.length === 0) return null
  const cellsBy = cellsOf(ask, measure, dimensions)
  const [whole] = cellsBy([]) as [ShareCells]
  if (valueOf(whole.unknown) === 0) return null
  const all = classOf([whole], ask.noise)
  // None, or all, of those reached: to show it would be to tell of each of them.
  if (!all || !isEnough(all) || all.x === 0 || all.x === all.known) return { share: null, text: t('statistics.weightedFew') }
  if (all.known < leastFollowed * all.n) return { share: null, text: t('statistics.weightedUnfollowed') }
  const { classes, used } = classesOf({ dimensions, cellsBy, noise: ask.noise })
  // Weighted by less than the most telling it would seem mended where it is not.
  if (used[0] !== dimensions[0]) return { share: null, text: t('statistics.weightedSmall') }
  const found = classShare(classes)
  const [share, lower, upper] = [found.share, found.lower, found.upper].map(rounded) as [number, number, number]
  const by = used.map(({ label }) => label[locale]).join(', ')
  const words = { share: percentText(share, locale), lower: String(Math.round(lower * 100)), upper: percentText(upper, locale) }
  return { share: { share, lower, upper }, text: t('statistics.weighted', { ...words, by, count: classes.length }) }
}

/** The cells by any of the dimensions, of one pass over the facts: a count without a dimension is a sum, and so is its key. */
function cellsOf({ releasing, period, atPlace }: Asked, measure: Measure, dimensions: readonly SingleDimension[]): Counted['cellsBy'] {
  const counting = countingOf(period, measure, atPlace)
  const finest = countedCells(releasing.facts, outcomeQuery(counting, measure, dimensions))
  const known = new Map<string, readonly ShareCells[]>()
  return (by) => {
    const key = by.map(({ name }) => name).join()
    if (!known.has(key)) known.set(key, releasedOutcomes(releasing, counting, measure, by, countedBy(by)))
    return known.get(key)!
  }

  function countedBy(by: readonly SingleDimension[]): KeyedTabulation {
    let [counted, left] = [finest, dimensions]
    for (const dimension of dimensions.filter((one) => !by.includes(one))) {
      counted = withoutAxis(releasing.facts, outcomeQuery(counting, measure, left), counted, left.indexOf(dimension))
      left = left.filter((one) => one !== dimension)
    }
    return counted
  }
}

/** More says nothing. */
const rounded = (share: number): number => Math.round(share * 1000) / 1000

/** What is needed to make classes: what they may be made by, and the cells of any of them. */
interface Counted {
  dimensions: readonly SingleDimension[]
  cellsBy: (dimensions: readonly SingleDimension[]) => readonly ShareCells[]
  noise: Noise
}

/** Which codes of each dimension a class has; `undefined` where it has all, so that it is not counted by that dimension. */
type Codes = readonly (readonly number[] | undefined)[]

/** Splits everybody by one dimension after the other, each class as finely as leaves enough reached in every part. */
function classesOf(counted: Counted): { classes: ReachedClass[]; used: SingleDimension[] } {
  const { dimensions } = counted
  let found: Codes[] = [dimensions.map(() => undefined)]
  for (const at of dimensions.keys()) found = found.flatMap((codes) => split(codes, at, counted))
  return {
    classes: found.map((codes) => classBy(codes, counted)!),
    used: dimensions.filter((_, at) => found.some((codes) => codes[at])),
  }
}

function split(codes: Codes, at: number, counted: Counted): Codes[] {
  const parts = partsOf(counted.dimensions[at]!.codes.length, (own) => classBy(codes.with(at, own), counted))
  return parts && parts.length > 1 ? parts.map((own) => codes.with(at, own)) : [codes]
}

/** Codes beside each other put together until each part has enough; what is left over goes with the part before. `undefined` where a number is hidden. */
function partsOf(size: number, classOfCodes: (codes: readonly number[]) => ReachedClass | undefined): number[][] | undefined {
  const parts: number[][] = []
  let open: number[] = []
  for (let code = 0; code < size; code++) {
    open = [...open, code]
    const one = classOfCodes(open)
    if (!one) return undefined
    if (!isEnough(one)) continue
    parts.push(open)
    open = []
  }
  return [...parts.slice(0, -1), [...(parts.at(-1) ?? []), ...open]]
}

/** A class by its codes: each dimension that it does not have all of is counted by, and no other, so that the noise is least. */
function classBy(codes: Codes, { dimensions, cellsBy, noise }: Counted): ReachedClass | undefined {
  const by = dimensions.filter((_, at) => codes[at])
  const places = by.reduce<number[]>(
    (found, { codes: all }, at) => found.flatMap((place) => codes.filter((own) => own)[at]!.map((code) => place * all.length + code)),
    [0],
  )
  const cells = cellsBy(by)
  return classOf(
    places.map((place) => cells[place]!),
    noise,
  )
}

/** Some cells as one class; `undefined` where one of them has no number. With noise a part may seem to be more than its whole. */
function classOf(cells: readonly ShareCells[], { table }: Noise): ReachedClass | undefined {
  const sum = (of: 'n' | 'known' | 'x'): number => cells.reduce((total, one) => total + (valueOf(one[of]) ?? Number.NaN), 0)
  const behind = (cell: Cell): number => (isApproximate(cell) ? varianceBehind(table, valueOf(cell)!) : 0)
  const noise = (of: 'n' | 'known' | 'x'): number => cells.reduce((total, one) => total + behind(one[of]), 0)
  const [n, known, x] = [sum('n'), sum('known'), sum('x')]
  if ([n, known, x].some(Number.isNaN)) return undefined
  return { n: Math.max(n, known), known, x: Math.min(x, known), noise: { n: noise('n'), known: noise('known'), x: noise('x') } }
}

/** At least as many reached as a share is made of. */
const isEnough = ({ known }: ReachedClass): boolean => known >= leastBase
