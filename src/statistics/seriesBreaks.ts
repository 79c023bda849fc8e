import type { Text } from '../values/codeList.ts'
import type { Month, Period } from '../values/month.ts'
import type { Writing } from './figure.ts'
import { measures } from './measure.ts'
import type { Measure } from './measure.ts'
import type { MeasureName } from './measureTexts.ts'

/** A month from which a measure may not be compared with what was before. */
interface SeriesBreak {
  measures: readonly MeasureName[]
  at: Month
  reason: Text
}

/** Numbers of participants in SUS for 2017, 2018–2019 and from 2020 may differ in definition (Nationella rådets årssammanställningar). */
const participantTotals: Text = {
  sv: 'antalen kan ha olika definition före och efter',
  en: 'numbers may differ in definition before and after',
}
const seriesBreaks: readonly SeriesBreak[] = ['2018-01', '2020-01'].map((at) => ({
  ...{ measures: ['participations', 'distinct-persons'], at, reason: participantTotals },
}))

/** A break as it is told. */
export interface BreakShown {
  at: Month
  reason: string
}

/** The breaks of a measure inside a period. A measure that another has taken the place of breaks where the other begins to hold. */
export function breaksOf(measure: Measure, { from, to }: Period, { locale, t }: Writing): BreakShown[] {
  const known = seriesBreaks.filter((one) => one.measures.includes(measure.name)).map(({ at, reason }) => ({ at, reason: reason[locale] }))
  const next = measures[measure.replacedBy as MeasureName] as Measure | undefined
  const replaced = next ? [{ at: next.since, reason: t('statistics.replacedBy', { measure: next.label[locale] }) }] : []
  return [...known, ...replaced].filter(({ at }) => at > from && at <= to).sort((a, b) => (a.at < b.at ? -1 : 1))
}
