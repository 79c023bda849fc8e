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
const unasked = { socialContacts: null, ownAbility: null, workBelief: null }
const base: ContactFields = { date: '2026-03-01', reached: true, source: 'ownContact', changes: [change], ...unasked }
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
  test('may have asked different questions, and choose where both asked the same', () => {
    expect(sorted({ ownAbility: 'partly' }, { workBelief: 'fully' })).toEqual({ conflicts: [], taken: ['workBelief'] })
    expect(sorted({ ownAbility: 'partly' }, { ownAbility: 'declined' })).toEqual({ conflicts: ['ownAbility'], taken: [] })
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
  test('sends no answer of somebody who was not reached, and keeps what was chosen', () => {
    const draft = { ...contactDraft({ ...base, ownAbility: 'fully' }, '2026-03-09'), reached: false }
    expect(contactOf(draft)).toMatchObject(unasked)
    expect(contactOf({ ...draft, reached: true }).ownAbility).toBe('fully')
  })
  test('takes one answer of the other’s, and no more', () => {
    const draft = contactDraft({ ...base, ownAbility: 'fully', workBelief: 'partly' }, '2026-03-09')
    putContactPart(draft, 'workBelief', contactDraft({ ...base, ownAbility: 'poorly', workBelief: 'declined' }, '2026-03-09'))
    expect(contactOf(draft)).toMatchObject({ ownAbility: 'fully', workBelief: 'declined' })
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
