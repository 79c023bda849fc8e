import type { Noise } from '../disclosure/noise/noise.ts'
import type { Period } from '../values/month.ts'
import type { Population } from './cellAddress.ts'
import type { Condition } from './countedCells.ts'
import { dimensionsOf } from './dimension.ts'
import type { Dimension } from './dimension.ts'
import type { NoiseShown } from './domain.ts'
import type { Snapshot } from './factStore.ts'
import type { Writing } from './figure.ts'
import type { Place } from './placeStore.ts'
import type { PublishedCells } from './publishedCells.ts'
import type { Releasing } from './releasedCells.ts'
import type { Counting } from './releasedTable.ts'

/** One question: which facts, with what noise, what is published already, in whose language. */
export interface Question {
  snapshot: Snapshot
  place: Place
  period: Period
  noise: Noise
  published: PublishedCells
  writing: Writing
}

/** A question with what every part of the answer needs. */
export interface Asked extends Question {
  sex: Dimension
  releasing: Releasing
  atPlace: Condition[]
  /** Participations under way in the period at the place. */
  inPeriod: Counting
  /** Exits in the period at the place. */
  exits: Counting
}

/** Makes a question ready to be answered. */
export function asked(question: Question): Asked {
  const { place, period, snapshot, noise, published } = question
  const dimensions = dimensionsOf(snapshot.facts)
  const atPlace = place.kind === 'nation' ? [] : [{ dimension: dimensions.get(place.kind)!, codes: [place.code] }]
  const counting = (population: Population): Counting => ({ conditions: atPlace, population, period, count: 'participations' })
  return {
    ...question,
    sex: dimensions.get('sex')!,
    releasing: { facts: snapshot.facts, noise, published },
    atPlace,
    inPeriod: counting('inPeriod'),
    exits: counting('exits'),
  }
}

/** What an answer says of its noise. */
export function noiseShown({ version, table }: Noise): NoiseShown {
  return { version, maxDeviation: table.maxDeviation }
}

/** What is said of approximate numbers once per page or file: how far they may be off, and that they need not add up. */
export function noiseNotes({ table }: Noise, { t }: Writing): string[] {
  const words = { deviation: table.maxDeviation, most: table.threshold - 1 }
  return [t('statistics.noiseNote', words), t('statistics.noSumsNote')]
}
