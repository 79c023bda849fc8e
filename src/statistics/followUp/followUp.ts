import { costShown } from './costShown.ts'
import { coverageShown } from '../coverageShown.ts'
import type { InterventionCost, OutsideRows } from '../coverageStore.ts'
import { dimensionsOf } from '../dimension.ts'
import type { FollowUp, PlaceShown } from '../domain.ts'
import type { Writing } from '../figure.ts'
import { countParts } from './followUpCounts.ts'
import { durationPart, outcomeParts } from './followUpOutcomes.ts'
import { flowTables, sexTables } from './followUpTables.ts'
import { nation } from '../placeStore.ts'
import type { Place } from '../placeStore.ts'
import { asked } from '../question.ts'
import type { Asked, Question } from '../question.ts'
import { tabulate } from '../tabulate.ts'
import { periodText, placeName } from '../words.ts'

/** Everything the page shows of a place and period, made of protected cells only. */
export function followUpOf(question: Question, outside: OutsideRows, costs: readonly InterventionCost[]): FollowUp {
  const ask = asked(question)
  const { snapshot, place, period, policy, writing } = question
  const controllers = controllersOf(ask)
  const { counts, known, totals } = countParts(ask, controllers)
  const { outcomes, toWorkOrStudy } = outcomeParts(ask, known.exits)
  const tables = sexTables(ask, known)
  const flows = flowTables(ask, known.exits)
  const coverage = coverageShown(ask, outside, totals.grandTotal)
  return {
    place: placeShown(place, writing),
    path: [nation, ...place.within, place].filter((one, at) => at === 0 || one.kind !== 'nation').map((one) => placeShown(one, writing)),
    period,
    demo: snapshot.fictive,
    dataDate: snapshot.dataDate,
    threshold: policy.threshold,
    controllers,
    counts,
    outcomes,
    duration: durationPart(ask, known.exits),
    tables,
    flows,
    coverage,
    ...costShown(ask, costs, totals, toWorkOrStudy),
    notes: [
      writing.t('statistics.protectedNote', { most: policy.threshold - 1 }),
      writing.t('statistics.about', { place: placeName(place, writing), period: periodText(period, writing) }),
    ],
  }
}

function placeShown(place: Place, writing: Writing): PlaceShown {
  return { kind: place.kind, address: place.address, name: placeName(place, writing) }
}

/** Of how many controllers there are records. Not a number of persons, so nothing to protect. */
function controllersOf({ snapshot: { facts }, inPeriod }: Asked): number {
  const controller = dimensionsOf(facts).get('controller')!
  if (controller.codes.length === 0) return 0
  return tabulate(facts, { dimensions: [controller], filter: inPeriod }).counts.filter((count) => count > 0).length
}
