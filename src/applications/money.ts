import type { Application, ApplicationContent } from './domain.ts'
import { esfCosts, type EsfTerms } from './esf/costs.ts'

export type ApplicationMoney = Pick<Application, 'budgetOre' | 'cashOre' | 'inKindOre' | 'fundOre' | 'askedOre'>

/**
 * What it costs in cash, who pays, and what is left to ask of the association. What members give in kind comes on top of the budget, and lessens nothing that is paid. `terms` are
 * those of ESF+, when it is to pay a part.
 */
export function moneyOf(content: ApplicationContent, members: Application['members'], terms: EsfTerms | null): ApplicationMoney {
  if (content.esf && terms) {
    const { budgetOre, membersCashOre: cashOre, inKindOre, fundOre, leftOre: askedOre } = esfCosts(content, members, terms)
    return { budgetOre, cashOre, inKindOre, fundOre, askedOre }
  }
  const budgetOre = content.budget.reduce((sum, { amountOre }) => sum + amountOre, 0)
  const answers = members.flatMap(({ answer }) => answer ?? [])
  const given = answers.reduce((sum, { cofinancingOre }) => sum + cofinancingOre, 0)
  const cashOre = answers.reduce((sum, one) => sum + (one.cofinancingKind === 'cash' ? one.cofinancingOre : 0), 0)
  return { budgetOre, cashOre, inKindOre: given - cashOre, fundOre: null, askedOre: Math.max(0, budgetOre - cashOre) }
}
