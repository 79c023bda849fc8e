import { stepNames, type AllocationAnswer, type AllocationSubject, type StepName } from './domain.ts'

/** What a ruleset and its table come to. */
export interface Reckoning {
  answer: AllocationAnswer
  subjects: readonly AllocationSubject[]
}

/** One association in two reckonings; whole kronor, and shares of the whole 0–1. Null where it is in one of them alone. */
export interface AllocationChange {
  id: string
  before: number | null
  after: number | null
  change: number | null
  /** What each step gives more or less; together they are the change. Steps that neither has are left out. */
  steps: { name: StepName; change: number }[]
  /** Its part of all support measure and of all inhabitants, before and after. */
  support: { before: number | null; after: number | null }
  population: { before: number | null; after: number | null }
}

/** What changed from one reckoning to another, association by association and step by step, in the order of the second and then those that are gone. */
export function changesBetween(before: Reckoning, after: Reckoning): AllocationChange[] {
  const ids = new Set([...after.answer.allocations, ...before.answer.allocations].map(({ id }) => id))
  return [...ids].map((id) => {
    const [from, to] = [before, after].map(({ answer }) => answer.allocations.find((one) => one.id === id))
    const share = (of: Reckoning, field: 'supportMeasure' | 'population'): number | null => shareOf(of.subjects, id, field)
    const isBoth = from !== undefined && to !== undefined
    return {
      ...{ id, before: from?.amount ?? null, after: to?.amount ?? null, change: isBoth ? to.amount - from.amount : null },
      steps: isBoth ? stepChanges(from.steps, to.steps) : [],
      support: { before: share(before, 'supportMeasure'), after: share(after, 'supportMeasure') },
      population: { before: share(before, 'population'), after: share(after, 'population') },
    }
  })
}

type Steps = AllocationAnswer['allocations'][number]['steps']

function stepChanges(before: Steps, after: Steps): AllocationChange['steps'] {
  const of = (steps: Steps, name: StepName): number => steps.filter((one) => one.name === name).reduce((sum, { amount }) => sum + amount, 0)
  const isThere = (name: StepName): boolean => [...before, ...after].some((one) => one.name === name)
  return stepNames.filter(isThere).map((name) => ({ name, change: of(after, name) - of(before, name) }))
}

function shareOf(subjects: readonly AllocationSubject[], id: string, field: 'supportMeasure' | 'population'): number | null {
  const own = subjects.find((one) => one.id === id)
  const all = subjects.reduce((sum, one) => sum + one[field], 0)
  return own && all > 0 ? own[field] / all : null
}
