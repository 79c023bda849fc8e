// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { attackCells } from '../../../test/attack.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { about, hidden, noise, silence } from '../../../test/noise.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { protectMean } from '../../disclosure/meanShare.ts'
import { releasedCell } from '../../disclosure/releasedCell.ts'
import { partOf } from '../../disclosure/share.ts'
import { Occupation, StateLater } from '../../participations/codes.ts'
import { missingValue } from '../../participations/factColumns.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { columnOf } from '../../statistics/column.ts'
import { dimensionsOf, type SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { monthNumber } from '../../values/month.ts'
import { caseMixModel, expectedMeans } from './caseMixModel.ts'
import { followedPeriod, withinYear } from './cohort.ts'
import { comparisonOf } from './fairComparison.ts'
import { patternsOf } from './patterns.ts'
import { comparedUnits } from './shownUnits.ts'

const period = { from: '2023-01', to: '2023-12' }
const until = monthNumber('2025-12')

/** Young participants reach work often, others seldom, wherever they are; the first association has mostly young ones. */
function confounded(size: number): Facts {
  const facts = denseFacts(size, 5)
  const random = seededRandom(3)
  const { columns } = facts
  for (let row = 0; row < size; row++) {
    const isYoung = random() < (columns.association[row] === 0 ? 0.8 : 0.2)
    columns.ageAtEntry[row] = isYoung ? 20 : 55
    columns.entryMonth[row] = monthNumber('2023-01') + Math.floor(random() * 12)
    columns.daysToExit[row] = 200
    columns.workAfter[row] = random() < (isYoung ? 0.6 : 0.2) ? 100 : 0
    columns.studyAfter[row] = 0
    columns.occupationAfter[row] = Occupation.index('other')
  }
  return facts
}

describe('those who have been followed for twelve months', () => {
  test('began at least as long before the last month that is counted', () => {
    expect(followedPeriod(period, until)).toEqual(period)
    expect(followedPeriod(period, monthNumber('2024-06'))).toEqual({ from: '2023-01', to: '2023-06' })
    expect(followedPeriod(period, monthNumber('2023-12'))).toBeUndefined()
    expect(followedPeriod(period, undefined)).toBeUndefined()
    expect(followedPeriod({ from: '2010-01', to: '2030-12' }, until)).toEqual({ from: '2022-01', to: '2024-12' })
  })
  test('reached the outcome when they ended in work or studies within them', () => {
    const facts = denseFacts(4, 1)
    facts.columns.occupationAfter.fill(Occupation.index('work'))
    facts.columns.workAfter.fill(50)
    facts.columns.daysToExit.set([365, 366, -1, 30])
    expect([...columnOf(facts, withinYear.column)]).toEqual([1, 0, 0, 1])
  })
})

describe('the case mix model', () => {
  const facts = confounded(20_000)
  const model = caseMixModel(facts, period)!
  test('expects as many as there were, in all and of each background', () => {
    const { all, reached } = patternsOf(facts, period)
    const expected = model.expected.reduce((sum, p, pattern) => sum + p * all[pattern]!, 0)
    const observed = reached.reduce((sum, one) => sum + one, 0)
    expect(expected / observed).toBeCloseTo(1, 6)
  })
  test('expects more of an association with younger participants', () => {
    const unit = dimensionsOf(facts).get('association') as SingleDimension
    const [first, second] = expectedMeans(facts, model, unit, [])
    expect(first).toBeCloseTo(0.52, 1)
    expect(second).toBeCloseTo(0.28, 1)
  })
  test('knows nothing of where anybody was: other units, the same expectations', () => {
    const other = confounded(20_000)
    other.columns.association.fill(1)
    expect(caseMixModel(other, period)!.expected).toEqual(model.expected)
  })
  test('is made once of the same facts', () => expect(caseMixModel(facts, period)).toBe(model))
  test('is not made when hardly anybody reached the outcome', () => {
    const none = confounded(500)
    none.columns.workAfter.fill(0)
    expect(caseMixModel(none, period)).toBeUndefined()
    expect(comparisonOf(askedOf(none, period), until).sentences.join(' ')).toContain('jämförs ingen')
  })
})

describe('a comparison', () => {
  const { units, overall, sentences } = comparisonOf(askedOf(confounded(20_000), period, { by: silence }), until)
  test('adjusts away what the case mix did', () => {
    const compared = units.filter(({ adjusted }) => adjusted)
    expect(compared.length).toBe(3)
    const raw = compared.map(({ share }) => share!.share)
    const adjusted = compared.map((unit) => unit.adjusted!.share)
    expect(Math.max(...raw) - Math.min(...raw)).toBeGreaterThan(0.2)
    for (const share of adjusted) expect(share).toBeCloseTo(overall!.share, 1)
  })
  test('says what the adjustment did, and that the rest is chance', () => {
    expect(sentences.join(' ')).toMatch(/ändrade hälften av andelarna med högst \d+ av 100, och ingen med mer än \d+/)
    expect(sentences.join(' ')).toContain('inte större än vad slumpen brukar ge')
  })
  test('is in the order of the alphabet', () => {
    const names = units.map(({ heading }) => heading.label)
    expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare))
  })
  test('of an association is of its interventions, and a single intervention has none', () => {
    const of = (kind: 'association' | 'intervention', code: string) =>
      comparisonOf(askedOf(confounded(3000), period, { place: placeOf(kind, code) }), until)
    expect(of('association', 'association-0').by).toBe('intervention')
    expect(of('intervention', 'intervention-0')).toMatchObject({ by: null, units: [] })
  })
})

describe('by the state twelve months after the start', () => {
  /** As `confounded`, by the state; every fourth is not reached, and of the last association three of four. */
  function followedUp(size: number): Facts {
    const facts = confounded(size)
    const random = seededRandom(8)
    const { columns } = facts
    for (let row = 0; row < size; row++) {
      const isReached = random() < (columns.association[row] === 2 ? 0.25 : 0.75)
      const state = random() < (columns.ageAtEntry[row] === 20 ? 0.6 : 0.2) ? 'subsidisedWork' : 'jobSeeking'
      columns.stateAfterStart12[row] = isReached ? StateLater.index(state) : missingValue.u8
    }
    return facts
  }
  const facts = followedUp(20_000)
  const { units, overall, sentences, definition } = comparisonOf(askedOf(facts, period, { by: silence }), until, 'state')
  const of = (code: string) => units.find(({ heading }) => heading.code === code)!
  test('those are counted whose state is known, and it is said how many were not reached', () => {
    for (const { began, n, unreached } of units) expect(valueOf(n)! + valueOf(unreached!)!).toBe(valueOf(began))
    const all = units.reduce((sum, { began }) => sum + valueOf(began)!, 0)
    const missing = units.reduce((sum, { unreached }) => sum + valueOf(unreached!)!, 0)
    expect(sentences.join(' ').replaceAll(/\s/g, '')).toContain(`av≈${all}ilandet.≈${missing}nåddesinte`)
    expect(definition).toContain('De som inte nåddes räknas inte')
  })
  test('the model is of those reached, and adjusts away what the case mix did', () => {
    const [first, second] = [of('association-0'), of('association-1')]
    expect(first.share!.share - second.share!.share).toBeGreaterThan(0.15)
    for (const { adjusted } of [first, second]) expect(adjusted!.share).toBeCloseTo(overall!.share, 1)
  })
  test('a unit that reached fewer than 60 of 100 is not compared, but what its share can be is told', () => {
    const third = of('association-2')
    expect([third.share, third.adjusted, third.shrunken]).toEqual([null, null, null])
    expect(third.whyNot).toContain('under 60 %')
    expect(third.bounds).toMatch(/^mellan \d+ och \d+ av 100$/)
  })
  test('no share is of all with those not reached taken for failures', () => {
    const { n, x, share } = of('association-0')
    expect(share!.share).toBeCloseTo(valueOf(x)! / valueOf(n)!, 3)
  })
  test('no count from one to four follows from the numbers and their sums', () => {
    for (let seed = 1; seed < 8; seed++) {
      const shown = comparisonOf(askedOf(denseFacts(300 + seed * 150, seed), period), until, 'state')
      const cells = new Map(
        shown.units.flatMap(({ heading: { code }, began, n, x, unreached }) => [
          [`began ${code}`, began] as const,
          [`known ${code}`, n] as const,
          [`reached ${code}`, x] as const,
          [`unknown ${code}`, unreached!] as const,
        ]),
      )
      const sums = shown.units.flatMap(({ heading: { code } }) => [
        { total: `began ${code}`, parts: [`known ${code}`, `unknown ${code}`] },
        { total: `known ${code}`, parts: [`reached ${code}`, `not reached ${code}`] },
      ])
      expect(attackCells(cells, sums, noise)).toEqual([])
    }
  })
  test('the two outcomes have models of their own', () =>
    expect(caseMixModel(facts, period, 'state')!.expected).not.toEqual(caseMixModel(facts, period)!.expected))
})

describe('with noise', () => {
  const contents = Array.from({ length: 12 }, (_, seed) => comparisonOf(askedOf(denseFacts(300 + seed * 150, seed + 1), period), until))
  test('fewer than 20 as shown are compared with nobody, nor is what was expected of them told', () => {
    const few = contents.flatMap(({ units }) => units).filter(({ n }) => !(valueOf(n)! >= 20))
    expect(few.length).toBeGreaterThan(0)
    for (const unit of few) {
      expect([unit.share, unit.adjusted, unit.shrunken, unit.isOutside]).toEqual([null, null, null, false])
      expect(valueOf(unit.expected)).toBeUndefined()
    }
  })
  test('every number is nought or at least five, and no share is of a hidden one', () => {
    for (const { n, x, share } of contents.flatMap(({ units }) => units)) {
      for (const cell of [n, x]) expect([undefined, 0].includes(valueOf(cell)) || valueOf(cell)! >= 5).toBe(true)
      if (share) expect([valueOf(n), valueOf(x)]).not.toContain(undefined)
    }
  })
  test('no count from one to four follows from the numbers and their sums', () => {
    for (const { units } of contents) {
      const cells = new Map(
        units.flatMap(({ heading, n, x }) => [[`began ${heading.code}`, n] as const, [`reached ${heading.code}`, x] as const]),
      )
      const sums = units.map(({ heading: { code } }) => ({ total: `began ${code}`, parts: [`reached ${code}`, `not reached ${code}`] }))
      expect(attackCells(cells, sums, noise)).toEqual([])
    }
  })
  test('what is said of a unit follows from its cells and the country’s share alone', () => {
    const unit = { n: about(60), x: about(15), expected: about(0.3) }
    const [one] = comparedUnits([unit], 0.25, noise).units
    expect(one!.adjusted.share).toBeCloseTo((15 / 60 / 0.3) * 0.25, 12)
    expect(one!.adjusted.lower!).toBeLessThan(one!.adjusted.share)
    expect(comparedUnits([{ ...unit, x: hidden }], 0.25, noise).units).toEqual([undefined])
  })
  test('the shrunken share lies between the unit’s own and the country’s, and a small unit nearer the country’s', () => {
    const units = [
      { n: about(40), x: about(20), expected: about(0.25) },
      { n: about(4000), x: about(2000), expected: about(0.25) },
      { n: about(400), x: about(100), expected: about(0.25) },
    ]
    const [small, large] = comparedUnits(units, 0.25, noise).units
    expect(small!.shrunken.share).toBeGreaterThan(0.25)
    expect(small!.shrunken.share).toBeLessThan(large!.shrunken.share)
    expect(large!.shrunken.share).toBeCloseTo(0.5, 1)
  })
})

describe('in 400 rounds of twelve units with noise', () => {
  const random = seededRandom(5)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const overall = 0.3
  const held = { adjusted: 0, shrunken: 0 }
  const rounds = 400
  for (let round = 0; round < rounds; round++) {
    const drawn = Array.from({ length: 12 }, (_, at) => drawnUnit(30 + 20 * at, 0.25 + 0.01 * at, 0.3 * normal()))
    const { units } = comparedUnits(
      drawn.map(({ cells }) => cells),
      overall,
      noise,
    )
    units.forEach((unit, at) => {
      const { truth, pooledTruth } = drawn[at]!
      if (!unit) return
      if (unit.adjusted.lower! <= truth && truth <= unit.adjusted.upper!) held.adjusted++
      if (unit.shrunken.lower! <= pooledTruth && pooledTruth <= unit.shrunken.upper!) held.shrunken++
    })
  }
  const share = (count: number): number => count / (rounds * 12)
  test('the adjusted interval holds the truth about as often as it says', () => {
    expect(share(held.adjusted)).toBeGreaterThan(0.94)
    expect(share(held.adjusted)).toBeLessThan(0.985)
  })
  test('so does the pooled one', () => {
    expect(share(held.shrunken)).toBeGreaterThan(0.92)
    expect(share(held.shrunken)).toBeLessThan(0.98)
  })

  /** A unit whose participants are expected to reach a share, and which adds something of its own on the logit scale. */
  function drawnUnit(n: number, expected: number, own: number) {
    const expit = (eta: number): number => 1 / (1 + Math.exp(-eta))
    const logit = (p: number): number => Math.log(p / (1 - p))
    const p = expit(logit(expected) + own)
    let x = 0
    for (let person = 0; person < n; person++) if (random() < p) x++
    const cell = (count: number) => releasedCell({ count, key: Math.floor(random() * 2 ** 32) }, noise)
    const whole = cell(n)
    const cells = { n: whole, x: partOf(cell(x), whole), expected: protectMean(expected, whole) }
    return { cells, truth: (p / expected) * overall, pooledTruth: expit(logit(overall) + own) }
  }
})
