import type { Writing } from '../figure.ts'
import type { Cube, CubeAxis, CubeValue } from './cube.ts'

/** The title of a table or a part of it, with the years it holds; invented data say so first. */
export function titleOf({ title, demo }: Cube, years: readonly CubeValue[], { locale, t }: Writing): string {
  const [first, last] = [years[0]!.code, years.at(-1)!.code]
  const span = first === last ? first : `${first}–${last}`
  return `${demo ? `${t('web.demo')}. ` : ''}${title[locale]}. ${t('opendata.year')} ${span}`
}

/** What must be known to read the table: invented or not, who is counted, what the signs mean, of which day, and what it is no part of. */
export function notesOf({ definition, demo, threshold, dataDate, population, coverage }: Cube, { locale, t }: Writing): string[] {
  return [
    ...(demo ? [`${t('web.demo')}. ${t('web.demoHelp')}`] : []),
    definition[locale],
    t('opendata.signs', { most: threshold - 1 }),
    ...(population === 'inPeriod' ? coverage.map(({ year, share }) => t('statistics.publishedCoverage', { ...share, year })) : []),
    `${t('statistics.dataDate')}: ${dataDate ?? '–'}.`,
    t('statistics.notOfficial'),
  ]
}

/** The years of a cube or of a part of it. */
export function yearsOf(axes: readonly { axis: CubeAxis; values: readonly CubeValue[] }[]): readonly CubeValue[] {
  return axes.find(({ axis }) => axis.kind === 'time')!.values
}
