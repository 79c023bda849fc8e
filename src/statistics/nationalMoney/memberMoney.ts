import { sumOfKnown } from '../../values/sumOfKnown.ts'
import type { ApprovedYear } from '../../financing/approved/approvedStore.ts'
import type { AssociationMoney, MemberMoney, MoneyMember } from './contract.ts'

/** Everybody who pays to an association in a year that it has approved, once each, in the order of the alphabet. */
export function payingMembers(approved: readonly ApprovedYear[]): MoneyMember[] {
  const members = approved.flatMap((one) => one.members.filter(isGiving))
  const byId = new Map(members.map(({ organisationId, name, payer }) => [organisationId, { id: organisationId, name, payer }]))
  const order = new Intl.Collator('sv')
  return [...byId.values()].sort((a, b) => order.compare(a.name, b.name))
}

/**
 * What a member gives and what it is a part of, over all its associations, of years that they have approved: its own amounts, its share, and what its decision moves.
 * @returns `undefined` for one who has given nothing in any such year
 */
export function memberMoney(
  approved: readonly ApprovedYear[],
  lines: readonly AssociationMoney[],
  told: (associationId: string) => Pick<MemberMoney['rows'][number], 'exits' | 'outcome' | 'toldOf'>,
  { id, demo }: { id: string; demo: boolean },
): Omit<MemberMoney, 'interventions'> | undefined {
  const rows = approved.flatMap((one, at) => {
    const own = one.members.find((member) => member.organisationId === id && isGiving(member))
    if (!own) return []
    const party = one.parties.find(({ payer }) => payer === own.payer)
    const line = lines[at]!
    const given = own.decidedOre ?? own.agreedOre
    const all = line.decidedOre ?? line.agreedOre
    const setsLevel = line.setsLevel.includes(own.payer)
    return [
      {
        ...{ year: one.year, slug: line.slug, association: line.name, name: own.name, payer: own.payer },
        ...{ agreedOre: own.agreedOre, decidedOre: own.decidedOre, paidOre: own.paidOre, shareOfParty: own.shareOfParty },
        ...{ allOre: all, shareOfAll: given !== null && all ? given / all : null, levelOre: line.levelOre },
        ...{ setsLevel, leverage: setsLevel ? party!.leverage : null, slackOre: party?.unmatchedOre ?? null },
        ...{ perParticipationOre: line.perParticipationOre, ...told(one.associationId) },
      },
    ]
  })
  const [first] = rows
  if (!first) return undefined
  const years = [...Map.groupBy(rows, ({ year }) => year)].map(([year, some]) => ({
    ...{ year, associations: some.length, agreedOre: sumOfKnown(some.map((row) => row.agreedOre)) },
    ...{ decidedOre: sumOfKnown(some.map((row) => row.decidedOre)), paidOre: sumOfKnown(some.map((row) => row.paidOre)) },
  }))
  return { demo, name: first.name, payer: first.payer, years, rows: rows.map(({ name: _, payer: __, ...row }) => row) }
}

const isGiving = ({ agreedOre, decidedOre, paidOre }: ApprovedYear['members'][number]): boolean =>
  [agreedOre, decidedOre, paidOre].some((ore) => ore !== null)
