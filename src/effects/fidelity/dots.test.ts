// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOf } from '../../../test/askedFacts.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import type { Assessed } from '../../interventions/fidelity/assessedStore.ts'
import { monthNumber } from '../../values/month.ts'
import { besideOf } from './beside.ts'
import { correlationOf, fidelityAbout, leastForLine, lineThrough, usualScale } from './dots.ts'

const assessed = (given: Partial<Assessed> = {}): Assessed => ({
  ...{ interventionId: 'a', team: '', kind: 'external', assessedOn: '2024-06-01', scale: 'IPS-25', least: 25, most: 125, score: 100 },
  ...given,
})
const year = { from: '2024-01', to: '2024-12' }
const about = (...rounds: Assessed[]) => fidelityAbout(rounds, 'IPS-25', year)

describe('the fidelity of an intervention', () => {
  test('is that of the assessment nearest to the middle of the months', () =>
    expect(
      about(assessed({ assessedOn: '2022-01-01', score: 80 }), assessed(), assessed({ assessedOn: '2026-01-01', score: 120 })),
    ).toEqual([{ interventionId: 'a', teams: 1, kind: 'external', assessedOn: '2024-06-01', score: 100 }]))
  test('takes the external one of two on the same day', () =>
    expect(about(assessed({ kind: 'self', score: 125 }), assessed())[0]).toMatchObject({ kind: 'external', score: 100 }))
  test('is the mean of its teams, and self-assessed when one of them is', () =>
    expect(about(assessed({ team: 'Norr' }), assessed({ team: 'Syd', kind: 'self', score: 110 }))[0]).toMatchObject({
      ...{ teams: 2, kind: 'self', score: 105 },
    }))
  test('is never mixed with that of another scale', () => {
    const other = assessed({ interventionId: 'b', scale: 'Egen', least: 2, most: 10, score: 9 })
    expect(about(assessed(), other).map(({ interventionId }) => interventionId)).toEqual(['a'])
    expect(usualScale([assessed(), other, assessed({ interventionId: 'c' })])).toEqual({ scale: 'IPS-25', least: 25, most: 125 })
    expect(usualScale([])).toBeUndefined()
  })
})

/** Two uncorrelated columns of plus and minus one, and their sum: r = 1/√2 exactly, for any multiple of four. */
const known = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ score: at % 2 === 0 ? 1 : -1, share: (at % 2 === 0 ? 1 : -1) + (at % 4 < 2 ? 1 : -1) }))

describe('the correlation', () => {
  test('of eight dots has the interval that Fisher gives: r = 0.71, from 0.00 to 0.94', () =>
    expect(correlationOf(known(8))).toEqual({ n: 8, r: 0.71, lower: 0, upper: 0.94 }))
  test('of three dots has none, nor of dots on a line, nor where all follow the method alike', () => {
    expect(correlationOf(known(8).slice(0, 3))).toBeNull()
    expect(correlationOf([1, 2, 3, 4, 5].map((one) => ({ score: one, share: one })))).toBeNull()
    expect(correlationOf([1, 2, 3, 4, 5].map((one) => ({ score: 3, share: one })))).toBeNull()
  })
  test('lies within its interval, and is the same with scores on another scale', () => {
    const dot = fc.record({ score: fc.integer({ min: 25, max: 125 }), share: fc.integer({ min: 0, max: 100 }).map((one) => one / 100) })
    fc.assert(
      fc.property(fc.array(dot, { minLength: 4, maxLength: 60 }), (dots) => {
        const found = correlationOf(dots)
        if (!found) return
        expect(found.lower).toBeLessThanOrEqual(found.r)
        expect(found.upper).toBeGreaterThanOrEqual(found.r)
        expect(correlationOf(dots.map(({ score, share }) => ({ score: score * 3 - 7, share })))).toEqual(found)
      }),
    )
  })
})

describe('the line', () => {
  const straight = (n: number) => Array.from({ length: n }, (_, at) => ({ score: 80 + at, share: 0.2 + at / 100 }))
  test('is not drawn of fourteen', () => expect(lineThrough(straight(leastForLine - 1))).toBeNull())
  test('of fifteen on a line is that line', () => {
    const [from, to] = lineThrough(straight(leastForLine))!
    expect([from!.score, to!.score]).toEqual([80, 94])
    expect([from!.share, to!.share]).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.34, 12)])
  })
})

describe('the answer', () => {
  const until = monthNumber('2026-06')
  const ask = (size: number) => askedOf(denseFacts(size, 1), { from: '2024-01', to: '2024-12' })
  const facts = (size: number) => ask(size).snapshot.facts.dictionaries.interventions
  test('draws a dot only of what may be shown, and says the correlation of those alone', () => {
    for (const size of [30, 400, 4000]) {
      const rounds = facts(size).map(({ id }, at) => assessed({ interventionId: id, score: 70 + at * 5 }))
      const answer = besideOf(ask(size), rounds, until, 'exit')
      const drawn = answer.dots.filter(({ share }) => share)
      for (const { n, share } of answer.dots) if (!('value' in n) || n.value < 20) expect(share).toBeNull()
      expect(answer.correlation?.n ?? drawn.length).toBe(drawn.length)
      if (size === 4000) expect(drawn.length).toBeGreaterThan(0)
      if (drawn.length < leastForLine) expect(answer.line).toBeNull()
      expect(answer.dots.map(({ heading }) => heading.label)).toEqual(
        answer.dots.map(({ heading }) => heading.label).toSorted(new Intl.Collator('sv').compare),
      )
    }
  })
  test('says so where no intervention has been assessed, or nobody has been followed for a year', () => {
    expect(besideOf(ask(400), [], until, 'exit')).toMatchObject({
      scale: null,
      dots: [],
      sentences: [ask(400).writing.t('effects.fidelity.none')],
    })
    expect(besideOf(ask(400), [], monthNumber('2024-02'), 'exit').sentences).toEqual([ask(400).writing.t('effects.fidelity.tooEarly')])
  })
})
