import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { about, exact, hidden, noise, reserved } from '../../test/noise.ts'
import { valueOf } from './cell.ts'
import { hideWhere, isLone } from './groupDisclosure.ts'
import { protectQuartiles } from './quartiles.ts'
import { releasedCell, restCell } from './releasedCell.ts'
import { partOf, shareOf } from './share.ts'

const key = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const count = fc.integer({ min: 0, max: 60 })

describe('the cell of a free question', () => {
  test('is approximate, the same every time, near the true count, nought or at least the threshold', () =>
    fc.assert(
      fc.property(count, key, (count, key) => {
        const cell = releasedCell({ count, key }, noise)
        expect(cell).toEqual(releasedCell({ count, key }, noise))
        expect(cell.kind).toBe('approximate')
        expect(Math.abs(valueOf(cell)! - count)).toBeLessThanOrEqual(7)
        expect(valueOf(cell) === 0 || valueOf(cell)! >= 5).toBe(true)
      }),
    ))
  test('of nobody is nought whatever the key', () =>
    fc.assert(fc.property(key, (key) => valueOf(releasedCell({ count: 0, key }, noise)) === 0)))
  test('stands as published where it is, also when that is hidden or yet to come', () => {
    const counted = { count: 17, key: 1 }
    expect(releasedCell(counted, noise, { kind: 'shown', value: 17 })).toEqual({ kind: 'shown', value: 17 })
    expect(releasedCell(counted, noise, { kind: 'suppressed' })).toEqual({ kind: 'suppressed' })
    expect(releasedCell(counted, noise, { kind: 'reserved' })).toEqual({ kind: 'reserved' })
  })
  test('of the rest is exact when both are, and has no number when one has none', () => {
    const rest = { count: 30, key: 5 }
    expect(restCell(rest, exact(50), exact(20), noise)).toEqual({ kind: 'shown', value: 30 })
    expect(restCell(rest, exact(50), hidden, noise)).toEqual({ kind: 'suppressed' })
    expect(restCell(rest, reserved, about(20), noise)).toEqual({ kind: 'reserved' })
    expect(restCell(rest, about(50), about(20), noise)).toEqual(releasedCell(rest, noise))
  })
})

describe('a row that tells what all have', () => {
  test('has one single number that is not nought', () => {
    expect(isLone([about(17), about(0), about(0)])).toBe(true)
    expect(isLone([about(17), about(5), about(0)])).toBe(false)
    expect(isLone([about(0), about(0)])).toBe(false)
  })
  test('is not told by a row with a hidden one: what that is nobody knows', () => expect(isLone([about(17), hidden])).toBe(false))
  test('loses its approximate numbers, not what is published', () => {
    expect([about(17), exact(17), reserved].map((cell) => hideWhere(true, cell).kind)).toEqual(['suppressed', 'shown', 'reserved'])
    expect(hideWhere(false, about(17)).kind).toBe('approximate')
  })
})

describe('a share', () => {
  test('never has more than there are', () => {
    expect(partOf(about(23), about(20))).toEqual({ kind: 'approximate', value: 20 })
    expect(partOf(about(17), about(20))).toEqual({ kind: 'approximate', value: 17 })
  })
  test('of a published number stands as published, even beside an approximate one', () => {
    expect(partOf(exact(23), about(20))).toEqual({ kind: 'shown', value: 23 })
    expect(shareOf(exact(23), about(20), noise)).toBeUndefined()
  })
  test('has no part where the whole is hidden', () => expect(partOf(about(7), hidden).kind).toBe('suppressed'))
  test('needs 20', () => {
    expect(shareOf(about(7), about(19), noise)).toBeUndefined()
    expect(shareOf(about(7), about(20), noise)).toMatchObject({ x: 7, n: 20 })
  })
  test('knows how much noise is in each: more in what may have been small', () => {
    expect(shareOf(about(6), about(50), noise)).toMatchObject({ noiseOfX: expect.closeTo(4), noiseOfN: expect.closeTo(4) })
    expect(shareOf(about(5), exact(50), noise)).toMatchObject({ noiseOfX: expect.closeTo(6), noiseOfN: 0 })
    expect(shareOf(exact(6), exact(50), noise)).toMatchObject({ noiseOfX: 0, noiseOfN: 0 })
  })
})

describe('quartiles', () => {
  const values = { lower: 101, median: 154, upper: 249 }
  const shown = (n: Parameters<typeof protectQuartiles>[1], of: typeof values | undefined = values) =>
    Object.values(protectQuartiles(of, n, 10)).map((cell) => valueOf(cell) ?? cell.kind)
  test('are rounded to whole tens', () => expect(shown(about(20))).toEqual([100, 150, 250]))
  test('of fewer than 20 by the number shown are hidden, whatever the true one is', () => {
    expect(shown(about(19))).toEqual(Array(3).fill('suppressed'))
    expect(shown(about(19), undefined)).toEqual(Array(3).fill('suppressed'))
  })
  test('of nought by the number shown are missing, whatever the true one is', () => {
    expect(shown(about(0))).toEqual(Array(3).fill('missing'))
    expect(shown(about(0), undefined)).toEqual(Array(3).fill('missing'))
  })
  test('follow a hidden number, and one that is to be published', () => {
    expect([shown(hidden), shown(reserved)]).toEqual([Array(3).fill('suppressed'), Array(3).fill('reserved')])
  })
})
