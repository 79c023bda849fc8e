import { z } from 'zod'
import { kronor } from '../kronor.ts'
import { allocate } from './allocate.ts'
import { readAllocation, StairStep, type AllocationAnswer, type AllocationQuestion, type AllocationSubject } from './domain.ts'

const percent = z.number('money.number').min(0, 'money.number').max(100, 'money.number')

/** A ruleset as one switches it: each rule with its number, on or off. */
export const AllocationRules = z.strictObject({
  frame: kronor,
  base: kronor,
  /** Per cent of the rest that goes by support measure; what is left of it by population. */
  supportPercent: percent,
  brakeOn: z.boolean(),
  brakePercent: percent,
  stairOn: z.boolean(),
  stair: z.array(StairStep).max(20),
  capOn: z.boolean(),
})
export type Rules = z.infer<typeof AllocationRules>

/** What is known of the state's model: frame, base and weights. The brake as it was in 2016 and 2017 is off, and the stair is empty: whether and how they hold is not known. */
export const knownRules: Rules = {
  ...{ frame: 339_000_000, base: 400_000, supportPercent: 75, brakeOn: false, brakePercent: 10 },
  ...{ stairOn: false, stair: [], capOn: true },
}

/** A table put through a ruleset. Throws `MoneyFault` with the field for what cannot be reckoned with. */
export function allocateBy(rules: Rules, subjects: readonly AllocationSubject[]): AllocationAnswer {
  const question: AllocationQuestion = {
    ...{ frame: rules.frame, base: rules.base, brake: rules.brakeOn ? rules.brakePercent / 100 : null },
    weights: { supportMeasure: rules.supportPercent / 100, population: 1 - rules.supportPercent / 100 },
    stair: rules.stairOn ? rules.stair : [],
    associations: subjects.map((one) => ({ ...one, cap: rules.capOn ? one.cap : null })),
  }
  return allocate(readAllocation(question))
}

/** Each association's amount beside last year's and that of another ruleset; kronor. */
export interface AllocationRow {
  id: string
  amount: number
  previous: number | null
  changeFromPrevious: number | null
  compared: number | null
  changeFromCompared: number | null
  steps: AllocationAnswer['allocations'][number]['steps']
}

export function allocationRows(
  answer: AllocationAnswer,
  subjects: readonly AllocationSubject[],
  other?: AllocationAnswer,
): AllocationRow[] {
  const others = new Map(other?.allocations.map(({ id, amount }) => [id, amount]))
  const before = new Map(subjects.map(({ id, previous }) => [id, previous ?? null]))
  return answer.allocations.map(({ id, amount, steps }) => {
    const previous = before.get(id) ?? null
    const compared = others.get(id) ?? null
    const less = (than: number | null): number | null => (than === null ? null : amount - than)
    return { id, amount, previous, changeFromPrevious: less(previous), compared, changeFromCompared: less(compared), steps }
  })
}
