import { valueOf } from '../../disclosure/cell.ts'
import { coverageShown } from '../coverageShown.ts'
import type { KnownCost, OutsideRows } from '../coverageStore.ts'
import { dimensionsOf } from '../dimension.ts'
import type { FollowUp, PlaceShown } from '../domain.ts'
import type { Writing } from '../figure.ts'
import { nation } from '../placeStore.ts'
import type { Place } from '../placeStore.ts'
import { asked, noiseNotes, noiseShown } from '../question.ts'
import type { Asked, Question } from '../question.ts'
import { releasedCells } from '../releasedCells.ts'
import { periodText, placeName } from '../words.ts'
import { costShown } from './costShown.ts'
import { countParts } from './followUpCounts.ts'
import { durationPart, laterParts, outcomeParts } from './followUpOutcomes.ts'
import { flowTables, sexTables } from './followUpTables.ts'

/** Everything the page shows of a place and period, made of cells only. */
export function followUpOf(question: Question, outside: OutsideRows, cost: KnownCost): FollowUp {
  const ask = asked(question)
  const { snapshot, place, period, noise, writing } = question
  const controllers = controllersOf(ask)
  const { counts, inPeriod, exits } = countParts(ask, controllers)
  const outcomes = outcomeParts(ask)
  return {
    place: placeShown(place, writing),
    path: [nation, ...place.within, place].filter((one, at) => at === 0 || one.kind !== 'nation').map((one) => placeShown(one, writing)),
    period,
    demo: snapshot.fictive,
    dataDate: snapshot.dataDate,
    threshold: noise.table.threshold,
    noise: noiseShown(noise),
    controllers,
    counts,
    outcomes,
    later: laterParts(ask),
    duration: durationPart(ask, exits),
    tables: sexTables(ask),
    flows: flowTables(ask),
    coverage: coverageShown(ask, outside),
    ...costShown(ask, cost, { participation: inPeriod.total, exit: exits.total, success: outcomes[0]!.total.value }),
    notes: [
      ...noiseNotes(noise, writing),
      writing.t('statistics.about', { place: placeName(place, writing), period: periodText(period, writing) }),
    ],
  }
}

/** A place as answers name it. */
export function placeShown(place: Place, writing: Writing): PlaceShown {
  return { kind: place.kind, address: place.address, name: placeName(place, writing) }
}

/** Of how many controllers there are records, as far as numbers with noise tell: one with a few may be left out. */
export function controllersOf({ snapshot: { facts }, releasing, inPeriod }: Asked): number {
  const controller = dimensionsOf(facts).get('controller')!
  if (controller.codes.length === 0) return 0
  return releasedCells(releasing, { ...inPeriod, axes: [controller] }).filter((cell) => valueOf(cell) !== 0).length
}
