import type { Writing } from '../figure.ts'
import type { AnyCube, Cube, CubeAxis, CubeValue } from './cube.ts'

/** The title of a table or a part of it, with the years it holds; invented data say so first. */
export function titleOf({ title, demo }: AnyCube, years: readonly CubeValue[], { locale, t }: Writing): string {
  const [first, last] = [years[0]!.code, years.at(-1)!.code]
  const span = first === last ? first : `${first}–${last}`
  return `${demo ? `${t('web.demo')}. ` : ''}${title[locale]}. ${t('opendata.year')} ${span}`
}

/** What must be known to read the table: invented or not, who is counted, what the signs mean, of which day, and what it is no part of. */
export function notesOf(cube: AnyCube, { locale, t }: Writing): string[] {
  return [
    ...(cube.demo ? [`${t('web.demo')}. ${t('web.demoHelp')}`] : []),
    cube.definition[locale],
    ...(cube.kind === 'money' ? [t('opendata.moneySigns')] : countNotes(cube, t)),
    t('statistics.notOfficial'),
  ]
}

function countNotes({ threshold, dataDate, population, coverage }: Cube, t: Writing['t']): string[] {
  return [
    t('opendata.signs', { most: threshold - 1 }),
    ...(population === 'inPeriod' ? coverage.map(({ year, share }) => t('statistics.publishedCoverage', { ...share, year })) : []),
    `${t('statistics.dataDate')}: ${dataDate ?? '–'}.`,
  ]
}

/** What the numbers of a table are in. */
export const unitOf = ({ kind }: AnyCube, { t }: Writing): string => t(kind === 'money' ? 'opendata.unitOre' : 'opendata.unit')

/** The years of a cube or of a part of it. */
export function yearsOf(axes: readonly { axis: CubeAxis; values: readonly CubeValue[] }[]): readonly CubeValue[] {
  return axes.find(({ axis }) => axis.kind === 'time')!.values
}
