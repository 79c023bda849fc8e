import { dayNumber } from '../../values/civilDate.ts'
import { sieTypes, type SieBalance, type SieFile, type SieType, type SieWarning } from './domain.ts'
import type { ParsedSie, Reading } from './reading.ts'

/** What the whole of a file says, once its lines have been read: type, year, and whether it is whole. */
export function finish(reading: Reading): ParsedSie {
  const type = typeOf(reading)
  const year = type && yearOf(reading, type)
  if (!type || year === undefined || reading.faults.length > 0) {
    // By line, so that a reader goes through the file once.
    return { file: undefined, faults: reading.faults.toSorted((a, b) => a.line - b.line), warnings: [] }
  }
  const file: SieFile = {
    ...{ type, year, ...reading.header },
    ...{ accounts: [...reading.accounts.values()], dimensions: [...reading.dimensions.values()], objects: [...reading.objects.values()] },
    vouchers: type.startsWith('4') ? reading.vouchers.map(({ line: _, ...voucher }) => voucher) : [],
    balances: type.startsWith('4') ? [] : balancesOf(reading, type),
  }
  return { file, faults: [], warnings: warningsOf(file, reading) }
}

function typeOf({ type = '1', vouchers, hasBalances, faults }: Reading): SieType | undefined {
  // A file for import holds vouchers alone; one made by export has balances too, which the format demands.
  const found = type.startsWith('4') ? (`4${hasBalances ? 'E' : 'I'}` as const) : sieTypes.find((one) => one === type)
  if (!found) faults.push({ line: 1, key: 'unknownType', args: { value: type } })
  else if (vouchers.length === 0 && !hasBalances) faults.push({ line: 1, key: 'nothingInIt' })
  return found
}

/** The calendar year of the books: `#RAR 0`, else the one that all vouchers lie in. */
function yearOf({ year, vouchers, faults }: Reading, type: SieType): number | undefined {
  const first = year?.from.slice(0, 4) ?? vouchers[0]?.dated.slice(0, 4)
  if (!year && type !== '4I') faults.push({ line: 1, key: 'noYear' })
  if (year && (!year.from.endsWith('-01-01') || year.to !== `${first}-12-31`)) {
    faults.push({ line: year.line, key: 'brokenYear', args: { from: year.from, to: year.to } })
  }
  for (const { line, dated, rows, series, number } of vouchers) {
    const outside = [dated, ...rows.map((row) => row.dated)].find((day) => day !== '' && day.slice(0, 4) !== first)
    if (outside) faults.push({ line, key: 'outsideYear', args: { voucher: `${series} ${number}`.trim(), dated: outside } })
  }
  return first === undefined ? undefined : Number(first)
}

/** Months where the file has them, else the year as one. */
function balancesOf({ results, months }: Reading, type: SieType): SieBalance[] {
  const own = months.filter(({ objects }) => type === '3' || objects.length === 0)
  return type === '1' || own.length === 0 ? results : own
}

function warningsOf(file: SieFile, { results, months }: Reading): SieWarning[] {
  const found: SieWarning[] = []
  if (file.type === '4I') found.push({ key: 'vouchersAlone' })
  if (file.type === '1') found.push({ key: 'noMonths' })
  const total = (rows: readonly SieBalance[]): Map<string, number> =>
    rows.reduce((sums, { account, amountOre }) => sums.set(account, (sums.get(account) ?? 0) + amountOre), new Map<string, number>())
  const ofResults = total(results)
  const booked =
    file.type === '4E'
      ? total(file.vouchers.flatMap(({ rows }) => rows.map((row) => ({ ...row, month: null }))))
      : total(months.filter(({ objects }) => objects.length === 0))
  if (file.type === '1' || (file.type !== '4E' && months.length === 0)) return found
  for (const [account, sum] of ofResults) {
    const rows = booked.get(account) ?? 0
    if (rows !== sum) found.push({ key: 'notItsSum', args: { account, rows: rows / 100, sum: sum / 100 } })
  }
  const days = file.vouchers.map(({ dated }) => dayNumber(dated))
  if (file.through && days.some((day) => day > dayNumber(file.through!)))
    found.push({ key: 'afterThrough', args: { through: file.through } })
  return found
}
