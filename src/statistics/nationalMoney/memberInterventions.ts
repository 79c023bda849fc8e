import { isShown, valueOf, type Cell } from '../../disclosure/cell.ts'
import type { ApprovedBook } from '../../financing/approved/approvedStore.ts'
import type { Figure } from '../domain.ts'
import { sumOfKnown } from '../../values/sumOfKnown.ts'
import { countFigure } from '../figure.ts'
import type { Writing } from '../figure.ts'
import { exitsOf, shareAt } from '../glance/glance.ts'
import type { Cube } from '../opendata/cube.ts'
import { findCell } from '../opendata/findCell.ts'
import type { MemberMoney } from './contract.ts'
import { placeOf, type InterventionPlaces, type MemberArea } from './memberArea.ts'

type Line = MemberMoney['interventions'][number]

interface Known {
  books: ReadonlyMap<string, readonly ApprovedBook[]>
  bySlug: ReadonlyMap<string, string>
  cubes: readonly Cube[]
  places: ReadonlyMap<string, InterventionPlaces>
  area: MemberArea
}

/**
 * The interventions of a member's associations in the newest year that it gives to: what each cost the association, the member's part of it by its share of all funds,
 * whether it is in the member's area, and what is published of that year. A cost is divided by shown numbers alone; what is hidden has no ratio.
 */
export function memberInterventions(rows: MemberMoney['rows'], { books, bySlug, cubes, places, area }: Known, writing: Writing): Line[] {
  const newest = Math.max(...rows.map(({ year }) => year))
  const byAssociation = Map.groupBy(
    rows.filter(({ year }) => year === newest),
    ({ slug }) => slug,
  )
  return [...byAssociation].flatMap(([slug, parts]) => {
    const { association } = parts[0]!
    // Whoever gives in two parts pays for both (§ 5 a).
    const shareOfAll = sumOfKnown(parts.map((part) => part.shareOfAll))
    const id = bySlug.get(slug)!
    const plans = books.get(id)?.find(({ year }) => year === newest)?.plans ?? []
    return plans.map(({ interventionId, name, plannedOre, actualOre }) => ({
      ...{ id: interventionId, name, slug, association, budgetOre: plannedOre, actualOre },
      ...placeOf(places.get(interventionId)!, area),
      shareOre: actualOre === null || shareOfAll === null ? null : Math.round(actualOre * shareOfAll),
      ...publishedOf(cubes, { year: String(newest), place: `${id}/${interventionId}` }, actualOre, writing),
    }))
  })
}

function publishedOf(cubes: readonly Cube[], { year, place }: { year: string; place: string }, actualOre: number | null, writing: Writing) {
  const yearly = cubes.filter(({ isWholeYears }) => isWholeYears)
  const participations = findCell(yearly, { population: 'inPeriod', year, codes: { place } })?.cell ?? null
  const exits = findCell(yearly, exitsOf(year, { place }))
  const outcome = shareAt(yearly, year, { place }, writing)?.figure ?? null
  return {
    ...{ participations, perParticipationOre: participations && perHead(actualOre, participations) },
    exits: exits ? countFigure(exits.cell, writing) : null,
    perExitOre: exits ? perHead(actualOre, exits.cell) : null,
    outcome,
    perOutcome: actualOre === null || !outcome ? null : perOutcome(actualOre, outcome),
  }
}

/** A cost by a shown number of people; a published count is exact, so it has no interval. */
function perHead(ore: number | null, cell: Cell): number | null {
  const heads = isShown(cell) ? valueOf(cell)! : 0
  return ore !== null && heads > 0 ? Math.round(ore / heads) : null
}

/** Of a share that is shown, with n shown: the cost for each with the outcome, and between the ends of the share's interval; no upper end where the lower share is nought. */
function perOutcome(ore: number, { value, n, share }: Figure): Line['perOutcome'] {
  if (!share || !n || !isShown(n) || !isShown(value) || valueOf(value) === 0) return null
  const of = (part: number): number => Math.round(ore / (valueOf(n)! * part))
  return { ore: Math.round(ore / valueOf(value)!), leastOre: of(share.upper), mostOre: share.lower > 0 ? of(share.lower) : null }
}
