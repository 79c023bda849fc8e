// On the embedded database alone: no database is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Application } from '../domain.ts'
import { evidenceOf, isEvidenceWhole, readings } from './evidence.ts'

type Member = Application['members'][number]
const answer = (given: Partial<NonNullable<Member['answer']>>): NonNullable<Member['answer']> => ({
  ...{ organisationId: 'x', takesPart: true, owns: false, staff: '', cofinancingOre: 100, cofinancingKind: 'cash' },
  ...{ decidedBy: 'Chefen', decidedOn: '2026-01-01', evidence: 'Protokoll', recordedAt: '', recordedBy: '', ...given },
})
const member = (party: Member['party'], given: Member['answer']): Member => ({ organisationId: party, name: party, party, answer: given })
const fk = member('stateFk', null)

describe('Försäkringskassan can be asked as the last resort', () => {
  const all = [fk, member('stateAf', answer({})), member('region', answer({})), member('municipality', answer({}))]
  test('when all others have said no to owning and yes to co-financing', () => {
    expect(readings.map((reading) => isEvidenceWhole(all, reading))).toEqual([true, true])
  })
  test('not when one has not answered, and it is named', () => {
    const lacking = [...all.slice(0, 3), member('municipality', null)]
    expect(readings.map((reading) => isEvidenceWhole(lacking, reading))).toEqual([false, false])
    expect(evidenceOf(lacking, 'allMembers').at(-1)).toEqual({ organisationId: 'municipality', name: 'municipality', lacks: ['answer'] })
  })
  test('not when one will own it', () => {
    expect(isEvidenceWhole([...all.slice(0, 3), member('municipality', answer({ owns: true }))], 'takingPart')).toBe(false)
  })
  test('with one that stands outside and pays nothing, only by the wider reading', () => {
    const outside = [...all.slice(0, 3), member('municipality', answer({ takesPart: false, cofinancingOre: 0, cofinancingKind: 'none' }))]
    expect(readings.map((reading) => isEvidenceWhole(outside, reading))).toEqual([false, true])
  })
  test('not when nobody pays anything, whatever the reading', () => {
    const nobody = all.map((one) => (one.answer ? { ...one, answer: answer({ takesPart: false, cofinancingOre: 0 }) } : one))
    expect(readings.map((reading) => isEvidenceWhole(nobody, reading))).toEqual([false, false])
  })
  test('by the wider reading whenever by the stricter', () => {
    const anyAnswer = fc.option(
      fc.record({ takesPart: fc.boolean(), owns: fc.boolean(), cofinancingOre: fc.constantFrom(0, 5) }).map(answer),
    )
    const parties = ['stateFk', 'stateAf', 'region', 'municipality'] as const
    fc.assert(
      fc.property(fc.tuple(anyAnswer, anyAnswer, anyAnswer, anyAnswer), (answers) => {
        const members = parties.map((party, at) => member(party, answers[at]!))
        expect(isEvidenceWhole(members, 'takingPart') || !isEvidenceWhole(members, 'allMembers')).toBe(true)
      }),
    )
  })
})
