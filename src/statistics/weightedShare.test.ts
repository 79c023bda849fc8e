// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf } from '../../test/askedFacts.ts'
import { denseFacts } from '../../test/denseFacts.ts'
import { madeLives, type Lives } from '../../test/madeLives.ts'
import { noise, silence } from '../../test/noise.ts'
import { measures } from './measure.ts'
import { weightedShare } from './weightedShare.ts'

const period = { from: '2023-01', to: '2023-12' }
const measure = measures['in-work-or-study-12-months']

const byEnd: Lives['works'] = (isEnded) => (isEnded ? 0.6 : 0.1)

describe('a share at a point, weighted by what is known of all', () => {
  test('moves to the truth when being reached goes with the class', () => {
    const { facts, truth, ofReached } = madeLives(20_000, 1, { works: byEnd, reached: (isEnded) => (isEnded ? 0.95 : 0.5) })
    const { share } = weightedShare(askedOf(facts, period, { by: silence }), measure)!
    expect(ofReached - truth).toBeGreaterThan(0.06)
    expect(Math.abs(share!.share - truth)).toBeLessThan(0.01)
    expect(share!.lower).toBeLessThan(truth)
    expect(share!.upper).toBeGreaterThan(truth)
  })
  test('stays where it is when being reached goes with nothing', () => {
    const { facts, ofReached } = madeLives(20_000, 2, { works: byEnd, reached: () => 0.7 })
    const { share } = weightedShare(askedOf(facts, period, { by: silence }), measure)!
    expect(Math.abs(share!.share - ofReached)).toBeLessThan(0.005)
  })
  test('cannot mend that those who work are reached more often within a class, and says that it is not known', () => {
    const { facts, truth } = madeLives(20_000, 3, { works: byEnd, reached: (_, __, isWorking) => (isWorking ? 0.95 : 0.5) })
    const { share, text } = weightedShare(askedOf(facts, period, { by: silence }), measure)!
    expect(share!.share - truth).toBeGreaterThan(0.04)
    expect(text).toContain('det vet vi inte')
  })
  test('is the same share with noise, within its interval', () => {
    const of = { works: byEnd, reached: (isEnded: boolean) => (isEnded ? 0.95 : 0.5) }
    let held = 0
    for (let seed = 0; seed < 60; seed++) {
      const { facts } = madeLives(600, seed + 10, of)
      const answer = weightedShare(askedOf(facts, period, { by: noise }), measure)
      if (answer!.share!.lower <= 0.35 && 0.35 <= answer!.share!.upper) held++
    }
    expect(held).toBeGreaterThanOrEqual(54)
  })
  test('says by what, and in how many groups', () => {
    const { facts } = madeLives(20_000, 1, { works: byEnd, reached: () => 0.8 })
    const { text } = weightedShare(askedOf(facts, period, { by: silence }), measure)!
    // Nobody has ended otherwise, so there are two ways, by two sexes and three ages.
    expect(text).toContain('(hur det gått till dess i insatsen, kön, ålder; 12 grupper)')
  })
  test('is by fewer things where groups are small, each with 20 reached', () => {
    const { facts } = madeLives(140, 1, { works: byEnd, reached: () => 0.8 })
    const { text } = weightedShare(askedOf(facts, period, { by: silence }), measure)!
    expect(text).toMatch(/\(.*; [2-5] grupper\)/)
  })
})

describe('there is no weighted share, and it is said why', () => {
  const answer = (size: number, reached: number, only: Partial<Lives> = {}) => {
    const { facts } = madeLives(size, 5, { works: byEnd, reached: () => reached, ...only })
    return weightedShare(askedOf(facts, period, { by: silence }), measure)
  }
  test('of few', () => expect(answer(22, 0.8)).toMatchObject({ share: null, text: expect.stringContaining('färre än 20') }))
  test('where fewer than 60 of 100 were reached', () =>
    expect(answer(5000, 0.5)).toMatchObject({ share: null, text: expect.stringContaining('färre än 60 av 100') }))
  test('where groups are too small for how it went, since sex and age alone would mend little', () =>
    expect(answer(36, 0.8)).toMatchObject({ share: null, text: expect.stringContaining('grupperna är för små') }))
  test('where everybody was reached, and of what is at no point: then nothing need be said', () => {
    expect(answer(500, 1)).toBeNull()
    const { facts } = madeLives(500, 5, { works: byEnd, reached: () => 0.8 })
    expect(weightedShare(askedOf(facts, period), measures['to-work-or-study'])).toBeNull()
  })
  test('where none, or all, of those reached have the outcome: it would tell of each', () => {
    expect(answer(500, 0.8, { works: () => 0 })!.share).toBeNull()
    expect(answer(500, 0.8, { works: () => 1 })!.share).toBeNull()
  })
})

test('after an exit the kind of work takes the place of how it went', () => {
  const facts = denseFacts(8000, 4)
  const after = weightedShare(
    askedOf(facts, { from: '2023-01', to: '2024-06' }, { by: silence }),
    measures['still-in-work-or-study-6-months'],
  )!
  expect(after.text).toContain('slag av arbete vid avslutet')
})
