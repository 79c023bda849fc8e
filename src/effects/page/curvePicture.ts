import type { CurveStep } from '../domain.ts'

/** Where shares and months lie in a picture. */
export interface Scale {
  x: (month: number) => number
  y: (share: number) => number
}

const text = (value: number): string => value.toFixed(1)

/** The path of one cause as stairs: a share holds from the end of its step until the next ends; before the first it is nought. */
export function stairs(steps: readonly CurveStep[], cause: number, { x, y }: Scale): string {
  const parts = steps.map(({ to, values }) => `H${text(x(to))}V${text(y(values[cause]!.share))}`)
  return `M${text(x(0))} ${text(y(0))}${parts.join('')}`
}

/** The area between the ends of the intervals, as stairs; empty where there are none. */
export function band(steps: readonly CurveStep[], cause: number, { x, y }: Scale): string {
  const known = steps.flatMap(({ to, values }, at) => {
    const { lower, upper } = values[cause]!
    return lower === null || upper === null ? [] : [{ from: to, to: steps[at + 1]?.to ?? to, lower, upper }]
  })
  if (known.length === 0) return ''
  const above = known.map(({ from, to, upper }) => `L${text(x(from))} ${text(y(upper))}H${text(x(to))}`)
  const below = known.toReversed().map(({ from, to, lower }) => `L${text(x(to))} ${text(y(lower))}H${text(x(from))}`)
  return `M${[...above, ...below].join('').slice(1)}Z`
}

/** Labels at the right end, moved apart so that none stands on another: places from the top, in the order given. */
export function apart(places: readonly number[], least: number, bottom: number): number[] {
  const order = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]!)
  const moved = [...places]
  order.forEach((at, rank) => {
    if (rank > 0) moved[at] = Math.max(moved[at]!, moved[order[rank - 1]!]! + least)
  })
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const limit = rank === order.length - 1 ? bottom : moved[order[rank + 1]!]! - least
    moved[order[rank]!] = Math.min(moved[order[rank]!]!, limit)
  }
  return moved
}

/** How high the picture reaches: the least of 20, 40 … 100 % that holds all the intervals. */
export function topOf(steps: readonly CurveStep[]): number {
  const most = Math.max(0, ...steps.flatMap(({ values }) => values.map(({ share, upper }) => upper ?? share)))
  return Math.min(1, Math.max(0.2, Math.ceil(most * 5 - 1e-9) / 5))
}
