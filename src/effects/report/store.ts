import { createHash, randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import type { FileAnswer } from '../../platform/serve.ts'
import type { Locale } from '../../values/codeList.ts'
import type { Period } from '../../values/month.ts'
import type { FrozenFormat, FrozenReport } from './contract.ts'

/** A report as it is frozen: whom it is of, by which data and program, and its files. */
export interface Made {
  period: Period
  dataDate: string
  software: string
  /** Which registration of the outcome it answers; 0 for the usual one. */
  outcomeVersion: number
  comparisonSha256: string | undefined
  files: { locale: Locale; format: FrozenFormat; fileName: string; bytes: Uint8Array }[]
}

/** The frozen reports of an intervention, the newest first. */
export async function listReports(queries: Queries, interventionId: string): Promise<FrozenReport[]> {
  const rows = await queries
    .selectFrom('outcome_report')
    .selectAll()
    .where('intervention_id', '=', interventionId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const files = await queries
    .selectFrom('outcome_report_file')
    .select(['report_id', 'locale', 'format', 'sha256'])
    .where(
      'report_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('locale', 'desc')
    .orderBy('format', 'desc')
    .execute()
  return rows.map(({ id, from_month, to_month, data_date, made_at, software, comparison_sha256 }) => ({
    comparisonSha256: comparison_sha256 || null,
    ...{ id, period: { from: from_month, to: to_month }, dataDate: data_date, madeAt: made_at, software },
    files: files
      .filter(({ report_id }) => report_id === id)
      .map(({ locale, format, sha256 }) => ({ locale: locale as Locale, format: format as FrozenFormat, sha256 })),
  }))
}

/** More than this of one intervention nobody reads, and a frozen report is never taken away. */
const mostReports = 500

/**
 * Freezes a report, and says whether there was none that is the very same: of the same months, data and program, with the same files. A correction may leave the date of the data as
 * it is, so that alone does not tell reports apart. Throws `Refusal` 422 when there are as many as may be.
 */
export async function addReport(
  queries: Queries,
  interventionId: string,
  { period, dataDate, software, outcomeVersion, comparisonSha256, files }: Made,
  now: Date,
): Promise<boolean> {
  const { count } = await queries
    .selectFrom('outcome_report')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('intervention_id', '=', interventionId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostReports) throw breaksRule('effects.record.tooMany', { most: mostReports })
  const id = randomUUID()
  const rows = files.map(({ locale, format, fileName, bytes }) => ({
    ...{ report_id: id, locale, format, file_name: fileName, document: Buffer.from(bytes) },
    sha256: sha256Of(bytes),
  }))
  const added = await queries
    .insertInto('outcome_report')
    .values({
      ...{ id, intervention_id: interventionId, from_month: period.from, to_month: period.to },
      ...{ data_date: dataDate, software, made_at: now.toISOString() },
      ...{ outcome_version: outcomeVersion, comparison_sha256: comparisonSha256 ?? '' },
      files_sha256: sha256Of(rows.map(({ sha256 }) => sha256).join()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  await queries.insertInto('outcome_report_file').values(rows).execute()
  return true
}

const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const mediaTypes: Record<FrozenFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A file as it was made. Throws `Refusal` 404 when there is none. */
export async function getFile(queries: Queries, of: { id: string; locale: Locale; format: FrozenFormat }): Promise<FileAnswer> {
  const row = await queries
    .selectFrom('outcome_report_file')
    .select(['file_name', 'document'])
    .where('report_id', '=', of.id)
    .where('locale', '=', of.locale)
    .where('format', '=', of.format)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { fileName: row.file_name, mediaType: mediaTypes[of.format], bytes: row.document }
}
