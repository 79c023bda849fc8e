import { LinkedTables } from '../disclosure/linkedTables.ts'
import type { ProtectionPolicy } from '../disclosure/protect.ts'
import type { Period } from '../values/month.ts'
import { dimensionsOf } from './dimension.ts'
import type { Dimension } from './dimension.ts'
import type { Snapshot } from './factStore.ts'
import type { Writing } from './figure.ts'
import { exitedIn, having, inPeriod } from './filter.ts'
import type { Filter } from './filter.ts'
import type { Place } from './placeStore.ts'

/** One question: which facts, how protected, in whose language. */
export interface Question {
  snapshot: Snapshot
  place: Place
  period: Period
  policy: ProtectionPolicy
  writing: Writing
}

/** What counts of different tables of one answer have to do with each other. */
const sumsBetween = [
  { total: 'to-work-or-study.yes|all', parts: ['work', 'studies', 'workAndStudies'].map((code) => `occupationAfter.${code}|all`) },
]

/** A question with what every part of the answer needs. */
export interface Asked extends Question {
  sex: Dimension
  /** The tables of the answer so far. */
  linked: LinkedTables
  atPlace: Filter[]
  /** Participations in the period at the place. */
  inPeriod: Filter[]
  /** Exits in the period at the place. */
  exits: Filter[]
}

/** Makes a question ready to be answered. */
export function asked(question: Question): Asked {
  const dimensions = dimensionsOf(question.snapshot.facts)
  const { place, period } = question
  const atPlace = place.kind === 'nation' ? [] : [having(dimensions.get(place.kind)!, [place.code])]
  return {
    ...question,
    sex: dimensions.get('sex')!,
    linked: new LinkedTables(question.policy, sumsBetween),
    atPlace,
    inPeriod: [...atPlace, ...inPeriod(period)],
    exits: [...atPlace, ...exitedIn(period)],
  }
}
