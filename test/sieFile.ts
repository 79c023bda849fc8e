import { encodePc8 } from '../src/financing/sie/charset.ts'
import { writeOre } from '../src/financing/sie/amount.ts'
import type { SieFile } from '../src/financing/sie/domain.ts'
import type { SieObject } from '../src/financing/sie/fields.ts'

/** How makers differ in what the format leaves open. */
export interface Dialect {
  end: string
  /** Between fields. */
  space: string
  /** Quotes around everything, else only where the format demands it. */
  quotesAll: boolean
  /** The brace of a voucher on the line of `#VER`. */
  braceOnLine: boolean
  /** Whether `#TRANS` says its own day. */
  rowDates: boolean
  indent: string
  bytes: (text: string) => Uint8Array
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const plain = { end: '\r\n', space: ' ', quotesAll: false, braceOnLine: false, rowDates: false, indent: '', bytes: encodePc8 }

/** Written from the published format (SIE 4B), each as some maker does it. */
export const dialects = {
  asTheFormatHasIt: plain,
  quotesEverything: { ...plain, quotesAll: true, rowDates: true, indent: '   ' },
  tabsAndNewlines: { ...plain, space: '\t', end: '\n', indent: '\t' },
  braceOnTheLine: { ...plain, braceOnLine: true, rowDates: true },
  utf8: { ...plain, end: '\n', bytes: utf8 },
  windows1252: { ...plain, quotesAll: true, bytes: latin1 },
} satisfies Record<string, Dialect>

/** A SIE file in a dialect, with texts that are to be passed over: names of persons in vouchers, struck and added rows, an unknown label. */
export function writeSie(file: SieFile, dialect: Dialect = plain): Uint8Array {
  const { space, indent } = dialect
  const text = (value: string): string =>
    dialect.quotesAll || value === '' || /[\s"{}]/.test(value) ? `"${value.replaceAll('"', '\\"')}"` : value
  const line = (label: string, ...fields: string[]): string => [`#${label}`, ...fields].join(space)
  const objects = (list: readonly SieObject[]): string =>
    `{${list.map(([dimension, object]) => `${text(dimension)}${space}${text(object)}`).join(space)}}`
  const day = (date: string): string => date.replaceAll('-', '')
  const vouchers = file.vouchers.flatMap(({ series, number, dated, rows }) => [
    line('VER', text(series), text(number), day(dated), text('Utlägg Åsa "Ö" é')) + (dialect.braceOnLine ? `${space}{` : ''),
    ...(dialect.braceOnLine ? [] : ['{']),
    `${indent}#BTRANS${space}9999${space}{}${space}123`,
    ...rows.map((row) => {
      const rowDay = dialect.rowDates || row.dated !== dated ? [day(row.dated)] : []
      return indent + line('TRANS', text(row.account), objects(row.objects), writeOre(row.amountOre), ...rowDay)
    }),
    '}',
  ])
  const balances = file.balances.map((row) =>
    row.month === null
      ? line('RES', '0', row.account, writeOre(row.amountOre))
      : line('PSALDO', '0', row.month, row.account, objects(row.objects), writeOre(row.amountOre), '0'),
  )
  const lines = [
    ...[line('FLAGGA', '0'), line('FORMAT', 'PC8'), line('SIETYP', file.type.slice(0, 1)), line('PROGRAM', text(file.program))],
    ...(file.generatedOn ? [line('GEN', day(file.generatedOn), text('Åsa'))] : []),
    line('FNAMN', text(file.company)),
    ...(file.type === '4I' ? [] : [line('RAR', '0', `${file.year}0101`, `${file.year}1231`), line('UB', '0', '1930', '0')]),
    ...(file.through ? [line('OMFATTN', day(file.through))] : []),
    line('EGENTLIGEN', 'okänd'),
    ...file.accounts.flatMap(({ account, name, kind }) => [
      line('KONTO', account, text(name)),
      ...(kind === null ? [] : [line('KTYP', account, kind)]),
    ]),
    ...file.dimensions.map(({ dimension, name }) => line('DIM', text(dimension), text(name))),
    ...file.objects.map(({ dimension, object, name }) => line('OBJEKT', text(dimension), text(object), text(name))),
    ...balances,
    ...vouchers,
  ]
  return dialect.bytes(lines.join(dialect.end) + dialect.end)
}
