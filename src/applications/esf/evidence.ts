import type { Application } from '../domain.ts'

/**
 * How “all parties co-finance” is read: every member of the association (the stricter), or those that take part in the project (the government’s press release on S2025/00528).
 */
export const readings = ['allMembers', 'takingPart'] as const
export type Reading = (typeof readings)[number]

type Member = Application['members'][number]

/** What is documented of one member, and what it lacks before Försäkringskassan can be asked. */
export interface MemberEvidence {
  organisationId: string
  name: string
  /** `owns`: it has said yes, so nobody else is to be asked. */
  lacks: ('answer' | 'cofinancing' | 'owns')[]
}

/**
 * What stands against asking Försäkringskassan to own a project as the last resort: of each other member a documented answer, no to owning, and yes to co-financing from all that
 * the reading speaks of (assignment S2025/00528 to Försäkringskassan, March 2025). Försäkringskassan itself is whom the request is to. Empty `lacks` everywhere: it can be asked.
 */
export function evidenceOf(members: readonly Member[], reading: Reading): MemberEvidence[] {
  return members
    .filter(({ party }) => party !== 'stateFk')
    .map(({ organisationId, name, answer }) => ({ organisationId, name, lacks: lacksOf(answer, reading) }))
}

function lacksOf(answer: Member['answer'], reading: Reading): MemberEvidence['lacks'] {
  if (!answer) return ['answer']
  const isToPay = reading === 'allMembers' || answer.takesPart
  return [...(answer.owns ? (['owns'] as const) : []), ...(isToPay && answer.cofinancingOre === 0 ? (['cofinancing'] as const) : [])]
}

/** Whether Försäkringskassan can be asked: every other member's evidence is whole, and there is somebody that co-finances. */
export function isEvidenceWhole(members: readonly Member[], reading: Reading): boolean {
  const evidence = evidenceOf(members, reading)
  const pays = members.some(({ party, answer }) => party !== 'stateFk' && (answer?.cofinancingOre ?? 0) > 0)
  return evidence.length > 0 && pays && evidence.every(({ lacks }) => lacks.length === 0)
}
