import { importLimits, refuseBySize } from '../../../spreadsheet/limits.ts'
import type { Translate } from '../../../values/catalogue.ts'
import { Books } from '../books.ts'
import { booksOf } from '../booksOf.ts'
import { checkSum } from '../../sie/checksum.ts'
import { decodeSie } from '../../sie/charset.ts'
import { parseSie } from '../../sie/parse.ts'

/** A file as it was read: what is wrong with it in words, or what of it would be sent. */
export type BooksReading =
  { kind: 'faulty'; faults: string[]; isCut: boolean } | { kind: 'read'; books: Books; company: string; warnings: string[] }

/** A year of a large association's vouchers is a few megabytes. */
const limits = { ...importLimits, fileBytes: 20_000_000 }
const mostWarnings = 10
const mostShown = 50

/** Reads a SIE file in the browser; nothing of it is sent. */
export async function readSieFile(file: File, t: Translate, isKept: (account: string) => boolean): Promise<BooksReading> {
  const tooLarge = refuseBySize(file.size, limits)
  if (tooLarge) return faulty([t(`import.refusal.${tooLarge.reason}`, tooLarge.args)])
  const bytes = new Uint8Array(await file.arrayBuffer())
  const checksum = checkSum(bytes)
  if (checksum === 'unended') return faulty([t('sie.fault.checksumMissing')])
  const { text, charset } = decodeSie(bytes)
  const parsed = parseSie(text)
  if (!parsed.file) {
    return faulty(parsed.faults.map(({ line, key, args }) => t('sie.row', { line: String(line), what: t(`sie.fault.${key}`, args) })))
  }
  const { data: books, error } = Books.safeParse(booksOf(parsed.file, isKept))
  if (!books) return faulty([wordsOf(error.issues[0]!, t)])
  const warnings = parsed.warnings.map(({ key, args }) => t(`sie.warning.${key}`, args))
  if (checksum === 'differs') warnings.unshift(t('sie.warning.checksum'))
  if (charset !== 'PC8') warnings.unshift(t('sie.warning.charset', { charset }))
  return { kind: 'read', books, company: parsed.file.company, warnings: warnings.slice(0, mostWarnings) }
}

/** Faults in words, as many as are shown. */
export const faulty = (faults: string[]): BooksReading => ({
  kind: 'faulty',
  faults: faults.slice(0, mostShown),
  isCut: faults.length >= mostShown,
})

/** What is wrong with books, in words. */
export function wordsOf({ message, path }: { message: string; path: PropertyKey[] }, t: Translate): string {
  return message.startsWith('budget.') ? t(message) : t('budget.badBooks', { where: path.join('.') })
}
