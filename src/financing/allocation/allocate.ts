import { compare } from '../apportion.ts'
import type { AllocationAnswer, AllocationQuestion, AllocationSubject, StairStep } from './domain.ts'
import { explain, type Reckoned } from './steps.ts'
import { heldAt, levelHolding } from './waterLevel.ts'

/**
 * The state's frame shared between associations (a reconstruction of the state's model; see docs/decisions/0024):
 * base + (T − n·base)·(wF·F/ΣF + wP·P/ΣP), less what the equity stair takes, not below the brake's floor, not above what can be matched; those
 * at no bound are scaled alike so that the sum is the frame. A cap beats a floor. Floors above the frame are scaled down to it. Whole kronor by largest remainder.
 * The sum is exactly the frame, or less by `leftOver` where nobody can match more. The answer keeps the order of the question and does not depend on it.
 */
export function allocate(question: AllocationQuestion): AllocationAnswer {
  // Sums of doubles depend on the order they are taken in, so it is always the same.
  const sorted = [...question.associations].sort((a, b) => compare(a.id, b.id))
  const reckoned = reckon(question, sorted)
  const amounts = inWholeKronor(question.frame, reckoned)
  const byId = new Map(reckoned.map((one) => [one.subject.id, one]))
  const allocations = question.associations.map(({ id }) => {
    const amount = amounts.get(id)!
    return { id, amount, steps: explain(question, byId.get(id)!, amount) }
  })
  const sum = allocations.reduce((all, { amount }) => all + amount, 0)
  return { allocations, sum, leftOver: question.frame - sum }
}

/** Every association's way through the model, before rounding. */
export function reckon(question: AllocationQuestion, subjects: readonly AllocationSubject[]): Reckoned[] {
  const { frame, base, weights } = question
  const rest = frame - subjects.length * base
  const total = (field: 'supportMeasure' | 'population'): number => subjects.reduce((sum, one) => sum + one[field], 0)
  const all = { supportMeasure: total('supportMeasure'), population: total('population') }
  const part = (one: AllocationSubject, field: 'supportMeasure' | 'population'): number =>
    all[field] > 0 ? (one[field] / all[field]) * weights[field] * rest : 0
  const models = subjects.map((subject) => {
    const [bySupport, byPopulation] = [part(subject, 'supportMeasure'), part(subject, 'population')]
    const model = base + bySupport + byPopulation
    const stair = stairStepOf(subject, model, question.stair ?? [])
    const weight = model * (1 - (stair?.reduction ?? 0))
    const most = subject.cap ?? Infinity
    const floor = stair ? 0 : floorOf(subject, question.brake)
    return { subject, bySupport, byPopulation, model, stair, weight, floor, least: Math.min(floor, most), most }
  })
  const floors = models.reduce((sum, { least }) => sum + least, 0)
  const floorScale = floors > frame ? frame / floors : 1
  const vessels = models.map((one) => ({ ...one, least: one.least * floorScale }))
  const level = floorScale < 1 ? 0 : levelHolding(frame, vessels)
  return vessels.map((one) => ({ ...one, floorScale, all, level, exact: heldAt(one, level) }))
}

/** The highest step that the equity is above, as a share of the year's funds: twice the model, since the state pays half (§ 5). */
function stairStepOf({ equity }: AllocationSubject, model: number, stair: readonly StairStep[]): StairStep | undefined {
  const share = model > 0 ? (equity ?? 0) / (2 * model) : 0
  return stair.filter(({ above }) => share > above).sort((a, b) => compare(b.above, a.above))[0]
}

/** The least the brake allows, in whole kronor: rounded up, or the fall would be more than it allows. */
function floorOf({ previous }: AllocationSubject, brake: number | null | undefined): number {
  if (previous === undefined || previous === null || brake === undefined || brake === null) return 0
  // 0.9 · 70 is a hair above 63 in doubles.
  return Math.ceil(previous * (1 - brake) - 1e-6)
}

/** Whole kronor: the whole part each, and the rest one by one to the largest remainders, never above a cap. */
function inWholeKronor(frame: number, reckoned: readonly Reckoned[]): Map<string, number> {
  const parts = reckoned.map(({ subject, exact, most }) => {
    const whole = Math.floor(exact)
    return { id: subject.id, amount: whole, remainder: exact - whole, room: most - whole }
  })
  const wanted = Math.min(
    frame,
    reckoned.reduce((sum, { exact }) => sum + exact, 0),
  )
  let left = Math.round(wanted) - parts.reduce((sum, { amount }) => sum + amount, 0)
  const first = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || compare(a.id, b.id))
  for (const part of first) {
    if (left <= 0) break
    if (part.room < 1) continue
    part.amount += 1
    left -= 1
  }
  return new Map(parts.map(({ id, amount }) => [id, amount]))
}
