/** A share of a published count in a whole that holds something hidden, in steps so coarse that the hidden part stays unknown. */
export interface CoarseShare {
  /** A multiple of `step`. */
  percent: number
  /** Per cent between two values that may be told: the true share is at most half of it away. */
  step: number
}

const steps = [1, 2, 5, 10] as const

/**
 * The share of a published count in itself and a hidden count, by the finest step at which the hidden count could be any of at least `threshold` numbers. Which step depends on what is
 * published alone, so the step tells nothing. `undefined` where not even the coarsest is enough.
 * @param published a count that everybody sees, from 0 up
 * @param hidden a count that nobody is to see, from 0 up
 * @param threshold of the policy: counts from 1 up to one less are never shown
 */
export function coarseShare(published: number, hidden: number, threshold: number): CoarseShare | undefined {
  // Nearest to 100 % the hidden counts of a step are fewest: published · (1 / (1 − step / 200) − 1) > published · step / 200.
  const step = steps.find((one) => (published * one) / 200 >= threshold)
  if (step === undefined) return undefined
  return { percent: Math.round((100 * published) / (published + hidden) / step) * step, step }
}

/** The hidden counts that a coarse share leaves possible, both ends included. */
export function hiddenBehind(published: number, { percent, step }: CoarseShare): [least: number, most: number] {
  const isTold = (hidden: number): boolean => Math.round((100 * published) / (published + hidden) / step) * step === percent
  const near = (share: number): number => Math.max(0, Math.round((100 * published) / share - published))
  // Ends by the formula, and then by one until the rounding agrees. Of nought per cent the hidden count has no end.
  let least = near(percent + step / 2)
  while (least > 0 && isTold(least - 1)) least--
  while (!isTold(least)) least++
  if (percent === 0) return [least, Infinity]
  let most = near(percent - step / 2)
  while (!isTold(most)) most--
  while (isTold(most + 1)) most++
  return [least, most]
}
