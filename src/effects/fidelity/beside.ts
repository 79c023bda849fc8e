import { valueOf } from '../../disclosure/cell.ts'
import { shareOf } from '../../disclosure/share.ts'
import { listAssessed, type Assessed } from '../../interventions/fidelity/assessedStore.ts'
import type { Asking } from '../../statistics/answer.ts'
import { dimensionsOf, type SingleDimension } from '../../statistics/dimension.ts'
import { noisyInterval } from '../../statistics/interval.ts'
import type { Asked } from '../../statistics/question.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import { lastMonthCounted } from '../../statistics/seenUntil.ts'
import { periodText } from '../../statistics/words.ts'
import { aboutAnswer, askedAbout, withText, type PlaceChoice } from '../askedAbout.ts'
import { findDataSpan } from '../../statistics/placeStore.ts'
import { monthNumber, monthOfNumber, type Period } from '../../values/month.ts'
import type { FairOutcome } from '../domain.ts'
import { followedPeriod } from '../fair/cohort.ts'
import { countedGroups, isFollowed } from '../fair/outcomes.ts'
import { cohortPeriod } from '../overTime/overTime.ts'
import type { FidelityBeside, FidelityDot } from './domain.ts'
import { correlationOf, fidelityAbout, leastForLine, lineThrough, usualScale } from './dots.ts'

/** Answers how closely interventions follow their method, beside how those who began there fared. */
export async function answerFidelity(asking: Asking, choice: PlaceChoice, outcome: FairOutcome): Promise<FidelityBeside> {
  const { dataDate } = await asking.store.snapshot(asking.queries)
  const until = dataDate === null ? undefined : lastMonthCounted(dataDate)
  const assessed = await listAssessed(asking.queries)
  const { ask, outside } = await askedAbout(asking, choice.place, await usualPeriod(asking, choice, until))
  return { ...besideOf(ask, assessed, until, outcome), ...aboutAnswer(ask, outside), claim: 'description' }
}

/** A team has few participants in a year: unless months are asked for, three years are taken together. */
async function usualPeriod(asking: Asking, choice: PlaceChoice, until: number | undefined): Promise<Period> {
  const { from, to } = await cohortPeriod(asking, choice, until)
  if (choice.from !== undefined || choice.to !== undefined) return { from, to }
  const { first } = (await findDataSpan(asking.queries)) ?? { first: monthNumber(from) }
  return { from: monthOfNumber(Math.max(first, monthNumber(from) - 24)), to }
}

/** What the answer holds beside what every answer says of itself. */
type Content = Omit<FidelityBeside, keyof ReturnType<typeof aboutAnswer> | 'claim'>

/** Dots made of assessments and cells. Everything that is said of them together follows from what is shown. */
export function besideOf(ask: Asked, assessed: readonly Assessed[], until: number | undefined, outcome: FairOutcome): Content {
  const { t } = ask.writing
  const followed = followedPeriod(ask.period, until)
  const same = {
    ...{ title: t('effects.fidelity.title'), outcome, followed: followed ?? null },
    definition: `${t(`effects.fair.${outcome}Definition`)} ${t('effects.fidelity.definition')}`,
    notKnown: ['cause', 'mix', 'self'].map((key) => t(`effects.fidelity.${key}`)),
  }
  const nothing = { scale: null, dots: [], correlation: null, line: null }
  if (!followed) return { ...same, ...nothing, sentences: [t('effects.fidelity.tooEarly')] }
  const counted = countedAt(ask, outcome, followed)
  const here = assessed.filter(({ interventionId }) => counted.has(interventionId))
  const usual = usualScale(here)
  if (!usual) return { ...same, ...nothing, sentences: [t('effects.fidelity.none')] }
  const dots = dotsOf(counted, here, { scale: usual.scale, followed })
  const drawn = dots.flatMap(({ score, share }) => (share ? [{ score, share: share.share }] : []))
  const correlation = correlationOf(drawn)
  return {
    ...{ ...same, dots, correlation, line: lineThrough(drawn) },
    scale: { name: usual.scale, least: usual.least, most: usual.most },
    sentences: [
      t('effects.fidelity.counted', { n: drawn.length, all: dots.length, scale: usual.scale, period: periodText(followed, ask.writing) }),
      ...saidOf(ask, drawn.length, correlation),
    ],
  }
}

type Counted = Pick<FidelityDot, 'heading' | 'n' | 'x' | 'share'>

/** The interventions of the place that have a number to show, by their id. */
function countedAt(ask: Asked, outcome: FairOutcome, followed: NonNullable<FidelityBeside['followed']>): Map<string, Counted> {
  const unit = dimensionsOf(ask.snapshot.facts).get('intervention') as SingleDimension
  const cohort: Counting = { conditions: ask.atPlace, population: 'entries', period: followed, count: 'participations' }
  const groups = countedGroups(ask, outcome, cohort, [unit])
  const found = groups.flatMap((group, at): [string, Counted][] => {
    if (valueOf(group.began) === 0) return []
    const { code, label } = unit.codes[at]!
    const shown = isFollowed(group) ? shareOf(group.x, group.n, ask.noise) : undefined
    const share = shown ? withText({ share: shown.x / shown.n, ...noisyInterval(shown)! }, ask.writing) : null
    return [[code, { heading: { code, label: label[ask.writing.locale] }, n: group.n, x: group.x, share }]]
  })
  return new Map(found)
}

function dotsOf(
  counted: ReadonlyMap<string, Counted>,
  here: readonly Assessed[],
  { scale, followed }: { scale: string; followed: NonNullable<FidelityBeside['followed']> },
): FidelityDot[] {
  const order = new Intl.Collator('sv')
  return fidelityAbout(here, scale, followed)
    .map(({ interventionId, score, ...about }) => ({ ...counted.get(interventionId)!, ...about, score: Math.round(score) }))
    .sort((a, b) => order.compare(a.heading.label, b.heading.label))
}

/** The correlation in words, with its interval, and why there is no line. */
function saidOf({ writing: { t, locale } }: Asked, n: number, correlation: FidelityBeside['correlation']): string[] {
  const plain = (value: number): string => value.toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 2 })
  if (!correlation) return [t('effects.fidelity.noCorrelation')]
  const { r, lower, upper } = correlation
  return [
    t('effects.fidelity.correlation', { r: plain(r), lower: plain(lower), upper: plain(upper) }),
    t(lower > 0 || upper < 0 ? 'effects.fidelity.sure' : 'effects.fidelity.unsure'),
    ...(n < leastForLine ? [t('effects.fidelity.noLine', { least: leastForLine })] : []),
  ]
}
