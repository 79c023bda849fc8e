import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Stage } from '../interventions/codes.ts'
import { checkMonths, Verdict } from './codes.ts'
import { funnelOf, funnelSteps, reachedBy, type FunnelDecision, type FunnelIntervention } from './funnel.ts'

const today = '2026-06-01'
const plain: FunnelIntervention = {
  ...{ id: 'i', stage: 'running', startDate: '2024-01-01', endDate: null, isGranted: false, isEvaluated: false, decisions: [] },
}
const decision = (given: Partial<FunnelDecision> = {}): FunnelDecision => ({
  ...{ associationId: 'a', verdict: 'adopt', decidedOn: '2025-01-01', recordedAt: '2025-01-01T09:00:00Z', to: null, checks: [], ...given },
})
const stepsOf = (given: Partial<FunnelIntervention>) => {
  const reached = reachedBy({ ...plain, ...given }, today)
  return funnelSteps.filter((step) => reached[step])
}
const told = (given: Partial<FunnelIntervention>) =>
  Object.entries(reachedBy({ ...plain, ...given }, today)).flatMap(([key, isTrue]) =>
    isTrue && !(funnelSteps as readonly string[]).includes(key) ? [key] : [],
  )

describe('an intervention has come to', () => {
  test.each<[string, Partial<FunnelIntervention>, string[]]>([
    ['an idea', { stage: 'idea' }, ['idea']],
    ['prepared is no decision', { stage: 'prepared' }, ['idea']],
    ['a grant is one', { stage: 'prepared', isGranted: true }, ['idea', 'decided']],
    ['decided', { stage: 'decided' }, ['idea', 'decided']],
    ['running', {}, ['idea', 'decided', 'run']],
    ['the stage evaluated is no evaluation', { stage: 'evaluated' }, ['idea', 'decided', 'run']],
    ['a report or a closed grant is', { isEvaluated: true }, ['idea', 'decided', 'run', 'evaluated']],
    ['ended before it began has not run', { stage: 'ended', startDate: '2027-01-01' }, ['idea', 'decided']],
    ['taken over, evaluated or not', { decisions: [decision()] }, ['idea', 'decided', 'run', 'adopted']],
    [
      'still running',
      { isEvaluated: true, decisions: [decision({ checks: [{ months: 6, runs: 'partly' }] })] },
      ['idea', 'decided', 'run', 'evaluated', 'adopted', 'running'],
    ],
  ])('%s', (_what, given, steps) => expect(stepsOf(given)).toEqual(steps))
})

describe('what is told beside the steps', () => {
  test('is that nobody has decided, once it is over', () => {
    expect(told({})).toEqual([])
    expect(told({ endDate: today })).toEqual([])
    expect(told({ endDate: '2026-05-31' })).toEqual(['undecided'])
    expect(told({ stage: 'ended' })).toEqual(['undecided'])
  })
  test('is the latest check, by months and not by when it was written', () => {
    const checks = [
      { months: 12, runs: 'no' as const },
      { months: 6, runs: 'yes' as const },
    ]
    expect(told({ isEvaluated: true, decisions: [decision({ checks })] })).toEqual(['stopped'])
    expect(told({ isEvaluated: true, decisions: [decision()] })).toEqual(['unchecked'])
    expect(told({ decisions: [decision({ verdict: 'partly', checks: [{ months: 6, runs: 'yes' }] })] })).toEqual([
      'partly',
      'adoptedUnevaluated',
    ])
  })
  test('is what was decided last: ended after it was taken over has ceased, prolonged before it was is nothing', () => {
    const ended = decision({ verdict: 'end', decidedOn: '2025-12-01' })
    expect(told({ isEvaluated: true, decisions: [decision({ checks: [{ months: 6, runs: 'yes' }] }), ended] })).toEqual(['stopped'])
    expect(told({ isEvaluated: true, decisions: [decision({ verdict: 'prolong', decidedOn: '2024-06-01' }), decision()] })).toEqual([
      'unchecked',
    ])
    expect(told({ decisions: [decision({ verdict: 'prolong' })] })).toEqual(['prolonged'])
    expect(told({ decisions: [ended] })).toEqual(['ended'])
  })
  test('is prolonged to the last day of it, and then waits for a decision again, unless it goes on by its own date', () => {
    const until = (to: string) => [decision({ verdict: 'prolong', to })]
    expect(told({ decisions: until(today) })).toEqual(['prolonged'])
    expect(told({ decisions: until('2026-05-31') })).toEqual(['undecided'])
    expect(told({ endDate: '2026-05-31', decisions: until('2026-05-31') })).toEqual(['undecided'])
    expect(told({ endDate: '2026-12-31', decisions: until('2026-05-31') })).toEqual([])
    const others = decision({ associationId: 'b', verdict: 'prolong', to: '2026-12-31' })
    expect(told({ decisions: [...until('2026-05-31'), others] })).toEqual(['prolonged'])
  })
  test('of one day is what was written last', () => {
    const first = decision({ verdict: 'prolong', recordedAt: '2025-01-01T09:00:00Z' })
    const second = decision({ verdict: 'end', recordedAt: '2025-01-01T10:00:00Z' })
    expect(told({ decisions: [second, first] })).toEqual(['ended'])
  })
})

const day = fc.integer({ min: 2020, max: 2030 }).map((year) => `${year}-05-05`)
const decisions = fc.array(
  fc.record({
    associationId: fc.constantFrom('a', 'b'),
    verdict: fc.constantFrom(...Verdict.codes.map(({ code }) => code)),
    to: fc.option(day),
    ...{ decidedOn: day, recordedAt: day.map((one) => `${one}T09:00:00Z`) },
    checks: fc
      .subarray([...checkMonths])
      .chain((some) =>
        fc.tuple(
          ...some.map((months) => fc.constantFrom('yes' as const, 'partly' as const, 'no' as const).map((runs) => ({ months, runs }))),
        ),
      ),
  }),
  { maxLength: 3 },
)
const intervention: fc.Arbitrary<FunnelIntervention> = fc.record({
  id: fc.uuid(),
  stage: fc.constantFrom(...Stage.codes.map(({ code }) => code)),
  ...{ startDate: day, endDate: fc.option(day), isGranted: fc.boolean(), isEvaluated: fc.boolean(), decisions },
})

describe('the funnel, whatever has happened', () => {
  test('narrows to what has run, and what is taken over is one of: still running, not checked, ceased', () =>
    fc.assert(
      fc.property(fc.array(intervention, { maxLength: 30 }), (some) => {
        const { idea, decided, run, evaluated, adopted, running, ...rest } = funnelOf(some, today)
        expect(idea).toBe(some.length)
        expect([decided <= idea, run <= decided, evaluated <= run, adopted <= run, running <= adopted]).not.toContain(false)
        expect(running + rest.unchecked + rest.stopped).toBe(adopted)
        expect([rest.partly <= adopted, rest.adoptedUnevaluated <= adopted, rest.ended + rest.prolonged + adopted <= run]).not.toContain(
          false,
        )
      }),
    ))
  test('of two places without a shared intervention is the sum, and the order of decisions does not matter', () =>
    fc.assert(
      fc.property(fc.array(intervention), fc.array(intervention), (one, other) => {
        const [a, b, both] = [funnelOf(one, today), funnelOf(other, today), funnelOf([...other, ...one], today)]
        for (const key of Object.keys(both) as (keyof typeof both)[]) expect(both[key]).toBe(a[key] + b[key])
        const turned = one.map((some) => ({ ...some, decisions: some.decisions.toReversed() }))
        // Of two that were decided and written at the same moment neither is later.
        const isClear = one.every(
          ({ decisions: all }) => new Set(all.map((some) => `${some.decidedOn}${some.recordedAt}`)).size === all.length,
        )
        if (isClear) expect(funnelOf(turned, today)).toEqual(a)
      }),
    ))
  test('begins with applications that never became an intervention, where they are known', () =>
    expect(funnelOf([plain], today, { ideas: 7, decided: 2 })).toMatchObject({ idea: 8, decided: 3, run: 1 }))
})
