import type { Grid } from './countTable.ts'
import type { Status } from './network.ts'

/** Cells of a grid that stand under one of its totals. */
interface Line {
  total: number
  parts: number[]
  /** The parts make the total, or nearly so; else each is a part of it by itself. */
  isSum: boolean
}

/**
 * A cell to hide because of what is left of a shown total when shown parts are taken from it: few together (1 … threshold − 1)
 * are no more to be told than few in one cell, so "5 of 7" is not shown when the 2 others are.
 * @param open cells that stand openly elsewhere, so that hiding them would protect nothing
 * @returns `none` when nothing need be hidden, `impossible` when all that would help stands openly elsewhere
 */
export function cellBesideFew(
  grid: Grid,
  statuses: readonly Status[],
  threshold: number,
  open: ReadonlySet<number>,
): number | 'none' | 'impossible' {
  const isShown = (cell: number): boolean => statuses[cell] === 'published'
  const isFew = (count: number): boolean => count > 0 && count < threshold
  for (const { total, parts, isSum } of linesOf(grid)) {
    if (!isShown(total)) continue
    const counted = parts.filter((cell) => isShown(cell) && grid.values[cell]! > 0)
    const close = counted.filter((cell) => isFew(grid.values[total]! - grid.values[cell]!))
    const hidden = parts.filter((cell) => !isShown(cell)).reduce((sum, cell) => sum + grid.values[cell]!, 0)
    const wanted = close.length === 0 && isSum && isFew(hidden) ? counted : close
    if (wanted.length === 0) continue
    const free = [...wanted.sort((a, b) => grid.values[a]! - grid.values[b]!), total].find((cell) => !open.has(cell))
    return free ?? 'impossible'
  }
  return 'none'
}

function linesOf(grid: Grid): Line[] {
  const { height, width, hasTotalRow, hasTotalColumn, subtotal, additive } = grid
  const leaves = Array.from({ length: width - (hasTotalColumn ? 1 : 0) - (subtotal.length > 0 ? 1 : 0) }, (_, at) => at)
  const lines: Line[] = []
  for (let row = 0; hasTotalColumn && row < height; row++) {
    const inRow = (column: number): number => row * width + column
    const isSum = additive !== 'columns' && additive !== 'none'
    lines.push({ total: inRow(width - 1), parts: leaves.map(inRow), isSum })
    if (subtotal.length > 0) lines.push({ total: inRow(width - 2), parts: subtotal.map(inRow), isSum })
  }
  for (let column = 0; hasTotalRow && column < width; column++) {
    const parts = Array.from({ length: height - 1 }, (_, row) => row * width + column)
    lines.push({ total: (height - 1) * width + column, parts, isSum: additive !== 'rows' && additive !== 'none' })
  }
  return lines
}
