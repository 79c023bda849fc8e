import type { Asking } from '../../statistics/answer.ts'
import type { Asked } from '../../statistics/question.ts'
import type { ReportPart } from '../../statistics/reports/domain.ts'
import { placeName } from '../../statistics/words.ts'
import type { Period } from '../../values/month.ts'
import { askedAbout } from '../askedAbout.ts'
import { comparisonOf } from '../fair/fairComparison.ts'

/** The interventions of the association that an intervention belongs to, side by side. */
interface Fair {
  place: string
  comparison: ReturnType<typeof comparisonOf>
}

/** The fair comparison of those who began in a period at an intervention's association, of several the first by name; `undefined` where it has none. */
export async function fairOf(
  asking: Asking,
  interventionId: string,
  { period, until }: { period: Period; until: number | undefined },
): Promise<Fair | undefined> {
  const home = await asking.queries
    .selectFrom('intervention_association as i')
    .innerJoin('association as a', 'a.id', 'i.association_id')
    .select('a.slug')
    .where('i.intervention_id', '=', interventionId)
    .orderBy('a.name')
    .executeTakeFirst()
  if (!home) return undefined
  const { ask } = await askedAbout(asking, `association:${home.slug}`, period)
  return { place: placeName(ask.place, ask.writing), comparison: comparisonOf(ask, until, 'state') }
}

/** How the intervention stands beside the others, as a part of the report: a comparison, and called no more. */
export function fairPart({ writing: { t } }: Asked, interventionId: string, fair: Fair | undefined): ReportPart {
  const unit = fair?.comparison.units.find(({ heading }) => heading.code === interventionId)
  const sentence = (): string => {
    if (!fair || !unit) return t('effects.record.fairNone')
    if (!unit.adjusted || !unit.shrunken || !fair.comparison.overall)
      return t('effects.record.fairNot', { why: unit.whyNot ?? t('effects.fair.tooFew') })
    const words = { place: fair.place, adjusted: unit.adjusted.text, shrunken: unit.shrunken.text, overall: fair.comparison.overall.text }
    return t('effects.record.fairOne', words)
  }
  return {
    ...{ key: 'outcomes.fair', title: t('effects.fair.title'), rowTitle: '', columns: [], rows: [], picture: null, isChange: false },
    ...{ sentence: sentence(), definition: fair?.comparison.definition ?? t('effects.record.how') },
  }
}
