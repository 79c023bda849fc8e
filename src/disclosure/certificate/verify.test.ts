import { beforeAll, describe, expect, test } from 'vitest'
import { grid, protect } from '../../../test/countTables.ts'
import type { Protection } from '../suppress/protectTables.ts'
import { verify, type Claim } from './verify.ts'
import type { Certificate } from './world.ts'

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
  test('is bad when a requirement has lost its worlds, or more is asked', () => {
    expect(
      verify(claim, { ...certificate, proofs: certificate.proofs.map((proof, at) => (at === 0 ? { high: -1, low: -1 } : proof)) }),
    ).toBe(false)
    expect(verify(claim, { ...certificate, proofs: certificate.proofs.slice(1) })).toBe(false)
    expect(verify({ ...claim, requirements: claim.requirements.map((one) => ({ ...one, slide: 100 })) }, certificate)).toBe(false)
  })
  test('is bad when its worlds are of another attacker', () => {
    const stricter = { down: claim.scenarios[0]!.down.map(() => 0), up: claim.scenarios[0]!.up.map(() => 0) }
    expect(verify({ ...claim, scenarios: [stricter] }, certificate)).toBe(false)
  })
})
