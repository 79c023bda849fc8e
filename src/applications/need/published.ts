import { TargetGroup } from '../../interventions/codes.ts'
import type { Figure } from '../../statistics/domain.ts'
import { countFigure, type Writing } from '../../statistics/figure.ts'
import { shareAt } from '../../statistics/glance/glance.ts'
import type { Cube } from '../../statistics/opendata/cube.ts'
import { findCell } from '../../statistics/opendata/findCell.ts'
import type { Need } from './contract.ts'

type Beside = Need['outcome']
export type Published = Pick<Need, 'participations' | 'exits' | 'outcome'>
/** Who is counted, whom most is known of first. */
const populations = ['inPeriod', 'entries', 'exits'] as const
type CountedPopulation = (typeof populations)[number]

const none: Beside = { here: null, nation: null }

/** Reads a place beside the whole country. */
const besideNation = (place: string, read: (codes: Record<string, string>) => Figure | null): Beside => ({
  here: read({ place }),
  nation: read({}),
})

/** Published numbers of an association beside those of the whole country; `null` where no published table has them. */
export function publishedOf(cubes: readonly Cube[], year: string | null, place: string, writing: Writing): Published {
  const share = (codes: Record<string, string>) => (year === null ? null : (shareAt(cubes, year, codes, writing)?.figure ?? null))
  return {
    participations: besideNation(place, (codes) => countAt(cubes, 'inPeriod', year, codes, writing)),
    exits: besideNation(place, (codes) => countAt(cubes, 'exits', year, codes, writing)),
    outcome: besideNation(place, share),
  }
}

/** Participants of each target group, of the first kind of count that is published by target group. Somebody may be in several. */
export function publishedGroups(
  cubes: readonly Cube[],
  year: string | null,
  place: string,
  writing: Writing,
): { counted: Need['counted']; byGroup: ReadonlyMap<string, Beside> } {
  const all = TargetGroup.codes.map(({ code }) => code)
  const read = (population: CountedPopulation, codes: Record<string, string>) => countAt(cubes, population, year, codes, writing)
  const counted = populations.find((population) => all.some((targetGroups) => read(population, { targetGroups }))) ?? null
  const byGroup = all.map((targetGroups): [string, Beside] => [
    targetGroups,
    counted === null ? none : besideNation(place, (codes) => read(counted, { ...codes, targetGroups })),
  ])
  return { counted, byGroup: new Map(byGroup) }
}

function countAt(
  cubes: readonly Cube[],
  population: CountedPopulation,
  year: string | null,
  codes: Record<string, string>,
  writing: Writing,
): Figure | null {
  const found = year === null ? undefined : findCell(cubes, { population, year, codes })
  return found ? countFigure(found.cell, writing) : null
}
