import {
  stepNames,
  type AllocationQuestion,
  type AllocationStep,
  type AllocationSubject,
  type Because,
  type StairStep,
  type StepName,
} from './domain.ts'

/** An association's way through the model, kronor before rounding. */
export interface Reckoned {
  subject: AllocationSubject
  bySupport: number
  byPopulation: number
  /** Base and both parts. */
  model: number
  /** The step of the equity stair that took something off. */
  stair: StairStep | undefined
  /** The model after the stair: what is scaled. */
  weight: number
  /** What the brake guarantees, before a cap and before floors are scaled. */
  floor: number
  /** What it must have at least, after both. */
  least: number
  /** What it can match; infinite when nothing is said. */
  most: number
  /** Below 1 when the floors together are above the frame. */
  floorScale: number
  /** Sums over all associations. */
  all: { supportMeasure: number; population: number }
  /** What everyone's model is scaled by. */
  level: number
  exact: number
}

/** Every step that did something, with what it added or took in whole kronor and why; they add up to the amount. */
export function explain(question: AllocationQuestion, one: Reckoned, amount: number): AllocationStep[] {
  // What is scaled far above a cap is shown only as far as the cap: the level may be huge when few have room.
  const scaled = Math.min(one.level * one.weight, Math.max(one.most, one.weight))
  const atLeast = Math.max(one.least, scaled)
  const after: Record<StepName, number> = {
    base: question.base,
    supportMeasure: question.base + one.bySupport,
    population: one.model,
    equity: one.weight,
    balance: scaled,
    brake: atLeast,
    cap: Math.min(one.most, atLeast),
    rounding: amount,
  }
  let before = 0
  const steps = stepNames.map((name) => {
    const now = Math.round(after[name])
    const step = { name, amount: now - before, because: reasons[name](question, one) }
    before = now
    return step
  })
  const isCapped = one.level * one.weight > one.most
  return steps.filter(({ name, amount: given }) => name === 'base' || given !== 0 || (name === 'cap' && isCapped))
}

const percent = (share: number): number => 100 * share

const reasons: Record<StepName, (question: AllocationQuestion, one: Reckoned) => Because> = {
  base: () => ({ key: 'allocation.base', args: {} }),
  supportMeasure: ({ weights }, { subject, all }) => ({
    key: 'allocation.supportMeasure',
    args: { share: percent(subject.supportMeasure / all.supportMeasure), weight: percent(weights.supportMeasure) },
  }),
  population: ({ weights }, { subject, all }) => ({
    key: 'allocation.population',
    args: { share: percent(subject.population / all.population), weight: percent(weights.population) },
  }),
  equity: (_question, { subject, model, stair }) => ({
    key: 'allocation.equity',
    args: {
      equity: subject.equity ?? 0,
      share: percent((subject.equity ?? 0) / (2 * model)),
      above: percent(stair?.above ?? 0),
      reduction: percent(stair?.reduction ?? 0),
    },
  }),
  balance: ({ frame }, { level, floorScale }) =>
    floorScale < 1
      ? { key: 'allocation.nothingOverFloors', args: { frame } }
      : { key: 'allocation.balance', args: { change: percent(level - 1), frame } },
  brake: ({ brake }, { subject, floorScale }) => ({
    key: floorScale < 1 ? 'allocation.brakeScaled' : 'allocation.brake',
    args: { brake: percent(brake ?? 0), previous: subject.previous ?? 0, scale: percent(floorScale) },
  }),
  cap: (_question, { subject }) => ({ key: 'allocation.cap', args: { cap: subject.cap ?? 0 } }),
  rounding: () => ({ key: 'allocation.rounding', args: {} }),
}
