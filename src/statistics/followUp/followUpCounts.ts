import { valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { MeasureFigures } from '../domain.ts'
import { countFigure, headings, measureInfo } from '../figure.ts'
import { measures } from '../measure.ts'
import type { MeasureName } from '../measureTexts.ts'
import type { Asked } from '../question.ts'
import { releasedCells, type Releasing } from '../releasedCells.ts'
import type { Counting } from '../releasedTable.ts'
import type { Dimension } from '../dimension.ts'
import { periodText, placeName } from '../words.ts'

/** A count for all and by sex. */
export interface Sexes {
  total: Cell
  bySex: Cell[]
}

/** Participations, persons and exits, for all and by sex, each by itself. */
export function countParts(ask: Asked, controllers: number): { counts: MeasureFigures[]; inPeriod: Sexes; exits: Sexes } {
  const { releasing, sex } = ask
  const inPeriod = sexes(releasing, ask.inPeriod, sex)
  const exits = sexes(releasing, ask.exits, sex)
  const persons = sexes(releasing, { ...ask.inPeriod, count: 'persons' }, sex)
  const personSentence = controllers > 1 ? 'statistics.personsAbove' : 'statistics.personsWithin'
  return {
    counts: [
      part(ask, 'participations', inPeriod, 'statistics.participationsSentence'),
      part(ask, 'distinct-persons', persons, personSentence),
      part(ask, 'exits', exits, 'statistics.exitsSentence'),
    ],
    ...{ inPeriod, exits },
  }
}

function sexes(releasing: Releasing, counting: Counting, sex: Dimension): Sexes {
  const [total] = releasedCells(releasing, { ...counting, axes: [] })
  return { total: total!, bySex: releasedCells(releasing, { ...counting, axes: [sex] }) }
}

function part(ask: Asked, name: MeasureName, { total: all, bySex }: Sexes, sentence: string): MeasureFigures {
  const { writing, sex, place, period } = ask
  const total = countFigure(all, writing)
  const words = { place: placeName(place, writing), period: periodText(period, writing), n: total.text }
  const measure = measureInfo(measures[name], writing)
  return {
    measure,
    total,
    bySex: headings(sex.codes, writing).map((heading, at) => ({ heading, figure: countFigure(bySex[at]!, writing) })),
    weighted: null,
    sentence: valueOf(all) === undefined ? `${measure.label}: ${total.text}.` : writing.t(sentence, words),
  }
}
