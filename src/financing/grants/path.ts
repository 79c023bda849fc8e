/** Where a drawdown stands. Two persons attest, so there is a state between. */
export const drawdownStates = ['sent', 'checked', 'attestedOnce', 'attested', 'paid', 'returned'] as const
export type DrawdownState = (typeof drawdownStates)[number]

/** What may be done in each state of a drawdown, and where it leads; the same table stands as a constraint in the database. */
export const drawdownMoves = {
  sent: { check: 'checked', return: 'returned' },
  checked: { attest: 'attestedOnce', return: 'returned' },
  attestedOnce: { attest: 'attested', return: 'returned' },
  attested: { pay: 'paid', return: 'returned' },
  paid: {},
  returned: {},
} as const satisfies Record<DrawdownState, Partial<Record<string, DrawdownState>>>
export const drawdownActs = ['check', 'attest', 'pay', 'return'] as const
export type DrawdownAct = (typeof drawdownActs)[number]

/** Where a grant stands. */
export const grantStates = ['granted', 'agreed', 'reported', 'closed', 'withdrawn'] as const
export type GrantState = (typeof grantStates)[number]

/** What may be done in each state of a grant, and where it leads. Money may be reclaimed also when all is closed; what is not agreed yet may be taken back. */
export const grantMoves = {
  granted: { agree: 'agreed', withdraw: 'withdrawn' },
  agreed: { rebudget: 'agreed', extend: 'agreed', report: 'agreed', finalReport: 'reported', reclaim: 'agreed' },
  reported: { close: 'closed', reclaim: 'reported' },
  closed: { reclaim: 'closed' },
  withdrawn: {},
} as const satisfies Record<GrantState, Partial<Record<string, GrantState>>>
export const grantActs = ['agree', 'rebudget', 'extend', 'report', 'finalReport', 'close', 'reclaim', 'withdraw'] as const
export type GrantAct = (typeof grantActs)[number]

/** A step of a drawdown, as far as the next depends on it. */
export interface LastStep {
  state: DrawdownState
  by: string
}

/**
 * Where an act by a person leads; `undefined` when it may not be done in the state, `'samePerson'` when the second attest is by the one who gave the first
 * (the controls on money out: four eyes).
 */
export function drawdownAfter(last: LastStep, act: DrawdownAct, by: string): DrawdownState | 'samePerson' | undefined {
  const moves: Partial<Record<DrawdownAct, DrawdownState>> = drawdownMoves[last.state]
  const next = moves[act]
  return next === 'attested' && last.by === by ? 'samePerson' : next
}

/** Where an act leads; `undefined` when it may not be done in the state. */
export function grantAfter(state: GrantState, act: GrantAct): GrantState | undefined {
  const moves: Partial<Record<GrantAct, GrantState>> = grantMoves[state]
  return moves[act]
}

/** What may be done now. */
export const drawdownActsIn = (state: DrawdownState): DrawdownAct[] => drawdownActs.filter((act) => act in drawdownMoves[state])
export const grantActsIn = (state: GrantState): GrantAct[] => grantActs.filter((act) => act in grantMoves[state])
