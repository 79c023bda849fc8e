import { countingOf } from '../../countingOf.ts'
import type { Figure } from '../../domain.ts'
import { shareFigure } from '../../figure.ts'
import { laterNames, outcomeCoverage } from '../../followUp/followUpOutcomes.ts'
import { measures } from '../../measure.ts'
import type { Measure } from '../../measure.ts'
import type { MeasureName } from '../../measureTexts.ts'
import type { Asked } from '../../question.ts'
import { releasedOutcomes } from '../../releasedTable.ts'
import type { ReportPart } from '../domain.ts'
import { column, figureValue, row } from '../values.ts'

/** What the follow-ups tell, at the points after start and after exit. */
export const laterPart = (ask: Asked): ReportPart => ({ ...outcomesPart(ask, 'later', laterNames), isChange: false })

/** Shares, for all and by sex, each with its interval. */
export function outcomesPart(ask: Asked, key: string, names: readonly MeasureName[]): ReportPart {
  const { releasing, noise, writing, sex, period } = ask
  const { t, locale } = writing
  const figures = names.map((name) => {
    const of = (...by: (typeof sex)[]): Figure[] =>
      releasedOutcomes(releasing, countingOf(period, measures[name], ask.atPlace), measures[name], by).map((cells) =>
        shareFigure(cells, noise, writing),
      )
    return { measure: measures[name], total: of()[0]!, bySex: of(sex) }
  })
  const columns = sex.codes.map(({ code, label }) => column(code, label[locale], 'share'))
  return {
    key,
    title: t(`reports.part.${key}`),
    sentence: sentencesOf(ask, figures).join(' '),
    definition: [...figures.map(({ measure }) => `${measure.label[locale]}: ${measure.definition[locale]}`), t('reports.shareHelp')].join(
      ' ',
    ),
    rowTitle: t('reports.measure'),
    columns: [...columns, column('all', t('statistics.all'), 'share')],
    rows: figures.map(({ measure, total, bySex }) => row(measure.label[locale], [...bySex, total].map(figureValue))),
    picture: { as: 'intervals', columns: ['all', ...columns.map(({ code }) => code)] },
    isChange: true,
  }
}

/** Each outcome in words, with how much is known of it; what has been said of the one before is not said again. */
function sentencesOf({ writing }: Asked, figures: readonly { measure: Measure; total: Figure }[]): string[] {
  const coverage = figures.map(({ total }) => outcomeCoverage(total, writing))
  return figures.flatMap(({ measure, total }, at) => [
    `${measure.label[writing.locale]}: ${total.text}.`,
    ...(coverage[at] !== coverage[at - 1] && coverage[at] ? [coverage[at]] : []),
  ])
}
