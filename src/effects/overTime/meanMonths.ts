import { isApproximate, valueOf, type Cell } from '../../disclosure/cell.ts'
import { varianceBehind, type Noise } from '../../disclosure/noise/noise.ts'
import type { Asked } from '../../statistics/question.ts'
import { meanBounds, type BoundedShare } from '../curve/meanBounds.ts'
import type { MeanMonths, MonthPoint } from '../domain.ts'

/** A state of its own or several together: which cells of a month are seen in it, and which may be, since nobody knows. */
export interface Part {
  label: string
  seen: readonly number[]
  may: readonly number[]
}

/**
 * How many months on average of those that are shown, made of what is shown: at least, at most, and with chance and noise.
 * @param begin what is known of the first month, where it has no cells
 */
export function meanMonths(ask: Asked, points: readonly MonthPoint[], { label, seen, may }: Part, begin: BoundedShare[] = []): MeanMonths {
  const shares = points.map(({ months, n, cells }) => {
    const share = (states: readonly number[]): { share: number; variance: number } =>
      shareOf(
        states.map((state) => cells[state]!),
        n,
        ask.noise,
      )
    return { time: months, seen: share(seen), most: share([...seen, ...may]) }
  })
  const { least, most, lower, upper } = meanBounds([...begin, ...shares])!
  const text = (months: number): string => monthsText(months, ask)
  return {
    label,
    ...{ least: rounded(least), most: rounded(most), lower: rounded(lower), upper: rounded(upper) },
    text: ask.writing.t('effects.months.mean', { least: text(least), most: text(most), lower: text(lower), upper: text(upper) }),
  }
}

/** The share of some cells together of a whole, and its variance by chance and noise: p(1 − p)/n + (Σσ² + p²·σn²)/n². */
function shareOf(cells: readonly Cell[], whole: Cell, { table }: Noise): { share: number; variance: number } {
  const behind = (cell: Cell): number => (isApproximate(cell) ? varianceBehind(table, valueOf(cell)!) : 0)
  const n = valueOf(whole)!
  const share = Math.min(1, cells.reduce((sum, cell) => sum + valueOf(cell)!, 0) / n)
  const noise = cells.reduce((sum, cell) => sum + behind(cell), 0) + share ** 2 * behind(whole)
  return { share, variance: (share * (1 - share)) / n + noise / n ** 2 }
}

const rounded = (months: number): number => Math.round(months * 10) / 10

function monthsText(months: number, { writing: { locale } }: Asked): string {
  return rounded(months).toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}
