import { leastFollowed } from '../../probability/classShare.ts'
import type { Writing } from '../../statistics/figure.ts'
import { countText, percentText } from '../../statistics/plainText.ts'
import { assumedShare, type Bounds } from '../missing/bounds.ts'
import type { FollowedGroup } from '../missing/followedGroup.ts'
import { directed, levelText, numberText, reachedText, type Shape } from './amounts.ts'
import type { OwnResult } from './ownResult.ts'

/** How a group was followed, in words. */
export interface MissingRow {
  group: string
  coverage: string
  followed: string
  weighted: string
  bounds: string
}

/** Coverage, the mean among those followed (unless too few are), the weighted mean, and the bounds. */
export function missingRow(of: 'treated' | 'controls', group: FollowedGroup, shape: Shape, writing: Writing): MissingRow {
  const { t, locale } = writing
  const { n, known, weighted } = group
  const [all, some] = [n, known].map((count) => countText(count, locale)) as [string, string]
  const few = known < leastFollowed * n
  return {
    group: t(`effects.against.group.${of}`),
    coverage: t('effects.against.coverage', { known: some, n: all, share: percentText(known / n, locale) }),
    followed: few ? t('effects.against.tooFewFollowed') : reachedText(group, shape, writing),
    weighted: weighted ? levelText(weighted.estimate, shape, writing) : t('effects.against.notWeighted'),
    bounds: group.bounds ? boundsText(group.bounds, writing) : t('effects.against.noBounds'),
  }
}

function boundsText({ bounds: inner, outer }: Bounds, writing: Writing): string {
  const say = (share: number): string => numberText(share * 100, 0, writing)
  return writing.t('effects.against.boundsText', {
    ...{ lower: say(inner.lower), upper: say(inner.upper), outerLower: say(outer.lower), outerUpper: say(outer.upper) },
  })
}

/**
 * What it would be if those who started and were not reached did `ratio` times as well as those reached: the share of all who started, and the
 * difference from the comparison group moved by as much. Below 60 % followed no difference is told. `undefined` for other outcomes than 0 and 1.
 */
export function assumedText(
  { report, groups }: OwnResult,
  ratio: number,
  { shape, writing }: { shape: Shape; writing: Writing },
): string | undefined {
  const { x, n, known, mean } = groups.treated
  if (x === null || known === n) return undefined
  const share = assumedShare({ x, observed: known, missing: n - known }, ratio)!
  const said = numberText(share * 100, 0, writing)
  if (known < leastFollowed * n) return writing.t('effects.against.sliderShort', { share: said })
  const difference = report[report.reported]!.estimate + share - mean
  return writing.t('effects.against.sliderAnswer', { share: said, difference: directed(difference, shape, writing) })
}
