import type { ReportPart } from '../domain.ts'

/** What stands on the first page, and the lists that follow it in full. */
export interface OnePage {
  front: readonly ReportPart[]
  lists: readonly ReportPart[]
}

/**
 * Ways to have a report on one page, the fullest first: with every list that is no longer than `mostShort` rows, then with the longest of those left out too, one more each
 * time. A list that is left out stands with its totals where they are not too wide, and its sentence says where it is.
 */
export function* onePages(parts: readonly ReportPart[], mostShort: number, where: string): Generator<OnePage> {
  const rest = ({ rows }: ReportPart): number => rows.filter(({ isTotal }) => !isTotal).length
  const longestFirst = parts.filter((part) => rest(part) > 0).toSorted((a, b) => rest(b) - rest(a))
  const least = longestFirst.filter(({ rows }) => rows.length > mostShort).length
  for (let left = least; left <= longestFirst.length; left++) {
    const out = new Set(longestFirst.slice(0, left))
    const front = parts.map((part) => (out.has(part) ? byTotals(part, where) : part))
    // A report that is a list and nothing else begins with it.
    if (front.every(({ rows }) => rows.length === 0)) return
    yield { front, lists: parts.filter((part) => out.has(part)) }
  }
}

/** More columns than this take a page that lies down. */
export const mostUpright = 8

function byTotals(part: ReportPart, where: string): ReportPart {
  const rows = part.columns.length > mostUpright ? [] : part.rows.filter(({ isTotal }) => isTotal)
  return { ...part, rows, columns: rows.length > 0 ? part.columns : [], sentence: `${part.sentence} ${where}`.trim() }
}
