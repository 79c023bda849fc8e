import type { BookEntry } from '../contributions/book.ts'
import type { BookMember, BookYear } from '../contributions/domain.ts'
import { sumOfKnown } from '../../values/sumOfKnown.ts'
import { yearNow, type Standing, type YearBefore } from './scenario.ts'
import { giverKey, type Giver } from '../contributions/giver.ts'

/** Stands before every thought decision, and for all that the two have said apart. */
const together = { dated: '0001-01-01', recordedAt: '0001-01-01T00:00:00Z', reference: '', motive: '', earmark: '' }

/** Two associations in a year as if they were one: whoever pays to both gives both together, the inhabitants of both are its area. */
export function asOne(first: Standing, second: Standing, year: number): Standing {
  const books = [first, second].map((one) => yearNow(one, year))
  const members = new Map<string, BookMember>()
  for (const member of [...first.members, ...second.members]) {
    const known = members.get(giverKey(member))
    // A municipality is the same people in both; a region and the state have those of two areas.
    const inhabitants =
      known && member.payer !== 'municipalities' && !member.asRegion ? known.inhabitants + member.inhabitants : member.inhabitants
    members.set(giverKey(member), { ...member, inhabitants })
  }
  const entries = [...members.values()].flatMap(({ organisationId, asRegion }): BookEntry[] => {
    const own = books.map((book) => memberOf(book, { organisationId, asRegion }))
    const agreed = sumOfKnown(own.map((one) => one?.agreedOre ?? null))
    const offer = sumOfKnown(own.map((one) => one?.offerOre ?? null))
    const about = { year, organisationId, asRegion, ...together }
    return [
      ...(agreed === null ? [] : [{ ...about, step: 'agreed' as const, amountOre: agreed }]),
      ...(offer === null ? [] : [{ ...about, step: 'decided' as const, amountOre: offer }]),
    ]
  })
  const order = ['state', 'regions', 'municipalities']
  return { members: [...members.values()].sort((a, b) => order.indexOf(a.payer) - order.indexOf(b.payer)), entries, today: first.today }
}

/** Two associations in a year as they stand beside each other: what a merger is set against. Unknown where one of them is. */
export function besideEachOther(first: Standing, second: Standing, year: number): YearBefore {
  const books = [yearNow(first, year), yearNow(second, year)]
  const both = (of: (book: BookYear) => number | null): number | null => {
    const amounts = books.map((book) => (book ? of(book) : null))
    return amounts.includes(null) ? null : sumOfKnown(amounts)
  }
  const members = new Map([...first.members, ...second.members].map((one) => [giverKey(one), one]))
  return {
    levelOre: both(({ level }) => level?.totalOre ?? null),
    agreedOre: both(({ agreedOre }) => agreedOre),
    members: [...members.values()].map(({ organisationId, name, asRegion }) => ({
      ...{ organisationId, name, asRegion },
      matchedOre: sumOfKnown(books.map((book) => memberOf(book, { organisationId, asRegion })?.matchedOre ?? null)),
    })),
  }
}

const memberOf = (book: BookYear | undefined, giver: Giver) => book?.members.find((one) => giverKey(one) === giverKey(giver))

/** A municipality outside every region whose one amount would be two in the association made of both (§ 5 a): nobody has said how it is divided, and it is not guessed. */
export function isUndivided({ members }: Standing): boolean {
  const hasRegion = members.some(({ payer }) => payer === 'regions')
  const parts = new Set(members.filter(({ asRegion }) => asRegion).map(({ organisationId }) => organisationId))
  return hasRegion && members.some((one) => one.outsideRegion && !parts.has(one.organisationId))
}
