import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { valueOf } from '../../../disclosure/cell.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import type { Translate } from '../../../values/catalogue.ts'
import type { Locale } from '../../../values/codeList.ts'
import { BYTE_ORDER_MARK, csvLine, harmless } from '../../../values/csv.ts'
import { absenceSign } from '../../absenceSign.ts'
import { workbookBytes } from '../../workbookBytes.ts'
import type { ReleaseDocument, ReleaseTable } from './document.ts'
import type { Edition } from './edition.ts'
import { reportOf, reportText } from './report.ts'

/** A release as files are made of it. */
export interface FiledRelease {
  id: string
  number: number
  sha256: string
  releasedAt: Date
  /** The release that this one corrects. */
  replaces: string | null
  bytes: Uint8Array
  document: ReleaseDocument
}

export interface FileWords {
  locale: Locale
  t: Translate
}

/** One sign for all hidden cells, as Statistics Sweden writes what is left out for secrecy. */
const hiddenSign = '..'

/** Lines of a table: a code and a name for each axis, and the count. */
export function tableLines({ axes, cells }: ReleaseTable, { locale, t }: FileWords): string[][] {
  const head = [...axes.flatMap(({ label }) => [`${label[locale]} (${t('publication.code')})`, label[locale]]), t('publication.count')]
  const lines = cells.map((cell, at) => {
    const named: string[] = []
    for (let axis = axes.length - 1, rest = at; axis >= 0; axis--) {
      const { codes } = axes[axis]!
      const { code, label } = codes[rest % codes.length]!
      named.unshift(code, label[locale])
      rest = Math.floor(rest / codes.length)
    }
    return [...named, written(cell)]
  })
  return [head, ...lines]
}

const written = (cell: Cell): string => absenceSign(cell) ?? String(valueOf(cell))

/** What stands above a table in every file: what it is, of when, that it is protected, and that it is invented when it is. */
function headOf(document: ReleaseDocument, table: ReleaseTable, { locale, t }: FileWords): string[] {
  const { title, period, demo, dataDate } = document
  return [
    ...(demo ? [t('web.demo')] : []),
    `${title[locale]}: ${table.title[locale]}, ${period.from}–${period.to}`,
    table.definition[locale],
    t('publication.sign', { sign: hiddenSign, most: document.policy.threshold - 1 }),
    `${t('statistics.dataDate')}: ${dataDate ?? '–'}`,
    t('statistics.notOfficial'),
  ]
}

/** A table as CSV (UTF-8 with BOM, semicolon), with what it is above. */
export function tableCsv(document: ReleaseDocument, table: ReleaseTable, words: FileWords): Buffer {
  const lines = [...headOf(document, table, words).map((line) => [line]), [''], ...tableLines(table, words)]
  return Buffer.from(BYTE_ORDER_MARK + lines.map((line) => csvLine(line.map(harmless))).join(''))
}

/** All tables as a workbook, a sheet each. */
export async function releaseXlsx({ document, releasedAt }: FiledRelease, words: FileWords): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  document.tables.forEach((table, at) => {
    const sheet = workbook.addWorksheet(`${at + 1}`)
    for (const line of headOf(document, table, words)) sheet.addRow([harmless(line)])
    sheet.addRow([])
    const [head, ...lines] = tableLines(table, words)
    sheet.addRow(head).font = { bold: true }
    lines.forEach((line, row) =>
      sheet.addRow([...line.slice(0, -1).map(harmless), absenceSign(table.cells[row]!) ?? valueOf(table.cells[row]!)!]),
    )
  })
  return Buffer.from(await workbookBytes(workbook, releasedAt))
}

/** The report on protection as text. */
export function releaseReport({ document, sha256 }: FiledRelease, { locale, t }: FileWords): Buffer {
  const title = `${t('publication.report')}: ${document.title[locale]}`
  return Buffer.from((document.demo ? `**${t('web.demo')}**\n\n` : '') + reportText(title, reportOf(document, sha256, locale)))
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/**
 * Everything of a release as a zip: the frozen document, which release it is, each table as CSV, the report in both languages, the policy for machines, and hashes of all. The
 * same release always gives the same bytes.
 */
export function releaseZip(release: FiledRelease, both: Record<Locale, Translate>): Buffer {
  const { document } = release
  const words = { sv: { locale: 'sv', t: both.sv }, en: { locale: 'en', t: both.en } } as const
  const files: Record<string, Uint8Array> = {
    'release.json': release.bytes,
    ...Object.fromEntries(document.tables.map((table, at) => [`tabell-${at + 1}.csv`, tableCsv(document, table, words.sv)])),
    'rapport.md': releaseReport(release, words.sv),
    'report.md': releaseReport(release, words.en),
    'edition.json': json({
      id: release.id,
      number: release.number,
      releasedAt: release.releasedAt.toISOString(),
      sha256: release.sha256,
      ...(release.replaces && { replaces: release.replaces }),
    } satisfies Edition),
    'policy.json': json({ policy: document.policy, hidden: document.hidden, document: release.sha256 }),
  }
  const sums = Object.entries(files).map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  const all = { ...files, SHA256SUMS: Buffer.from(sums.join('')) }
  return Buffer.from(zipSync(all, { mtime: release.releasedAt }))
}
