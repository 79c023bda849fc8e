import { parseSieDate } from './amount.ts'
import type { SieField } from './fields.ts'
import { balanceOf, textOf, type Reading } from './reading.ts'

type ReadFields = (reading: Reading, fields: readonly SieField[], line: number) => void

/** What each label means that stands outside vouchers. */
export const readers: Partial<Record<string, ReadFields>> = {
  SIETYP: (reading, [type]) => void (reading.type = textOf(type)),
  PROGRAM: (reading, fields) => void (reading.header.program = fields.map(textOf).join(' ').trim()),
  FNAMN: (reading, [name]) => void (reading.header.company = textOf(name)),
  GEN: (reading, [day]) => void (reading.header.generatedOn = parseSieDate(textOf(day)) ?? null),
  OMFATTN(reading, [day], line) {
    reading.header.through = parseSieDate(textOf(day)) ?? null
    if (!reading.header.through) reading.faults.push({ line, key: 'badDate', args: { value: textOf(day) } })
  },
  VALUTA(reading, [currency], line) {
    if (textOf(currency).toUpperCase() !== 'SEK') reading.faults.push({ line, key: 'currency', args: { value: textOf(currency) } })
  },
  RAR(reading, [number, from, to], line) {
    if (textOf(number) !== '0') return
    const days = [parseSieDate(textOf(from)), parseSieDate(textOf(to))] as const
    if (days[0] && days[1]) reading.year = { from: days[0], to: days[1], line }
    else reading.faults.push({ line, key: 'badDate', args: { value: `${textOf(from)} ${textOf(to)}`.trim() } })
  },
  KONTO(reading, [account, name], line) {
    if (!/^\d{1,10}$/.test(textOf(account))) reading.faults.push({ line, key: 'badAccount', args: { value: textOf(account) } })
    else
      reading.accounts.set(textOf(account), {
        account: textOf(account),
        name: textOf(name),
        kind: reading.accounts.get(textOf(account))?.kind ?? null,
      })
  },
  KTYP(reading, [account, kind]) {
    const known = reading.accounts.get(textOf(account))
    reading.accounts.set(textOf(account), { account: textOf(account), name: known?.name ?? '', kind: textOf(kind).toUpperCase() })
  },
  DIM: (reading, [dimension, name]) => void reading.dimensions.set(textOf(dimension), { dimension: textOf(dimension), name: textOf(name) }),
  UNDERDIM: (reading, [dimension, name]) =>
    void reading.dimensions.set(textOf(dimension), { dimension: textOf(dimension), name: textOf(name) }),
  OBJEKT: (reading, [dimension, object, name]) =>
    void reading.objects.set(`${textOf(dimension)} ${textOf(object)}`, {
      ...{ dimension: textOf(dimension), object: textOf(object), name: textOf(name) },
    }),
  IB: (reading) => void (reading.hasBalances = true),
  UB: (reading) => void (reading.hasBalances = true),
  RES(reading, [year, account, amount], line) {
    reading.hasBalances = true
    if (textOf(year) !== '0') return
    const row = balanceOf(reading, [account, [], amount], line)
    if (row) reading.results.push({ ...row, month: null })
  },
  PSALDO(reading, [year, month, account, objects, amount], line) {
    if (textOf(year) !== '0') return
    if (!/^\d{4}(0[1-9]|1[0-2])$/.test(textOf(month))) reading.faults.push({ line, key: 'badMonth', args: { value: textOf(month) } })
    const row = balanceOf(reading, [account, objects, amount], line)
    if (row) reading.months.push({ ...row, month: textOf(month) })
  },
}
