import type { BookEntry } from '../contributions/book.ts'
import type { BookMember, BookYear } from '../contributions/domain.ts'
import { sumOfKnown } from '../../values/sumOfKnown.ts'
import { yearNow, type Standing, type YearBefore } from './scenario.ts'

/** Stands before every thought decision, and for all that the two have said apart. */
const together = { dated: '0001-01-01', recordedAt: '0001-01-01T00:00:00Z', reference: '', motive: '', earmark: '' }

/** Two associations in a year as if they were one: whoever pays to both gives both together, the inhabitants of both are its area. */
export function asOne(first: Standing, second: Standing, year: number): Standing {
  const books = [first, second].map((one) => yearNow(one, year))
  const members = new Map<string, BookMember>()
  for (const member of [...first.members, ...second.members]) {
    const known = members.get(member.organisationId)
    // A municipality is the same people in both; a region and the state have those of two areas.
    const inhabitants = known && member.payer !== 'municipalities' ? known.inhabitants + member.inhabitants : member.inhabitants
    members.set(member.organisationId, { ...member, inhabitants })
  }
  const entries = [...members.keys()].flatMap((organisationId): BookEntry[] => {
    const own = books.map((book) => memberOf(book, organisationId))
    const agreed = sumOfKnown(own.map((one) => one?.agreedOre ?? null))
    const offer = sumOfKnown(own.map((one) => one?.offerOre ?? null))
    const about = { year, organisationId, ...together }
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
  const members = new Map([...first.members, ...second.members].map((one) => [one.organisationId, one]))
  return {
    levelOre: both(({ level }) => level?.totalOre ?? null),
    agreedOre: both(({ agreedOre }) => agreedOre),
    members: [...members.values()].map(({ organisationId, name }) => ({
      ...{ organisationId, name },
      matchedOre: sumOfKnown(books.map((book) => memberOf(book, organisationId)?.matchedOre ?? null)),
    })),
  }
}

const memberOf = (book: BookYear | undefined, id: string) => book?.members.find(({ organisationId }) => organisationId === id)
