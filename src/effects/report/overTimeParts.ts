import type { Cell } from '../../disclosure/cell.ts'
import type { Writing } from '../../statistics/figure.ts'
import { cellText } from '../../statistics/plainText.ts'
import type { ReportPart, ReportRow } from '../../statistics/reports/domain.ts'
import type { ReachedPoint } from '../domain.ts'
import type { overTimeOf } from '../overTime/overTime.ts'
import { weightedText } from '../overTime/weightedText.ts'

type OverTime = ReturnType<typeof overTimeOf>

const plain = { rowTitle: '', picture: null, isChange: false }
const row = (label: string, values: ReportRow['values'], isTotal = false): ReportRow => ({ label, isTotal, values })
const texts = (words: readonly string[]): ReportRow['values'] => words.map((text) => ({ kind: 'text', text }))
const counts = (cells: readonly Cell[]): ReportRow['values'] => cells.map((cell) => ({ kind: 'cell', cell }))

/** What happened over time as parts of a report: the ends, the states, those not reached, months in work, and staying in it. */
export function overTimeParts(overTime: OverTime, writing: Writing): ReportPart[] {
  return [
    endsPart(overTime, writing),
    statesPart(overTime, writing),
    reachedPart(overTime, writing),
    monthsPart(overTime, writing),
    stayPart(overTime, writing),
  ]
}

function endsPart({ causes, horizons, definition, sentences }: OverTime, { t }: Writing): ReportPart {
  const notShown = t('effects.overTime.noHorizon')
  return {
    ...{ ...plain, key: 'outcomes.ends', title: t('effects.overTime.horizonTitle'), definition, sentence: sentences.join(' ') },
    columns: horizons.map(({ months, day: days }) => ({
      code: String(months),
      label: t('effects.overTime.horizonDays', { months, days }),
      unit: 'text',
    })),
    rows: causes.map(({ label }, at) => row(label, texts(horizons.map(({ values }) => values?.[at]?.text ?? notShown)))),
  }
}

const afterMonths = (months: number, t: Writing['t']) => ({ code: String(months), label: t('effects.overTime.horizon', { months }) })

function statesPart({ states: { states, points, sentences, definition } }: OverTime, { t }: Writing): ReportPart {
  const byState = states.map(({ label }, at) => row(label, counts(points.map(({ cells }) => cells[at]!))))
  const all = row(t('effects.overTime.ofWhom'), counts(points.map(({ n }) => n)), true)
  return {
    ...{ ...plain, key: 'outcomes.states', title: t('effects.overTime.states'), definition },
    sentence: sentences.join(' ') || t('effects.overTime.statesNone'),
    columns: points.map(({ months }) => ({ ...afterMonths(months, t), unit: 'count' })),
    rows: [...byState, all],
  }
}

function reachedPart({ reached, states }: OverTime, writing: Writing): ReportPart {
  const { t } = writing
  const points = reached.filter(({ reached, bounds }) => reached ?? bounds)
  const columns = ['known', 'reached', 'weighted', 'bounds'].map((code) => ({
    code,
    label: t(`effects.reached.${code}`),
    unit: 'text' as const,
  }))
  return {
    ...{ ...plain, key: 'outcomes.reached', title: t('effects.reached.title'), definition: states.definition },
    sentence: t(points.length === 0 ? 'effects.reached.none' : 'effects.reached.lead'),
    columns: points.length === 0 ? [] : columns,
    rows: points.map((point) => row(afterMonths(point.months, t).label, texts(reachedTexts(point, writing)))),
  }
}

function reachedTexts(point: ReachedPoint, { t, locale }: Writing): string[] {
  const { n, known, reached, bounds } = point
  const hundred = (share: number): number => Math.round(share * 100)
  return [
    t('effects.reached.knownOf', { known: cellText(known, locale), n: cellText(n, locale) }),
    reached?.text ?? t('effects.reached.onlyBounds'),
    weightedText(point, { t }),
    bounds ? t('effects.reached.boundsText', { least: hundred(bounds.least), most: hundred(bounds.most) }) : t('effects.reached.notShown'),
  ]
}

function monthsPart({ byMonth: { within, sentence, definition } }: OverTime, { t }: Writing): ReportPart {
  return {
    ...{ ...plain, key: 'outcomes.months', definition, sentence },
    title: within ? t('effects.months.within', { months: within.months }) : t('effects.months.title'),
    columns: within ? [{ code: 'mean', label: t('effects.months.average'), unit: 'text' }] : [],
    rows: within ? within.rows.map(({ label, text }) => row(label, texts([text]))) : [],
  }
}

function stayPart({ byMonth: { stay } }: OverTime, { t }: Writing): ReportPart {
  const columns = [...stay.states, { code: 'n', label: t('effects.months.counted') }].map((one) => ({ ...one, unit: 'count' as const }))
  return {
    ...{ ...plain, key: 'outcomes.stay', title: t('effects.months.stay'), definition: stay.definition, sentence: stay.sentence },
    columns: stay.points.length === 0 ? [] : columns,
    rows: stay.points.map(({ months, cells, n }) => row(t('effects.months.stayAfter', { months }), counts([...cells, n]))),
  }
}
