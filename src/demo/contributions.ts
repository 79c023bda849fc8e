import { stableId } from '../associations/register.ts'
import { apportion } from '../financing/apportion.ts'
import { sharesOf } from '../financing/contributions/level.ts'
import type { LedgerStep } from '../financing/contributions/domain.ts'
import type { Queries } from '../platform/database.ts'
import type { CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'

const by = 'berit.exempelius'
const million = 1_000_000
/** What one party stays at while the agreement rises. */
const unchanged = 8 * million
/** What all pay of a year when it does: four times the quarter that stays. */
const level = 4 * unchanged

/**
 * Invents the contributions of an association whose agreement rises from 32 to 48 and 54.7 mkr while one party's contribution stays: the pattern of a case that is
 * known from a real association, here on an invented one. Two years are paid, this year partly, and next year's decisions are still to come.
 */
export async function loadContributions(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  const totals = [level, 48 * million, 54.7 * million, 56 * million]
  const rows = totals.flatMap((total, at) => {
    const year = thisYear - 2 + at
    return [
      ...agreed(association, year, total, thisYear),
      ...(at === 3 ? [] : decided(association, year, total)),
      ...(at === 3 ? [] : paid(association, year, at === 2)),
    ]
  })
  const written = rows.filter(({ dated }) => dated <= today)
  await queries
    .insertInto('contribution_entry')
    .values(
      written.map((row) => ({
        ...{ association_id: association.id, id: stableId(`contribution ${row.organisation_id} ${row.year} ${row.step} ${row.dated}`) },
        ...{ version: 1, withdrawn: false, reason: '', motive: '', ...row },
        ...{ recorded_at: `${row.dated}T09:00:00Z`, recorded_by: by },
      })),
    )
    .execute()
  await loadScenarios(queries, association, thisYear + 1, today)
  await loadEconomy(queries, association, thisYear)
}

/** Own capital and administration of this year and the two before. */
async function loadEconomy(queries: Queries, association: FictiveAssociation, thisYear: number): Promise<void> {
  const spent = await queries
    .selectFrom('intervention_year')
    .select(['year', (on) => on.fn.sum<number>('actual_ore').as('ore')])
    .where('association_id', '=', association.id)
    .groupBy('year')
    .execute()
  let opening = 7.4 * million * 100
  const years = [
    { year: thisYear - 2, budget: 2.1, actual: 2.0 },
    { year: thisYear - 1, budget: 2.2, actual: 2.3 },
    { year: thisYear, budget: 2.3, actual: null },
  ].map((one) => {
    const row = { ...one, opening }
    // What is left of a year is what the next one begins with.
    opening += (level - (one.actual ?? 0) * million) * 100 - Number(spent.find(({ year }) => year === one.year)?.ore ?? 0)
    return row
  })
  const ore = (millions: number | null): number | null => (millions === null ? null : Math.round(millions * million * 100))
  await queries
    .insertInto('association_economy')
    .values(
      years.map(({ year, opening, budget, actual }) => ({
        ...{ association_id: association.id, year, version: 1, opening_equity_ore: Math.round(opening), ceiling_percent: 20, reason: '' },
        ...{ administration_budget_ore: ore(budget), administration_actual_ore: ore(actual) },
        ...{ recorded_at: `${year}-01-20T09:00:00Z`, recorded_by: by },
      })),
    )
    .execute()
}

/** Two thoughts about next year, so that there is something to compare. */
async function loadScenarios(queries: Queries, association: FictiveAssociation, year: number, today: CivilDate): Promise<void> {
  const [first] = association.municipalities
  const thoughts = [
    { name: 'Om regionen ger 10 mkr', changes: [{ organisationId: association.regionOrganisationId, amountOre: 10 * million * 100 }] },
    { name: `Om ${first!.name} lämnar`, changes: [{ organisationId: first!.organisationId, amountOre: null }] },
  ]
  await queries
    .insertInto('contribution_scenario')
    .values(
      thoughts.map(({ name, changes }, at) => ({
        ...{ association_id: association.id, id: stableId(`scenario ${name}`), name, year, changes: JSON.stringify(changes) },
        ...{ recorded_at: `${today}T00:00:0${at}Z`, recorded_by: by, withdrawn_at: null },
      })),
    )
    .execute()
}

interface Invented {
  year: number
  organisation_id: string
  step: LedgerStep
  amount_ore: number
  dated: CivilDate
  reference: string
  motive?: string
}

/** A total by § 5, the municipalities' part by their inhabitants. */
function parts(association: FictiveAssociation, total: number): [organisationId: string, kronor: number][] {
  const { state, regions, municipalities } = sharesOf(total, 'quarters')
  const people = new Map(association.municipalities.map((one) => [one.organisationId, BigInt(one.population)]))
  return [[stableId('fictive fk'), state], [association.regionOrganisationId, regions], ...apportion(municipalities, people)]
}

function agreed(association: FictiveAssociation, year: number, total: number, thisYear: number): Invented[] {
  const first = thisYear - 3
  return parts(association, total).map(([organisation_id, kronor]) => ({
    ...{ year, organisation_id, step: 'agreed', amount_ore: kronor * 100 },
    ...{ dated: `${first}-06-15`, reference: `Påhittat avtal ${first}:1` },
  }))
}

function decided(association: FictiveAssociation, year: number, total: number): Invented[] {
  const before = year - 1
  return parts(association, total).map(([organisation_id, kronor], at) => {
    const isUnchanged = organisation_id === association.regionOrganisationId && kronor > unchanged
    return {
      ...{ year, organisation_id, step: 'decided', amount_ore: (isUnchanged ? unchanged : kronor) * 100 },
      ...{ dated: `${before}-11-1${at % 9}`, reference: `Påhittat beslut ${before}:${10 + at}` },
      ...(isUnchanged && { motive: `Bidraget ligger kvar på nivån från föregående år i avvaktan på en översyn.` }),
    }
  })
}

/** What is matched is invoiced and paid in two halves; of the year that goes on only the first, as far as it has come. */
function paid(association: FictiveAssociation, year: number, isThisYear: boolean): Invented[] {
  const halves = isThisYear ? ['02'] : ['02', '08']
  const first = new Map(parts(association, level / 2))
  return parts(association, level).flatMap(([organisation_id, kronor]) =>
    halves.flatMap((month, at) => {
      const half = first.get(organisation_id)!
      const row = {
        year,
        organisation_id,
        amount_ore: (at === 0 ? half : kronor - half) * 100,
        reference: `Påhittad faktura ${year}-${month}`,
      }
      return [
        { ...row, step: 'invoiced' as const, dated: `${year}-${month}-01` },
        { ...row, step: 'paid' as const, dated: `${year}-${month}-28` },
      ]
    }),
  )
}
