import type { Figure } from '../../domain.ts'
import type { Writing } from '../../figure.ts'
import { columnsOf, headingOf, isSigned, signedHeading, valueIn, written } from '../../figureColumns.ts'
import type { Signed, Value } from '../../figureColumns.ts'
import type { ReportColumn, ReportPart, ReportValue } from '../domain.ts'

/** A line of a table in a spreadsheet. */
export type Line = (Value | Signed)[]

/** A part's table with its headings: a share or a length has a column for each of its numbers. */
export function partLines({ rowTitle, columns, rows }: ReportPart, writing: Writing): Line[] {
  if (columns.length === 0) return []
  const heads = columns.map((column) => headingsOf(column, writing))
  return [
    [rowTitle, ...heads.flat()],
    ...rows.map(({ label, values }): Line => [label, ...values.flatMap((value, at) => placesOf(value, columns[at]!, heads[at]!, writing))]),
  ]
}

function headingsOf(column: ReportColumn, writing: Writing): Line {
  const { label, unit } = column
  if (unit === 'share' || unit === 'days') {
    return columnsOf(unit).map((part) => {
      const heading = headingOf(part, writing)
      return isSigned(heading) ? { ...heading, value: `${label}: ${heading.value}` } : `${label}: ${heading}`
    })
  }
  return [unit === 'count' || unit === 'change' ? signedHeading(label, writing) : label]
}

/** The value in as many places as its column has; words stand in the first of them. */
function placesOf(value: ReportValue, { unit }: ReportColumn, heads: Line, writing: Writing): Line {
  if (value.kind === 'figure' && (unit === 'share' || unit === 'days')) return figurePlaces(value.figure, unit, writing)
  const first = placeOf(value, writing)
  return heads.map((head, at): Value | Signed => {
    if (at > 0) return isSigned(head) ? { sign: '', value: null } : null
    if (isSigned(head)) return isSigned(first) ? first : { sign: '', value: first }
    return isSigned(first) ? first.value : first
  })
}

function figurePlaces(figure: Figure, unit: 'share' | 'days', writing: Writing): Line {
  return columnsOf(unit).map((part) => valueIn(figure, part, writing))
}

function placeOf(value: ReportValue, writing: Writing): Value | Signed {
  switch (value.kind) {
    case 'cell':
      return written(value.cell, writing)
    case 'figure':
      return value.figure.text
    case 'change':
      return { sign: value.text.startsWith('≈') ? '≈' : '', value: value.value }
    case 'money':
      return value.ore / 100
    case 'number':
      return value.value
    case 'text':
      return value.text
  }
}
