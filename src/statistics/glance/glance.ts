import { notApplicableCell } from '../../disclosure/absentCell.ts'
import { exactRest } from '../../disclosure/releasedCell.ts'
import { Sex } from '../../participations/codes.ts'
import { countFigure, shareFigure } from '../figure.ts'
import type { Writing } from '../figure.ts'
import { measures } from '../measure.ts'
import type { Figure } from '../domain.ts'
import type { Cube } from '../opendata/cube.ts'
import { findCell } from '../opendata/findCell.ts'
import type { WantedCell } from '../opendata/findCell.ts'
import { populationWords } from '../publication/release/populationWords.ts'
import type { Glance } from './contract.ts'

/** An association as the register has it. */
export interface KnownAssociation {
  id: string
  slug: string
  name: string
}

/** The populations that are told over the years, as far as they are published. */
const populations = ['inPeriod', 'entries', 'exits'] as const
/** How many years are told. */
export const mostYears = 10

/** What is published of a place at a glance. Only published cells go into it, and every number can be found in the table named beside it. */
export function glanceOf(
  cubes: readonly Cube[],
  associations: readonly KnownAssociation[],
  place: KnownAssociation | undefined,
  { money, writing }: { money: Glance['money']; writing: Writing },
): Glance {
  const yearly = cubes.filter(({ isWholeYears }) => isWholeYears)
  const years = [...new Set(yearly.flatMap(({ releases }) => releases.map(({ year }) => year)))].sort().slice(-mostYears)
  const at: Record<string, string> = place ? { place: place.id } : {}
  const newest = years.at(-1)
  const told =
    newest === undefined ? [] : associations.map((one) => ({ ...one, found: findCell(yearly, exitsOf(newest, { place: one.id })) }))
  return {
    place: { name: place?.name ?? writing.t('statistics.nation'), slug: place?.slug ?? null },
    demo: yearly.some(({ demo }) => demo),
    dataDate:
      yearly
        .map(({ dataDate }) => dataDate ?? '')
        .sort()
        .at(-1) || null,
    threshold: yearly.length > 0 ? Math.max(...yearly.map(({ threshold }) => threshold)) : null,
    years,
    counts: populations.flatMap((population) => countsOf(yearly, population, years, at, writing)),
    outcome: outcomeOf(yearly, years, at, writing),
    reporting: place || told.length === 0 ? null : { part: told.filter(({ found }) => found).length, whole: associations.length },
    associations: place
      ? []
      : told.map(({ slug, name, found }) => ({ slug, name, exits: found ? countFigure(found.cell, writing) : null })),
    money,
    tables: cubes.map(({ id, title }) => ({ id, title: title[writing.locale] })),
  }
}

/** The exits of a whole year. */
export const exitsOf = (year: string, codes: Record<string, string>): WantedCell => ({ population: 'exits', year, codes })

function countsOf(
  cubes: readonly Cube[],
  population: (typeof populations)[number],
  years: readonly string[],
  at: Record<string, string>,
  { locale }: Writing,
): Glance['counts'] {
  const found = years.map((year) => findCell(cubes, { population, year, codes: at }))
  const table = found.findLast((one) => one)?.table
  if (table === undefined) return []
  const { title, definition } = populationWords[population]
  const bySex = Sex.codes.map(({ code, label }) => ({
    label: label[locale],
    cells: years.map((year) => findCell(cubes, { population, year, codes: { ...at, sex: code } })?.cell ?? notApplicableCell),
  }))
  return [
    {
      ...{ key: population, label: title[locale], definition: definition[locale], table },
      cells: found.map((one) => one?.cell ?? notApplicableCell),
      bySex: bySex.some(({ cells }) => cells.some(({ kind }) => kind === 'shown')) ? bySex : [],
    },
  ]
}

/** The share that went to work or study: of each year, and of the newest by sex. */
function outcomeOf(cubes: readonly Cube[], years: readonly string[], at: Record<string, string>, writing: Writing): Glance['outcome'] {
  const { label, definition } = measures['to-work-or-study']
  const figures = years.map((year) => shareAt(cubes, year, at, writing))
  const newest = figures.findLast((one) => one)
  if (!newest) return null
  const year = years[figures.lastIndexOf(newest)]!
  return {
    ...{ key: 'to-work-or-study', label: label[writing.locale], definition: definition[writing.locale], table: newest.table },
    figures: figures.map((one) => one?.figure ?? emptyFigure(writing)),
    bySex: Sex.codes.flatMap(({ code, label: sex }) => {
      const found = shareAt(cubes, year, { ...at, sex: code }, writing)
      return found ? [{ label: sex[writing.locale], figure: found.figure }] : []
    }),
    sentence: writing.t('glance.outcomeSentence', { year, text: newest.figure.text }),
  }
}

/** The share that went to work or study of those who left in a year, and the table it stands in. */
export function shareAt(
  cubes: readonly Cube[],
  year: string,
  at: Record<string, string>,
  writing: Writing,
): { figure: Figure; table: string } | undefined {
  const of = (afterExit: string) => findCell(cubes, exitsOf(year, { ...at, afterExit }))
  const [x, n, unknown] = [of('workOrStudy'), of('all'), of('unknown')]
  if (!x || !n || !unknown) return undefined
  const known = exactRest(n.cell, unknown.cell) ?? unknown.cell
  return {
    figure: shareFigure({ x: x.cell, n: n.cell, unknown: unknown.cell, known, apart: undefined }, undefined, writing),
    table: x.table,
  }
}

function emptyFigure({ t }: Writing): Figure {
  // Of a year without such cells there is no share.
  const nothing = { n: null, unknown: null, known: null, apart: null, lower: null, upper: null, share: null }
  return { ...nothing, value: notApplicableCell, text: t('statistics.notApplicable') }
}
