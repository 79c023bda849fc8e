import { BYTE_ORDER_MARK, harmless } from '../../../values/csv.ts'
import type { Locale } from '../../../values/codeList.ts'
import type { Writing } from '../../figure.ts'
import type { CubeValue } from '../cube.ts'
import type { ChosenTable } from '../selection.ts'
import { notesOf, titleOf, yearsOf } from '../words.ts'
import { numberIn, signOf } from '../openCell.ts'
import { gridOf } from './grid.ts'
import type { Grid } from './grid.ts'

/** How values are written in tables of text: as codes, names, or both. */
export type Naming = 'UseCodes' | 'UseTexts' | 'UseCodesAndTexts'

/** What `outputFormatParams` may ask for. */
export interface TextOptions {
  naming: Naming
  title: boolean
  separator: ',' | ';' | '\t' | ' '
}

export function named({ code, label }: CubeValue, naming: Naming, locale: Locale): string {
  if (naming === 'UseCodes') return code
  return naming === 'UseTexts' ? label[locale] : `${code} ${label[locale]}`
}

/** A part of a table as lines of text, rows by columns: a heading, then a line for each row. */
export function textLines(grid: Grid, naming: Naming, { locale }: Writing): { head: string[]; lines: { names: string[]; row: number }[] } {
  const columns = grid.columns.map((headed) => headed.map(({ value }) => named(value, naming, locale)).join(' '))
  return {
    head: [...grid.stub.map(({ label }) => label[locale]), ...columns],
    lines: grid.rows.map((headed, row) => ({ names: headed.map(({ value }) => named(value, naming, locale)), row })),
  }
}

/** A part of a table as CSV: texts in quotation marks, cells without a number as their sign. */
export function csvText(chosen: ChosenTable, { naming, title, separator }: TextOptions, writing: Writing): string {
  const grid = gridOf(chosen)
  const { head, lines } = textLines(grid, naming, writing)
  const quoted = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`
  const numbers = (row: number): string[] =>
    grid.columns.map((_, column) => written(grid, row, column) ?? quoted(signOf(grid.cellAt(row, column))!))
  const body = [head.map(quoted), ...lines.map(({ names, row }) => [...names.map(quoted), ...numbers(row)])]
  const titled = title ? [[quoted(titleOf(chosen.cube, yearsOf(chosen.axes), writing))], []] : []
  return BYTE_ORDER_MARK + [...titled, ...body].map((line) => `${line.join(separator)}\r\n`).join('')
}

/** A number as text; `undefined` for a sign. */
function written(grid: Grid, row: number, column: number): string | undefined {
  const cell = grid.cellAt(row, column)
  return signOf(cell) === undefined ? String(numberIn(cell!)) : undefined
}

/** A part of a table as a page of HTML with one table that a screen reader can read, and its notes. */
export function htmlText(chosen: ChosenTable, { naming }: TextOptions, writing: Writing): string {
  const grid = gridOf(chosen)
  const { head, lines } = textLines(grid, naming, writing)
  const title = escaped(titleOf(chosen.cube, yearsOf(chosen.axes), writing))
  const cell = (row: number, column: number): string =>
    `<td>${written(grid, row, column) ?? `<abbr title="${escaped(writing.t(signName(signOf(grid.cellAt(row, column))!)))}">${signOf(grid.cellAt(row, column))!}</abbr>`}</td>`
  return [
    `<!doctype html><html lang="${writing.locale}"><head><meta charset="utf-8"><title>${title}</title></head><body>`,
    `<table><caption>${title}</caption><thead><tr>${head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead><tbody>`,
    ...lines.map(
      ({ names, row }) =>
        `<tr>${names.map((text) => `<th scope="row">${escaped(text)}</th>`).join('')}${grid.columns.map((_, column) => cell(row, column)).join('')}</tr>`,
    ),
    `</tbody></table>${notesOf(chosen.cube, writing)
      .map((note) => `<p>${escaped(note)}</p>`)
      .join('')}</body></html>`,
  ].join('\n')
}

/** The name of a sign in the catalogue. */
export function signName(sign: string): string {
  return (
    { '.': 'statistics.notApplicable', '..': 'opendata.sign.protected', '...': 'statistics.valueMissing' }[sign] ?? 'statistics.notAsked'
  )
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
