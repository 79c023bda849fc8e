import { TargetGroup } from '../../interventions/codes.ts'
import type { Figure } from '../../statistics/domain.ts'
import { countFigure, type Writing } from '../../statistics/figure.ts'
import { exitsOf, shareAt } from '../../statistics/glance/glance.ts'
import type { Cube } from '../../statistics/opendata/cube.ts'
import { findCell } from '../../statistics/opendata/findCell.ts'
import type { Need } from './contract.ts'

type Beside = Need['outcome']
export type Published = Pick<Need, 'participations' | 'exits' | 'outcome'>
/** Who is counted, whom most is known of first. */
const populations = ['inPeriod', 'entries', 'exits'] as const

const none: Beside = { here: null, nation: null }

/** Published numbers of an association beside those of the whole country; `null` where no published table has them. */
export function publishedOf(cubes: readonly Cube[], year: string | null, place: string, writing: Writing): Published {
  if (year === null) return { participations: none, exits: none, outcome: none }
  const beside = (read: (codes: Record<string, string>) => Figure | null): Beside => ({ here: read({ place }), nation: read({}) })
  const count = (population: 'inPeriod' | 'exits') => (codes: Record<string, string>) => {
    const found = findCell(cubes, population === 'exits' ? exitsOf(year, codes) : { population, year, codes })
    return found ? countFigure(found.cell, writing) : null
  }
  return {
    ...{ participations: beside(count('inPeriod')), exits: beside(count('exits')) },
    outcome: beside((codes) => shareAt(cubes, year, codes, writing)?.figure ?? null),
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
  const read = (population: (typeof populations)[number], codes: Record<string, string>): Figure | null => {
    const found = year === null ? undefined : findCell(cubes, { population, year, codes })
    return found ? countFigure(found.cell, writing) : null
  }
  const counted = populations.find((population) => all.some((code) => read(population, { targetGroups: code }))) ?? null
  const byGroup = all.map((targetGroups): [string, Beside] => [
    targetGroups,
    counted === null ? none : { here: read(counted, { place, targetGroups }), nation: read(counted, { targetGroups }) },
  ])
  return { counted, byGroup: new Map(byGroup) }
}
