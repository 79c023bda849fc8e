import { valueOf } from '../../../disclosure/cell.ts'
import type { ShownShare } from '../../domain.ts'
import type { ReportPart, ReportValue } from '../domain.ts'

/** One line of a picture: a bar, 0 … 1 of the longest, or an interval; nothing where there is no number. */
export interface PictureLine {
  /** What the line is of beside its group; empty where a group has one line. */
  label: string
  text: string
  /** Of the longest bar; `undefined` where the number is hidden. */
  length: number | undefined
  share: ShownShare | null
}

/** The lines of a row of the table. */
export interface PictureGroup {
  label: string
  lines: PictureLine[]
}

/** A part's picture, made of what is shown only; rows that are nought throughout are left out of bars. */
export function pictureOf(part: ReportPart, write: (value: ReportValue) => string): PictureGroup[] {
  const { picture, columns, rows } = part
  if (!picture) return []
  const places = picture.columns.map((code) => columns.findIndex((column) => column.code === code))
  const drawn = picture.as === 'bars' ? rows.filter(({ isTotal }) => !isTotal) : rows
  const longest = Math.max(0, ...drawn.flatMap(({ values }) => places.map((at) => countAt(values[at]!) ?? 0)))
  const groups = drawn.map((row) => ({
    label: row.label,
    isNought: places.every((at) => countAt(row.values[at]!) === 0),
    lines: places.map((at): PictureLine => {
      const value = row.values[at]!
      const n = countAt(value)
      return {
        label: places.length > 1 ? columns[at]!.label : '',
        text: write(value),
        length: n === undefined ? undefined : n / Math.max(1, longest),
        share: value.kind === 'figure' ? value.figure.share : null,
      }
    }),
  }))
  return groups.filter(({ isNought }) => !isNought).map(({ label, lines }) => ({ label, lines }))
}

function countAt(value: ReportValue): number | undefined {
  return value.kind === 'cell' ? valueOf(value.cell) : undefined
}
