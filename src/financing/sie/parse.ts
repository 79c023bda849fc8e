import type { CivilDate } from '../../values/civilDate.ts'
import { parseSieDate } from './amount.ts'
import type { SieVoucher } from './domain.ts'
import { splitLine, type SieField, type SieLine } from './fields.ts'
import { finish } from './finish.ts'
import { readers } from './labels.ts'
import { balanceOf, emptyReading, nameOf, textOf, type ParsedSie, type Reading } from './reading.ts'

/** Faults beyond these are not told: the file is something else. */
const mostFaults = 50

/** A voucher whose rows are being read. */
interface Open {
  series: string
  number: string
  dated: CivilDate
  line: number
  rows: SieVoucher['rows'][number][]
  isInside: boolean
}

/**
 * Reads a SIE file of type 1–4 (format 4B, SIE-Gruppen 2008-09-30). Labels it does not know are passed over, as the format asks; `#RTRANS` and `#BTRANS` too,
 * since the rows that hold are `#TRANS` alone. A file with anything wrong gives its faults by line and no file.
 */
export function parseSie(text: string): ParsedSie {
  const reading = emptyReading()
  let open: Open | undefined
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (const [at, raw] of lines.entries()) {
    // Some programs end the file as DOS did.
    const line = raw.replaceAll('\u001a', '').trim()
    if (line === '') continue
    if (reading.faults.length >= mostFaults) break
    const number = at + 1
    if (open && (line === '{' || line === '}')) open = brace(reading, open, line, number)
    else {
      const split = splitLine(line)
      if (typeof split === 'string') reading.faults.push({ line: number, key: split })
      else if (!line.startsWith('#')) reading.faults.push({ line: number, key: 'noLabel' })
      else open = readLine(reading, open, split, number)
    }
  }
  if (open) reading.faults.push({ line: open.line, key: 'openVoucher', args: { voucher: nameOf(open) } })
  return finish(reading)
}

function brace(reading: Reading, open: Open, line: string, number: number): Open | undefined {
  if (line === '{') {
    if (open.isInside) reading.faults.push({ line: number, key: 'strayBrace' })
    open.isInside = true
    return open
  }
  if (!open.isInside) reading.faults.push({ line: number, key: 'strayBrace' })
  const sum = open.rows.reduce((total, { amountOre }) => total + amountOre, 0)
  if (sum !== 0) reading.faults.push({ line: open.line, key: 'unbalanced', args: { voucher: nameOf(open), kronor: sum / 100 } })
  const { isInside: _, ...voucher } = open
  reading.vouchers.push(voucher)
  return undefined
}

function readLine(reading: Reading, open: Open | undefined, split: SieLine, line: number): Open | undefined {
  if (open && !open.isInside) reading.faults.push({ line: open.line, key: 'openVoucher', args: { voucher: nameOf(open) } })
  const inside = open?.isInside ? open : undefined
  if (split.label === 'TRANS') readTransaction(reading, inside, split.fields, line)
  else if (split.label === 'VER') {
    if (inside) reading.faults.push({ line: inside.line, key: 'openVoucher', args: { voucher: nameOf(inside) } })
    return startVoucher(reading, split.fields, line)
  } else readers[split.label]?.(reading, split.fields, line)
  return inside
}

function startVoucher(reading: Reading, fields: readonly SieField[], line: number): Open {
  const [series, number, day] = fields.map(textOf)
  const dated = parseSieDate(day ?? '')
  if (dated === undefined) reading.faults.push({ line, key: 'badDate', args: { value: day ?? '' } })
  return { series: series ?? '', number: number ?? '', dated: dated ?? '', line, rows: [], isInside: fields.at(-1) === '{' }
}

function readTransaction(reading: Reading, open: Open | undefined, fields: readonly SieField[], line: number): void {
  const [account, objects, amount, day] = fields
  if (!open) return void reading.faults.push({ line, key: 'outsideVoucher' })
  const dated = textOf(day) === '' ? open.dated : parseSieDate(textOf(day))
  if (dated === undefined) reading.faults.push({ line, key: 'badDate', args: { value: textOf(day) } })
  const row = balanceOf(reading, [account, objects, amount], line)
  if (row && dated !== undefined) open.rows.push({ ...row, dated })
}
