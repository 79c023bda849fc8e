import type { Writing } from '../../statistics/figure.ts'
import { countText } from '../../statistics/plainText.ts'
import type { Period } from '../../values/month.ts'
import { estimateText, numberText, reachedText, shapeOf, type Shape } from '../against/amounts.ts'
import { leastCompared, ownResult, type OwnResult } from '../against/ownResult.ts'
import { missingRow } from '../against/missingRows.ts'
import { balanceTable, estimateTable, gateTable, type WordsTable } from '../against/resultTables.ts'
import { leastFollowed } from '../../probability/classShare.ts'
import { ComparisonFault, FewPersons } from '../comparison/fitted.ts'
import type { RegisterComparison } from './domain.ts'
import { inOneAlone, questionOf, type Followed } from './persons.ts'

/** The two interventions by name. */
export type Names = Record<'treated' | 'controls', string>

const resting = (): Promise<void> => new Promise((done) => setImmediate(done))

/** Compares those of all participations in the two who first started in the period, by the estimators of the terminal, and says it in words: a difference, never more. Below 20 known in a group nothing is compared. */
export async function comparisonOf(
  all: readonly Followed[],
  names: Names,
  period: Period,
  demo: boolean,
  writing: Writing,
): Promise<RegisterComparison> {
  const { t } = writing
  const { persons, inBoth, returned } = inOneAlone(all, period)
  const { leftOut, ...question } = questionOf(persons, (key) => t(`effects.register.background.${key}`))
  const said = {
    ...{ claim: 'comparison' as const, title: t('effects.against.difference'), ...period, demo },
    notes: [
      t('effects.register.notOut'),
      ...(inBoth > 0 ? [t('effects.register.inBoth', { n: inBoth })] : []),
      ...(returned > 0 ? [t('effects.register.returned', { n: returned })] : []),
      ...(leftOut > 0 ? [t('effects.register.leftOut', { n: leftOut })] : []),
    ],
    notKnown: ['both', 'chosen', 'unseen'].map((key) => t(`effects.register.${key}`)),
  }
  const known = (mark: number): number =>
    persons.filter((_, at) => question.treated[at] === mark && !Number.isNaN(question.outcome[at]!)).length
  const few = { ...said, sentences: [t('effects.register.tooFew', { least: leastCompared })], tables: [] }
  if (Math.min(known(1), known(0)) < leastCompared) return few
  const rule = t('effects.register.rule')
  try {
    const result = await ownResult({ ...question, indexDateRule: rule, lottery: false }, 0, resting)
    return { ...said, ...told(result, names, writing) }
  } catch (error) {
    if (error instanceof FewPersons) return few
    if (error instanceof ComparisonFault) return { ...few, sentences: [t('effects.register.cannot', { column: error.covariate })] }
    throw error
  }
}

function told(result: OwnResult, names: Names, writing: Writing): Pick<RegisterComparison, 'sentences' | 'tables'> {
  const { report, groups } = result
  const { t, locale } = writing
  const estimate = report[report.reported]!
  const shape = shapeOf(result.isShare, '', estimate)
  const followed = followUpTable(result, names, shape, writing)
  const [few] = (['treated', 'controls'] as const).filter((of) => groups[of].known < leastFollowed * groups[of].n)
  if (few) return { sentences: [t('effects.register.fewFollowed', { name: names[few], least: 100 * leastFollowed })], tables: [followed] }
  const counts = { n1: countText(report.n1, locale), n0: countText(report.n0, locale), one: names.treated, other: names.controls }
  const reached = (of: keyof Names): string => reachedText(groups[of], shape, writing)
  return {
    sentences: [
      t('effects.against.differenceSentence', { text: estimateText(estimate, shape, writing) }),
      ...(estimate.lower <= 0 && estimate.upper >= 0 ? [t('effects.against.maybeNone')] : []),
      t('effects.register.groups', counts),
      t('effects.register.reached', { one: names.treated, first: reached('treated'), other: names.controls, second: reached('controls') }),
      t('effects.register.alike', { ess: numberText(Math.floor(report.ess), 0, writing), other: names.controls }),
    ],
    tables: [estimateTable(result, { shape, writing }), followed, balanceTable(result, writing), gateTable(result, { shape, writing })],
  }
}

/** How both were followed, by their names. */
function followUpTable({ groups }: OwnResult, names: Names, shape: Shape, writing: Writing): WordsTable {
  const rows = (['treated', 'controls'] as const).map((of) => {
    const { coverage, followed, weighted, bounds } = missingRow(of, groups[of], shape, writing)
    return [names[of], coverage, followed, weighted, bounds]
  })
  const heads = ['group', 'coverageColumn', 'followedColumn', 'weightedColumn', 'boundsColumn']
  return { title: writing.t('effects.register.followUp'), head: heads.map((name) => writing.t(`effects.against.${name}`)), rows }
}
