import type { Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'
import type { Writing } from '../../statistics/figure.ts'
import { percentText } from '../../statistics/plainText.ts'
import { numberText } from '../against/amounts.ts'
import { fewestClusters, permutationP } from '../differences/permutation.ts'
import { eventTimes, overallEffect } from '../differences/staggered.ts'
import type { StaggeredPanel } from '../differences/staggeredPanel.ts'
import type { PlacesEstimate } from '../differences/staggeredError.ts'
import type { OwnDifference } from '../domain.ts'

/** How areas where it started differ from those where it never did, by periods since the start, with what may be said of it. */
export interface AreasAnswer extends OwnDifference {
  events: { since: number; isBefore: boolean; areas: number; estimate: PlacesEstimate; text: string }[]
  /** Two or more estimates before the start whose error is known, and each may be nought when all are looked at together. */
  isAlikeBefore: boolean
}

/** Fewer periods before the start than this show nothing of whether areas went the same way. */
const fewestBefore = 2

/**
 * Staggered difference in differences as an answer (Callaway and Sant'Anna, `differences/staggered.ts`): never called what the start did, since areas that go the same way before
 * may part for other reasons. With fewer than ten areas that started, the starts are dealt to other areas instead of trusting the interval; of a single one there is none. Throws
 * `RangeError` where the panel has none that started with a period before, or fewer than two that never did.
 */
export function areasAnswer(panel: StaggeredPanel, writing: Writing): AreasAnswer {
  const { t } = writing
  const first = panel.periods[0]!
  const inside = withoutEarly(panel, first)
  const [found, overall] = [eventTimes(inside), overallEffect(inside)]
  const digits = digitsOf(overall.estimate)
  const events = found.map((event) => ({
    ...{
      since: event.since,
      isBefore: event.since < 0,
      areas: event.places,
      estimate: event,
      text: differenceText(event, digits, writing),
    },
  }))
  const before = beforeOf(found.filter(({ since }) => since < 0))
  const started = inside.start.filter((one) => one !== undefined).length
  const early = panel.start.length - inside.start.length
  const [never, periods] = [inside.start.length - started, panel.periods.length]
  return {
    ...{ claim: 'comparison', title: t('effects.areas.title'), events, isAlikeBefore: before.tried >= fewestBefore && before.apart === 0 },
    sentences: [
      t('effects.areas.who', { started, never, periods }),
      t('effects.areas.overall', { difference: differenceText(overall, digits, writing) }),
      ...(started < fewestClusters ? [dealtText(inside, started, writing)] : []),
      beforeText(before, writing),
      ...(early > 0 ? [t('effects.areas.early', { early })] : []),
    ],
    notKnown: ['otherReasons', 'spill', 'measured', 'noRescue'].map((key) => t(`effects.areas.${key}`)),
    notes: [],
  }
}

/** Areas that had started by the first period have no before, and are no comparison either. */
function withoutEarly({ periods, start, y }: StaggeredPanel, first: number): StaggeredPanel {
  const kept = start.map((one) => one === undefined || one > first)
  return { periods, start: start.filter((_, at) => kept[at]), y: y.filter((_, at) => kept[at]) }
}

/** Periods before the start, those of them whose error is known, and how many of these differ. */
interface Before {
  all: number
  tried: number
  apart: number
}

function beforeOf(before: readonly PlacesEstimate[]): Before {
  const tried = before.filter(({ se }) => Number.isFinite(se))
  return { all: before.length, tried: tried.length, apart: tried.filter((one) => differs(one, tried.length)).length }
}

/** Beyond what chance gives one of so many estimates (Bonferroni), or else one of twenty would seem to differ where none does. */
const differs = ({ estimate, se, freedom }: PlacesEstimate, among: number): boolean =>
  Math.abs(estimate) > se * tQuantile(1 - 0.025 / among, freedom)

function beforeText({ all, tried, apart }: Before, { t }: Writing): string {
  if (all < fewestBefore) return t('effects.areas.tooShort')
  if (tried < fewestBefore) return t('effects.areas.untried')
  return t(apart === 0 ? 'effects.areas.alike' : 'effects.areas.apart', { n: tried, untried: all - tried, apart })
}

/** How often the starts, dealt to other areas, give at least as large a difference. */
function dealtText(panel: StaggeredPanel, started: number, { t, locale }: Writing): string {
  const { p, ways } = permutationP(panel)
  return t('effects.areas.dealt', { started, ways, share: percentText(p, locale, p < 0.1 ? 1 : 0) })
}

/** Two digits of the difference are more than it is sure of. */
const digitsOf = (estimate: number): number => Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(Math.abs(estimate) || 1))))

function differenceText({ estimate, se, lower, upper }: Estimate, digits: number, writing: Writing): string {
  const say = (value: number): string => directed(value, digits, writing)
  if (!Number.isFinite(se)) return writing.t('effects.areas.unsure', { what: say(estimate) })
  return writing.t('effects.areas.difference', { what: say(estimate), lower: say(lower), upper: say(upper) })
}

function directed(value: number, digits: number, writing: Writing): string {
  const n = numberText(Math.abs(value), digits, writing)
  if (Number(Math.abs(value).toFixed(digits)) === 0) return writing.t('effects.areas.none')
  return writing.t(value > 0 ? 'effects.areas.higher' : 'effects.areas.lower', { n })
}
