import type { Noise } from '../../disclosure/noise/noise.ts'
import type { Queries } from '../../platform/database.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { lastEndedMonth, monthOfNumber } from '../../values/month.ts'
import { dimensionsOf } from '../dimension.ts'
import type { FactStore } from '../factStore.ts'
import { headings, measureInfo } from '../figure.ts'
import type { Writing } from '../figure.ts'
import { measures } from '../measure.ts'
import { defaultPeriod, findDataSpan } from '../placeStore.ts'
import { noiseShown } from '../question.ts'
import type { Choices } from './contract.ts'

/** Whose record it is names no place or group that people speak of. */
const isOffered = (name: string): boolean => name !== 'controller'

/** What a table can be built of, in the reader's language. */
export async function choicesOf(
  { queries, now }: { queries: Queries; now: Date },
  store: FactStore,
  noise: Noise,
  writing: Writing,
): Promise<Choices> {
  const { facts, fictive } = await store.snapshot(queries)
  const span = await findDataSpan(queries)
  const collator = new Intl.Collator('sv')
  return {
    measures: Object.values(measures).map((measure) => measureInfo(measure, writing)),
    dimensions: [...dimensionsOf(facts).values()]
      .filter(({ name }) => isOffered(name))
      .map((dimension) => {
        const codes = headings(dimension.codes, writing)
        const isPlace = ['association', 'intervention', 'municipality', 'region'].includes(dimension.name)
        return {
          ...{ name: dimension.name, label: dimension.label[writing.locale], isMulti: dimension.kind === 'multi' },
          codes: isPlace ? codes.sort((a, b) => collator.compare(a.label, b.label)) : codes,
        }
      }),
    ...{ demo: fictive, noise: noiseShown(noise) },
    firstMonth: span ? monthOfNumber(span.first) : null,
    lastMonth: span ? monthOfNumber(span.last) : null,
    defaultPeriod: span ? defaultPeriod(span, now) : null,
    moving: span ? movingPeriods(span, now) : null,
  }
}

/** The last whole calendar year, and the last twelve whole months: before the month that is running, and none later than there are data of. */
export function movingPeriods(span: { first: number; last: number }, now: Date): NonNullable<Choices['moving']> {
  const last = Math.min(span.last, lastEndedMonth(stockholmDate(now)))
  return {
    wholeYear: defaultPeriod(span, now),
    twelveMonths: { from: monthOfNumber(last - 11), to: monthOfNumber(last) },
  }
}
