// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { attackCells, type Sum } from '../../../test/attack.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { about, exact, hidden, noise, noiseThatShows, silence } from '../../../test/noise.ts'
import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { missingValue } from '../../participations/factColumns.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { countedCells } from '../../statistics/countedCells.ts'
import type { Facts } from '../../statistics/facts.ts'
import { outcomeDimension } from '../../statistics/outcome.ts'
import { columnOf } from '../../statistics/column.ts'
import { monthNumber } from '../../values/month.ts'
import { aalenJohansen, valueAt } from '../curve/aalenJohansen.ts'
import { riskTable } from '../curve/durations.ts'
import { lastMonthCounted } from '../../statistics/seenUntil.ts'
import { lifeCounts } from './lifeCounts.ts'
import { causes, lifeDimension } from './lifeDimension.ts'
import { overTimeOf } from './overTime.ts'
import { releasedSteps, stepLength } from './releasedSteps.ts'
import { shownCurve } from './shownCurve.ts'
import { lastDayWithin } from './wholeDays.ts'

const period = { from: '2023-01', to: '2023-12' }
const until = monthNumber('2025-12')
const associations = ['association-0', 'association-1', 'association-2']

describe('what is seen of a participation', () => {
  test('ends with the last month that ended 60 days before the data date', () => {
    expect(lastMonthCounted('2026-03-01')).toBe(monthNumber('2025-12'))
    expect(lastMonthCounted('2026-03-31')).toBe(monthNumber('2025-12'))
    expect(lastMonthCounted('2026-04-01')).toBe(monthNumber('2026-01'))
  })
})

describe('the curve of exact numbers', () => {
  test('is Aalen and Johansen’s of the same days', () => {
    const facts = denseFacts(60_000, 2)
    const content = overTimeOf(askedOf(facts, period, { by: silence }), until)
    const incidence = aalenJohansen(riskTable(durationsOf(facts)))
    expect(content.steps.length).toBeGreaterThan(10)
    for (const { day, values } of content.steps)
      causes.forEach((_, cause) => {
        const { estimate, lower } = valueAt(incidence.causes[cause]!.curve, day)
        expect(values[cause]!.share).toBeCloseTo(estimate, 3)
        expect(values[cause]!.lower ?? 0).toBeCloseTo(lower ?? 0, 3)
      })
  })
})

describe.each(['nation', ...associations])('with noise, at %s', (name) => {
  const place = name === 'nation' ? {} : { place: placeOf('association', name) }
  const contents = Array.from({ length: 12 }, (_, seed) =>
    overTimeOf(askedOf(denseFacts(200 + seed * 300, seed + 1), period, place), until),
  )
  test('no step shows fewer than five of anything, nor is drawn of fewer than 20', () => {
    for (const { steps } of contents)
      for (const { atRisk, events } of steps) {
        expect(valueOf(atRisk)).toBeGreaterThanOrEqual(20)
        for (const cell of events) expect(valueOf(cell) === 0 || valueOf(cell)! >= 5).toBe(true)
      }
  })
  test('what has happened never goes down, and is at most all', () => {
    for (const { steps } of contents) {
      const shares = steps.map(({ values }) => values.map(({ share }) => share))
      shares.forEach((now, at) => {
        expect(now.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.002)
        now.forEach((one, cause) => expect(one).toBeGreaterThanOrEqual(at === 0 ? 0 : shares[at - 1]![cause]!))
      })
    }
  })
  test('no count from one to four follows from the numbers and their sums', () => {
    for (const { steps, started } of contents) expect(attackCells(...namedCells(steps, started), noise)).toEqual([])
  })
})

test('the same question has the same answer', () => {
  const answer = () => overTimeOf(askedOf(denseFacts(900, 4), period), until)
  expect(answer()).toEqual(answer())
})

test('one person more is not told from the noise: every number that changes, changes within it', () => {
  const random = seededRandom(7)
  const { maxDeviation } = noise.table
  for (let round = 0; round < 40; round++) {
    const [with_, without] = [denseFacts(700, round + 1), denseFacts(700, round + 1)]
    without.columns.entryMonth[Math.floor(random() * 700)] = monthNumber('1999-01')
    const [one, other] = [with_, without].map((facts) => released(facts))
    for (const [at, cell] of one!.entries()) {
      const [a, b] = [valueOf(cell)!, valueOf(other![at]!)!]
      if (a !== b) expect(Math.abs(a - b)).toBeLessThanOrEqual(2 * maxDeviation + 1)
      expect([a, b].every((value) => value === 0 || value >= 5)).toBe(true)
    }
  }
})

describe('the state at 6, 12 and 24 months', () => {
  test('is counted of all who have come to the point, what is not known included', () => {
    const { states } = overTimeOf(askedOf(denseFacts(3000, 6), period, { by: silence }), until)
    for (const { n, cells } of states.points) {
      expect(cells).toHaveLength(states.states.length)
      expect(cells.reduce((sum, cell) => sum + valueOf(cell)!, 0)).toBe(valueOf(n))
    }
    expect(states.points.map(({ months }) => months)).toEqual([6, 12, 24])
    expect(states.states.slice(0, 2).map(({ code }) => code)).toEqual(['ordinaryWork', 'subsidisedWork'])
  })
  test('is drawn of nobody where fewer than twenty have come to it, and said of nobody', () => {
    const { states } = overTimeOf(askedOf(denseFacts(40, 6), period, { by: silence }), until)
    const few = states.points.filter(({ n }) => valueOf(n)! < 20)
    expect(few.length).toBeGreaterThan(0)
    expect(few.every(({ isDrawn }) => !isDrawn)).toBe(true)
    expect(states.sentences).toHaveLength(states.points.length - few.length)
  })
  test('is told of as hidden, never as nought, where all but one of the numbers would be', () => {
    const facts = denseFacts(3000, 6)
    // Nobody has been followed up.
    for (const months of [6, 12, 24] as const) facts.columns[`stateAfterStart${months}`].fill(missingValue.u8)
    const { states } = overTimeOf(askedOf(facts, period), until)
    expect(states.points.every(({ n }) => valueOf(n)! >= 20)).toBe(true)
    expect(states.points.map(({ isDrawn, isHidden }) => [isDrawn, isHidden])).toEqual(Array(3).fill([false, true]))
    expect(states.sentences).toEqual(['Efter 6, 12 och 24 månader visas inte läget, för att skydda enskilda.'])
  })
  test('is not drawn of many who have a state each, where every number is too small to show', () => {
    const facts = denseFacts(3000, 6)
    facts.columns.entryMonth.fill(monthNumber('1999-01'), 30)
    facts.columns.entryMonth.fill(monthNumber('2023-06'), 0, 30)
    facts.columns.stateAfterStart12.set(Array.from({ length: 30 }, (_, row) => row % 10))
    const { states } = overTimeOf(askedOf(facts, period, { by: noiseThatShows((count) => (count < 5 ? 0 : count)) }), until)
    const year = states.points.find(({ months }) => months === 12)!
    expect(year.cells.map(valueOf)).toEqual(Array(10).fill(0))
    expect(year).toMatchObject({ n: { value: 30 }, isDrawn: false, isHidden: false })
    expect(states.sentences.join()).not.toContain('12 månader')
  })
  test('has no count from 1 to 4 in it', () => {
    const { states } = overTimeOf(askedOf(denseFacts(900, 7), period), until)
    for (const cell of states.points.flatMap(({ cells, n }) => [...cells, n])) expect([1, 2, 3, 4]).not.toContain(valueOf(cell))
  })
})

test('a step in which all went the same way is not shown by itself', () => {
  const facts = denseFacts(3000, 3)
  const toWork = columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  // Nobody is left after the first half-year, and all of them went to work.
  facts.columns.daysToExit.fill(100)
  toWork.fill(1)
  expect(overTimeOf(askedOf(facts, period), until).steps).toEqual([])
})

test('steps are as fine as the number that began allows', () =>
  expect([undefined, 19, 20, 299, 300, 1000].map(stepLength)).toEqual([undefined, undefined, 6, 6, 3, 1]))

test('the interval holds the truth about as often as it says, noise and all', () => {
  const random = seededRandom(11)
  const rounds = 400
  let held = 0
  for (let round = 0; round < rounds; round++) {
    const facts = denseFacts(360, 1)
    for (let row = 0; row < facts.size; row++) drawLife(facts, row, random)
    const { steps } = overTimeOf(askedOf(facts, { from: '2020-01', to: '2030-12' }), monthNumber('2027-12'))
    const { lower, upper } = steps.find(({ to }) => to === 12)!.values[2]!
    if (lower! <= truth && truth <= upper!) held++
  }
  expect(held / rounds).toBeGreaterThan(0.93)
  expect(held / rounds).toBeLessThan(0.99)
})

/** Of 100, how many of a life drawn below have ended otherwise than in work within a year. */
const truth = 0.35

function drawLife({ columns }: Facts, row: number, random: () => number): void {
  columns.entryMonth[row] = monthNumber('2023-06')
  columns.recordKey[row] = Math.floor(random() * 2 ** 32)
  const isEnded = random() < 0.7
  columns.daysToExit[row] = isEnded ? Math.floor(random() * 730) : -1
  columns.exitReason[row] = 0
  columns.occupationAfter[row] = 4
  columns.workAfter[row] = 0
  columns.studyAfter[row] = 0
}

function cohortQuery(lastCounted: number) {
  return { axes: [lifeDimension(lastCounted)], conditions: [], population: 'entries', period, count: 'participations' } as const
}

/** Everybody who began in the period by whole days, all seen to the end of what is looked at. */
function durationsOf(facts: Facts): { exit: number[]; cause: number[] } {
  const { entryMonth, daysToExit, exitReason } = facts.columns
  const toWork = columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  const [exit, cause]: [number[], number[]] = [[], []]
  for (let row = 0; row < facts.size; row++) {
    if (entryMonth[row]! < monthNumber(period.from) || entryMonth[row]! > monthNumber(period.to)) continue
    const last = lastDayWithin(24)
    const isEnded = daysToExit[row]! >= 0 && daysToExit[row]! <= last
    exit.push(isEnded ? daysToExit[row]! : last)
    const other = exitReason[row] === 4 ? 2 : 3
    const ended = toWork[row] === 1 ? 1 : other
    cause.push(isEnded ? ended : 0)
  }
  return { exit, cause }
}

function released(facts: Facts): Cell[] {
  const counted = lifeCounts(countedCells(facts, cohortQuery(until)), until)
  return [1, 3, 6].flatMap((length) =>
    releasedSteps(counted, length, noise, { cell: about(0), days: 0 }).flatMap(({ atRisk, events }) => [atRisk, ...events]),
  )
}

/** The cells of a curve by name, and that each who is there either ends or stays, and only those who stay are there in the next step. */
function namedCells(steps: ReturnType<typeof overTimeOf>['steps'], started: Cell): [Map<string, Cell>, Sum[]] {
  const cells = new Map<string, Cell>([['started', started]])
  const sums: Sum[] = [{ total: 'started', parts: ['there 0', 'not seen 0'] }]
  for (const [at, { atRisk, events }] of steps.entries()) {
    cells.set(`there ${at}`, atRisk)
    events.forEach((cell, cause) => cells.set(`ended ${at} ${causes[cause]!}`, cell))
    sums.push({ total: `there ${at}`, parts: [...causes.map((cause) => `ended ${at} ${cause}`), `stayed ${at}`] })
    sums.push({ total: `stayed ${at}`, parts: [`there ${at + 1}`, `not seen ${at + 1}`] })
  }
  return [cells, sums]
}

describe('a published number of those who began', () => {
  const stepsWhere = (cell: Cell, to = period.to) => {
    const published = { find: (address: string) => (address.startsWith('entries') ? publishedForm(cell) : undefined) }
    const ask = askedOf(denseFacts(4000, 2), { ...period, to })
    return overTimeOf({ ...ask, releasing: { ...ask.releasing, published: published as never } }, until)
  }
  const publishedForm = (cell: Cell) =>
    cell.kind === 'shown' ? { kind: 'shown' as const, value: cell.value } : { kind: 'suppressed' as const }
  test('is at risk from the start as it stands, never beside one with noise', () => {
    const { started, steps } = stepsWhere(exact(1640))
    expect(started).toEqual({ kind: 'shown', value: 1640 })
    expect(steps[0]!.atRisk).toEqual(started)
    expect(steps[1]!.atRisk.kind).toBe('approximate')
  })
  test('that is hidden has no curve', () => expect(stepsWhere(hidden).steps).toEqual([]))
})

test('nothing is drawn of fewer than 20', () => {
  const { steps, sentences } = overTimeOf(askedOf(denseFacts(18, 2), period), until)
  expect(steps).toEqual([])
  expect(sentences.join(' ')).toContain('För få')
})

test('what nobody is seen to have reached has an interval too: a few may be hidden by the noise', () => {
  const step = (from: number, to: number, there: number) => ({
    from,
    to,
    day: lastDayWithin(to),
    atRisk: about(there),
    events: [about(30), about(0), about(20)],
  })
  const [first, second] = shownCurve([step(0, 6, 200), step(6, 12, 100)], noise)
  expect(first![1]).toMatchObject({ share: 0, lower: 0 })
  expect(first![1]!.upper).toBeGreaterThan(3.84 / (200 + 3.84))
  expect(second![1]!.upper).toBeGreaterThan(first![1]!.upper!)
  expect(second![1]!.upper).toBeLessThan(0.08)
})

test('a curve without steps is empty', () => expect(shownCurve([], noise)).toEqual([]))
