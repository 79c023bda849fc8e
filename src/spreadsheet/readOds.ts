import { parseCivilDate } from '../values/civilDate.ts'
import type { Cell, RawSheet, RowCollector } from './cell.ts'
import { percentText } from './excelNumbers.ts'
import { RefusedFile } from './limits.ts'
import type { Breathe } from './work.ts'
import { readXml } from './xml.ts'
import type { Attributes, XmlHandlers } from './xml.ts'
import type { Zip } from './zip.ts'

/**
 * Reads the sheets of an .ods (OpenDocument 1.3 part 3, chapter 9). Repeated rows and columns are written out only where they
 * hold something, and within the limits. Throws `RefusedFile` for macros, encryption, damage and limits.
 */
export async function readOds(zip: Zip, rows: RowCollector, breathe: Breathe): Promise<RawSheet[]> {
  const names = [...zip.entries.keys()]
  if (names.some((name) => /^(Basic|Scripts)\/.+\/.+/.test(name))) throw new RefusedFile('macros')
  if (await isEncrypted(zip, breathe)) throw new RefusedFile('encrypted')
  const reader = new OdsContent(rows, zip.limits.cellChars)
  await readXml(zip, 'content.xml', breathe, reader)
  return reader.sheets
}

async function isEncrypted(zip: Zip, breathe: Breathe): Promise<boolean> {
  if (zip.entries.has('encrypted-package')) return true
  if (!zip.entries.has('META-INF/manifest.xml')) return false
  let encrypted = false
  await readXml(zip, 'META-INF/manifest.xml', breathe, {
    open(name) {
      if (name === 'encryption-data') encrypted = true
    },
  })
  return encrypted
}

const times = (attributes: Attributes, name: string): number => {
  const count = Number(attributes[name] ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

class OdsContent implements XmlHandlers {
  readonly sheets: RawSheet[] = []
  readonly #rows: RowCollector
  readonly #most: number
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #row = 0
  #rowTimes = 1
  #cells: Cell[] = []
  #column = 0
  #cell: Attributes | undefined
  #text = ''
  #paragraphs = 0
  #inParagraph = 0
  #annotation = 0

  constructor(rows: RowCollector, cellChars: number) {
    this.#rows = rows
    this.#most = cellChars + 1
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'annotation') this.#annotation++
    else if (name === 'style') this.#style = attributes['style:name'] ?? ''
    else if (name === 'table-properties' && attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style)
    else if (name === 'table') this.#openSheet(attributes)
    else if (name === 'table-row') {
      this.#rowTimes = times(attributes, 'table:number-rows-repeated')
      this.#cells = []
      this.#column = 0
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cell = attributes
      this.#text = ''
      this.#paragraphs = 0
    } else if (this.#annotation === 0) this.#openText(name, attributes)
  }

  text(text: string): void {
    if (this.#inParagraph > 0 && this.#annotation === 0) this.#append(text)
  }

  close(name: string): void {
    if (name === 'annotation') this.#annotation--
    else if (name === 'p' && this.#annotation === 0) this.#inParagraph--
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell()
    else if (name === 'table-row') this.#closeRow()
  }

  #openSheet(attributes: Attributes): void {
    const hidden = this.#hiddenStyles.has(attributes['table:style-name'] ?? '')
    this.sheets.push(this.#rows.open(attributes['table:name'] ?? '', hidden))
    this.#row = 0
  }

  #openText(name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.#paragraphs++ > 0) this.#append('\n')
      this.#inParagraph++
    } else if (name === 's') this.#append(' '.repeat(Math.min(this.#most, times(attributes, 'text:c'))))
    else if (name === 'tab' || name === 'line-break') this.#append(' ')
  }

  #append(text: string): void {
    if (this.#text.length < this.#most) this.#text += text.slice(0, this.#most)
  }

  #closeCell(): void {
    const attributes = this.#cell ?? {}
    const count = times(attributes, 'table:number-columns-repeated')
    const cell = this.#value(attributes)
    if (cell !== null) {
      this.#rows.checkColumn(this.#column + count - 1)
      for (let copy = 0; copy < count; copy++) this.#cells[this.#column + copy] = cell
    }
    this.#column += count
    this.#cell = undefined
  }

  #closeRow(): void {
    const filled = this.#cells.length > 0
    for (let copy = 0; filled && copy < this.#rowTimes; copy++) this.#rows.add(this.#row + copy + 1, this.#cells)
    this.#row += this.#rowTimes
  }

  #value(attributes: Attributes): Cell {
    const [row, column] = [this.#row + 1, this.#column]
    const type = attributes['office:value-type'] ?? attributes['calcext:value-type']
    if (type === 'date') {
      const date = parseCivilDate((attributes['office:date-value'] ?? '').slice(0, 10))
      return date === undefined ? this.#rows.text(this.#text, row, column) : { date }
    }
    if (attributes['calcext:value-type'] === 'error' || /^(#N\/A|#REF!|#NAME\?|#DIV\/0!|Err:\d+)$/.test(this.#text)) {
      this.#rows.warn('errorValue', row, column)
      return null
    }
    if (type === 'boolean') return attributes['office:boolean-value'] === 'true' ? 'true' : 'false'
    const number = Number(attributes['office:value'])
    if (attributes['office:value'] === undefined || !Number.isFinite(number)) return this.#rows.text(this.#text, row, column)
    return type === 'percentage' ? percentText(number) : number
  }
}
