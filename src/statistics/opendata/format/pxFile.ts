import type { Writing } from '../../figure.ts'
import type { Locale } from '../../../values/codeList.ts'
import type { CubeValue } from '../cube.ts'
import type { ChosenTable } from '../selection.ts'
import { notesOf, titleOf, unitOf, yearsOf } from '../words.ts'
import { numberIn, signOf } from '../openCell.ts'
import { gridOf } from './grid.ts'

/** Longest text between two quotation marks; longer ones go on in the next. */
const longest = 240

/**
 * A part of a table as a PX file (AXIS-VERSION 2013, UTF-8 with `CHARSET="Unicode"`): keywords, then the cells row by row. Hidden cells are `".."` and cells that are not
 * there `"."`, as in all our files.
 */
export function pxFile(chosen: ChosenTable, source: string, writing: Writing): string {
  const lines = [...headLines(chosen, source, writing), ...axisLines(chosen, writing), ...noteLines(chosen, writing)]
  return `${lines.join('\r\n')}\r\nDATA=\r\n${dataLines(chosen)};\r\n`
}

function headLines({ cube, axes, placement }: ChosenTable, source: string, writing: Writing): string[] {
  const { locale, t } = writing
  const nameOf = (code: string): string => axes.find(({ axis }) => axis.code === code)!.axis.label[locale]
  const title = titleOf(cube, yearsOf(axes), writing)
  return [
    ...[text('CHARSET', 'Unicode'), text('AXIS-VERSION', '2013'), text('CODEPAGE', 'utf-8'), text('LANGUAGE', locale)],
    ...[text('CREATION-DATE', pxDate(cube.updated)), bare('DECIMALS', '0'), bare('SHOWDECIMALS', '0')],
    ...[
      text('MATRIX', cube.id),
      text('TABLEID', cube.id),
      bare('COPYRIGHT', 'NO'),
      bare('OFFICIAL-STATISTICS', 'NO'),
      bare('AGGREGALLOWED', 'NO'),
    ],
    ...[text('SUBJECT-CODE', cube.folder), text('SUBJECT-AREA', t(`opendata.folder.${cube.folder}`))],
    ...[text('DESCRIPTION', title), text('TITLE', title), bare('DESCRIPTIONDEFAULT', 'YES')],
    ...[text('CONTENTS', contentsOf(axes, locale)), text('UNITS', unitOf(cube, writing))],
    ...listed('STUB', placement.stub.map(nameOf)),
    ...listed('HEADING', placement.heading.map(nameOf)),
    ...[text('CONTVARIABLE', nameOf('ContentsCode')), text('SOURCE', source), text('LAST-UPDATED', pxDate(cube.updated))],
  ]
}

function axisLines({ cube, axes }: ChosenTable, writing: Writing): string[] {
  const { locale } = writing
  const of = (keyword: string, name: string): string => `${keyword}("${clean(name)}")`
  const contents = contentsOf(axes, locale)
  const named = axes.map(({ axis, values }) => ({ axis, values, name: axis.label[locale] }))
  return [
    ...named.flatMap(({ name, values }) =>
      listed(
        of('VALUES', name),
        values.map(({ label }) => label[locale]),
      ),
    ),
    ...named.flatMap(({ axis, name, values }) => (axis.kind === 'time' ? [timeValues(of('TIMEVAL', name), values)] : [])),
    ...named.flatMap(({ name, values }) =>
      listed(
        of('CODES', name),
        values.map(({ code }) => code),
      ),
    ),
    ...named.map(({ axis, name }) => text(of('VARIABLECODE', name), axis.code)),
    ...named.flatMap(({ axis, name }) => (axis.kind === 'geo' ? [text(of('VARIABLE-TYPE', name), 'G')] : [])),
    ...named.flatMap(({ axis, name, values }) => {
      const all = values.find(({ code }) => code === axis.whole)
      return all ? [text(of('ELIMINATION', name), all.label[locale])] : []
    }),
    ...[text(of('UNITS', contents), unitOf(cube, writing)), text(of('LAST-UPDATED', contents), pxDate(cube.updated))],
  ]
}

function noteLines({ cube }: ChosenTable, writing: Writing): string[] {
  const signs = ['.', '..', '...', '....'].map((sign, at) => text(`DATASYMBOL${at + 1}`, sign))
  return [...signs, text('NOTEX', notesOf(cube, writing).join('#'))]
}

function contentsOf(axes: ChosenTable['axes'], locale: Locale): string {
  return axes.find(({ axis }) => axis.kind === 'contents')!.values[0]!.label[locale]
}

function dataLines(chosen: ChosenTable): string {
  const grid = gridOf(chosen)
  const lines = grid.rows.map((_, row) =>
    grid.columns
      .map((__, column) => {
        const cell = grid.cellAt(row, column)
        return signOf(cell) === undefined ? String(numberIn(cell!)) : `"${signOf(cell)!}"`
      })
      .join(' '),
  )
  return lines.join(' \r\n')
}

function timeValues(keyword: string, years: readonly CubeValue[]): string {
  return `${keyword}=TLIST(A1),${years.map(({ code }) => `"${code}"`).join(',')};`
}

const bare = (name: string, value: string): string => `${name}=${value};`
const text = (name: string, value: string): string => `${name}=${pieces(value)};`

/** A keyword with a list of texts, broken after commas; none where the list is empty. */
function listed(name: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return []
  const lines: string[] = ['']
  for (const [at, text] of texts.entries()) {
    const part = `"${clean(text)}"${at < texts.length - 1 ? ',' : ''}`
    if (lines.at(-1)!.length + part.length > longest) lines.push('')
    lines[lines.length - 1] += part
  }
  return [`${name}=${lines.join('\r\n')};`]
}

function pieces(text: string): string {
  const whole = clean(text)
  const parts = whole.match(new RegExp(`[\\s\\S]{1,${longest}}`, 'g')) ?? ['']
  return parts.map((part) => `"${part}"`).join('\r\n')
}

/** A text as it may stand between quotation marks: the format has no sign for a quotation mark within. */
const clean = (text: string): string => text.replaceAll('"', '’').replace(/[\r\n]+/g, ' ')

/** An instant as `20241231 12:00`. */
function pxDate(at: Date): string {
  const text = at.toISOString()
  return `${text.slice(0, 10).replaceAll('-', '')} ${text.slice(11, 16)}`
}
