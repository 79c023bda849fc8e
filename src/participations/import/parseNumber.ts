import type { Cell } from '../../spreadsheet/cell.ts'
import { withoutAccents } from './normalise.ts'
import type { Parsed } from './parsed.ts'
import { failed, read } from './parsed.ts'

/** How the numbers of an extent column are to be read; judged over the whole column by `columnScale`. */
export type Scale = 'percent' | 'fraction' | 'mark'

const parts: Record<string, number> = {
  heltid: 100,
  hel: 100,
  helt: 100,
  halvtid: 50,
  halv: 50,
  deltid50: 50,
  kvartstid: 25,
  kvarts: 25,
  '1/1': 100,
  '3/4': 75,
  '1/2': 50,
  '1/4': 25,
  'en fjardedels': 25,
  'en fjardedel': 25,
  'tre fjardedels': 75,
  'tre fjardedelar': 75,
  '½': 50,
  '¼': 25,
  '¾': 75,
}

/** A number as people write it: decimal comma or point, spaces between thousands. `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace(/[−–]/, '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** The share that words like `heltid`, `halv`, `3/4` stand for, in per cent. */
export function partOfFull(text: string): number | undefined {
  return parts[withoutAccents(text.trim())] ?? parts[text.trim()]
}

/**
 * An extent in whole per cent, 0–100: `50`, `50 %`, `37,5`, `halvtid`. A bare number between 0 and 1 is read as a share of full time, with
 * a warning; 1 itself is so read only where the column as a whole holds shares.
 */
export function parsePercent(cell: Cell, scale: Scale = 'percent'): Parsed<number> {
  const text = typeof cell === 'object' ? '' : String(cell).trim()
  const word = partOfFull(text)
  if (word !== undefined) return read(word)
  const marked = /(%|procent|proc\.?)$/i.test(text)
  const number = parseNumber(text.replace(/(%|procent|proc\.?)$/i, ''))
  if (number === undefined) return failed('notANumber')
  if (number < 0 || number > 100) return failed('outOfRange', { from: 0, to: 100 })
  const isShare = !marked && ((number > 0 && number < 1) || (number === 1 && scale === 'fraction'))
  if (!isShare) return read(Math.round(number))
  const percent = Math.round(number * 100)
  return read(percent, { key: 'fractionAsPercent', args: { percent } })
}

/**
 * What the numbers of a column mean: shares when some lie between 0 and 1 and none above 1, marks when there is nothing but 0 and 1
 * (a column per support source ticked with 1), else per cent.
 */
export function columnScale(cells: Iterable<Cell>): Scale {
  let between = false
  let marks = false
  for (const cell of cells) {
    if (cell === null || typeof cell === 'object') continue
    const number = parseNumber(String(cell))
    if (number === undefined) continue
    if (number > 1) return 'percent'
    if (number > 0 && number < 1) between = true
    if (number === 1) marks = true
  }
  if (between) return 'fraction'
  return marks ? 'mark' : 'percent'
}
