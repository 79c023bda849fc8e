import type { BookedRow } from './books.ts'
import type { AccountKeyFields, ObjectMeans } from './domain.ts'
import { AdministrationKind, type AccountKind } from './kinds.ts'

export type Sums<K extends string> = ReadonlyMap<K, number>

/** Where what is booked belongs, in öre; costs above nought, income above nought. All together is what is booked: nothing is lost, and nothing counted twice. */
export interface Placed {
  administration: Sums<AdministrationKind>
  /** By intervention, then kind. */
  interventions: ReadonlyMap<string, Sums<AdministrationKind>>
  income: Sums<'memberContributions' | 'otherIncome'>
  /** No cost: input VAT is compensated (lag 2005:807). What has been booked, and what of it has come back. */
  vat: Sums<'inputVat' | 'vatCompensation'>
  /** Neither cost nor income, as the key says. */
  outsideOre: number
  unknownAccounts: Sums<string>
  /** Objects without a meaning; the empty one for costs that have none. */
  unknownObjects: Sums<string>
}

/** Places what is booked by what its account and object mean. What the key does not know is unknown, by its account first. */
export function placeBooks(rows: readonly BookedRow[], key: AccountKeyFields): Placed {
  const means = new Map(key.objects.map((one) => [one.object, one.means]))
  const administration = new Map<AdministrationKind, number>()
  const interventions = new Map<string, Map<AdministrationKind, number>>()
  const income = new Map<'memberContributions' | 'otherIncome', number>()
  const vat = new Map<'inputVat' | 'vatCompensation', number>()
  const [unknownAccounts, unknownObjects] = [new Map<string, number>(), new Map<string, number>()]
  let outsideOre = 0
  for (const { account, object, amountOre } of byObject(rows, key.dimension)) {
    const kind = kindOf(account, key)
    const goes = object === undefined ? meaningOfNone(key) : means.get(object)
    if (kind === undefined) add(unknownAccounts, account, amountOre)
    else if (kind === 'outside') outsideOre += amountOre
    else if (kind === 'memberContributions' || kind === 'otherIncome') add(income, kind, -amountOre)
    else if (kind === 'inputVat') add(vat, kind, amountOre)
    else if (kind === 'vatCompensation') add(vat, kind, -amountOre)
    else if (goes === undefined) add(unknownObjects, object ?? '', amountOre)
    else if (goes === 'outside') outsideOre += amountOre
    else if (goes === 'administration') add(administration, kind, amountOre)
    else {
      const own = interventions.get(goes) ?? new Map<AdministrationKind, number>()
      interventions.set(goes, own)
      add(own, kind, amountOre)
    }
  }
  return { administration, interventions, income, vat, outsideOre, unknownAccounts, unknownObjects }
}

function kindOf(account: string, { accounts }: AccountKeyFields): AccountKind | undefined {
  const number = Number(account)
  return accounts.find(({ from, to }) => from <= number && number <= to)?.kind
}

const meaningOfNone = ({ restIsAdministration }: AccountKeyFields): ObjectMeans | undefined =>
  restIsAdministration ? 'administration' : undefined

function add<K>(sums: Map<K, number>, key: K, ore: number): void {
  // Nought below nought is nought.
  sums.set(key, (sums.get(key) ?? 0) + ore || 0)
}

interface PlainRow {
  account: string
  object: string | undefined
  amountOre: number
}

/** Each amount once, with its object in the dimension. Of balances the account's own less those of its objects is what has none. */
function byObject(rows: readonly BookedRow[], dimension: string | null): PlainRow[] {
  const objectOf = ({ objects }: BookedRow): string | undefined => objects.find(([one]) => one === dimension)?.[1]
  const isBalance = ({ voucher, dated }: BookedRow): boolean => voucher === '' && dated === null
  const plain = rows.filter((row) => !isBalance(row)).map((row) => ({ ...row, object: objectOf(row) }))
  const balances = Map.groupBy(rows.filter(isBalance), ({ account, month }) => `${account} ${month}`)
  return [...plain, ...[...balances.values()].flatMap((group) => balanceRows(group, objectOf))]
}

function balanceRows(group: readonly BookedRow[], objectOf: (row: BookedRow) => string | undefined): PlainRow[] {
  const { account } = group[0]!
  const sum = (rows: readonly BookedRow[]): number => rows.reduce((total, { amountOre }) => total + amountOre, 0)
  const own = group.filter((row) => objectOf(row) !== undefined)
  const whole = sum(group.filter(({ objects }) => objects.length === 0))
  const rest = whole - sum(own)
  return [
    ...own.map((row) => ({ account, object: objectOf(row), amountOre: row.amountOre })),
    ...(rest === 0 ? [] : [{ account, object: undefined, amountOre: rest }]),
  ]
}

/** The kinds of cost, in their order. */
export const costKinds: readonly AdministrationKind[] = AdministrationKind.codes.map(({ code }) => code)
