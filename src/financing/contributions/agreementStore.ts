import { stableId } from '../../associations/register.ts'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { MoneyFault } from '../kronor.ts'
import type { AgreementFields, AgreementKey, BookMember } from './domain.ts'
import { payersOf, sharesOf, type Branch } from './level.ts'
import { findPayers, workingAge } from './payerStore.ts'
import { splitBy, type SplitKey } from './splitKey.ts'
import { demandDay, writeEntry } from './store.ts'
import { giverKey, type Giver } from './giver.ts'

/**
 * Enters an agreement as one row of the ledger for each payer and year: the total by § 5, within municipalities and within regions by their keys, exact to
 * the krona. What arrived before under the same id is left as it is. Throws `Refusal` 409 when that said something else, 422 when the
 * agreement lies ahead or far from its years, a party is missing, or the key lacks a member.
 */
export async function agree(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, ...given }: AgreementFields & { id: string },
  now: Date,
): Promise<void> {
  for (const { year } of given.years) demandDay(given.dated, year, now)
  // Who has left has a part of the years that were, and of no new agreement.
  const members = (await findPayers(queries, associationId)).members.filter(({ hasLeft }) => !hasLeft)
  const rows = await agreedRows(queries, associationId, members, given)
  const idOf = (row: Giver & { year: number }): string => stableId(`agreement ${id} ${row.year} ${giverKey(row)}`)
  const first = await findSentBefore(queries, id, {
    find: () => findAgreed(queries, associationId, rows.map(idOf)),
    isSame: (sums) => rows.every((row) => sums.get(idOf(row)) === row.amountOre) && sums.size === rows.length,
    refusal: () => new Refusal(409, 'contributions.arrivedBefore', { reference: given.reference }),
  })
  if (first) return
  for (const row of rows) {
    const key = { id: idOf(row), version: 1, withdrawn: false, reason: '' }
    const fields = { ...row, step: 'agreed' as const, dated: given.dated, reference: given.reference, motive: '', earmark: '' }
    await writeEntry(queries, scope, associationId, key, fields, now)
  }
}

const faultAt = (where: string, key: string, args: Record<string, string | number> = {}): Refusal =>
  breaksRule(key, args, [{ where, key, args }])

async function findAgreed(queries: Queries, associationId: string, ids: readonly string[]): Promise<Map<string, number> | undefined> {
  const rows = await queries
    .selectFrom('contribution_entry')
    .select(['id', 'amount_ore'])
    .where('association_id', '=', associationId)
    .where('id', 'in', [...ids])
    .where('version', '=', 1)
    .execute()
  return rows.length === 0 ? undefined : new Map(rows.map((row) => [row.id, row.amount_ore]))
}

async function agreedRows(queries: Queries, associationId: string, members: readonly BookMember[], given: AgreementFields) {
  const branch: Branch = members.some(({ payer }) => payer === 'regions') ? 'quarters' : 'halves'
  const missing = payersOf(branch).find((payer) => !members.some((one) => one.payer === payer))
  if (missing) throw faultAt('body.years', `contributions.noParty.${missing}`)
  const keyOf = { ...{ state: equal, municipalities: given.key }, regions: given.regionsKey ?? equal }
  const people = await workingAge(queries, associationId)
  return given.years.flatMap(({ year, totalOre }) => {
    const shares = sharesOf(totalOre / 100, branch)
    const parts = payersOf(branch).flatMap((payer) => {
      const party = members.filter((one) => one.payer === payer)
      const where = payer === 'regions' ? 'body.regionsKey' : 'body.key'
      const split = splitInWords(shares[payer], party, withPeople(keyOf[payer], people), where)
      return party.map(({ organisationId, asRegion = false }) => ({ organisationId, asRegion, kronor: split.get(organisationId)! }))
    })
    return parts.map(({ kronor, ...giver }) => ({ year, ...giver, amountOre: kronor * 100 }))
  })
}

const equal: AgreementKey = { key: 'equal' }

const withPeople = (key: AgreementKey, people: ReadonlyMap<string, number>): SplitKey =>
  key.key === 'population' || key.key === 'mixed' ? { ...key, population: key.population ?? Object.fromEntries(people) } : key

const keyFaults: Record<string, string> = {
  'money.memberMissing': 'contributions.key.memberMissing',
  'money.nothingWeighs': 'contributions.key.nothingWeighs',
  'money.sharesSum': 'contributions.key.sharesSum',
  'money.amountsSum': 'contributions.key.amountsSum',
}

/** A party's part by its key; what the split refuses is told of the member by its name. */
function splitInWords(total: number, party: readonly BookMember[], key: SplitKey, where: string): Map<string, number> {
  const ids = party.map(({ organisationId }) => organisationId)
  try {
    return splitBy(total, ids, key)
  } catch (error) {
    if (!(error instanceof MoneyFault && keyFaults[error.key])) throw error
    const named = party.find(({ organisationId }) => organisationId === error.args.name)
    throw faultAt(where, keyFaults[error.key]!, { ...error.args, ...(named && { name: named.name }) })
  }
}
