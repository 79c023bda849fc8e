import { periodsOf, type Plan, type ReportingPeriod } from '../interventions/periods/rhythm.ts'
import type { Queries } from '../platform/database.ts'
import { addDays, type CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'
import type { Random } from './random.ts'

const plans: Record<'tertial' | 'halfYear', Plan> = {
  tertial: { rhythm: 'tertial', interimDays: 30, annualDays: 46 },
  halfYear: { rhythm: 'halfYear', interimDays: 62, annualDays: 46 },
}
const by = 'berit.exempelius'

/**
 * Invents which associations report by half-years, and what they have approved this year and the two before: most of it, some late, a little
 * opened again. The first association, whose office one can be, has approved the year before last, whose books it has closed, and has the whole of last year
 * and this year left to approve.
 */
export async function loadReporting(
  queries: Queries,
  associations: readonly FictiveAssociation[],
  today: CivilDate,
  random: Random,
): Promise<void> {
  const year = Number(today.slice(0, 4))
  const chosen = associations.slice(1).filter(() => random.chance(0.35))
  const recorded = { recorded_at: `${year - 3}-01-10T09:00:00Z`, recorded_by: by }
  const { interimDays, annualDays } = plans.halfYear
  await queries
    .insertInto('reporting_plan')
    .values(
      chosen.map(({ id }) => ({
        ...{ association_id: id, from_year: year - 2, version: 1, rhythm: 'halfYear' },
        ...{ interim_days: interimDays, annual_days: annualDays, ...recorded },
      })),
    )
    .execute()
  const steps = associations.flatMap((association, at) => {
    const plan = plans[chosen.includes(association) ? 'halfYear' : 'tertial']
    const periods = [year - 2, year - 1, year].flatMap((one) => periodsOf(one, plan))
    const approved = at === 0 ? periods.filter((one) => one.year === year - 1 && one.month < 12) : periods
    return approved.flatMap((period) => stepsOf(association.id, period, at === 0, today, random))
  })
  // Drawn last, so that it changes nothing of what the others have approved.
  const closed = periodsOf(year - 2, plans.tertial).flatMap((period) => stepsOf(associations[0]!.id, period, true, today, random))
  await queries
    .insertInto('reporting_step')
    .values([...steps, ...closed])
    .execute()
}

function stepsOf(association_id: string, { year, month, ends, due }: ReportingPeriod, isSure: boolean, today: CivilDate, random: Random) {
  const on = addDays(due, random.below(40) - 25)
  if (on <= ends || on >= today || (!isSure && random.chance(0.2))) return []
  const step = { association_id, year, month, recorded_by: by }
  const approved = { ...step, step: 1, act: 'approved', note: 'Genomgånget med beredningsgruppen.', recorded_at: `${on}T09:00:00Z` }
  const later = addDays(on, 3 + random.below(20))
  if (isSure || later >= today || !random.chance(0.08)) return [approved]
  return [approved, { ...step, step: 2, act: 'reopened', note: 'En insats saknades.', recorded_at: `${later}T09:00:00Z` }]
}
