import { isShown } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { withoutCloseCounts } from '../../disclosure/closeCounts.ts'
import type { CountNames } from '../../disclosure/linkedTables.ts'
import type { Standing } from '../../disclosure/protect.ts'
import type { KnownTotals } from '../../disclosure/sharedTotals.ts'
import type { MeasureFigures } from '../domain.ts'
import { countFigure, headings, measureInfo } from '../figure.ts'
import type { Asked } from '../question.ts'
import { endingDimension, wholeDimension } from '../madeDimension.ts'
import { measures } from '../measure.ts'
import type { MeasureName } from '../measureTexts.ts'
import { protectedCounts } from '../protectedCounts.ts'
import { periodText, placeName } from '../words.ts'

/** The totals that every other table of the answer must agree with. */
export interface SharedKnown {
  inPeriod: Required<KnownTotals>
  exits: Required<KnownTotals>
}

/** Totals over both sexes: all, exits, and those who stayed. */
export interface Totals {
  grandTotal: Cell
  exits: Cell
  ongoing: Cell
}

/**
 * Participations, persons and exits, for all and by sex. Participations and exits stand in one protected table, since their
 * difference, those who have not left, may be few.
 */
export function countParts(ask: Asked, controllers: number): { counts: MeasureFigures[]; known: SharedKnown; totals: Totals } {
  const { snapshot, sex, inPeriod: filter, period, policy } = ask
  const query = { rows: sex, columns: endingDimension(period), filter, count: 'participations' } as const
  const words = { 0: 'exits', 1: 'ongoing', all: 'participations', rest: '' }
  const nameOf: CountNames['nameOf'] = (row, column) => `${words[column as 0 | 1 | 'all']}|${row}`
  const table = ask.linked.add(protectedCounts(snapshot.facts, query, policy).table, { nameOf })
  const exits = { rowTotals: table.cells.map((line) => line[0]!), grandTotal: table.columnTotals[0]! }
  const inPeriod = { rowTotals: table.rowTotals, grandTotal: table.grandTotal }
  // Persons are about as many as participations, so they are hidden where those are.
  const standing: Standing = (row) => (isShown(row === 'all' ? inPeriod.grandTotal : inPeriod.rowTotals[row]!) ? undefined : 'hidden')
  const ofPersons = { rows: sex, columns: wholeDimension, filter, count: 'persons', standing } as const
  const persons = protectedCounts(snapshot.facts, ofPersons, policy).table
  const ownPersons = { rowTotals: persons.cells.map((line) => line[0]!), grandTotal: persons.grandTotal }
  const personTotals = withoutCloseCounts(ownPersons, inPeriod, policy)
  const personSentence = controllers > 1 ? 'statistics.personsAbove' : 'statistics.personsWithin'
  return {
    counts: [
      part(ask, 'participations', inPeriod, 'statistics.participationsSentence'),
      part(ask, 'distinct-persons', personTotals, personSentence),
      part(ask, 'exits', exits, 'statistics.exitsSentence'),
    ],
    known: { inPeriod, exits },
    totals: { grandTotal: table.grandTotal, exits: table.columnTotals[0]!, ongoing: table.columnTotals[1]! },
  }
}

function part(ask: Asked, name: MeasureName, known: Required<KnownTotals>, sentence: string): MeasureFigures {
  const { writing, sex, place, period } = ask
  const total = countFigure(known.grandTotal, writing)
  const isHidden = known.grandTotal.kind !== 'shown'
  const words = { place: placeName(place, writing), period: periodText(period, writing), n: total.text }
  const measure = measureInfo(measures[name], writing)
  return {
    measure,
    total,
    bySex: headings(sex.codes, writing).map((heading, at) => ({ heading, figure: countFigure(known.rowTotals[at]!, writing) })),
    sentence: isHidden ? `${measure.label}: ${total.text}.` : writing.t(sentence, words),
  }
}
