import { isShown, valueOf } from '../../disclosure/cell.ts'
import { hideWhere } from '../../disclosure/groupDisclosure.ts'
import { leastBase, partOf, shareOf } from '../../disclosure/share.ts'
import { laterMonths } from '../../participations/later.ts'
import { leastFollowed } from '../../probability/classShare.ts'
import { countingOf } from '../../statistics/countingOf.ts'
import type { ShareCells } from '../../statistics/figure.ts'
import { noisyInterval, unknownBounds } from '../../statistics/interval.ts'
import { measures } from '../../statistics/measure.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedOutcomes } from '../../statistics/releasedTable.ts'
import { weightedShare } from '../../statistics/weightedShare.ts'
import { withText } from '../askedAbout.ts'
import type { CurveValue, ReachedPoint } from '../domain.ts'

/** In work or studies 6, 12 and 24 months after the start: of those reached, of all when those reached stand for the others of their class, and at least and at most. */
export function reachedPoints(ask: Asked): ReachedPoint[] {
  return laterMonths.map((months) => {
    const measure = measures[`in-work-or-study-${months}-months`]
    const [cells] = releasedOutcomes(ask.releasing, countingOf(ask.period, measure, ask.atPlace), measure, [])
    const { n, known } = cells!
    const x = partOf(cells!.x, known)
    // None, or all, of those reached: to show it would be to tell of each of them.
    const isAlike = valueOf(x) === 0 || valueOf(x) === valueOf(known)
    const shown = hideWhere(isAlike, x)
    const bounds = valueOf(shown) === undefined ? null : boundsOf(cells!)
    const weighted = weightedShare(ask, measure)
    return {
      ...{ months, n, known, x: shown, bounds },
      reached: reachedOf(ask, { ...cells!, x: shown }),
      weighted: weighted?.share ? withText(weighted.share, ask.writing) : null,
      weightedHow: weighted?.text ?? '',
      isAllReached: isShown(cells!.unknown) && cells!.unknown.value === 0,
    }
  })
}

/** Below 60 of 100 reached those reached say little of all: bounds only. */
function reachedOf({ noise, writing }: Asked, { x, n, known }: ShareCells): CurveValue | null {
  const counts = shareOf(x, known, noise)
  return counts && counts.n >= leastFollowed * (valueOf(n) ?? 0)
    ? withText({ share: counts.x / counts.n, ...noisyInterval(counts)! }, writing)
    : null
}

/** Of fewer than 20 they are a share of few too. */
function boundsOf({ x, n, unknown }: ShareCells): ReachedPoint['bounds'] {
  const [reached, all, missing] = [x, n, unknown].map(valueOf)
  if (reached === undefined || all === undefined || missing === undefined || all < leastBase || reached > all) return null
  const { lower, upper } = unknownBounds(reached, Math.min(missing, all - reached), all)!
  return { least: lower, most: upper }
}
