import { stableId } from '../associations/register.ts'
import { booksOf } from '../financing/budget/booksOf.ts'
import { writeBooks } from '../financing/budget/booksStore.ts'
import type { AccountKeyFields, AdministrationChange } from '../financing/budget/domain.ts'
import type { SieFile, SieVoucher } from '../financing/sie/domain.ts'
import type { Queries } from '../platform/database.ts'
import { addDays, addMonths, type CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'

const by = 'berit.exempelius'
/** Ten thousand kronor, in öre. */
const unit = 1_000_000

/** The administration's budget, together what its economy has for the year. */
const administration: AdministrationChange['lines'] = [
  { kind: 'staff', budgetOre: 150 * unit },
  { kind: 'board', budgetOre: 20 * unit },
  { kind: 'premises', budgetOre: 25 * unit },
  { kind: 'services', budgetOre: 15 * unit },
  { kind: 'audit', budgetOre: 8 * unit },
  { kind: 'information', budgetOre: 7 * unit },
  { kind: 'other', budgetOre: 5 * unit },
]
/** Accounts that the office has said what they are; 6992 it has not. */
const accounts: AccountKeyFields['accounts'] = [
  { from: 3010, to: 3010, kind: 'memberContributions' },
  { from: 4600, to: 4699, kind: 'services' },
  { from: 5010, to: 5099, kind: 'premises' },
  { from: 5900, to: 5999, kind: 'information' },
  { from: 6420, to: 6429, kind: 'audit' },
  { from: 7010, to: 7399, kind: 'staff' },
  { from: 7400, to: 7499, kind: 'board' },
]
const names: Record<string, string> = {
  '1930': 'Bank',
  '3010': 'Medlemsbidrag',
  '4600': 'Köpta tjänster',
  '5010': 'Lokalhyra',
  '5900': 'Information och möten',
  '6420': 'Revision',
  '6992': 'Övriga kostnader',
  '7010': 'Löner',
  '7410': 'Arvoden till styrelsen',
}
/** What the administration costs a month, in units; the audit comes once. */
const monthly: readonly (readonly [account: string, units: number])[] = [
  ['7010', 12.9],
  ['7410', 1.4],
  ['5010', 2.1],
  ['4600', 0.8],
  ['5900', 0.9],
]

/** Invents the books of this year to the end of the last month, with what its accounts and objects are; one account is left for the user to place. */
export async function loadBooks(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  const stamp = { recorded_at: `${year}-01-15T09:00:00Z`, recorded_by: by }
  const place = { association_id: association.id, version: 1 }
  await queries
    .insertInto('administration_budget')
    .values({ ...place, ...stamp, year, lines: JSON.stringify(administration), reason: '' })
    .execute()
  const interventions = await budgeted(queries, association.id, year)
  const objects = interventions.map(({ id, name, budget }, at) => ({ id, name, budget, object: `P${String(at + 1).padStart(2, '0')}` }))
  const key: AccountKeyFields = {
    ...{ dimension: '6', restIsAdministration: true, accounts },
    objects: objects.map(({ object, id }) => ({ object, means: id })),
  }
  await queries
    .insertInto('account_key')
    .values({ ...place, ...stamp, key: JSON.stringify(key) })
    .execute()
  const through = addDays(`${today.slice(0, 7)}-01`, -1)
  if (!through.startsWith(String(year))) return
  const vouchers = [...paidContributions(year, through), ...monthsTo(year, through).flatMap((month, at) => monthOf(month, at, objects))]
  const file: SieFile = {
    ...{
      type: '4E',
      program: 'Påhittad bokföring',
      company: association.name,
      generatedOn: through,
      year,
      through,
      balances: [],
      vouchers,
    },
    accounts: Object.entries(names).map(([account, name]) => ({ account, name, kind: null })),
    dimensions: [{ dimension: '6', name: 'Projekt' }],
    objects: objects.map(({ object, name }) => ({ dimension: '6', object, name })),
  }
  await writeBooks(queries, association.id, { ...booksOf(file), version: 1 }, { by, at: `${today}T08:00:00Z` })
}

/** The plan of the years ahead: more interventions, until what is left is used up and more. In units. */
const planned = [8000, 8800, 9200]

/** Invents the three-year plan, with an agreement that goes on for the years after the one that the members have agreed on already. */
export async function loadPlan(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  const stamp = { recorded_at: `${thisYear}-01-20T09:00:00Z`, recorded_by: by }
  await queries
    .insertInto('association_economy')
    .values(
      planned.map((units, at) => ({
        ...{
          association_id: association.id,
          year: thisYear + 1 + at,
          version: 1,
          opening_equity_ore: null,
          ceiling_percent: 20,
          reason: '',
          deficit_reason:
            at === 0 ? '' : 'Det egna kapitalet används: styrelsen vill pröva fler insatser innan det är större än vad som är rimligt.',
        },
        ...{ administration_budget_ore: 240 * unit, administration_actual_ore: null, interventions_plan_ore: units * unit, ...stamp },
      })),
    )
    .execute()
  const agreed = await queries
    .selectFrom('contribution_entry')
    .selectAll()
    .where('association_id', '=', association.id)
    .where('year', '=', thisYear + 1)
    .where('step', '=', 'agreed')
    .execute()
  const later = agreed.flatMap((row) =>
    [2, 3].map((ahead) => ({ ...row, year: thisYear + ahead, id: stableId(`plan ${row.id} ${ahead}`) })),
  )
  if (later.length > 0) await queries.insertInto('contribution_entry').values(later).execute()
}

async function budgeted(queries: Queries, associationId: string, year: number) {
  const rows = await queries
    .selectFrom('intervention_year as y')
    .innerJoin('intervention as i', 'i.id', 'y.intervention_id')
    .select(['i.id', 'i.name', 'y.budget_ore'])
    .where('y.association_id', '=', associationId)
    .where('y.year', '=', year)
    .orderBy('i.name')
    .orderBy('i.id')
    .execute()
  return rows.map(({ id, name, budget_ore }) => ({ id, name, budget: budget_ore ?? 0 }))
}

function monthsTo(year: number, through: CivilDate): CivilDate[] {
  return Array.from({ length: 12 }, (_, at) => addDays(addMonths(`${year}-01-01`, at + 1), -1)).filter((last) => last <= through)
}

/** A voucher that balances against the bank. */
function voucher(series: string, number: string, dated: CivilDate, costs: [account: string, ore: number, object?: string][]): SieVoucher {
  const sum = costs.reduce((total, [, ore]) => total + ore, 0)
  const rows = costs.map(([account, amountOre, object]) => ({
    ...{ account, amountOre, dated, objects: object === undefined ? [] : [['6', object] as const] },
  }))
  return { series, number, dated, rows: [...rows, { account: '1930', amountOre: -sum, dated, objects: [] }] }
}

/** Half of the level is paid, as the ledger of contributions has it. */
function paidContributions(year: number, through: CivilDate): SieVoucher[] {
  const dated = `${year}-02-28`
  return dated <= through ? [voucher('I', '1', dated, [['3010', -1600 * unit]])] : []
}

function monthOf(last: CivilDate, at: number, objects: readonly { object: string; budget: number }[]): SieVoucher[] {
  const own = monthly.map(([account, units]): [string, number] => [account, Math.round(units * unit)])
  const more: [string, number][] = at === 3 ? [['6420', 8 * unit], ['6992', 18_450_00]] : [] // prettier-ignore
  const ofIntervention = objects.map(({ object, budget }, place) => {
    // Some use more than their budget's pace and some less.
    const month = Math.round((budget * [0.93, 1.06, 0.78, 1.0][place % 4]!) / 12)
    const staff = Math.round(month * 0.8)
    return voucher('P', `${at + 1}-${object}`, last, [
      ['7010', staff, object],
      ['5010', month - staff, object],
    ])
  })
  return [voucher('A', String(at + 1), last, [...own, ...more]), ...ofIntervention]
}
