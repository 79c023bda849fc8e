import { importLimits, refuseBySize, RefusedFile } from '../../../spreadsheet/limits.ts'
import type { Translate } from '../../../values/catalogue.ts'
import { Books } from '../books.ts'
import { readTableBooks } from '../tableBooks.ts'
import { faulty, wordsOf, type BooksReading } from './readSieFile.ts'

/** Reads booked amounts from a spreadsheet in the browser; nothing of it is sent. */
export async function readTableFile(file: File, t: Translate, isKept: (account: string) => boolean): Promise<BooksReading> {
  const tooLarge = refuseBySize(file.size)
  if (tooLarge) return faulty([t(`import.refusal.${tooLarge.reason}`, tooLarge.args)])
  try {
    const { readSheets } = await import('../../../spreadsheet/readSheets.ts')
    const { sheets } = await readSheets(new Uint8Array(await file.arrayBuffer()), importLimits)
    const read = readTableBooks(sheets, isKept)
    if ('faults' in read) return faulty(read.faults.map(({ key, args }) => t(`budget.table.${key}`, args)))
    const { data: books, error } = Books.safeParse(read.books)
    return books ? { kind: 'read', books, company: '', warnings: [] } : faulty([wordsOf(error.issues[0]!, t)])
  } catch (thrown) {
    if (!(thrown instanceof RefusedFile)) throw thrown
    return faulty([t(`import.refusal.${thrown.refusal.reason}`, thrown.refusal.args)])
  }
}
