import type { Writing } from '../../figure.ts'
import type { AnyCube, FolderName } from '../cube.ts'
import { instant } from '../format/jsonStat.ts'
import { source } from '../openWords.ts'
import { titleOf } from '../words.ts'
import type { OpenTable } from './contract.ts'

type Link = OpenTable['links'][number]

export function link(rel: string, href: string, { locale }: Writing): Link {
  return { rel, hreflang: locale, href }
}

/** A table as lists of tables tell it. */
export function tableLine(cube: AnyCube, base: string, writing: Writing): OpenTable {
  const { locale } = writing
  const years = cube.axes.find(({ kind }) => kind === 'time')!.values
  const label = titleOf(cube, years, writing)
  const folder = folderLine(cube.folder, writing)
  const at = `${base}/tables/${cube.id}`
  const other = locale === 'sv' ? 'en' : 'sv'
  return {
    ...{ type: 'Table', id: cube.id, label, description: cube.definition[locale], sortCode: label, updated: instant(cube.updated) },
    ...{ firstPeriod: years[0]!.code, lastPeriod: years.at(-1)!.code, category: 'public', discontinued: false },
    variableNames: cube.axes.map((axis) => axis.label[locale]),
    ...{ source, subjectCode: cube.folder, timeUnit: 'Annual' },
    paths: [[{ id: cube.folder, label: folder, sortCode: folder }]],
    links: [
      link('self', `${at}?lang=${locale}`, writing),
      { rel: 'alternate', hreflang: other, href: `${at}?lang=${other}` },
      link('metadata', `${at}/metadata?lang=${locale}`, writing),
      link('data', `${at}/data?lang=${locale}&outputFormat=json-stat2`, writing),
    ],
  }
}

export function folderLine(name: FolderName, { t }: Writing): string {
  return t(`opendata.folder.${name}`)
}

/** Tables whose title, id or variables hold every word of a question, wherever in them (`avslut*` is `avslut`), and that came out within some days. */
export function searched(
  cubes: readonly AnyCube[],
  { query = '', pastDays }: { query?: string | undefined; pastDays?: number | undefined },
  now: Date,
  writing: Writing,
): AnyCube[] {
  const words = query.toLocaleLowerCase('sv').replaceAll('*', ' ').split(/\s+/).filter(Boolean)
  const since = pastDays === undefined ? undefined : now.getTime() - pastDays * 86_400_000
  return cubes.filter((cube) => {
    const text = [cube.id, cube.title[writing.locale], ...cube.axes.map(({ label }) => label[writing.locale])]
      .join(' ')
      .toLocaleLowerCase('sv')
    return words.every((word) => text.includes(word)) && (since === undefined || cube.updated.getTime() >= since)
  })
}

/** Links between the pages of a search. */
export function pageLinks(
  {
    base,
    query,
    pageSize,
    pageNumber,
    totalPages,
  }: Record<'pageSize' | 'pageNumber' | 'totalPages', number> & { base: string; query: string | undefined },
  writing: Writing,
): Link[] {
  const pageAt = (rel: string, page: number): Link => {
    const search = new URLSearchParams({
      lang: writing.locale,
      ...(query ? { query } : {}),
      pageSize: String(pageSize),
      pageNumber: String(page),
    })
    return link(rel, `${base}/tables?${search.toString()}`, writing)
  }
  return [
    pageAt('self', pageNumber),
    ...(pageNumber < totalPages ? [pageAt('next', pageNumber + 1)] : []),
    ...(pageNumber > 1 ? [pageAt('previous', pageNumber - 1)] : []),
    ...(totalPages > 1 ? [pageAt('last', totalPages)] : []),
  ]
}
