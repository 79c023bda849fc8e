import { parseCivilDate } from '../values/civilDate.ts'
import type { Cell, RawSheet, RowCollector } from './cell.ts'
import { dateOfSerial, numberKind, percentText } from './excelNumbers.ts'
import type { NumberKind } from './excelNumbers.ts'
import { RefusedFile, tooLargeInside } from './limits.ts'
import type { Breathe } from './work.ts'
import { readXml } from './xml.ts'
import type { Attributes } from './xml.ts'
import type { Zip } from './zip.ts'

interface Workbook {
  date1904: boolean
  strings: string[]
  kinds: NumberKind[]
}

/**
 * Reads the sheets of an .xlsx (ECMA-376): values only, formulas by the value last computed. Charts and pivot sheets are passed over.
 * Throws `RefusedFile` for macros, damage and limits.
 */
export async function readXlsx(zip: Zip, rows: RowCollector, breathe: Breathe): Promise<RawSheet[]> {
  const names = [...zip.entries.keys()]
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name))) throw new RefusedFile('macros')
  const path = names.find((name) => /(^|\/)workbook\.xml$/.test(name))
  if (!path) throw new RefusedFile(names.some((name) => name.endsWith('workbook.bin')) ? 'binaryExcel' : 'damaged')
  const folder = path.slice(0, -'workbook.xml'.length)
  const parts = await readRelations(zip, folder, breathe)
  const book: Workbook = { date1904: false, strings: [], kinds: [] }
  const listed: { name: string; hidden: boolean; part: string }[] = []
  await readXml(zip, path, breathe, {
    open(name, attributes) {
      if (name === 'workbookPr') book.date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const part = parts.get(relationId(attributes))
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      if (part?.includes('worksheets/')) listed.push({ name: attributes['name'] ?? '', hidden, part })
    },
  })
  if (zip.entries.has(`${folder}styles.xml`)) book.kinds = await readKinds(zip, `${folder}styles.xml`, breathe)
  if (zip.entries.has(`${folder}sharedStrings.xml`)) book.strings = await readStrings(zip, `${folder}sharedStrings.xml`, breathe)
  const sheets: RawSheet[] = []
  for (const { name, hidden, part } of listed) {
    sheets.push(rows.open(name, hidden, book.date1904))
    await readSheet(zip, part, book, rows, breathe)
  }
  return sheets
}

function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return (key && attributes[key]) ?? ''
}

async function readRelations(zip: Zip, folder: string, breathe: Breathe): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  await readXml(zip, `${folder}_rels/workbook.xml.rels`, breathe, {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || !Id || !Target) return
      parts.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target)
    },
  })
  return parts
}

async function readKinds(zip: Zip, part: string, breathe: Breathe): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCells = false
  await readXml(zip, part, breathe, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes['numFmtId'] ?? 0)
      kinds.push(numberKind(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}

const MOST_TEXT = 60_000_000

async function readStrings(zip: Zip, part: string, breathe: Breathe): Promise<string[]> {
  const strings: string[] = []
  const most = zip.limits.cellChars + 1
  let current = ''
  let inText = false
  let phonetic = 0
  let total = 0
  await readXml(zip, part, breathe, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic++
      if (name === 't') inText = phonetic === 0
    },
    text(text) {
      if (inText && current.length < most) current += text.slice(0, most)
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic--
      if (name !== 'si') return
      total += current.length
      if (total > MOST_TEXT) throw tooLargeInside(zip.limits)
      strings.push(current)
    },
  })
  return strings
}

/** `AB12` → column 27; −1 when the reference has no letters. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) | 32
    if (code < 97 || code > 122) break
    column = column * 26 + code - 96
  }
  return column - 1
}

async function readSheet(zip: Zip, part: string, book: Workbook, rows: RowCollector, breathe: Breathe): Promise<void> {
  const convert = cellConverter(book, rows)
  const most = zip.limits.cellChars + 1
  let row = 0
  let column = -1
  let cells: Cell[] = []
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let isFormula = false
  let phonetic = 0
  await readXml(zip, part, breathe, {
    open(name, attributes) {
      if (name === 'c') {
        column = attributes['r'] ? columnOf(attributes['r']) : column + 1
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
        isFormula = false
      } else if (name === 'f') isFormula = true
      else if (name === 'v' || name === 't') inValue = phonetic === 0
      else if (name === 'rPh') phonetic++
      else if (name === 'row') {
        row = attributes['r'] ? Number(attributes['r']) : row + 1
        column = -1
        cells = []
      }
    },
    text(text) {
      if (inValue && value.length < most) value += text.slice(0, most)
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') phonetic--
      else if (name === 'row') rows.add(row, cells)
      else if (name === 'c' && value === '' && isFormula && type !== 'str') rows.warn('errorValue', row, column)
      else if (name === 'c' && value !== '') {
        const cell = convert(type, style, value, row, column)
        if (cell === null) return
        rows.checkColumn(column)
        cells[column] = cell
      }
    },
  })
}

type Convert = (type: string, style: number, value: string, row: number, column: number) => Cell

function cellConverter(book: Workbook, rows: RowCollector): Convert {
  const dates = new Map<number, { date: string } | null>()
  const date = (serial: number, row: number, column: number): Cell => {
    let cell = dates.get(serial)
    if (cell === undefined) {
      const day = dateOfSerial(serial, book.date1904)
      cell = day === undefined ? null : { date: day }
      dates.set(serial, cell)
    }
    if (cell === null) rows.warn('impossibleDate', row, column)
    return cell ?? serial
  }
  return (type, style, value, row, column) => {
    if (type === 's') return rows.text(book.strings[Number(value)] ?? '', row, column)
    if (type === 'str' || type === 'inlineStr') return rows.text(value, row, column)
    if (type === 'b') return value === '1' ? 'true' : 'false'
    if (type === 'e') {
      rows.warn('errorValue', row, column)
      return null
    }
    if (type === 'd') return isoDate(value) ?? rows.text(value, row, column)
    const number = Number(value)
    if (!Number.isFinite(number)) return rows.text(value, row, column)
    const kind = book.kinds[style] ?? 'plain'
    if (kind === 'date') return date(number, row, column)
    return kind === 'percent' ? percentText(number) : number
  }
}

function isoDate(value: string): Cell | undefined {
  const date = parseCivilDate(value.slice(0, 10))
  return date === undefined ? undefined : { date }
}
