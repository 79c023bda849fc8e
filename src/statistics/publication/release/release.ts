import type { Queries } from '../../../platform/database.ts'
import { notFound } from '../../../platform/errors.ts'
import type { FileAnswer } from '../../../platform/serve.ts'
import type { Translate } from '../../../values/catalogue.ts'
import type { Locale } from '../../../values/codeList.ts'
import type { Release, ReleaseLine } from '../contract.ts'
import type { ReleaseDocument } from './document.ts'
import { releaseReport, releaseXlsx, releaseZip, tableCsv } from './releaseFiles.ts'
import type { FiledRelease, FileWords } from './releaseFiles.ts'
import { findRelease, listReleaseRows } from '../store.ts'

/** Reading what is out. Invented data are shown where only this machine is answered. */
export class Releases {
  readonly #mayShowDemo: boolean
  readonly #translate: Record<Locale, Translate>

  constructor(mayShowDemo: boolean, translate: Record<Locale, Translate>) {
    this.#mayShowDemo = mayShowDemo
    this.#translate = translate
  }

  async list(queries: Queries): Promise<ReleaseLine[]> {
    const rows = await listReleaseRows(queries)
    const corrected = new Set(rows.map(({ replaces }) => replaces))
    return rows
      .filter(({ fictive }) => !fictive || this.#mayShowDemo)
      .map(({ id, number, title, period_from, period_to, released_at, fictive }) => ({
        ...{ id, number, title: title as ReleaseLine['title'], from: period_from, to: period_to, releasedAt: released_at, demo: fictive },
        isCorrected: corrected.has(id),
      }))
  }

  async get(queries: Queries, id: string): Promise<Release> {
    const { number, releasedAt, sha256, policyHash, correctedBy, document } = await this.#find(queries, id)
    return { id, number, releasedAt: releasedAt.toISOString(), sha256, policyHash, correctedBy, document }
  }

  async file(
    queries: Queries,
    id: string,
    { format, table }: { format: 'zip' | 'report' | 'csv' | 'xlsx'; table: number },
    words: FileWords,
  ): Promise<FileAnswer> {
    const release = await this.#find(queries, id)
    const name = `samlad-utgava-${release.number}`
    if (format === 'zip') return { fileName: `${name}.zip`, mediaType: 'application/zip', bytes: releaseZip(release, this.#translate) }
    if (format === 'report')
      return { fileName: `${name}-rapport.md`, mediaType: 'text/markdown; charset=utf-8', bytes: releaseReport(release, words) }
    if (format === 'xlsx') return { fileName: `${name}.xlsx`, mediaType: xlsx, bytes: await releaseXlsx(release, words) }
    const shown = release.document.tables[table]
    if (!shown) throw notFound()
    return {
      fileName: `${name}-tabell-${table + 1}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: tableCsv(release.document, shown, words),
    }
  }

  async #find(queries: Queries, id: string): Promise<FiledRelease & Pick<Release, 'policyHash' | 'correctedBy'>> {
    const row = await findRelease(queries, id)
    if (!row || (row.fictive && !this.#mayShowDemo)) throw notFound()
    const document = JSON.parse(Buffer.from(row.document).toString('utf8')) as ReleaseDocument
    const { number, sha256, policy_hash: policyHash, replaces, corrected_by: correctedBy } = row
    return { id, number, sha256, policyHash, replaces, correctedBy, bytes: row.document, document, releasedAt: new Date(row.released_at) }
  }
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
