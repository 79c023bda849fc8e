import { sumOfKnown } from '../../values/sumOfKnown.ts'
import type { ApprovedYear } from '../../financing/approved/approvedStore.ts'
import type { AssociationMoney, MemberMoney, MoneyMember } from './contract.ts'

/** Everybody who pays to an association in a year that it has approved, once each, in the order of the alphabet. */
export function payingMembers(approved: readonly ApprovedYear[]): MoneyMember[] {
  const members = approved.flatMap((one) => one.members.filter(isGiving))
  // Whoever gives in two parts is told by the party that it is.
  const plainLast = members.toSorted((a, b) => Number(b.asRegion) - Number(a.asRegion))
  const byId = new Map(plainLast.map(({ organisationId, name, payer }) => [organisationId, { id: organisationId, name, payer }]))
  const order = new Intl.Collator('sv', { numeric: true })
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
    const own = one.members.filter((member) => member.organisationId === id && isGiving(member))
    return own.map((part) => ({ name: part.name, payer: part.payer, ...partOf(part, one, lines[at]!), ...told(one.associationId) }))
  })
  const first = rows.find(({ asRegion }) => !asRegion) ?? rows[0]
  if (!first) return undefined
  const years = [...Map.groupBy(rows, ({ year }) => year)].map(([year, some]) => ({
    ...{ year, associations: new Set(some.map(({ slug }) => slug)).size, agreedOre: sumOfKnown(some.map((row) => row.agreedOre)) },
    ...{ decidedOre: sumOfKnown(some.map((row) => row.decidedOre)), paidOre: sumOfKnown(some.map((row) => row.paidOre)) },
  }))
  return { demo, name: first.name, payer: first.payer, years, rows: rows.map(({ name: _, payer: __, ...row }) => row) }
}

/** A part that a member gives to an association in a year: all of it, but for a municipality outside every region where a region takes part. */
function partOf(own: ApprovedYear['members'][number], { year, parties }: ApprovedYear, line: AssociationMoney) {
  const party = parties.find(({ payer }) => payer === own.payer)
  const given = own.decidedOre ?? own.agreedOre
  const all = line.decidedOre ?? line.agreedOre
  const setsLevel = line.setsLevel.includes(own.payer)
  // Where all give alike nobody is named, and one krona less of any sets the level.
  const isEven = line.levelOre !== null && line.setsLevel.length === 0
  return {
    ...{ year, slug: line.slug, association: line.name, asRegion: own.asRegion },
    ...{ agreedOre: own.agreedOre, decidedOre: own.decidedOre, paidOre: own.paidOre, shareOfParty: own.shareOfParty },
    ...{ allOre: all, shareOfAll: given !== null && all ? given / all : null, levelOre: line.levelOre },
    ...{ setsLevel, leverage: setsLevel || isEven ? party!.leverage : null, slackOre: party?.unmatchedOre ?? null },
    perParticipationOre: line.perParticipationOre,
  }
}

const isGiving = ({ agreedOre, decidedOre, paidOre }: ApprovedYear['members'][number]): boolean =>
  [agreedOre, decidedOre, paidOre].some((ore) => ore !== null)
