import { describe, expect, test } from 'vitest'
import type { ContactFields } from './contact.ts'
import { contactDraft, contactOf, putContactPart, sortContactEdits } from './contactDraft.ts'

const change = {
  from: '2026-02-01',
  occupation: 'work',
  workExtent: 50,
  studyExtent: null,
  workType: null,
  support: { lon: 50, akassa: 50 },
} as const
const base: ContactFields = { date: '2026-03-01', reached: true, source: 'ownContact', changes: [change] }
const sorted = (mine: Partial<ContactFields>, theirs: Partial<ContactFields>) =>
  sortContactEdits({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } })

describe('two who correct the same follow-up', () => {
  test('in different parts both have their way', () => {
    expect(sorted({ date: '2026-03-02' }, { source: 'register' })).toEqual({ conflicts: [], taken: ['source'] })
  })
  test('to the same value have nothing to choose', () => {
    expect(sorted({ date: '2026-03-02' }, { date: '2026-03-02' })).toEqual({ conflicts: [], taken: [] })
  })
  test('choose where both changed the same part', () => {
    expect(sorted({ date: '2026-03-02' }, { date: '2026-03-03', source: 'register' })).toEqual({ conflicts: ['date'], taken: ['source'] })
  })
  test('choose between nobody reached and what the other found, never half of each', () => {
    expect(sorted({ changes: [{ ...change, workExtent: 75 }] }, { reached: false, changes: [] })).toEqual({
      conflicts: ['found'],
      taken: [],
    })
  })
  test('have not changed what stands in another order', () => {
    expect(sorted({}, { changes: [{ ...change, support: { akassa: 50, lon: 50 } }] })).toEqual({ conflicts: [], taken: [] })
  })
})

describe('a draft of a follow-up', () => {
  test('says what the follow-up said', () => {
    expect(contactOf(contactDraft(base, '2026-03-09'))).toEqual(base)
  })
  test('keeps what was typed of changes while it is not sent', () => {
    const draft = { ...contactDraft(base, '2026-03-09'), reached: false }
    expect(contactOf(draft).changes).toEqual([])
    expect(draft.changes).toEqual([change])
  })
  test('takes one part of the other’s, and can have its own back', () => {
    const mine = contactDraft(base, '2026-03-09')
    const draft = structuredClone(mine)
    putContactPart(draft, 'found', contactDraft({ ...base, reached: false, changes: [] }, '2026-03-09'))
    expect(contactOf(draft)).toEqual({ ...base, reached: false, changes: [] })
    putContactPart(draft, 'found', mine)
    expect(contactOf(draft)).toEqual(base)
  })
})
