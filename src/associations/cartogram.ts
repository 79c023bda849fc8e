/**
 * A tile cartogram: every municipality one square of equal size, neighbours roughly kept.
 * First the points are spread until the crowded parts have room (repulsion below one tile, pull towards the nearest
 * neighbours), then they are put on a square grid by the assignment with least total squared distance
 * (Jonker & Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment problems").
 */

export interface Point {
  /** Any planar unit, growing eastwards. */
  east: number
  /** The same unit, growing northwards. */
  north: number
}

export interface Tile {
  /** Column from the west, 0-based. */
  column: number
  /** Row from the north, 0-based. */
  row: number
}

const NEIGHBOURS = 5
const ROUNDS = 400

/** Gives each point a tile of its own, in the order of the points. Deterministic; no two share a tile. Throws on fewer than two points. */
export function tileCartogram(points: readonly Point[]): Tile[] {
  if (points.length < 2) throw new RangeError('A cartogram needs at least two points')
  const spread = spreadOut(points)
  const cells = candidateCells(spread)
  const assigned = leastCostAssignment(spread.map((point) => cells.map((cell) => squared(point.x - cell.x) + squared(point.y - cell.y))))
  const chosen = assigned.map((index) => cells[index]!)
  const left = Math.min(...chosen.map((cell) => cell.x))
  const top = Math.min(...chosen.map((cell) => cell.y))
  return chosen.map((cell) => ({ column: cell.x - left, row: cell.y - top }))
}

interface Place {
  x: number
  y: number
}

const squared = (value: number): number => value * value

function spreadOut(points: readonly Point[]): Place[] {
  const neighbours = nearest(points)
  const gaps = neighbours.map((list, i) => Math.hypot(points[list[0]!]!.east - points[i]!.east, points[list[0]!]!.north - points[i]!.north))
  const unit = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)]! || 1
  const places = points.map((point) => ({ x: point.east / unit / 1.6, y: -point.north / unit / 1.6 }))
  for (let round = 0; round < ROUNDS; round++) {
    const step = 0.5 * (1 - round / ROUNDS) + 0.05
    push(places, step)
    pull(places, neighbours, step * 0.25)
  }
  return places
}

/** The five nearest points of each, nearest first. */
function nearest(points: readonly Point[]): number[][] {
  return points.map((point, i) => {
    const distance = (j: number): number => squared(points[j]!.east - point.east) + squared(points[j]!.north - point.north)
    const others = points.map((_, j) => j).filter((j) => j !== i)
    return others.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, NEIGHBOURS)
  })
}

function push(places: Place[], step: number): void {
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      const a = places[i]!
      const b = places[j]!
      const dx = b.x - a.x
      const dy = b.y - a.y
      // Squares touch in the larger of the two distances.
      if (Math.max(Math.abs(dx), Math.abs(dy)) >= 1) continue
      const distance = Math.hypot(dx, dy) || 1e-6
      const move = (step * (1 - distance) * 0.5) / distance
      if (move <= 0) continue
      a.x -= dx * move
      a.y -= dy * move
      b.x += dx * move
      b.y += dy * move
    }
  }
}

function pull(places: Place[], neighbours: number[][], step: number): void {
  for (const [i, list] of neighbours.entries()) {
    for (const j of list) {
      const a = places[i]!
      const b = places[j]!
      const distance = Math.hypot(b.x - a.x, b.y - a.y)
      if (distance <= 1.2) continue
      const move = (step * (distance - 1.2)) / distance / NEIGHBOURS
      a.x += (b.x - a.x) * move
      a.y += (b.y - a.y) * move
      b.x -= (b.x - a.x) * move
      b.y -= (b.y - a.y) * move
    }
  }
}

/** Grid cells within two tiles of some point: enough for everybody, few enough to be quick. */
function candidateCells(places: Place[]): Place[] {
  const cells = new Map<string, Place>()
  for (const { x, y } of places) {
    for (let dx = -2; dx <= 2; dx++) {
      for (let dy = -2; dy <= 2; dy++) {
        const cell = { x: Math.round(x) + dx, y: Math.round(y) + dy }
        cells.set(`${cell.x},${cell.y}`, cell)
      }
    }
  }
  return [...cells.values()].sort((a, b) => a.y - b.y || a.x - b.x)
}

/**
 * Least-cost assignment of every row to a column of its own.
 * @param cost rows × columns, rows ≤ columns
 * @returns the column of each row
 */
export function leastCostAssignment(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length
  const columns = cost[0]?.length ?? 0
  if (rows > columns) throw new RangeError(`${rows} rows cannot have a column each of ${columns}`)
  const potential = { row: new Float64Array(rows + 1), column: new Float64Array(columns + 1) }
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const way = new Int32Array(columns + 1)
    rowOf[0] = row
    let column = shortestPath(cost, potential, rowOf, way)
    while (column !== 0) {
      const before = way[column]!
      rowOf[column] = rowOf[before]!
      column = before
    }
  }
  const result = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) if (rowOf[column]! > 0) result[rowOf[column]! - 1] = column - 1
  return result
}

/** Dijkstra over reduced costs from the free row at column 0 to the first free column; updates the potentials. */
function shortestPath(
  cost: readonly (readonly number[])[],
  potential: { row: Float64Array; column: Float64Array },
  rowOf: Int32Array,
  way: Int32Array,
): number {
  const columns = rowOf.length - 1
  const least = new Float64Array(columns + 1).fill(Infinity)
  const done = new Uint8Array(columns + 1)
  let column = 0
  do {
    done[column] = 1
    const row = rowOf[column]!
    let delta = Infinity
    let next = 0
    for (let j = 1; j <= columns; j++) {
      if (done[j]) continue
      const reduced = cost[row - 1]![j - 1]! - potential.row[row]! - potential.column[j]!
      if (reduced < least[j]!) {
        least[j] = reduced
        way[j] = column
      }
      if (least[j]! < delta) {
        delta = least[j]!
        next = j
      }
    }
    for (let j = 0; j <= columns; j++) {
      if (done[j]) {
        potential.row[rowOf[j]!]! += delta
        potential.column[j]! -= delta
      } else least[j]! -= delta
    }
    column = next
  } while (rowOf[column] !== 0)
  return column
}
