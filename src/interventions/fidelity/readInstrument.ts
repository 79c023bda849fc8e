import { cellText, type RawSheet } from '../../spreadsheet/cell.ts'
import type { ScoreBand } from './scoring.ts'

/** The items of an instrument as a file has them: what each is about, and what each of its points means. */
export interface ReadItems {
  texts: { label: string; anchors: string[] }[]
  /** The first row, as the file counts it, whose number of points is not that of the first item. */
  uneven?: { row: number; n: number; first: number }
}

const firstIsNumber = /^\d+[.)]?$/
/** Headings of a first row that is no item. */
const headings = /^(punkt|punkter|text|item|items|label|fråga|frågor|nr|no)\.?$/i

/**
 * Reads the first visible sheet that has text: a row for each item, its text and then what each point means, from the lowest. A column of running numbers
 * before the text, and a row of headings, are left out.
 */
export function readItems(sheets: readonly RawSheet[]): ReadItems {
  const rows = sheets
    .filter(({ hidden }) => !hidden)
    .map((sheet) => sheet.rows.map(({ row, cells }) => ({ row, texts: trimmed(cells.map((cell) => cellText(cell).trim())) })))
    .map((found) => found.filter(({ texts }) => texts.length > 0))
    .find((found) => found.length > 0)
  const items = (rows ?? []).map(({ row, texts }) => ({ row, texts: firstIsNumber.test(texts[0]!) ? texts.slice(1) : texts }))
  const own = items.filter(({ texts }, at) => texts.length > 0 && !(at === 0 && headings.test(texts[0]!)))
  const texts = own.map(({ texts: [label, ...anchors] }) => ({ label: label!, anchors }))
  const first = texts[0]?.anchors.length ?? 0
  const at = texts.findIndex(({ anchors }) => anchors.length !== first || anchors.includes(''))
  return at < 0 ? { texts } : { texts, uneven: { row: own[at]!.row, n: texts[at]!.anchors.filter((text) => text !== '').length, first } }
}

function trimmed(texts: readonly string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
}

/** Reads bands as they are written, one per line: a name and the lowest sum. A line without a number gives `NaN`, which no scale takes. */
export function readBands(text: string): ScoreBand[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.*?)[\s:;,≥]+(\d+)$/.exec(line)
      return found ? { code: found[1]!.trim(), from: Number(found[2]) } : { code: line, from: NaN }
    })
}
