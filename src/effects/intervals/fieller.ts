import { z95, type Interval } from '../../probability/interval.ts'

/** A ratio a/b of two estimates; no interval when b may be nought. */
export interface Ratio {
  ratio: number
  /** z²·v_b/b²: at 1 and above the denominator cannot be told from nought. */
  g: number
  interval: Interval | undefined
}

/**
 * Fieller's interval of a/b: [(r − g·c/v_b) ± (z/b)√(v_a − 2rc + r²v_b − g(v_a − c²/v_b))]/(1−g), c the covariance of a and b. When g ≥ 1
 * there is none: say that the effect may be nought. E. C. Fieller, J. R. Statist. Soc. B 16 (1954) 175–185.
 */
export function fieller(a: number, b: number, { va, vb, covariance = 0 }: { va: number; vb: number; covariance?: number }): Ratio {
  if (b === 0) throw new RangeError('nothing can be divided by an estimate of nought')
  const [ratio, g] = [a / b, (z95 * z95 * vb) / (b * b)]
  if (g >= 1) return { ratio, g, interval: undefined }
  const along = vb > 0 ? covariance / vb : 0
  const inside = va - 2 * ratio * covariance + ratio * ratio * vb - g * (va - covariance * along)
  const half = (z95 / Math.abs(b)) * Math.sqrt(Math.max(0, inside))
  return { ratio, g, interval: { lower: (ratio - g * along - half) / (1 - g), upper: (ratio - g * along + half) / (1 - g) } }
}
