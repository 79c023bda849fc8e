import { isApproximate, valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { varianceBehind, type Noise } from '../../disclosure/noise/noise.ts'
import { noisyInterval } from '../../statistics/interval.ts'
import { aalenJohansen, valueAt, type Incidence, type StepCurve } from '../curve/aalenJohansen.ts'
import { noiseVariance } from '../curve/noisyCounts.ts'
import type { ShareWithInterval } from '../askedAbout.ts'
import { causes } from './lifeDimension.ts'
import type { ReleasedStep } from './releasedSteps.ts'

/**
 * The cumulative incidence of each cause at the end of each step (Aalen–Johansen), made of the numbers shown and nothing else. The interval is
 * log(−log), of the Greenwood-type variance and what the noise of the numbers adds; of what nobody is seen to have reached it goes from 0. Nobody who is not seen through a step is at risk in it.
 */
export function shownCurve(steps: readonly ReleasedStep[], noise: Noise): ShareWithInterval[][] {
  const times = Float64Array.from(steps, ({ to }) => to)
  const events = causes.map((_, cause) => Float64Array.from(steps, (step) => valueOf(step.events[cause]!)!))
  // With noise the parts may be more than the whole.
  const atRisk = Float64Array.from(steps, (step, at) => Math.max(valueOf(step.atRisk)!, sum(events.map((one) => one[at]!))))
  const table = { n: atRisk[0] ?? 0, neverAtRisk: 0, causes: causes.map((_, cause) => cause + 1), times, atRisk, events }
  const incidence = aalenJohansen(table)
  const behind = (cell: Cell): number => (isApproximate(cell) ? varianceBehind(noise.table, valueOf(cell)!) : 0)
  const added = noiseVariance(incidence, {
    atRisk: steps.map((step) => behind(step.atRisk)),
    events: causes.map((_, cause) => steps.map((step) => behind(step.events[cause]!))),
  })
  const curves = incidence.causes.map(({ curve }, cause): StepCurve => {
    return { ...curve, variance: curve.variance.map((one, at) => one + added[cause]![at]!) }
  })
  return steps.map(({ to }, at) =>
    curves.map((curve, cause) => {
      const { estimate, lower, upper } = valueAt(curve, to)
      if (estimate > 0) return { share: estimate, lower, upper }
      const seen = steps.slice(0, at + 1).map((step) => behind(step.events[cause]!))
      return { share: 0, lower: 0, upper: noneSeen(followed(incidence, at), sum(seen)) }
    }),
  )
}

/** How many of those who began have been followed through a step: those at risk in it, and those who had ended before, as the curve says. */
function followed({ table, eventFree }: Incidence, at: number): number {
  const before = at === 0 ? 1 : eventFree.value[at - 1]!
  const [first, own] = [table.atRisk[0]!, table.atRisk[at]!]
  return Math.round(Math.min(first, Math.max(own, before > 0 ? own / before : own)))
}

/** How large a share can be of which none is seen: Wilson's upper end of none of n, widened by what the noise may hide. */
const noneSeen = (n: number, variance: number): number => noisyInterval({ x: 0, n, noiseOfX: variance, noiseOfN: 0 })!.upper

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
