import { stableId } from '../associations/register.ts'
import { knownRules } from '../financing/allocation/rules.ts'
import type { Queries } from '../platform/database.ts'
import type { CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'
import type { Random } from './random.ts'

/** Invents what the national office has saved: the state's model of the last two years on an invented table, whose support measure everybody may see. */
export async function loadAllocationModels(
  queries: Queries,
  associations: readonly FictiveAssociation[],
  today: CivilDate,
  random: Random,
): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  const needs = associations.map(({ name, municipalities }) => {
    const population = Math.round(municipalities.reduce((sum, one) => sum + one.population, 0) * 0.6)
    return { id: name, population, supportMeasure: Math.round(population * (6 + 3 * random.next())) }
  })
  const models = [thisYear - 1, thisYear].map((year, at) => ({
    ...{ id: stableId(`allocation model ${year}`), version: 1, name: 'Påhittad fördelning', year, invented: true, shows_need: true },
    ...{ note: '', recorded_at: `${year}-01-15T09:00:00Z`, recorded_by: 'nora.testlund' },
    rules: JSON.stringify({ ...knownRules, frame: 300_000_000 + 9_000_000 * at }),
    subjects: JSON.stringify(
      needs.map((one) => ({ ...one, supportMeasure: Math.round(one.supportMeasure * (1 + at * 0.08 * random.next())) })),
    ),
  }))
  await queries.insertInto('allocation_model').values(models).execute()
}
