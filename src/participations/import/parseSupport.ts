import { SupportSource } from '../codes.ts'
import type { Support } from '../domain.ts'
import { TargetGroup } from '../../interventions/codes.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { codeIndex } from './codeIndex.ts'
import { normaliseValue } from './normalise.ts'
import { failed, read } from './parsed.ts'
import type { Parsed, ValueNote } from './parsed.ts'
import { parseNumber, parsePercent, partOfFull } from './parseNumber.ts'
import type { Scale } from './parseNumber.ts'

// Tried one after the other on what is not yet understood, so that names with a comma, "och" or a slash in them stay whole.
const separators = [/[;\n|]/, /,(?!\d)/, / ?[+&] ?/, / (?:och|samt|and) /i, / ?\/ ?/, /,/]

type Source = keyof Support
interface Item {
  source: Source
  extent: number | null
}

/** Reads a list of support sources with or without extents: `Sjukpenning 50, Lön 50`, `SJP 50%; FS 50%`, `halv sjukpenning + fs`. */
export function parseSupport(cell: Cell): Parsed<Support> {
  const items = split(String(typeof cell === 'object' ? '' : cell), separators, supportItem)
  if ('error' in items) return items
  const { support, twice } = putTogether(items.value)
  return read(support, twice)
}

/** Puts sources from one or several cells together. A source given twice keeps its larger extent, with a warning. */
export function putTogether(items: readonly Item[]): { support: Support; twice?: ValueNote } {
  const support: Support = {}
  let twice: ValueNote | undefined
  for (const { source, extent } of items) {
    const before = support[source]
    if (before === undefined) {
      support[source] = extent
      continue
    }
    if (before !== extent) twice = { key: 'sourceTwice', args: { suggestion: SupportSource.label(source, 'sv') } }
    support[source] = before === null || extent === null ? (before ?? extent) : Math.max(before, extent)
  }
  return twice ? { support, twice } : { support }
}

/** The items of a support record, the inverse of `putTogether`. */
export function supportItems(support: Support): Item[] {
  return Object.entries(support).map(([source, extent]) => ({ source: source as Source, extent: extent ?? null }))
}

/** Reads a list of target groups, as a rule separated by semicolons. */
export function parseTargetGroups(cell: Cell): Parsed<(typeof TargetGroup.codes)[number]['code'][]> {
  const index = codeIndex(TargetGroup)
  const items = split(String(typeof cell === 'object' ? '' : cell), separators, (text) => {
    const found = index(text)
    return 'code' in found ? read(found.code) : failed('unknownCode', suggested(found.suggestion))
  })
  return 'error' in items ? items : read([...new Set(items.value)] as (typeof TargetGroup.codes)[number]['code'][])
}

/** A cell in the column of one source: an extent, or a mark that it was held. `undefined` when it was not. */
export function parseSupportCell(cell: Cell, scale: Scale): Parsed<{ extent: number | null } | undefined> {
  const text = typeof cell === 'object' ? '' : normaliseValue(String(cell))
  if (/^(x|ja|j|yes|true|sant)$/.test(text) || (scale === 'mark' && text === '1')) return read({ extent: null })
  if (/^(-|nej|n|no|false|falskt|0|0%|)$/.test(text)) return read(undefined)
  const percent = parsePercent(cell, scale)
  if ('error' in percent) return percent
  return percent.value === 0 ? read(undefined) : { ...percent, value: { extent: percent.value } }
}

function suggested(suggestion: string | undefined): Record<string, string> | undefined {
  return suggestion === undefined ? undefined : { suggestion }
}

/** Reads each item of a list, cutting it by the first separator that makes all parts readable; the error is that of the plainest cut. */
function split<T>(text: string, by: readonly RegExp[], item: (text: string) => Parsed<T>): Parsed<T[]> {
  const whole = item(text.trim())
  if (!('error' in whole)) return read([whole.value])
  const [first, ...rest] = by
  if (!first) return whole
  const pieces = text.split(first).filter((piece) => piece.trim() !== '')
  if (pieces.length < 2) return split(text, rest, item)
  const values: T[] = []
  for (const piece of pieces) {
    const parsed = split(piece, rest, item)
    if ('error' in parsed) return { error: { key: parsed.error.key, args: { part: piece.trim(), ...parsed.error.args } } }
    values.push(...parsed.value)
  }
  return read(values)
}

const extentAfter = /^(.+?)[\s:=(-]*(\d{1,3}(?:[.,]\d+)?)\s*(?:%|procent|proc\.?)?\)?$/i
const extentBefore = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|procent|proc\.?)?\s+(.+)$/i
const wordBefore = /^(hel|halv|kvarts|en fjärdedels|tre fjärdedels|1\/1|3\/4|1\/2|1\/4|½|¼|¾)\s+(.+)$/i

function supportItem(text: string): Parsed<Item> {
  const index = codeIndex(SupportSource)
  const plain = index(text)
  if ('code' in plain) return read({ source: plain.code as Source, extent: null })
  const after = extentAfter.exec(text)
  const before = extentBefore.exec(text) ?? wordBefore.exec(text)
  const name = after?.[1] ?? before?.[2]
  const amount = after?.[2] ?? before?.[1]
  if (name === undefined || amount === undefined) return failed('unknownCode', suggested(plain.suggestion))
  const found = index(name)
  if (!('code' in found)) return failed('unknownCode', suggested(found.suggestion))
  const extent = partOfFull(amount) ?? parseNumber(amount)
  if (extent === undefined || extent > 100) return failed('outOfRange', { from: 0, to: 100 })
  return read({ source: found.code as Source, extent: Math.round(extent) })
}
