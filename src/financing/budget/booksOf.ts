import { addDays, addMonths, stockholmDate } from '../../values/civilDate.ts'
import { looksLikePersonnummer } from '../../values/personnummer.ts'
import type { SieFile } from '../sie/domain.ts'
import type { SieObject } from '../sie/fields.ts'
import { personalDimensions, type BookedRow, type Books } from './books.ts'

/**
 * What of a SIE file is sent and kept: rows on result accounts. Left out are accounts of the balance sheet (kind T or S, else class 1 or 2 of the standard
 * charts), objects of dimensions that name persons, and every name that looks like a personnummer.
 * @param isKept accounts of the balance sheet that are kept all the same: those of VAT
 */
export function booksOf(file: SieFile, isKept: (account: string) => boolean = () => false): Books {
  const kinds = new Map(file.accounts.map(({ account, kind }) => [account, kind]))
  const isResult = (account: string): boolean => {
    const kind = kinds.get(account)
    if (isKept(account)) return true
    return kind ? kind !== 'T' && kind !== 'S' : !/^[12]/.test(account)
  }
  const rows = [...vouchersOf(file), ...balancesOf(file)].filter(({ account }) => isResult(account))
  const used = new Set(rows.map(({ account }) => account))
  const named = (name: string): string => plainName(name)
  return {
    ...{ year: file.year, sieType: file.type, program: named(file.program).slice(0, 100), generatedOn: file.generatedOn },
    ...{ through: throughOf(file, rows), rows },
    accounts: file.accounts.filter(({ account }) => used.has(account)).map(({ account, name }) => ({ account, name: named(name) })),
    dimensions: file.dimensions
      .filter(({ dimension }) => isOpen(dimension))
      .map(({ dimension, name }) => ({ dimension, name: named(name) })),
    objects: file.objects.filter(({ dimension }) => isOpen(dimension)).map((one) => ({ ...one, name: named(one.name) })),
  }
}

const isOpen = (dimension: string): boolean => dimension !== '' && !(personalDimensions as readonly string[]).includes(dimension)

function plainName(name: string): string {
  const short = name.trim().slice(0, 200)
  return looksLikePersonnummer(short, stockholmDate(new Date())) ? '' : short
}

const openObjects = (objects: readonly SieObject[]): [string, string][] =>
  objects.filter(([dimension]) => isOpen(dimension)).map(([dimension, object]) => [dimension, object])

function vouchersOf({ vouchers }: SieFile): BookedRow[] {
  return vouchers.flatMap(({ series, number, rows }) =>
    rows.map(({ account, objects, amountOre, dated }) => ({
      ...{ voucher: `${series} ${number}`.trim(), dated, month: null, account, objects: openObjects(objects), amountOre },
    })),
  )
}

/** Balances of an object that is left out are part of their account's own. */
function balancesOf({ balances }: SieFile): BookedRow[] {
  return balances
    .filter(({ objects }) => objects.every(([dimension]) => isOpen(dimension)))
    .map(({ account, objects, month, amountOre }) => ({
      ...{ voucher: '', dated: null, month, account, objects: openObjects(objects), amountOre },
    }))
}

/** To what day the books go: as the file says, else its last booked day or the end of its last month; not known of a year's balances alone. */
function throughOf({ through, year }: SieFile, rows: readonly BookedRow[]): string | null {
  // Books of a year that has been closed since say a day of the next.
  if (through && through >= `${year}-01-01`) return through < `${year}-12-31` ? through : `${year}-12-31`
  const days = rows.flatMap(({ dated, month }) => dated ?? (month ? lastOfMonth(month) : []))
  return days.toSorted().at(-1) ?? null
}

/** The last day of a month `YYYYMM`. */
export function lastOfMonth(month: string): string {
  return addDays(addMonths(`${month.slice(0, 4)}-${month.slice(4)}-01`, 1), -1)
}
