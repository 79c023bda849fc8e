import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { protectMean } from '../../disclosure/meanShare.ts'
import { leastBase, shareOf } from '../../disclosure/share.ts'
import type { Asking } from '../../statistics/answer.ts'
import { caseMixTable } from '../../statistics/caseMixTable.ts'
import { dimensionsOf, type SingleDimension } from '../../statistics/dimension.ts'
import { noisyInterval } from '../../statistics/interval.ts'
import { cellText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import { periodText } from '../../statistics/words.ts'
import { aboutAnswer, askedAbout, withText, type PlaceChoice, type ShareWithInterval } from '../askedAbout.ts'
import type { ChanceShown, FairComparison, FairOutcome, UnitShown } from '../domain.ts'
import { lastMonthCounted } from '../../statistics/seenUntil.ts'
import { cohortPeriod } from '../overTime/overTime.ts'
import { mapLimits, type FunnelLimits } from '../units/funnel.ts'
import { caseMixModel, expectedMeans } from './caseMixModel.ts'
import { followedPeriod } from './cohort.ts'
import { boundsOf, countedGroups, isFollowed, type CountedGroup } from './outcomes.ts'
import { saidOfUnits } from './saidOfUnits.ts'
import { comparedUnits, type ComparedUnit, type UnitCells } from './shownUnits.ts'

/** Answers how the units of a place stand beside each other in an outcome, of those who began in a period twelve months ago or longer. */
export async function answerComparison(asking: Asking, choice: PlaceChoice, outcome: FairOutcome): Promise<FairComparison> {
  const { dataDate } = await asking.store.snapshot(asking.queries)
  const until = dataDate === null ? undefined : lastMonthCounted(dataDate)
  const { ask, outside } = await askedAbout(asking, choice.place, await cohortPeriod(asking, choice, until))
  return { ...comparisonOf(ask, until, outcome), ...aboutAnswer(ask, outside), claim: 'comparison' }
}

/** What the answer holds beside what every answer says of itself. */
type Content = Omit<FairComparison, keyof ReturnType<typeof aboutAnswer> | 'claim'>

/** Units side by side, made of cells. */
export function comparisonOf(ask: Asked, until: number | undefined, outcome: FairOutcome = 'exit'): Content {
  const { t, locale } = ask.writing
  const by = unitsOf(ask)
  const followed = followedPeriod(ask.period, until)
  const same = {
    ...{ title: t('effects.fair.title'), by, outcome, followed: followed ?? null },
    definition: `${t(`effects.fair.${outcome}Definition`)} ${t('effects.fair.definition')}`,
    notKnown: [...['unseen', 'why', 'hiddenOnes'].map((key) => t(`effects.fair.${key}`)), t(`effects.fair.${outcome}Later`)],
  }
  const nothing = { overall: null, unitTitle: '', units: [], caseMix: { groups: [], rows: [] } }
  if (by === null) return { ...same, ...nothing, sentences: [t('effects.fair.choosePlace')] }
  if (!followed) return { ...same, ...nothing, sentences: [t('effects.fair.tooEarly')] }
  const unit = dimensionsOf(ask.snapshot.facts).get(by) as SingleDimension
  const cohort: Counting = { conditions: ask.atPlace, population: 'entries', period: followed, count: 'participations' }
  const { places, cells, overall, everywhere } = unitCells(ask, outcome, unit, cohort)
  const compared = overall
    ? comparedUnits(
        cells.map((one) => (isFollowed(one) ? one : undefined)),
        overall.share,
        ask.noise,
      )
    : { units: cells.map(() => undefined), spread: { phi: 1, limit: 1, widening: 1 } }
  const units = cells.map((one, at): UnitShown => unitShown(ask, unit, places[at]!, one, compared.units[at]))
  return {
    ...same,
    ...{ unitTitle: unit.label[locale], units },
    overall: overall ? withText(overall, ask.writing) : null,
    caseMix: caseMixTable(ask, cohort, unit),
    sentences: [
      t('effects.fair.followed', { period: periodText(followed, ask.writing) }),
      ...reachedText(ask, everywhere),
      ...saidOfUnits(ask.writing, { outcome, units, overall, spread: compared.spread }),
    ],
  }
}

/** Of how many the state is known over the whole country, where that decides who is counted. */
function reachedText({ writing: { t, locale } }: Asked, { began, n, unreached }: CountedGroup): string[] {
  if (unreached === null) return []
  const words = { began: cellText(began, locale), known: cellText(n, locale), unreached: cellText(unreached, locale) }
  return [t('effects.fair.counted', words)]
}

/** What lies within a place: associations of the country or a region, interventions of an association, of a method or of a commission. */
function unitsOf({ place }: Asked): FairComparison['by'] {
  if (place.kind === 'intervention') return null
  return place.kind === 'nation' || place.kind === 'region' ? 'association' : 'intervention'
}

/** A unit as cells, with what was expected of those who are counted. */
type Unit = UnitCells & CountedGroup

/** The units that have a number to show, in the order of the alphabet, as cells; and the country's share, when a model of it can be made. */
function unitCells(
  ask: Asked,
  outcome: FairOutcome,
  unit: SingleDimension,
  cohort: Counting,
): { places: number[]; cells: Unit[]; overall: ShareWithInterval | undefined; everywhere: CountedGroup } {
  const { facts } = ask.snapshot
  const groups = countedGroups(ask, outcome, cohort, [unit])
  const [everywhere] = countedGroups(ask, outcome, { ...cohort, conditions: [] }, [])
  const share = shareOf(everywhere!.x, everywhere!.n, ask.noise)
  const model = share && share.x > 0 && share.x < share.n ? caseMixModel(facts, cohort.period, outcome) : undefined
  const means = model ? expectedMeans(facts, model, unit, cohort.conditions) : []
  const order = new Intl.Collator('sv')
  const label = (at: number): string => unit.codes[at]!.label[ask.writing.locale]
  const places = unit.codes.map((_, at) => at).filter((at) => valueOf(groups[at]!.began) !== 0)
  places.sort((a, b) => order.compare(label(a), label(b)))
  const cells = places.map((at) => ({ ...groups[at]!, expected: protectMean(means[at], groups[at]!.n) }))
  const overall = model && share && { share: share.x / share.n, ...noisyInterval(share)! }
  return { places, cells, overall, everywhere: everywhere! }
}

function unitShown({ writing }: Asked, unit: SingleDimension, place: number, cells: Unit, compared: ComparedUnit | undefined): UnitShown {
  const { code, label } = unit.codes[place]!
  const { t } = writing
  const bounds = boundsOf(cells)
  const isMany = (valueOf(cells.began) ?? 0) >= leastBase
  const [lower, upper] = [Math.round((bounds?.lower ?? 0) * 100), Math.round((bounds?.upper ?? 0) * 100)]
  return {
    ...{ heading: { code, label: label[writing.locale] }, ...cells },
    bounds: isMany && bounds ? t('effects.fair.bounds', { lower, upper }) : null,
    whyNot: compared ? null : t(isMany && !isFollowed(cells) ? 'effects.fair.tooFewReached' : 'effects.fair.tooFew'),
    share: compared ? withText(compared.share, writing) : null,
    expectedText: expectedWords(cells.expected, writing),
    adjusted: compared ? withText(compared.adjusted, writing) : null,
    shrunken: compared ? withText(compared.shrunken, writing) : null,
    chance: compared ? chanceShown(compared.chance, writing) : null,
    isOutside: compared?.isOutside ?? false,
  }
}

function chanceShown(limits: FunnelLimits, { t }: Asked['writing']): ChanceShown {
  const [lower, upper] = [Math.round(limits.lower998 * 100), Math.round(limits.upper998 * 100)]
  return { ...mapLimits(limits, (limit) => Math.round(limit * 1000) / 1000), text: t('effects.fair.bounds', { lower, upper }) }
}

function expectedWords(expected: Cell, { t }: Asked['writing']): string {
  const mean = valueOf(expected)
  return mean === undefined ? t('effects.fair.tooFew') : t('effects.ofHundredAlone', { n: Math.round(mean * 100) })
}
