import { expect, test } from 'vitest'
import { changedFields, draftFaults, draftFromExample, emptyDraft, fieldAt, preciseFor } from './draft.ts'
import { interventionFields, textOfField } from './fieldText.ts'
import { interventionMessages } from '../messages.ts'

const owner = { id: '5f0c7a5e-5f1c-4a43-9b0e-0d6f6f8f1a11', name: 'Provkommun', party: 'municipality' } as const
const draft = { ...emptyDraft('2026-01-01', [owner]), name: 'Provet', parties: ['region' as const, 'municipality' as const] }

test('the only member is the owner to begin with', () => expect(emptyDraft('2026-01-01', [owner])).toMatchObject({ ownerId: owner.id }))
test('with several members nobody is chosen', () => expect(emptyDraft('2026-01-01', [owner, { ...owner, id: 'b' }]).ownerId).toBe(''))
test('a filled-in draft has no faults', () => expect(draftFaults(draft, [owner.id])).toEqual({}))
test('an empty draft says what is needed, in words that exist', () => {
  const faults = draftFaults({ ...emptyDraft('', []) }, [owner.id])
  expect(faults).toEqual({
    name: 'interventions.nameNeeded',
    startDate: 'interventions.dateNeeded',
    ownerId: 'interventions.ownerNeeded',
    fewPartiesReason: 'interventions.fewParties',
  })
  expect(Object.values(faults).filter((key) => !(key in interventionMessages))).toEqual([])
})
test('an owner that is no member is told with the law before anything is sent', () =>
  expect(draftFaults(draft, [])).toEqual({ ownerId: 'interventions.ownerNotMember' }))
test('an example gives no name, owner or dates, and only known methods', () => {
  const example = { description: 'Team.', targetGroup: 'Unga', orientation: 'struktur', methods: ['TEAM', 'OKÄND'] }
  expect(draftFromExample(draft, example, ['TEAM'])).toEqual({
    ...draft,
    ...{ description: 'Team.\nMålgrupp: Unga.', methods: ['TEAM'], orientation: 'structural', countingMode: 'volume' },
  })
})
test('precise orientations follow the orientation', () =>
  expect((['individual', 'structural', 'both'] as const).map((one) => preciseFor(one).length)).toEqual([7, 6, 13]))
test('changed fields are named', () => expect(changedFields(draft, { ...draft, esf: true, methods: ['SE'] })).toEqual(['methods', 'esf']))
test.each([
  ['body.methods.0', 'methods'],
  ['body.ownerId', 'ownerId'],
  ['params.id', undefined],
])('%s belongs to the field %s', (where, field) => expect(fieldAt(where)).toBe(field))
test('every field has a label in both languages', () =>
  expect(interventionFields.map((field) => textOfField(field).label).filter((label) => !label.sv || !label.en)).toEqual([]))
