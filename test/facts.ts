import { stableId } from '../src/associations/register.ts'
import { insertMany, touchData } from '../src/participations/bulk.ts'
import { toColumns } from '../src/participations/columns.ts'
import { Education, ExitReason, Occupation, SupportSource } from '../src/participations/codes.ts'
import type { Participation } from '../src/participations/domain.ts'
import { factRows } from '../src/participations/fact.ts'
import type { Database } from '../src/platform/database.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import { dateOfDayNumber, dayNumber } from '../src/values/civilDate.ts'
import { world } from './api.ts'

/** Fills `world` with invented participations 2021–2023, 12 anonymous and 30 counted by volume, and a cost for one intervention. */
export async function fillFacts(database: Database, size: number, seed: number): Promise<void> {
  const random = seededRandom(seed)
  await addParticipations(database, size, random, 'a')
  const { queries } = database
  const place = { association_id: world.associations[0], year: 2023 }
  const recorded = { recorded_at: '2024-01-15T00:00:00Z', recorded_by: 'caseworker.1' }
  const anonymous = {
    controller_id: world.controllers[0],
    intervention_id: world.interventions[0],
    id: stableId('test anonymous'),
    import_id: null,
  }
  await queries
    .insertInto('anonymous_count')
    .values({ ...place, ...anonymous, women: 7, men: 5, ...recorded })
    .execute()
  const volume = { intervention_id: world.volumeIntervention, version: 1 }
  await queries
    .insertInto('head_count')
    .values({ ...place, ...volume, women: 99, men: 99, ...recorded })
    .execute()
  await queries
    .insertInto('head_count')
    .values({ ...place, ...volume, version: 2, women: 20, men: 10, ...recorded })
    .execute()
  await queries
    .insertInto('intervention_year')
    .values({ ...place, intervention_id: world.interventions[0], planned_participants: null, budget_ore: null, actual_ore: 100_000_000 })
    .execute()
}

/** Adds participations at random places and days, as the store would write them. */
export async function addParticipations(database: Database, size: number, random: () => number, prefix: string): Promise<void> {
  const rows = { participation: [] as object[], version: [] as object[], fact: [] as object[] }
  for (let at = 0; at < size; at++) {
    const half = random() < 0.7 ? 0 : 1
    const id = stableId(`test participation ${prefix}${at}`)
    const place = {
      controller_id: world.controllers[half],
      person_id: stableId(`test person ${prefix}${half} ${Math.floor(random() * size * 0.8)}`),
      association_id: world.associations[half],
      intervention_id: world.interventions[half],
    }
    const participation = invent(random, `900${half + 1}`)
    rows.participation.push({ ...place, id, code: `${prefix}${at}`, reference_hmac: null })
    rows.version.push({
      ...{ controller_id: place.controller_id, participation_id: id, version: 1, current: true, import_id: null },
      ...{ recorded_at: '2024-01-15T00:00:00Z', recorded_by: 'caseworker.1' },
      ...toColumns(participation),
    })
    rows.fact.push(...factRows(id, place, participation))
  }
  await insertMany(database.queries, 'participation', rows.participation as Record<string, unknown>[])
  await insertMany(database.queries, 'participation_version', rows.version as Record<string, unknown>[])
  await insertMany(database.queries, 'fact', rows.fact as Record<string, unknown>[])
  await touchData(database.queries)
}

function invent(random: () => number, municipality: string): Participation {
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(list: readonly { code: T }[]): T => list[below(list.length)]!.code
  const entry = dayNumber('2021-01-01') + below(1000)
  const exit = entry + 20 + below(600)
  const isOpen = exit > dayNumber('2023-12-31')
  const entryDate = dateOfDayNumber(Math.min(entry, dayNumber('2023-12-20')))
  return {
    ...{ entryDate, municipality, sex: random() < 0.6 ? 'woman' : 'man', birthYear: 1960 + below(42) },
    ...{ bornAbroad: random() < 0.3 ? 'yes' : 'no', timeSinceWork: null, education: pick(Education.codes), timeOnSupport: 'from1to2' },
    ...{ occupationBefore: 'other', workExtentBefore: 0, studyExtentBefore: 0, supportBefore: { [pick(SupportSource.codes)]: 100 } },
    ...{ targetGroups: ['youth'], referredBy: 'fk', ground: 'consent', groundDate: entryDate },
    ...{ exitDate: isOpen ? null : dateOfDayNumber(exit), exitReason: isOpen ? null : pick(ExitReason.codes) },
    ...{ occupationAfter: isOpen ? null : pick(Occupation.codes), workExtentAfter: null, studyExtentAfter: null, workType: null },
    supportAfter: isOpen ? null : { [pick(SupportSource.codes)]: 100 },
  } as Participation
}
