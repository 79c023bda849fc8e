import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastCostAssignment, tileCartogram } from './cartogram.ts'
import { register } from './register.ts'

const municipalities = register.municipalities()
const tiles = tileCartogram(municipalities)

/** The five nearest municipalities of each, nearest first, by their centroids. */
const neighbours = municipalities.map((home) => {
  const distance = (at: number): number => Math.hypot(municipalities[at]!.east - home.east, municipalities[at]!.north - home.north)
  const others = municipalities.map((_, at) => at).filter((at) => municipalities[at] !== home)
  return others.sort((a, b) => distance(a) - distance(b)).slice(0, 5)
})
const share = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length

describe('the map of tiles', () => {
  test('gives every municipality one tile, and no two the same', () => {
    expect(tiles).toHaveLength(290)
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(290)
    expect([Math.min(...tiles.map(({ column }) => column)), Math.min(...tiles.map(({ row }) => row))]).toEqual([0, 0])
    expect(tiles.every(({ column, row }) => Number.isInteger(column) && Number.isInteger(row))).toBe(true)
  })
  test('is the same every time', () => expect(tileCartogram(municipalities)).toEqual(tiles))
  test('keeps neighbours: the nearest within two tiles, nine in ten of them side by side', () => {
    const steps = (a: number, b: number): number =>
      Math.max(Math.abs(tiles[a]!.column - tiles[b]!.column), Math.abs(tiles[a]!.row - tiles[b]!.row))
    const nearest = neighbours.map(([first], home) => steps(home, first!))
    expect(Math.max(...nearest)).toBeLessThanOrEqual(2)
    expect(share(nearest.map((one) => one === 1))).toBeGreaterThan(0.85)
    expect(share(neighbours.flatMap((five, home) => five.map((other) => steps(home, other) <= 2)))).toBeGreaterThan(0.98)
  })
  test('keeps directions: what lies to the north-east is drawn to the north-east, 19 times of 20', () => {
    const kept = neighbours.flatMap((five, home) =>
      five.map((other) => {
        const east = (municipalities[other]!.east - municipalities[home]!.east) * (tiles[other]!.column - tiles[home]!.column)
        const north = (municipalities[other]!.north - municipalities[home]!.north) * (tiles[home]!.row - tiles[other]!.row)
        return east + north > 0
      }),
    )
    expect(share(kept)).toBeGreaterThan(0.95)
  })
  test('is refused for a single point', () => expect(() => tileCartogram([{ east: 0, north: 0 }])).toThrow('at least two'))
})

describe('the assignment', () => {
  test('costs as little as trying every one', () => {
    const cost = fc.array(fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    const least = (rows: number[][], used: number[] = []): number => {
      const [row, ...rest] = rows
      return row ? Math.min(...row.map((one, at) => (used.includes(at) ? Infinity : one + least(rest, [...used, at])))) : 0
    }
    fc.assert(
      fc.property(cost, (rows) => {
        const chosen = leastCostAssignment(rows)
        expect(new Set(chosen).size).toBe(rows.length)
        expect(chosen.reduce((sum, column, row) => sum + rows[row]![column]!, 0)).toBe(least(rows))
      }),
    )
  })
  test('is refused when there are too few columns', () => expect(() => leastCostAssignment([[1], [2]])).toThrow('2 rows'))
})
