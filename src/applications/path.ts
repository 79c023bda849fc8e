/** Where an application stands. */
export const applicationStates = ['draft', 'submitted', 'recommended', 'granted', 'rejected', 'agreed', 'started', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]

/** What may be done in each state, and where it leads; the same table stands as a constraint in the database. */
export const applicationMoves = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { recommendGrant: 'recommended', recommendReject: 'recommended', completeMore: 'draft' },
  recommended: { grant: 'granted', reject: 'rejected', completeMore: 'draft' },
  granted: { agree: 'agreed', withdraw: 'withdrawn' },
  rejected: { resubmit: 'draft' },
  agreed: { start: 'started', startByHand: 'started', withdraw: 'withdrawn' },
  started: {},
  withdrawn: {},
} as const satisfies Record<ApplicationState, Partial<Record<string, ApplicationState>>>
/** The way forward first. */
export const applicationActs = [
  'submit',
  'recommendGrant',
  'recommendReject',
  'grant',
  'reject',
  'agree',
  'start',
  'startByHand',
  'resubmit',
  'completeMore',
  'withdraw',
] as const
export type ApplicationAct = (typeof applicationActs)[number]

/** Where an act leads; `undefined` when it may not be done in the state. */
export function applicationAfter(state: ApplicationState, act: ApplicationAct): ApplicationState | undefined {
  const moves: Partial<Record<ApplicationAct, ApplicationState>> = applicationMoves[state]
  return moves[act]
}

/** What may be done now. */
export const applicationActsIn = (state: ApplicationState): ApplicationAct[] =>
  applicationActs.filter((act) => act in applicationMoves[state])
