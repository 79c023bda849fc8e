// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { attackCells } from '../../../test/attack.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { noise, silence } from '../../../test/noise.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import type { Facts } from '../../statistics/facts.ts'
import { ownViewNames } from '../../participations/ownViews.ts'
import { viewBits } from '../../participations/viewSteps.ts'
import { viewChanges } from './viewChanges.ts'

const period = { from: '2023-01', to: '2024-12' }
const question = ownViewNames[0]!
const shownOf = (facts: Facts, options: Parameters<typeof askedOf>[2] = {}) => viewChanges(askedOf(facts, period, options))

/** Everybody answers the first question from one step to another; others are not asked. */
function answered(size: number, steps: (row: number) => [first: number, last: number]): Facts {
  const facts = denseFacts(size, 3)
  for (let row = 0; row < facts.size; row++) {
    const [first, last] = steps(row)
    facts.columns.ownViews[row] = viewBits(question, { first, last }, undefined)
  }
  return facts
}

/** Everybody has a pace of the first question, in halves of a step a year, or none. */
function paced(size: number, halves: (row: number) => number | undefined): Facts {
  const facts = denseFacts(size, 3)
  for (let row = 0; row < facts.size; row++) facts.columns.ownViews[row] = viewBits(question, { first: 2, last: 3 }, halves(row))
  return facts
}

describe('the change a year', () => {
  test('is the mean of the persons’ own slopes, of those who answered often', () => {
    const [contacts, ability] = shownOf(
      paced(3000, (row) => [1, 2, 3, undefined][row % 4]),
      { by: silence },
    ).items
    expect(contacts!.pace).toMatchObject({ perYear: 1 })
    expect(contacts!.pace!.lower).toBeLessThanOrEqual(1)
    expect(contacts!.paceText).toMatch(/^1 steg upp per år \(kan vara från/)
    expect(valueOf(contacts!.often)!).toBeLessThan(valueOf(contacts!.answered)!)
    expect([ability!.pace, ability!.paceText]).toEqual([null, 'visas inte'])
  })
  test('is not shown of fewer than twenty', () => {
    const few = shownOf(paced(3000, (row) => (row % 300 === 0 ? 2 : undefined))).items[0]!
    expect([few.pace, few.paceText]).toEqual([null, 'visas inte'])
  })
  test('has an interval by persons: who took part several times counts as one', () => {
    const facts = paced(2000, (row) => (row % 2 === 0 ? 1 : 3))
    const few = { ...facts, columns: { ...facts.columns, personIndex: facts.columns.personIndex.map((person) => Math.floor(person / 30)) } }
    const width = (from: Facts): number => {
      const { lower, upper } = shownOf(from, { by: silence }).items[0]!.pace!
      return upper - lower
    }
    expect(width(few)).toBeGreaterThan(width(facts))
  })
})

describe('the change in own answers', () => {
  test('is the mean of the last less the first, of those who answered twice', () => {
    const facts = answered(
      3000,
      (row) =>
        (
          [
            [2, 3],
            [2, 2],
            [3, 5],
            [0, 0],
          ] as [number, number][]
        )[row % 4]!,
    )
    const [contacts, ability] = shownOf(facts, { by: silence }).items
    expect(contacts!.change).toMatchObject({ first: 2.3, last: 3.3, change: 1 })
    expect(contacts!.cells.reduce((sum, cell) => sum + valueOf(cell)!, 0)).toBe(valueOf(contacts!.answered))
    expect(contacts!.sentence).toMatch(
      /^Sociala kontakter: från 2,3 till 3,3 i genomsnitt, för ≈[\d\s]+ som svarat minst två gånger\. Förändringen är 1 steg upp \(kan vara från/,
    )
    expect([ability!.change, ability!.sentence]).toEqual([null, expect.stringContaining('visas inte')])
  })
  test('is told down as well as up, and as none', () => {
    const down = shownOf(
      answered(3000, (row) => (row % 2 === 0 ? [4, 3] : [5, 4 - (row % 3)])),
      { by: silence },
    ).items[0]!
    expect(down.sentence).toContain('steg ner')
    const none = shownOf(
      answered(3000, (row) => (row % 2 === 0 ? [4, 3] : [3, 4])),
      { by: silence },
    ).items[0]!
    expect(none.sentence).toContain('Förändringen är ingen ändring')
  })
  test('is of persons: who answers in several participations counts as one', () => {
    const facts = answered(2000, (row) => (row % 2 === 0 ? [2, 3] : [3, 3]))
    const width = (from: Facts): number => {
      const { lower, upper } = shownOf(from, { by: silence }).items[0]!.change!
      return upper - lower
    }
    const few = { ...facts, columns: { ...facts.columns, personIndex: facts.columns.personIndex.map((person) => Math.floor(person / 30)) } }
    expect(width(few)).toBeGreaterThan(2 * width(facts))
  })
  test('is shown of nobody where fewer than 20 answered twice, and no number of theirs', () => {
    const { items } = shownOf(answered(3000, (row) => (row < 12 ? [2, 3] : [0, 0])))
    expect(items[0]!.change).toBe(null)
    for (const cell of items[0]!.cells) expect(valueOf(cell)).toBeUndefined()
  })
  test('is hidden where all changed alike: it would tell of each of them', () => {
    const [alike] = shownOf(answered(3000, (row) => (row % 2 === 0 ? [2, 3] : [3, 4]))).items
    expect([alike!.change, valueOf(alike!.cells[5]!)]).toEqual([null, undefined])
  })
})

test('no count from one to four follows from the numbers and their sums', () => {
  for (let seed = 1; seed <= 10; seed++)
    for (const association of ['association-0', 'association-2']) {
      const { items, exits } = shownOf(denseFacts(100 + seed * 120, seed), { place: placeOf('association', association) })
      for (const { answered: twice, cells } of items) {
        const named = new Map([['exits', exits], ['twice', twice], ...cells.map((cell, at) => [`change ${at}`, cell] as const)])
        const sums = [
          { total: 'exits', parts: ['twice', 'others'] },
          { total: 'twice', parts: cells.map((_, at) => `change ${at}`) },
        ]
        expect(attackCells(named, sums, noise)).toEqual([])
      }
    }
})

test('the interval holds the true change about as often as it says, noise and all', () => {
  const random = seededRandom(4)
  let held = 0
  const rounds = 300
  for (let round = 0; round < rounds; round++) {
    const facts = answered(200, () => [2, random() < 0.5 ? 3 : 2])
    facts.columns.ownViews.forEach(
      (steps, row) => (facts.columns.ownViews[row] = random() < 0.2 ? viewBits(question, { first: 1, last: 1 }, undefined) : steps),
    )
    for (let row = 0; row < facts.size; row++) facts.columns.recordKey[row] = Math.floor(random() * 2 ** 32)
    const { lower, upper } = shownOf(facts).items[0]!.change!
    // The ends are told in tenths of a step.
    if (lower - 0.05 <= 0.4 && 0.4 <= upper + 0.05) held++
  }
  expect(held / rounds).toBeGreaterThan(0.93)
})

test('so does that of the change a year, with steep ones among them', () => {
  const random = seededRandom(5)
  const paces = [-2, -1, 0, 0, 1, 2, 3, 11]
  const mean = paces.reduce((sum, one) => sum + one, 0) / paces.length / 2
  const rounds = 300
  let held = 0
  for (let round = 0; round < rounds; round++) {
    const facts = paced(300, () => paces[Math.floor(random() * paces.length)])
    for (let row = 0; row < facts.size; row++) facts.columns.recordKey[row] = Math.floor(random() * 2 ** 32)
    const pace = shownOf(facts).items[0]!.pace!
    if (pace.lower - 0.05 <= mean && mean <= pace.upper + 0.05) held++
  }
  expect(held / rounds).toBeGreaterThan(0.93)
})
