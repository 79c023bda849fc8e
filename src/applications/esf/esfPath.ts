/** Where an application to ESF+ stands, from an idea in the preparation group (S2025/00528) to its end. */
export const esfStates = ['idea', 'askedFk', 'owned', 'applied', 'granted', 'refused', 'running', 'closed'] as const
export type EsfState = (typeof esfStates)[number]

/** Whether ESF+ counts on the owner as it stands: it is to be released before another takes over. */
export const isOwnerHeld = (state: EsfState): boolean => state !== 'idea' && state !== 'askedFk'

/** Whether there is a project to lose the way to: once the fund has refused the application may go on without it. */
export const isUnderWay = (state: EsfState): boolean => isOwnerHeld(state) && state !== 'refused'

/** What may be done in each state, and where it leads; the same table stands as a constraint in the database. */
export const esfMoves = {
  idea: { appointOwner: 'owned', askFk: 'askedFk' },
  askedFk: { fkAccepts: 'owned', fkDeclines: 'idea' },
  owned: { apply: 'applied', releaseOwner: 'idea' },
  applied: { esfGrants: 'granted', esfRefuses: 'refused' },
  granted: { begin: 'running' },
  refused: { tryAgain: 'owned' },
  running: { claim: 'running', pay: 'running', close: 'closed' },
  closed: {},
} as const satisfies Record<EsfState, Partial<Record<string, EsfState>>>

export const esfActs = [
  ...(['appointOwner', 'askFk', 'fkAccepts', 'fkDeclines', 'apply', 'releaseOwner', 'esfGrants', 'esfRefuses'] as const),
  ...(['begin', 'tryAgain', 'claim', 'pay', 'close'] as const),
] as const
export type EsfAct = (typeof esfActs)[number]

/** Where an act leads; `undefined` when it may not be done in the state. */
export function esfAfter(state: EsfState, act: EsfAct): EsfState | undefined {
  const moves: Partial<Record<EsfAct, EsfState>> = esfMoves[state]
  return moves[act]
}

/** What may be done now. */
export const esfActsIn = (state: EsfState): EsfAct[] => esfActs.filter((act) => act in esfMoves[state])
