import { beforeAll, describe, expect, test } from 'vitest'
import { grid, protect } from '../../../test/countTables.ts'
import type { Protection } from '../suppress/protectTables.ts'
import { verify, type Claim } from './verify.ts'
import type { Certificate, World } from './world.ts'

const instance = grid([
  [1, 20, 3, 40],
  [14, 2, 16, 8],
  [4, 18, 9, 33],
])
let protection: Protection
let claim: Claim
let certificate: Certificate
beforeAll(async () => {
  protection = await protect(instance, 'la')
  const { sums, scenarios, requirements } = protection.problem
  claim = { rows: sums.rows, suppressed: protection.pattern, scenarios, requirements }
  certificate = protection.certificate!
})

/** The certificate with one world changed. */
function changed(at: number, change: (cells: Int32Array, shift: Float64Array) => void): Certificate {
  const worlds = certificate.worlds.map((world) => ({ ...world, cells: world.cells.slice(), shift: world.shift.slice() }))
  change(worlds[at]!.cells, worlds[at]!.shift)
  return { ...certificate, worlds }
}

/** The certificate with other cells and shifts in one world. */
function withWorld(at: number, change: (world: World) => [cells: number[], shift: number[]]): Certificate {
  const [cells, shift] = change(certificate.worlds[at]!)
  const world = { ...certificate.worlds[at]!, cells: Int32Array.from(cells), shift: Float64Array.from(shift) }
  return { ...certificate, worlds: certificate.worlds.with(at, world) }
}

describe('a certificate', () => {
  test('is good as it was made', () => expect(verify(claim, certificate)).toBe(true))
  test('speaks of every small count', () => expect(certificate.proofs).toHaveLength(protection.primaries.length))
  test('is bad when any cell its worlds move is published', () => {
    for (const cell of new Set(certificate.worlds.flatMap(({ cells }) => [...cells]))) {
      const suppressed = protection.pattern.slice()
      suppressed[cell] = 0
      expect(verify({ ...claim, suppressed }, certificate)).toBe(false)
    }
  })
  test('is bad when any count of any world is one more', () => {
    certificate.worlds.forEach(({ cells }, world) =>
      cells.forEach((_, at) =>
        expect(
          verify(
            claim,
            changed(world, (__, shift) => (shift[at]! += 1)),
          ),
        ).toBe(false),
      ),
    )
  })
  test('is bad when a world moves another cell instead', () => {
    const published = protection.pattern.indexOf(0)
    certificate.worlds.forEach((_, world) =>
      expect(
        verify(
          claim,
          changed(world, (cells) => (cells[0] = published)),
        ),
      ).toBe(false),
    )
  })
  test('is bad when a count goes below what the attacker knows', () =>
    certificate.worlds.forEach((_, world) =>
      expect(
        verify(
          claim,
          changed(world, (__, shift) => shift.forEach((by, at) => (shift[at] = by * 1000))),
        ),
      ).toBe(false),
    ))
  test('is bad with half persons', () =>
    certificate.worlds.forEach((_, world) =>
      expect(
        verify(
          claim,
          changed(world, (__, shift) => shift.forEach((by, at) => (shift[at] = by / 2))),
        ),
      ).toBe(false),
    ))
  test('is bad with half persons also where sums hold, bounds are far away and enough is moved', () => {
    const far = { down: claim.scenarios[0]!.down.map(() => Infinity), up: claim.scenarios[0]!.up.map(() => Infinity) }
    const grown = (times: number): Certificate => ({
      ...certificate,
      worlds: certificate.worlds.map((world) => ({ ...world, shift: world.shift.map((by) => by * times) })),
    })
    expect(verify({ ...claim, scenarios: [far] }, grown(3))).toBe(true)
    expect(verify({ ...claim, scenarios: [far] }, grown(1.5))).toBe(false)
  })
  test('is bad when a world moves a shown cell besides, which stands in no sum of hidden ones', () => {
    const published = protection.pattern.indexOf(0)
    certificate.worlds.forEach((_, at) =>
      expect(
        verify(
          claim,
          withWorld(at, ({ cells, shift }) => [
            [...cells, published],
            [...shift, 1],
          ]),
        ),
      ).toBe(false),
    )
  })
  test('is bad when a world names its cells twice', () =>
    certificate.worlds.forEach((_, at) =>
      expect(
        verify(
          claim,
          withWorld(at, ({ cells, shift }) => [
            [...cells, ...cells],
            [...shift, ...shift],
          ]),
        ),
      ).toBe(false),
    ))
  test.each(['down', 'up'] as const)('is bad when any one count goes farther %s than the attacker holds possible, by one', (side) => {
    const [scenario] = claim.scenarios
    const sign = side === 'up' ? 1 : -1
    let tried = 0
    for (const { cells, shift } of certificate.worlds) {
      cells.forEach((cell, at) => {
        if (sign * shift[at]! <= 0) return
        tried++
        const closer = { ...scenario!, [side]: scenario![side].with(cell, sign * shift[at]! - 1) }
        expect(verify({ ...claim, scenarios: [closer] }, certificate)).toBe(false)
      })
    }
    expect(tried).toBeGreaterThan(0)
  })
  test('is bad when its worlds are of another scenario than what they are to show', () => {
    const twice = [claim.scenarios[0]!, claim.scenarios[0]!]
    const others = { ...certificate, worlds: certificate.worlds.map((world) => ({ ...world, scenario: 1 })) }
    expect(verify({ ...claim, scenarios: twice }, certificate)).toBe(true)
    expect(verify({ ...claim, scenarios: twice }, others)).toBe(false)
  })
  test('is bad when a requirement has lost its worlds, or more is asked', () => {
    expect(
      verify(claim, { ...certificate, proofs: certificate.proofs.map((proof, at) => (at === 0 ? { high: -1, low: -1 } : proof)) }),
    ).toBe(false)
    expect(verify(claim, { ...certificate, proofs: certificate.proofs.slice(1) })).toBe(false)
    for (const more of [{ slide: 100 }, { slide: 0, up: 100 }, { slide: 0, down: 100 }])
      expect(verify({ ...claim, requirements: claim.requirements.map((one) => ({ ...one, ...more })) }, certificate)).toBe(false)
  })
  test('is bad when its worlds are of another attacker', () => {
    const stricter = { down: claim.scenarios[0]!.down.map(() => 0), up: claim.scenarios[0]!.up.map(() => 0) }
    expect(verify({ ...claim, scenarios: [stricter] }, certificate)).toBe(false)
  })
})
