import { durationPart } from '../../followUp/followUpOutcomes.ts'
import type { Sexes } from '../../followUp/followUpCounts.ts'
import type { Asked } from '../../question.ts'
import type { ReportPart } from '../domain.ts'
import { column, figureValue, row } from '../values.ts'

/** How long the finished participations were: median and quartiles, for all and by sex. */
export function lengthPart(ask: Asked, exits: Sexes): ReportPart {
  const { t } = ask.writing
  const { measure, total, bySex, sentence } = durationPart(ask, exits)
  return {
    key: 'duration',
    title: measure.label,
    sentence,
    definition: `${measure.definition} ${t('statistics.roundedDays')}`,
    rowTitle: t('reports.measure'),
    columns: [...bySex.map(({ heading }) => column(heading.code, heading.label, 'days')), column('all', t('statistics.all'), 'days')],
    rows: [row(t('reports.days'), [...bySex.map(({ figure }) => figure), total].map(figureValue))],
    picture: null,
    isChange: false,
  }
}
