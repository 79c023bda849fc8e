import type { ApplicationContent, Application, FindingFields, Judged, LegalItem } from './domain.ts'
import { hasParticipants } from './emptyContent.ts'

type Member = Application['members'][number]
export type Findings = ReadonlyMap<Judged, Pick<FindingFields, 'holds' | 'evidence'>>

/** Ages from which and up to which the act speaks of: persons of working age (§ 1, prop. 2002/03:132). */
export const workingAge = { from: 16, to: 66 }

/** Parties of which some member takes part. Several municipalities are one party. */
export const partiesOf = (members: readonly Member[]): Set<Member['party']> =>
  new Set(members.filter(({ answer }) => answer?.takesPart).map(({ party }) => party))

/**
 * What the act on financial coordination (2003:1210) asks of an application, with what stands for it: need and aim (§ 2), several parties (§ 2; fewer with a reason,
 * prop. 2002/03:132), an owner that is a member and no exercise of authority (§ 7), not what parties do anyway, and working age of participants, if there are to be
 * any. Blocks only what the law forbids.
 */
export function legalityOf(content: ApplicationContent, members: readonly Member[], findings: Findings): LegalItem[] {
  const owners = members.filter(({ answer }) => answer?.owns)
  const [lowest, highest] = [content.ageFrom, content.ageTo]
  const isOfAge = lowest !== null && highest !== null && lowest >= workingAge.from && highest <= workingAge.to
  return [
    {
      item: 'needAndAim',
      ...(content.need.length >= 10 && content.aim.length >= 10
        ? { answer: 'met', evidence: content.aim }
        : { answer: 'missing', evidence: '' }),
    },
    reasoned(
      'severalParties',
      partiesOf(members).size >= 2,
      findings.get('fewParties'),
      members.some(({ answer }) => answer !== null),
    ),
    {
      item: 'ownerIsMember',
      ...(owners.length === 1
        ? { answer: 'met', evidence: owners[0]!.name }
        : { answer: 'missing', evidence: owners.map(({ name }) => name).join(', ') }),
    },
    declared('notAuthority', findings.get('notAuthority'), 'blocked'),
    declared('notOrdinary', findings.get('notOrdinary'), 'reasoned'),
    ...(hasParticipants(content)
      ? [reasoned('workingAge', isOfAge, findings.get('outsideWorkingAge'), lowest !== null && highest !== null)]
      : []),
  ]
}

type Found = Pick<FindingFields, 'holds' | 'evidence'> | undefined

/** Met by itself, or with a reason that the office has given. */
function reasoned(item: LegalItem['item'], isMet: boolean, found: Found, isKnown: boolean): LegalItem {
  if (isMet) return { item, answer: 'met', evidence: '' }
  if (!isKnown) return { item, answer: 'missing', evidence: '' }
  return found?.holds
    ? { item, answer: 'reasoned', evidence: found.evidence }
    : { item, answer: 'reasonNeeded', evidence: found?.evidence ?? '' }
}

/** What the office has to say itself, always with a reason; `otherwise` is what follows when it does not hold. */
function declared(item: LegalItem['item'], found: Found, otherwise: 'blocked' | 'reasoned'): LegalItem {
  if (!found) return { item, answer: 'missing', evidence: '' }
  return { item, answer: found.holds ? 'met' : otherwise, evidence: found.evidence }
}
