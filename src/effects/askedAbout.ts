import type { Asking } from '../statistics/answer.ts'
import { yearsOf } from '../statistics/coverage.ts'
import { coverageShown } from '../statistics/coverageShown.ts'
import { getOutsideRows, type OutsideRows } from '../statistics/coverageStore.ts'
import type { Writing } from '../statistics/figure.ts'
import { placeShown } from '../statistics/followUp/followUp.ts'
import { getPlace } from '../statistics/placeStore.ts'
import { asked, noiseNotes, noiseShown, type Asked } from '../statistics/question.ts'
import { placeName, periodText } from '../statistics/words.ts'
import type { Period } from '../values/month.ts'
import type { CurveValue, Description } from './domain.ts'

/** A place, and months or none for the usual ones. */
export interface PlaceChoice {
  place: string
  from: string | undefined
  to: string | undefined
}

/** A question of a place and period, ready to be answered, and the counts without rows that coverage needs. */
export async function askedAbout(
  { queries, store, ...how }: Asking,
  address: string,
  period: Period,
): Promise<{ ask: Asked; outside: OutsideRows }> {
  const snapshot = await store.snapshot(queries)
  const place = await getPlace(queries, address)
  const outside = await getOutsideRows(queries, place, yearsOf(period), snapshot.fictive)
  return { ask: asked({ snapshot, place, period, ...how }), outside }
}

type About = Pick<Description, 'place' | 'period' | 'demo' | 'dataDate' | 'threshold' | 'noise' | 'coverage' | 'notes'>

/** What every answer says of place, period, data, noise and coverage. */
export function aboutAnswer(ask: Asked, outside: OutsideRows): About {
  const { place, period, snapshot, noise, writing } = ask
  return {
    ...{ place: placeShown(place, writing), period, demo: snapshot.fictive, dataDate: snapshot.dataDate },
    ...{ threshold: noise.table.threshold, noise: noiseShown(noise) },
    coverage: { sentences: coverageShown(ask, outside).sentences },
    notes: [
      ...noiseNotes(noise, writing),
      writing.t('statistics.about', { place: placeName(place, writing), period: periodText(period, writing) }),
    ],
  }
}

/** A share, 0 … 1, with its 95 % interval where there is one. */
export type ShareWithInterval = Omit<CurveValue, 'text'>

/** A share as it is always said: "34 av 100 (mellan 22 och 48)". */
export function ofHundred({ share, lower, upper }: ShareWithInterval, { t }: Writing): string {
  const n = Math.round(share * 100)
  if (lower === null || upper === null) return t('effects.ofHundredAlone', { n })
  return t('effects.ofHundred', { n, lower: Math.round(lower * 100), upper: Math.round(upper * 100) })
}

/** The same with its words, rounded to three decimals: more says nothing. */
export function withText({ share, lower, upper }: ShareWithInterval, writing: Writing): CurveValue {
  const round = (value: number): number => Math.round(value * 1000) / 1000
  const value = { share: round(share), lower: lower === null ? null : round(lower), upper: upper === null ? null : round(upper) }
  return { ...value, text: ofHundred(value, writing) }
}
