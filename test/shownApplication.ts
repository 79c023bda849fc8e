import { emptyContent } from '../src/applications/emptyContent.ts'
import type { Application } from '../src/applications/domain.ts'

const stamp = { recordedAt: '2026-01-10T10:00:00Z', recordedBy: 'Ines' }
const begun = {
  ...{ act: 'begin' as const, state: 'draft' as const, dated: '2026-01-10', meetingOn: null, reference: '', note: '', amountOre: null },
  ...{ interventionId: null, ...stamp },
}
export const applicationId = '20000000-0000-4000-8000-000000000001'
export const memberId = '30000000-0000-4000-8000-000000000001'

/** A draft as a page gets it, with what is given in place of what it says. */
export const shownApplication = (given: Partial<Application> = {}): Application => ({
  ...{ id: applicationId, associationName: 'Norr', fictive: false, today: '2026-01-15', state: 'draft', version: 1 },
  content: { ...emptyContent, name: 'Steget', need: 'Ett behov.' },
  members: [{ organisationId: memberId, name: 'Kommunen', party: 'municipality', answer: null }],
  legality: [{ item: 'needAndAim', answer: 'missing', evidence: '' }],
  ...{ earlier: [], comments: [], documents: [], askedOre: 0, budgetOre: 0, cashOre: 0, inKindOre: 0, fundOre: null, steps: [begun] },
  ...{ missing: { submit: [], recommend: [], start: [] }, meeting: null, ...stamp, ...given },
})

export const shownComment = { id: '40000000-0000-4000-8000-000000000001', text: 'Vem äger den?', ...stamp }
/** Steps up to a state that is given. */
export const shownSteps = (...states: Application['state'][]): Application['steps'] => states.map((state) => ({ ...begun, state }))
