// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gram, inOwnUnits, makeDesign, ModelFault } from './design.ts'
import { logistic } from './logistic.ts'
import { classicalErrors, clusteredErrors, leastSquares, robustErrors } from './ols.ts'
import { factorise, inverse, quadraticForm, solve } from './symmetric.ts'

const fault = (work: () => unknown): unknown[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof ModelFault) return [error.kind, error.covariate]
    throw error
  }
  return []
}

describe('symmetric matrices', () => {
  const matrix = Float64Array.of(4, 2, 2, 3)
  const factor = factorise(matrix, 2)
  test('are solved and inverted', () => {
    if (!factor.ok) throw new Error('should be positive')
    expect([...solve(factor, [8, 7])]).toEqual([expect.closeTo(1.25, 14), expect.closeTo(1.5, 14)])
    ;[0.375, -0.25, -0.25, 0.5].forEach((one, at) => expect(inverse(factor)[at]).toBeCloseTo(one, 14))
    expect(quadraticForm(matrix, [1, 2])).toBe(24)
  })
  test('name the column that the others determine', () =>
    expect(factorise(Float64Array.of(1, 2, 2, 4), 2)).toEqual({ ok: false, column: 1 }))
})

describe('least squares', () => {
  // Σ(x−x̄)² = 5, Σ(x−x̄)(y−ȳ) = 4, so slope 0.8 and Σr² = 1.8.
  const [x, y] = [
    [1, 2, 3, 4],
    [2, 4, 3, 5],
  ]
  const design = makeDesign([x!], 4)
  const fit = leastSquares(design, y!)
  const residuals = y!.map((one, at) => one - fit.fitted[at]!)
  test('are the line', () => expect(inOwnUnits(design, fit.coefficients)).toEqual([expect.closeTo(1.5, 13), expect.closeTo(0.8, 13)]))
  test('have classical errors √(s²/Σ(x−x̄)²)', () =>
    expect(classicalErrors(design, residuals, fit)[1]! / design.scale[1]!).toBeCloseTo(Math.sqrt(0.9 / 5), 13))
  test('robust errors are clustered ones with each row its own cluster, but for the factor', () => {
    const [robust, clustered] = [robustErrors(design, residuals, fit), clusteredErrors(design, residuals, fit, [0, 1, 2, 3])]
    // HC1: n/(n−k) = 2; CR1: 4/3·3/2 = 2.
    robust.forEach((one, at) => expect(clustered[at]).toBeCloseTo(one, 13))
  })
  test('of chosen persons are as if the others were not there', () => {
    const wide = makeDesign([[...x!, 50]], 5)
    const chosen = leastSquares(wide, [...y!, -9], [1, 1, 1, 1, 0])
    expect(inOwnUnits(wide, chosen.coefficients)[1]).toBeCloseTo(0.8, 12)
  })
  test('one cluster alone has no error', () => expect(() => clusteredErrors(design, residuals, fit, [0, 0, 0, 0])).toThrow(RangeError))
  test('a column that others determine, or that is constant, is named', () => {
    const two = makeDesign([x!, x!.map((one) => 3 - 2 * one)], 4)
    expect(fault(() => leastSquares(two, y!))).toEqual(['dependent', 1])
    expect(fault(() => makeDesign([x!, [7, 7, 7, 7]], 4))).toEqual(['constant', 1])
  })
})

describe('logistic regression', () => {
  // 3 of 10 without, 8 of 10 with: logit(0.3), and the log odds ratio.
  const x = Array.from({ length: 20 }, (_, at) => (at < 10 ? 0 : 1))
  const y = Array.from({ length: 20 }, (_, at) => (at < 10 ? Number(at < 3) : Number(at < 18)))
  const design = makeDesign([x], 20)
  test('of one category are the log odds', () => {
    const [constant, slope] = inOwnUnits(design, logistic(design, y).coefficients)
    expect(constant).toBeCloseTo(Math.log(3 / 7), 12)
    expect(slope).toBeCloseTo(Math.log(8 / 2 / (3 / 7)), 12)
  })
  test('the deviance is −2 log likelihood', () =>
    expect(logistic(design, y).deviance).toBeCloseTo(
      -2 * (3 * Math.log(0.3) + 7 * Math.log(0.7) + 8 * Math.log(0.8) + 2 * Math.log(0.2)),
      12,
    ))
  test('the score is nought at the end', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 0, max: 1 })), { minLength: 12, maxLength: 60 }),
        (rows) => {
          const outcome = rows.map(([, one]) => one)
          if (new Set(outcome).size < 2 || new Set(rows.map(([one]) => one)).size < 4) return
          const own = makeDesign([rows.map(([one]) => one)], rows.length)
          if (fault(() => logistic(own, outcome)).length > 0) return
          const { probability } = logistic(own, outcome)
          expect(probability.reduce((sum, p, at) => sum + outcome[at]! - p, 0)).toBeCloseTo(0, 7)
        },
      ),
    ))
  test('a ridge draws the slope towards nought and leaves the mean', () => {
    const [free, drawn] = [logistic(design, y), logistic(design, y, { ridge: 5 })]
    expect(Math.abs(drawn.coefficients[1]!)).toBeLessThan(Math.abs(free.coefficients[1]!))
    expect(drawn.probability.reduce((sum, one) => sum + one, 0)).toBeCloseTo(11, 9)
  })
  test('an outcome that a covariate decides is separation', () => {
    expect(fault(() => logistic(design, x))).toEqual(['separation', 0])
    expect(
      fault(() =>
        logistic(
          makeDesign([x.map((_, at) => (at * 7) % 5), x], 20),
          y.map((one, at) => (x[at] === 1 ? 1 : one)),
        ),
      ),
    ).toEqual(['separation', 1])
  })
  test('powers of one covariate may have large coefficients', () => {
    const age = Array.from({ length: 400 }, (_, at) => 20 + (at % 40))
    const [square, cube] = [age.map((one) => one ** 2), age.map((one) => one ** 3)]
    const some = age.map((one, at) => Number((at * 37) % 100 < 20 + 60 * Math.exp(-(((one - 33) / 5) ** 2))))
    const { coefficients } = logistic(makeDesign([age, square, cube], 400), some)
    expect(Math.max(...coefficients.map(Math.abs))).toBeGreaterThan(12)
  })
  test('the information is Σp(1−p)xxᵀ', () => {
    const { probability, information } = logistic(design, y)
    const again = factorise(
      gram(
        design,
        probability.map((p) => p * (1 - p)),
      ),
      2,
    )
    if (!again.ok) throw new Error('should be positive')
    again.lower.forEach((one, at) => expect(information.lower[at]).toBeCloseTo(one, 9))
  })
})
