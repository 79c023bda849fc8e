/** A line of values from left to right: where a value stands, and round values to name. */
export interface Scale {
  x(value: number): number
  ticks: number[]
}

/** A scale over all of the values and nought, between two places. At most about six round ticks. */
export function scaleOver(values: readonly number[], left: number, right: number): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const span = high - low || 1
  const step = roundStep(span / 4)
  const [first, last] = [Math.floor(low / step) * step, Math.ceil(high / step) * step || step]
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, at) => first + at * step)
  return { ticks, x: (value) => left + ((value - first) / (last - first)) * (right - left) }
}

/** The nearest of 1, 2, 2.5 and 5 times a power of ten that is not below. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 2.5, 5, 10].map((part) => part * power).find((step) => step >= rough * 0.999)!
}
