import type { CountNames } from '../../disclosure/linkedTables.ts'
import type { ProtectedTable } from '../../disclosure/protect.ts'
import { protectQuartiles } from '../../disclosure/quartiles.ts'
import type { KnownTotals } from '../../disclosure/sharedTotals.ts'
import { valueOf } from '../../disclosure/cell.ts'
import type { Figure, MeasureFigures } from '../domain.ts'
import { daysFigure, headings, measureInfo, shareFigure } from '../figure.ts'
import type { Asked } from '../question.ts'
import { measures, quartilesOf } from '../measure.ts'
import type { MeasureName } from '../measureTexts.ts'
import { statusOf, statusText } from '../knownStatus.ts'
import { unknownText } from '../plainText.ts'
import { protectedOutcomes } from '../protectedCounts.ts'

const outcomeNames: readonly MeasureName[] = [
  'to-work-or-study',
  'started-or-increased',
  'job-seeking-after',
  'self-supporting-after',
  'right-support',
]

/** Days are rounded to whole ten: nobody's own stay can be read out of a quartile. */
export const dayStep = 10

/** Outcomes that are counted again in other tables of the answer, exactly or as good as. */
const elsewhere: Record<string, string> = {
  'right-support.yes': 'exitReason.rightSupport',
  'right-support.unknown': 'exitReason.unknown',
  'to-work-or-study.unknown': 'occupationAfter.unknown',
  'started-or-increased.unknown': 'occupationAfter.unknown',
  'job-seeking-after.unknown': 'occupationAfter.unknown',
  'job-seeking-after.yes': 'occupationAfter.jobSeeking',
  'self-supporting-after.unknown': 'supportAfter.unknown',
}

function linkedOutcome(ask: Asked, name: MeasureName, exits: KnownTotals): ProtectedTable {
  const { linked, snapshot, sex, policy } = ask
  const names = namesOf(name)
  return linked.add(protectedOutcomes(snapshot.facts, measures[name], [sex], ask.exits, policy, linked.standing(names)).table, names, exits)
}

function namesOf(measure: MeasureName): CountNames {
  const columns = ['yes', 'no', 'unknown', 'apart']
  return {
    nameOf: (row, column) => {
      if (column === 'all') return `exits|${row}`
      const name = `${measure}.${column === 'rest' ? 'rest' : columns[column]}`
      return `${elsewhere[name] ?? name}|${row}`
    },
  }
}

/** Each outcome of the exits, for all and by sex; the totals agree with those of the exits. */
export function outcomeParts(ask: Asked, exits: Required<KnownTotals>): { outcomes: MeasureFigures[]; toWorkOrStudy: ProtectedTable } {
  const tables = outcomeNames.map((name) => linkedOutcome(ask, name, exits))
  return { outcomes: outcomeNames.map((name, at) => outcomePart(ask, name, tables[at]!)), toWorkOrStudy: tables[0]! }
}

function outcomePart(ask: Asked, name: MeasureName, table: ProtectedTable): MeasureFigures {
  const { writing, sex } = ask
  const measure = measureInfo(measures[name], writing)
  const total = shareFigure(
    {
      x: table.columnTotals[0]!,
      rest: table.grandSubtotal!,
      n: table.grandTotal,
      unknown: table.columnTotals[2]!,
      apart: table.columnTotals[3],
    },
    writing,
  )
  const bySex = headings(sex.codes, writing).map((heading, row) => ({ heading, figure: rowFigure(ask, table, row) }))
  return { measure, total, bySex, sentence: outcomeSentence(measure.label, total, ask) }
}

function rowFigure({ writing }: Asked, table: ProtectedTable, row: number): Figure {
  const [x, , unknown, apart] = table.cells[row]!
  return shareFigure({ x: x!, rest: table.subtotals![row]!, n: table.rowTotals[row]!, unknown: unknown!, apart }, writing)
}

/** An outcome in words, with its own coverage: of how many it is known. */
export function outcomeSentence(label: string, total: Figure, { writing, policy }: Pick<Asked, 'writing' | 'policy'>): string {
  const status = statusOf(total, policy.threshold)
  const unknown = total.unknown && valueOf(total.unknown)
  const missing = unknown === undefined || unknown === null ? '' : ` ${unknownText(unknown, writing.locale)}.`
  const known = status && status.known < status.followed ? ` ${statusText(status, writing)}` : ''
  return `${label}: ${total.text}.${missing}${known}`
}

/** Median and quartiles of the days from entry to exit, for all and by sex. */
export function durationPart(ask: Asked, exits: Required<KnownTotals>): MeasureFigures {
  const { snapshot, sex, policy, writing, exits: filter } = ask
  const measure = measures.duration
  const [all] = quartilesOf(snapshot.facts, measure, { dimensions: [], filter })
  const bySex = quartilesOf(snapshot.facts, measure, { dimensions: [sex], filter })
  const figure = (quartiles: typeof all, n: KnownTotals['grandTotal']) =>
    daysFigure(protectQuartiles(quartiles, n, policy, dayStep), n, writing)
  const total = figure(all, exits.grandTotal)
  const info = measureInfo(measure, writing)
  return {
    measure: info,
    total,
    bySex: headings(sex.codes, writing).map((heading, at) => ({ heading, figure: figure(bySex[at], exits.rowTotals[at]!) })),
    sentence: `${info.label}: ${total.text}.`,
  }
}
