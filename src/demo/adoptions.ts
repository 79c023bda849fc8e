import { stableId } from '../associations/register.ts'
import { checkMonths, isTakenOver, type Runs, type Verdict } from '../adoption/codes.ts'
import type { Queries } from '../platform/database.ts'
import { addDays, addMonths, type CivilDate } from '../values/civilDate.ts'
import { inventedKept, inventedLessons, inventedNotes, inventedPosts } from './lessons.ts'
import type { FictiveIntervention } from './interventions.ts'
import type { Random } from './random.ts'

const by = 'berit.exempelius'
const CHUNK = 1000
/** What becomes of interventions that have ended, one after the other; of some nobody has decided. */
const verdicts: readonly (Verdict | undefined)[] = ['adopt', 'end', undefined, 'partly', 'end', 'adopt', undefined, 'end', 'adopt']

/**
 * Invents what became of the interventions that have ended, with checks of those taken over and lessons, and prolongs one that runs in every third association. Half of
 * what was taken over had been evaluated: its grant was closed with a final report.
 */
export async function loadAdoptions(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  today: CivilDate,
  random: Random,
): Promise<void> {
  const ended = interventions.filter(({ end }) => end !== null && addMonths(end, 1) <= today)
  const decided = ended.flatMap((one, at) => {
    const verdict = verdicts[at % verdicts.length]
    return verdict ? [decisionOf(one, verdict, random)] : []
  })
  const places = Map.groupBy(
    interventions.filter(({ end }) => end === null),
    ({ association }) => association.id,
  )
  const prolonged = [...places.values()].flatMap(([one], at) => (at % 3 === 0 ? [prolongedOf(one!, today, random)] : []))
  const decisions = [...decided, ...prolonged]
  await inChunks(decisions, (rows) => queries.insertInto('adoption_decision').values(rows).execute())
  const corrected = decisions.slice(0, 1).map((one) => ({
    ...{ ...one, version: 2, accountable: inventedPosts[0]!, reason: 'Fel funktion stod som ansvarig.' },
    recorded_at: `${addDays(one.recorded_at.slice(0, 10), 7)}T09:00:00Z`,
  }))
  await inChunks(corrected, (rows) => queries.insertInto('adoption_decision').values(rows).execute())
  const checks = decided.flatMap((one) => checksOf(one, { first: interventions[0]!.association.id, today, random }))
  await inChunks(checks, (rows) => queries.insertInto('adoption_check').values(rows).execute())
  await loadClosedGrants(queries, decided)
}

type Decision = ReturnType<typeof decisionOf>

function decisionOf(one: FictiveIntervention, verdict: Verdict, random: Random) {
  const decided = addMonths(one.end!, -1)
  return { ...base(one, verdict, decided, random), from_date: addDays(one.end!, 1), to_date: null as CivilDate | null }
}

function prolongedOf(one: FictiveIntervention, today: CivilDate, random: Random): Decision {
  const decided = addMonths(today, -3)
  return { ...base(one, 'prolong', decided, random), from_date: addMonths(today, -2), to_date: addMonths(today, 10) }
}

function base(one: FictiveIntervention, verdict: Verdict, decided: CivilDate, random: Random) {
  const isTaken = isTakenOver(verdict)
  const money = verdict === 'end' ? null : (4 + random.below(16)) * 100_000_00
  return {
    ...{
      association_id: one.association.id,
      id: stableId(`adoption ${one.id}`),
      version: 1,
      withdrawn: false,
      intervention_id: one.id,
      verdict,
    },
    ...{
      decided_on: decided,
      reference: `Påhittat § ${10 + random.below(80)}/${decided.slice(0, 4)}`,
      taken_by: isTaken ? one.ownerId : null,
    },
    ...{ money_ore: money, money_source: isTaken ? 'Nämndens ordinarie ram' : '' },
    ...{ accountable: isTaken ? random.pick(inventedPosts) : '', kept: isTaken ? random.pick(inventedKept) : '' },
    ...{ lessons: random.pick<string>(inventedLessons[verdict]), reason: '', recorded_at: `${decided}T09:00:00Z`, recorded_by: by },
  }
}

/** Checks that came due, but for some that nobody made; none after it has ceased. */
function checksOf(one: Decision, { first, today, random }: { first: string; today: CivilDate; random: Random }) {
  if (!isTakenOver(one.verdict)) return []
  const came = checkMonths.filter((months) => addMonths(one.from_date, months) < today)
  // At the first association the later checks are overdue.
  const due = one.association_id === first ? came.slice(0, 1) : came
  const made = due.flatMap((months) => {
    const runs: Runs = random.chance(0.7) ? 'yes' : random.pick(['partly', 'no'])
    if (one.association_id === first) return [{ months, runs: 'yes' as Runs, note: inventedNotes.yes[0]! }]
    return random.chance(0.75) ? [{ months, runs, note: random.pick(inventedNotes[runs]) }] : []
  })
  const ceased = made.findIndex(({ runs }) => runs === 'no')
  return made.slice(0, ceased < 0 ? undefined : ceased + 1).map(({ months, runs, note }) => {
    const day = addMonths(one.from_date, months)
    return {
      ...{ association_id: one.association_id, decision_id: one.id, decision_version: 1, months, version: 1, checked_on: day, runs, note },
      ...{ reason: '', recorded_at: `${day}T09:00:00Z`, recorded_by: by },
    }
  })
}

/** A grant of every other that was taken over, from its decision to the final report. */
async function loadClosedGrants(queries: Queries, decided: readonly Decision[]): Promise<void> {
  const evaluated = decided.filter(({ verdict }, at) => isTakenOver(verdict) && at % 2 === 0)
  const key = (one: Decision) => ({ association_id: one.association_id, id: stableId(`closed grant ${one.intervention_id}`) })
  const stamp = (day: CivilDate) => ({ recorded_at: `${day}T09:00:00Z`, recorded_by: by })
  const grants = evaluated.map((one) => ({ ...key(one), intervention_id: one.intervention_id, ...stamp(addMonths(one.from_date, -12)) }))
  await inChunks(grants, (rows) => queries.insertInto('intervention_grant').values(rows).execute())
  const none = { amount_ore: null, from_date: null, to_date: null, reports_due: null, report_due: null, note: '' }
  const steps = evaluated.flatMap((one) => {
    const { association_id, id: grant_id } = key(one)
    const [first, last] = [addMonths(one.from_date, -12), addDays(one.from_date, -1)]
    const granted = { amount_ore: one.money_ore, from_date: first, to_date: last }
    const moves = [
      { act: 'grant', was: null, state: 'granted', dated: first, ...none, ...granted },
      { act: 'agree', was: 'granted', state: 'agreed', dated: first, ...none, reports_due: JSON.stringify([last]) },
      { act: 'finalReport', was: 'agreed', state: 'reported', dated: last, ...none },
      { act: 'close', was: 'reported', state: 'closed', dated: last, ...none },
    ]
    return moves.map((move, at) => ({
      ...{ association_id, grant_id, step: at + 1, previous: at || null, reference: one.reference },
      ...{ ...move, ...stamp(move.dated) },
    }))
  })
  await inChunks(steps, (rows) => queries.insertInto('grant_step').values(rows).execute())
}

async function inChunks<T>(rows: readonly T[], write: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await write(rows.slice(at, at + CHUNK))
}
