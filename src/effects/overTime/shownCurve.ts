import { isApproximate, valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { varianceBehind, type Noise } from '../../disclosure/noise/noise.ts'
import { aalenJohansen, valueAt, type StepCurve } from '../curve/aalenJohansen.ts'
import { noiseVariance } from '../curve/noisyCounts.ts'
import type { ShareWithInterval } from '../askedAbout.ts'
import { causes } from './lifeDimension.ts'
import type { ReleasedStep } from './releasedSteps.ts'

/**
 * The cumulative incidence of each cause at the end of each step (Aalen–Johansen), made of the numbers shown and nothing else. The interval is
 * log(−log), of the Greenwood-type variance and what the noise of the numbers adds. Nobody who is not seen through a step is at risk in it.
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
  return steps.map(({ to }) => curves.map((curve) => shareAt(curve, to)))
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)

function shareAt(curve: StepCurve, time: number): ShareWithInterval {
  const { estimate, lower, upper } = valueAt(curve, time)
  return { share: estimate, lower, upper }
}
