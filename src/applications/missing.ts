import type { Application, ApplicationContent, LegalItem } from './domain.ts'
import { hasParticipants, participantFields } from './emptyContent.ts'

const words = ['need', 'failure', 'targetGroup', 'aim', 'indicators', 'activities', 'equality', 'children', 'accessibility', 'risks', 'comparison', 'adoption', 'dataProtection'] as const satisfies readonly (keyof ApplicationContent)[] // prettier-ignore
const values = ['ageFrom', 'ageTo', 'planned', 'from', 'to'] as const satisfies readonly (keyof ApplicationContent)[]

/** Fields that must be there before an application is submitted, and what in them cannot be so. Of a structural one nothing about participants is asked. */
export function missingToSubmit(content: ApplicationContent): string[] {
  const { from, to, ageFrom, ageTo, budget } = content
  const isAsked = (name: keyof ApplicationContent): boolean =>
    hasParticipants(content) || !(participantFields as readonly string[]).includes(name)
  return [
    ...words
      .filter(isAsked)
      .filter((name) => content[name].length < 3)
      .map((name) => `applications.lacks.${name}`),
    ...values
      .filter(isAsked)
      .filter((name) => content[name] === null)
      .map((name) => `applications.lacks.${name}`),
    ...(budget.some(({ amountOre }) => amountOre > 0) ? [] : ['applications.lacks.budget']),
    ...(from !== null && to !== null && to < from ? ['applications.lacks.order'] : []),
    ...(isAsked('ageTo') && ageFrom !== null && ageTo !== null && ageTo < ageFrom ? ['applications.lacks.ageOrder'] : []),
    ...(from !== null && to !== null && budget.some(({ year }) => year < Number(from.slice(0, 4)) || year > Number(to.slice(0, 4)))
      ? ['applications.lacks.budgetYears']
      : []),
  ]
}

/** What must be there before the preparation group recommends that it is granted: every member's answer, and no question of the law open. */
export function missingToRecommend(members: Application['members'], legality: readonly LegalItem[]): string[] {
  return [
    ...(members.some(({ answer }) => answer === null) ? ['applications.lacks.answers'] : []),
    ...legality
      .filter(({ answer }) => answer !== 'met' && answer !== 'reasoned')
      .map(({ item, answer }) => `applications.${answer === 'blocked' ? 'forbids' : 'lacks'}.${item}`),
  ]
}

/** What must be there before it starts: one member that owns it. */
export function missingToStart(members: Application['members']): string[] {
  return members.filter(({ answer }) => answer?.owns).length === 1 ? [] : ['applications.lacks.ownerIsMember']
}
