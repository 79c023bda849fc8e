import type { Cell } from '../../disclosure/cell.ts'
import type { Text } from '../../values/codeList.ts'
import type { ReleaseDocument, ReleaseTable } from '../publication/release/document.ts'
import type { PublishedCoverage } from '../publication/release/coverage.ts'
import { populationWords } from '../publication/release/populationWords.ts'
import type { Amount, OpenCell } from './openCell.ts'
import { tableId, tableTitle, timeAxisCode } from './tableId.ts'
import { mergedCodes } from './mergedCodes.ts'
import { toldApart } from './toldApart.ts'

/** A value of an axis: its code, its name, and how far down it lies (0 is the whole). */
export interface CubeValue {
  code: string
  label: Text
  depth: number
}

/** A variable of a table. `whole` is the value that stands for all others: without the axis the table shows that. */
export interface CubeAxis {
  code: string
  label: Text
  kind: 'regular' | 'geo' | 'contents' | 'time'
  values: readonly CubeValue[]
  whole: string | undefined
}

/** A release with what is needed of it: its number (the newest counts), when it came out, and what it shows. */
export interface OpenRelease {
  number: number
  releasedAt: Date
  document: ReleaseDocument
}

/** The folders of open tables: who is counted, or money. */
export const folders = ['exits', 'entries', 'inPeriod', 'money'] as const
export type FolderName = (typeof folders)[number]

/** A table that is open, as formats and interfaces see it whatever its source. */
interface OpenCube<C extends OpenCell> {
  id: string
  title: Text
  definition: Text
  folder: FolderName
  demo: boolean
  updated: Date
  axes: readonly CubeAxis[]
  /** The cell at the places of its values, one for each axis in order; `undefined` where that year's table has no such cell. */
  cellAt(places: readonly number[]): C | undefined
}

/** Money that associations have approved. No persons, so no release and nothing hidden. */
export interface MoneyCube extends OpenCube<Amount> {
  kind: 'money'
}

export type AnyCube = Cube | MoneyCube

/** What is published of the same table over the years, as one cube of cells; the newest release of each year counts. */
export interface Cube extends OpenCube<Cell> {
  kind: 'counts'
  /** Who is counted. */
  population: ReleaseTable['spec']['population']
  /** Of whole years, not of January to some month. */
  isWholeYears: boolean
  dataDate: string | null
  threshold: number
  /** Numbers of the releases behind it, by year. */
  releases: readonly { year: string; number: number }[]
  /** Coverage of the country, of the newest release of each year where it tells it. */
  coverage: readonly { year: string; share: NonNullable<PublishedCoverage> }[]
}

interface Edition {
  release: OpenRelease
  table: ReleaseTable
  year: string
}

/** The published tables as cubes, by what they count and show, in the order of their ids. */
export function cubesOf(releases: readonly OpenRelease[]): Cube[] {
  const editions = releases.flatMap((release) =>
    release.document.tables.map((table): Edition => ({ release, table, year: release.document.period.from.slice(0, 4) })),
  )
  const byId = Map.groupBy(editions, ({ table, release }) => tableId(table.spec, release.document.period))
  return [...byId].map(([id, all]) => cubeOf(id, newestByYear(all))).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function newestByYear(editions: readonly Edition[]): Edition[] {
  const newest = new Map<string, Edition>()
  for (const one of editions) {
    const known = newest.get(one.year)
    if (!known || known.release.number < one.release.number) newest.set(one.year, one)
  }
  return [...newest.values()].sort((a, b) => (a.year < b.year ? -1 : 1))
}

function cubeOf(id: string, editions: readonly Edition[]): Cube {
  const last = editions.at(-1)!
  const { document } = last.release
  const breakdowns = last.table.axes.map(({ name, label }): CubeAxis => {
    const values = toldApart(mergedCodes(editions.map(({ table }) => table.axes.find((axis) => axis.name === name)!.codes).reverse()))
    return { code: name, label, kind: name === 'place' || name === 'region' ? 'geo' : 'regular', values, whole: values[0]?.code }
  })
  const axes = [...breakdowns, contentsAxis(last.table), timeAxis(editions)]
  return {
    ...{ id, axes, title: tableTitle(last.table, document), definition: last.table.definition },
    ...{
      kind: 'counts',
      folder: last.table.spec.population,
      population: last.table.spec.population,
      demo: editions.some(({ release }) => release.document.demo),
      dataDate: document.dataDate,
    },
    isWholeYears: document.period.to.endsWith('-12'),
    updated: new Date(Math.max(...editions.map(({ release }) => release.releasedAt.getTime()))),
    threshold: Math.max(...editions.map(({ release }) => release.document.policy.threshold)),
    releases: editions.map(({ year, release }) => ({ year, number: release.number })),
    coverage: editions.flatMap(({ year, release }) => (release.document.coverage ? [{ year, share: release.document.coverage }] : [])),
    cellAt: cellFinder(
      breakdowns,
      editions.map(({ table }) => table),
    ),
  }
}

/** Finds cells by places in the cube's axes (the time last, the contents before it), however each year's table lies. */
function cellFinder(breakdowns: readonly CubeAxis[], tables: readonly ReleaseTable[]): Cube['cellAt'] {
  const steps = tables.map(({ axes }) => {
    const strides = axes.map((_, at) => axes.slice(at + 1).reduce((product, { codes }) => product * codes.length, 1))
    return breakdowns.map((axis) => {
      const at = axes.findIndex(({ name }) => name === axis.code)
      const places = new Map(axes[at]!.codes.map(({ code }, place) => [code, place * strides[at]!]))
      return axis.values.map(({ code }) => places.get(code) ?? -1)
    })
  })
  return (places) => {
    const year = places.at(-1)!
    let cell = 0
    for (let axis = 0; axis < breakdowns.length; axis++) {
      const step = steps[year]![axis]![places[axis]!]!
      if (step < 0) return undefined
      cell += step
    }
    return tables[year]!.cells[cell]
  }
}

function contentsAxis({ spec: { population } }: ReleaseTable): CubeAxis {
  return {
    ...{ code: 'ContentsCode', kind: 'contents', whole: undefined, label: { sv: 'tabellinnehåll', en: 'contents' } },
    values: [{ code: population.toUpperCase(), label: populationWords[population].title, depth: 0 }],
  }
}

function timeAxis(editions: readonly Edition[]): CubeAxis {
  return {
    ...{ code: timeAxisCode, kind: 'time', whole: undefined, label: { sv: 'år', en: 'year' } },
    values: editions.map(({ year }) => ({ code: year, label: { sv: year, en: year }, depth: 0 })),
  }
}
