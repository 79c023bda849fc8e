/**
 * The root of a rising function by Newton's method within a bracket; a step that leaves the bracket, or does not halve it in the end, is
 * replaced by bisection. `step` gives value and slope.
 */
export function rootByNewton(
  start: number,
  low: number,
  high: number,
  step: (x: number) => { value: number; slope: number },
  tolerance = 1e-16,
): number {
  let x = start
  for (let round = 0; round < 300; round++) {
    const { value, slope } = step(x)
    if (value === 0) return x
    if (value < 0) low = x
    else high = x
    const newton = x - value / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= tolerance * Math.max(Math.abs(x), Math.abs(next)) || next === low || next === high) return next
    x = next
  }
  return x
}
