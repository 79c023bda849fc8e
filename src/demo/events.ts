import type { Queries } from '../platform/database.ts'
import { EventKind } from '../interventions/events/domain.ts'
import { dateOfDayNumber, dayNumber } from '../values/civilDate.ts'
import type { FictiveIntervention } from './interventions.ts'
import type { Random } from './random.ts'

const CHUNK = 1000
const subjects = ['samverkan', 'psykisk ohälsa', 'motiverande samtal', 'våld i nära relationer', 'tidiga insatser', 'arbete med stöd']
const names: Record<string, (subject: string) => string> = {
  training: (subject) => `Utbildning om ${subject}`,
  conference: (subject) => `Konferens: ${subject}`,
  workshop: (subject) => `Arbetsmöte om ${subject}`,
  supervision: (subject) => `Handledning i ${subject}`,
  analysis: (subject) => `Kartläggning: ${subject}`,
  other: (subject) => `Frukostmöte om ${subject}`,
}

/** Invents what structural interventions have held: about three events a year each. */
export async function loadEvents(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  today: string,
  random: Random,
): Promise<void> {
  const rows = interventions.filter(({ structural }) => structural).flatMap((one) => eventsOf(one, today, random))
  for (let at = 0; at < rows.length; at += CHUNK) {
    await queries
      .insertInto('intervention_event')
      .values(rows.slice(at, at + CHUNK))
      .execute()
  }
}

function eventsOf(one: FictiveIntervention, today: string, random: Random) {
  const begins = dayNumber(one.start)
  const days = Math.max(1, Math.min(dayNumber(today), dayNumber(one.end ?? today)) - begins)
  return Array.from({ length: Math.ceil((days / 365) * (1 + 4 * random.next())) }, () => {
    const kind = random.pick(EventKind.codes).code
    const parties = (['stateFk', 'stateAf', 'region', 'municipality'] as const).filter(() => random.chance(0.6))
    return {
      ...{ association_id: one.association.id, id: random.uuid(), version: 1, current: true, withdrawn: false, intervention_id: one.id },
      ...{ held_on: dateOfDayNumber(begins + random.below(days)), kind, name: names[kind]!(random.pick(subjects)) },
      ...{
        half_days: 1 + random.below(4),
        participants: 8 + random.below(70),
        parties: parties.length > 0 ? parties : ['municipality' as const],
      },
      ...{ recorded_at: `${today}T00:00:00Z`, recorded_by: 'berit.exempelius' },
    }
  })
}
