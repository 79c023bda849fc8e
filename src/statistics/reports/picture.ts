import { valueOf } from '../../disclosure/cell.ts'
import type { ReportPart, ReportValue } from './domain.ts'

/**
 * What is drawn of one value, in parts of the picture's width: a bar from nought, an interval around its share, that the number is hidden, or nothing. It
 * is made of what is shown only.
 */
export type Mark =
  { kind: 'bar'; to: number } | { kind: 'interval'; from: number; at: number; to: number } | { kind: 'hidden' } | { kind: 'none' }

/** One line of a picture. */
export interface PictureLine {
  /** What the line is of beside its group; empty where a group has one line. */
  label: string
  text: string
  mark: Mark
}

/** The lines of a row of the table. */
export interface PictureGroup {
  label: string
  lines: PictureLine[]
}

/** What the lines of a picture are drawn in, in their order; dark enough for words on white. */
const colours = ['#14535c', '#9a5b14', '#57686b']
export const colourAt = (line: number): string => colours[line % colours.length]!

/** Wider tables have no room for a picture beside their numbers. */
const mostColumns = 5

/** Whether a file draws a part's picture beside the rows of its table. */
export function isDrawn({ picture, columns, rows }: ReportPart): boolean {
  return picture !== null && columns.length <= mostColumns && rows.length > 0
}

/** How the lines of a row are told apart; nothing where there is one. */
export function labelsOf(part: ReportPart): string[] {
  const places = placesOf(part)
  return places.length > 1 ? places.map((at) => part.columns[at]!.label) : []
}

/** A part's picture for itself; rows that are nought throughout, and totals, are left out of bars. */
export function pictureOf(part: ReportPart, write: (value: ReportValue) => string): PictureGroup[] {
  const { picture, rows } = part
  if (!picture) return []
  const places = placesOf(part)
  const labels = labelsOf(part)
  const marks = marksOf(part)
  const groups = rows.map(({ label, values }, at) => ({
    label,
    isNought: marks[at]!.every((mark) => mark.kind === 'bar' && mark.to === 0),
    lines: marks[at]!.map((mark, line) => ({
      label: labels[line] ?? '',
      text: write(values[places[line]!]!),
      mark,
    })),
  }))
  return groups.filter(({ isNought }) => !isNought).map(({ label, lines }) => ({ label, lines }))
}

/** What is drawn beside each row of the table, one mark for each column of the picture; none beside totals of bars, which are on another scale. */
export function marksOf(part: ReportPart): Mark[][] {
  const { picture, rows } = part
  const places = placesOf(part)
  if (picture?.as === 'intervals') return rows.map(({ values }) => places.map((at) => intervalOf(values[at]!)))
  const drawn = rows.filter(({ isTotal }) => !isTotal)
  const longest = Math.max(1, ...drawn.flatMap(({ values }) => places.map((at) => countAt(values[at]!) ?? 0)))
  return rows.map(({ values, isTotal }) => (isTotal ? [] : places.map((at) => barOf(values[at]!, longest))))
}

const placesOf = ({ picture, columns }: ReportPart): number[] =>
  (picture?.columns ?? []).map((code) => columns.findIndex((column) => column.code === code))

function intervalOf(value: ReportValue): Mark {
  const share = value.kind === 'figure' ? value.figure.share : null
  return share ? { kind: 'interval', from: share.lower, at: share.share, to: share.upper } : { kind: 'none' }
}

function barOf(value: ReportValue, longest: number): Mark {
  const n = countAt(value)
  return n === undefined ? { kind: 'hidden' } : { kind: 'bar', to: n / longest }
}

function countAt(value: ReportValue): number | undefined {
  return value.kind === 'cell' ? valueOf(value.cell) : undefined
}
