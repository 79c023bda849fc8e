import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { ipsScale, scoreOf, type Point } from '../interventions/fidelity/scoring.ts'
import { ownInstrument } from '../interventions/fidelity/domain.ts'
import { dateOfDayNumber, dayNumber } from '../values/civilDate.ts'
import type { FictiveIntervention } from './interventions.ts'
import type { Random } from './random.ts'

const [office, lead] = ['berit.exempelius', 'greta.provgren']
const CHUNK = 1000
/** Days between two assessments of a team, and from the start to the first. */
const [apart, settled] = [365, 240]

interface Rows {
  rounds: Record<string, unknown>[]
  ratings: Record<string, unknown>[]
}

/**
 * Invents assessments of the teams that work with supported employment: one a year, the first by themselves, and somewhat higher where people more often come to
 * work. Teams that do not call it IPS are assessed by the same form, and lie lower.
 */
export async function loadFidelity(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  today: string,
  random: Random,
): Promise<void> {
  const working = await queries
    .selectFrom('intervention')
    .select(['id', 'methods'])
    .where(sql<boolean>`methods && '{IPS,SE}'`)
    .execute()
  const methodsOf = new Map(working.map(({ id, methods }) => [id, methods]))
  const rows: Rows = { rounds: [], ratings: [] }
  for (const one of interventions.filter(({ id, identified }) => identified && methodsOf.has(id)))
    assess(rows, one, { today, isIps: methodsOf.get(one.id)!.includes('IPS') }, random)
  for (let at = 0; at < rows.rounds.length; at += CHUNK)
    await queries
      .insertInto('fidelity_round')
      .values(rows.rounds.slice(at, at + CHUNK) as never)
      .execute()
  for (let at = 0; at < rows.ratings.length; at += CHUNK)
    await queries
      .insertInto('fidelity_rating')
      .values(rows.ratings.slice(at, at + CHUNK) as never)
      .execute()
}

function assess(
  { rounds, ratings }: Rows,
  one: FictiveIntervention,
  { today, isIps }: { today: string; isIps: boolean },
  random: Random,
): void {
  const last = Math.min(dayNumber(today), dayNumber(one.end ?? today))
  /** What the team's points lie about: 1.9 … 4.6 of 5, and a little higher each year. */
  let level = (isIps ? 3.3 : 2.6) + one.luck * 0.5 + (random.next() - 0.5) * 0.9
  for (let day = dayNumber(one.start) + settled; day <= last; day += apart) {
    const isFirst = day === dayNumber(one.start) + settled
    const [id, assessed_on, assessors] = [random.uuid(), dateOfDayNumber(day), isFirst ? 1 : 2]
    const stamp = (recorded_by: string) => ({ recorded_at: `${assessed_on}T12:00:00Z`, recorded_by })
    const about = {
      id,
      intervention_id: one.id,
      instrument: ownInstrument,
      kind: isFirst ? 'self' : 'external',
      team: '',
      assessed_on,
      assessors,
    }
    rounds.push({ ...about, ...stamp(office) })
    const first = pointsAbout(level, random)
    ratings.push({ round_id: id, assessor: 1, assessors, points: JSON.stringify(first), ...stamp(office) })
    if (!isFirst) ratings.push({ round_id: id, assessor: 2, assessors, points: JSON.stringify(nearly(first, random)), ...stamp(lead) })
    level = Math.min(4.7, level + random.next() * 0.25)
  }
}

const within = (point: number): number => Math.min(ipsScale.high, Math.max(ipsScale.low, Math.round(point)))

function pointsAbout(level: number, random: Random): Point[] {
  const points = Array.from({ length: ipsScale.items }, (): Point => within(level + (random.next() - 0.5) * 2.6))
  if (random.chance(0.15)) points[random.below(points.length)] = null
  // An invented form that could not be scored would be a mistake of the invention.
  if (!scoreOf(ipsScale, points)) throw new Error('The invented points cannot be scored')
  return points
}

/** Another assessor of the same team says mostly the same. */
function nearly(points: readonly Point[], random: Random): Point[] {
  return points.map((point) =>
    point === null || random.chance(0.8) ? point : within(point + (random.chance(0.5) ? 1 : -1) * (random.chance(0.1) ? 2 : 1)),
  )
}
