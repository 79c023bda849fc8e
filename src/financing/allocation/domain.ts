import { z } from 'zod'
import { compare } from '../apportion.ts'
import { kronor, MoneyFault, portion, readMoney, size } from '../kronor.ts'

/** A step of the equity stair: above this share of the year's funds, this part of the allocation is taken off. The state's own steps are not known, so none is built in. */
export const StairStep = z.strictObject({ above: z.number('money.number').min(0, 'money.number'), reduction: portion })
export type StairStep = z.infer<typeof StairStep>

export const AllocationSubject = z.strictObject({
  id: z.string().min(1, 'money.shape'),
  /** Public support in the area, tkr a year; any unit will do, since only shares count. */
  supportMeasure: size,
  /** Inhabitants 16–64. */
  population: size,
  /** Last year's allocation: what the brake is reckoned from. */
  previous: kronor.nullish(),
  /** Equity, kronor: what the stair is reckoned from. */
  equity: z.int('money.wholeKronorSigned').nullish(),
  /** The most that the association can match. */
  cap: kronor.nullish(),
})
export type AllocationSubject = z.infer<typeof AllocationSubject>

/** A ruleset of the national model and whom it is for. Each rule is data: null, empty or left out switches it off. */
export const AllocationQuestion = z.strictObject({
  frame: kronor,
  base: kronor,
  weights: z.strictObject({ supportMeasure: portion, population: portion }),
  /** Largest share by which an allocation may fall in a year. */
  brake: portion.nullish(),
  stair: z.array(StairStep).optional(),
  associations: z.array(AllocationSubject).min(1, 'money.noAssociations'),
})
export type AllocationQuestion = z.infer<typeof AllocationQuestion>

/** The steps of the model, in the order they are taken. */
export const stepNames = ['base', 'supportMeasure', 'population', 'equity', 'balance', 'brake', 'cap', 'rounding'] as const
export type StepName = (typeof stepNames)[number]

/** Why a step gave what it gave: a message and its arguments. */
export interface Because {
  key: `allocation.${string}`
  args: Record<string, string | number>
}

export interface AllocationStep {
  name: StepName
  /** What the step adds or takes away, whole kronor; the steps add up to the amount. */
  amount: number
  because: Because
}

export interface AllocationAnswer {
  allocations: { id: string; amount: number; steps: AllocationStep[] }[]
  sum: number
  /** What nobody could match: the frame less the sum. */
  leftOver: number
}

/** Reads a ruleset. Throws `MoneyFault` with the field for what cannot be, such as bases above the frame. */
export function readAllocation(given: unknown): AllocationQuestion {
  const question = readMoney(AllocationQuestion, given)
  const { frame, base, weights, associations, stair = [] } = question
  const whole = weights.supportMeasure + weights.population
  if (Math.abs(whole - 1) > 1e-9) throw new MoneyFault('weights', 'money.weightsSum', { sum: whole })
  if (associations.length * base > frame)
    throw new MoneyFault('base', 'money.baseAboveFrame', { n: associations.length, base, bases: associations.length * base, frame })
  refuseTwice(associations)
  for (const field of ['supportMeasure', 'population'] as const) {
    if (weights[field] > 0 && !associations.some((one) => one[field] > 0))
      throw new MoneyFault('associations', 'money.allNought', { field })
  }
  const twice = stair.findIndex(({ above }, at) => stair.findIndex((other) => other.above === above) < at)
  if (twice >= 0) throw new MoneyFault(`stair[${twice}].above`, 'money.stairTwice', { above: stair[twice]!.above })
  const rising = [...stair].sort((a, b) => compare(a.above, b.above))
  const falls = rising.findIndex(({ reduction }, at) => at > 0 && reduction < rising[at - 1]!.reduction)
  if (falls >= 0) throw new MoneyFault(`stair[${stair.indexOf(rising[falls]!)}].reduction`, 'money.stairFalls')
  return question
}

function refuseTwice(associations: readonly AllocationSubject[]): void {
  const seen = new Set<string>()
  associations.forEach(({ id }, at) => {
    if (seen.has(id)) throw new MoneyFault(`associations[${at}].id`, 'money.idTwice', { id })
    seen.add(id)
  })
}
