import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../bench/syntheticFacts.ts'
import { seededRandom } from '../probability/seededRandom.ts'
import { boundsOf } from '../../test/attack.ts'
import { LinearAttack, type SeenCount } from '../../test/linearAttack.ts'
import { noise, silence } from '../../test/noise.ts'
import { loadSolver } from '../disclosure/attack/solver.ts'
import { valueOf } from '../disclosure/cell.ts'
import type { Noise } from '../disclosure/noise/noise.ts'
import { monthNumber, monthOfNumber } from '../values/month.ts'
import { columnOf } from './column.ts'
import type { CellQuery, Condition } from './countedCells.ts'
import { dimensionsOf } from './dimension.ts'
import type { SingleDimension } from './dimension.ts'
import { exitedIn, having, inPeriod } from './filter.ts'
import { noPublishedCells, type PublishedCells } from './publishedCells.ts'
import { releasedCells } from './releasedCells.ts'
import { tabulate } from './tabulate.ts'

const facts = syntheticFacts(6000, 17)
const dimensions = dimensionsOf(facts)
const single = (name: string): SingleDimension => dimensions.get(name) as SingleDimension
const threshold = 5

type Draw = <T>(list: readonly T[]) => T

/** One question at a small place. */
function anyQuestion(draw: Draw): CellQuery {
  const place = single(draw(['association', 'intervention', 'municipality', 'region']))
  const first = monthNumber('2008-01') + draw([0, 12, 24, 60, 96])
  const axis = draw(['sex', 'ageGroup', 'exitReason', 'occupationAfter', 'education', undefined])
  const period = { from: monthOfNumber(first), to: monthOfNumber(first + draw([3, 5, 11, 23])) }
  return {
    axes: axis === undefined ? [] : [single(axis)],
    conditions: [{ dimension: place, codes: [draw(place.codes.slice(0, 80)).code] }],
    ...{ population: draw(['inPeriod', 'exits'] as const), period, count: 'participations' },
  }
}

/** Nearly the same question: some months more, one condition more, one code more, another breakdown, or those who left of those who were there. */
function nearly(query: CellQuery, draw: Draw): CellQuery {
  const more: Condition = { dimension: single('sex'), codes: [draw(['woman', 'man'])] }
  const [place] = query.conditions
  const another = draw(place!.dimension.codes).code
  return draw<() => CellQuery>([
    () => ({ ...query, period: { ...query.period, to: monthOfNumber(monthNumber(query.period.to) + draw([1, 2, 3])) } }),
    () => ({ ...query, conditions: [...query.conditions, more] }),
    () => ({ ...query, conditions: [{ ...place!, codes: [...new Set([...place!.codes, another])] }, ...query.conditions.slice(1)] }),
    () => ({ ...query, axes: [single(draw(['sex', 'ageGroup', 'bornAbroad', 'referredBy']))] }),
    () => ({ ...query, population: query.population === 'exits' ? 'inPeriod' : 'exits' }),
    () => ({ ...query, conditions: [] }),
  ])()
}

/** The cell of a question that each fact is in, −1 for none. */
function placesOf({ axes, conditions, population, period }: CellQuery): Int32Array {
  const filters = [
    ...(population === 'exits' ? exitedIn : inPeriod)(period),
    ...conditions.map(({ dimension, codes }) => having(dimension, codes)),
  ]
  const places = new Int32Array(facts.size)
  for (const filter of filters) {
    if (filter.kind === 'bits') throw new Error('Only dimensions with one code a fact')
    const column = columnOf(facts, filter.column)
    places.forEach((_, row) => (filter.keep[column[row]!] ? undefined : (places[row] = -1)))
  }
  for (const axis of axes as SingleDimension[]) {
    const column = columnOf(facts, axis.column)
    places.forEach((place, row) => (place < 0 ? undefined : (places[row] = place * axis.codes.length + axis.lookup[column[row]!]!)))
  }
  return places
}

/** Groups of facts that stand in the same cells of all questions, with their true sizes; for each cell, its groups and what it was shown as. */
function seenIn(queries: readonly CellQuery[], by: Noise, published: PublishedCells): { sizes: number[]; seen: SeenCount[] } {
  const places = queries.map(placesOf)
  const groups = new Map<string, number>()
  const sizes: number[] = []
  const cells = queries.map((query) => releasedCells({ facts, noise: by, published }, query))
  const inCells = cells.map((of) => of.map(() => new Set<number>()))
  for (let row = 0; row < facts.size; row++) {
    const key = places.map((of) => of[row]!)
    if (key.every((place) => place < 0)) continue
    let group = groups.get(key.join())
    if (group === undefined) groups.set(key.join(), (group = sizes.push(0) - 1))
    sizes[group]!++
    key.forEach((place, at) => (place < 0 ? undefined : inCells[at]![place]!.add(group)))
  }
  const bounds = (cell: (typeof cells)[0][0]) =>
    by === silence && valueOf(cell) !== undefined ? { least: valueOf(cell)!, most: valueOf(cell)! } : boundsOf(cell, by)
  const seen = cells.flatMap((of, at) =>
    of.flatMap((cell, place) => {
      const known = bounds(cell)
      return known ? [{ ...known, groups: [...inCells[at]![place]!] }] : []
    }),
  )
  return { sizes, seen: seen.filter(({ groups: own }) => own.length > 0) }
}

/** Small counts that the attacker is certain of: of groups, of numbers seen, and of what one number has that another has not. */
function certain(attack: LinearAttack, sizes: readonly number[], seen: readonly SeenCount[]): number {
  const differences = seen.flatMap(({ groups }, at) =>
    seen.slice(at + 1, at + 8).map((other) => groups.filter((one) => !other.groups.includes(one))),
  )
  const targets = new Map(
    [...sizes.map((_, group) => [group]), ...seen.map(({ groups }) => groups), ...differences].map((one) => [one.join(), one]),
  )
  const small = [...targets.values()].filter((groups) => {
    const size = groups.reduce((sum, group) => sum + sizes[group]!, 0)
    return size > 0 && size < threshold
  })
  return small.slice(0, 12).filter((groups) => {
    const { least, most } = attack.rangeOf(groups)
    return Math.ceil(least - 1e-6) === Math.floor(most + 1e-6)
  }).length
}

async function attackedBy(
  by: Noise,
  rounds: number,
  seed: number,
  published = noPublishedCells,
): Promise<{ small: number; questions: number }> {
  const solver = await loadSolver()
  const random = seededRandom(seed)
  const draw: Draw = (list) => list[Math.floor(random() * list.length)]!
  let [small, questions] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const first = anyQuestion(draw)
    const second = nearly(first, draw)
    const { sizes, seen } = seenIn(round % 2 === 0 ? [first, second] : [first, second, nearly(first, draw)], by, published)
    if (sizes.length === 0) continue
    const attack = new LinearAttack(solver, sizes.length, seen)
    small += certain(attack, sizes, seen)
    questions++
    attack.dispose()
  }
  return { small, questions }
}

/** Exits of whole years in the whole country and each region are published exactly, as far as they are not small: nothing of them can be subtracted. */
const regions: PublishedCells = {
  find(address) {
    const [population, span, ...codes] = address.split(' ')
    const isYear = /^(\d{4})-01\.\.\1-12$/.test(span!)
    if (population !== 'exits' || !isYear || codes.length > 1 || codes.some((code) => !code.startsWith('region='))) return undefined
    const [from, to] = span!.split('..') as [string, string]
    const place = codes.map((code) => having(single('region'), [code.slice('region='.length)]))
    const value = tabulate(facts, {
      dimensions: [],
      filter: [...exitedIn({ from, to }), ...place],
    }).total
    return value > 0 && value < threshold ? { kind: 'suppressed' } : { kind: 'shown', value }
  },
}

describe('answers to several questions, subtracted by linear programming', () => {
  test('of 1,000 pairs and triples make no small count certain', async () => {
    const { small, questions } = await attackedBy(noise, 1000, 2026)
    expect(questions).toBeGreaterThan(700)
    expect(small).toBe(0)
  })
  test('nor beside exact numbers of the country and its regions', async () => {
    const { small, questions } = await attackedBy(noise, 500, 7, regions)
    expect(questions).toBeGreaterThan(350)
    expect(small).toBe(0)
  })
  test('would make many certain if the numbers were exact: the attack bites', async () => {
    expect((await attackedBy(silence, 60, 2026)).small).toBeGreaterThan(60)
  })
})
