import type { Grid } from './countTable.ts'

/**
 * A cell seen as an edge. In a two-way table with margins every row and every column is one equation, and each cell stands
 * in at most two of them; so the ways in which hidden cells can change together are exactly the circulations of a network
 * whose nodes are the equations. Interior cells run row → column, margins run back.
 */
export interface Edge {
  from: number
  to: number
  value: number
  /** Position in the grid; `undefined` for the surplus of a margin that is not a sum: never published, never a cell. */
  cell: number | undefined
  /** Margins the cell cannot exceed although it is no part of their sum: nobody is in a group larger than all persons. */
  cappedBy: number[]
}

export interface Network {
  nodes: number
  /** Edge e < number of cells is cell e of the grid; surplus edges follow. */
  edges: Edge[]
}

/** What an attacker takes for granted about a hidden value: least ≤ value ≤ most. */
export interface Bounds {
  least: number
  most: number
}

/** Why a cell is hidden, or that it is published. */
export type Status = 'published' | 'primary' | 'complementary'

/** The network of a grid. */
export function networkOf(grid: Grid): Network {
  const { height, width, values } = grid
  const ground = height + width
  const nodes = nodesOf(grid, ground)
  const edges = values.map((value, cell) => {
    const row = Math.floor(cell / width)
    const column = cell % width
    const isMargin = isTotal(grid, row, 'row') !== isTotal(grid, column, 'column')
    const [from, to] = [nodes.row(row, column), nodes.column(column, row)]
    const cappedBy = capsOf(grid, row, column)
    return isMargin ? { from: to, to: from, value, cell, cappedBy } : { from, to, value, cell, cappedBy }
  })
  return { nodes: ground + 3 + height, edges: [...edges, ...surplusEdges(grid, ground, nodes)] }
}

/**
 * What an attacker takes for granted about an edge. Everyone knows that counts are ≥ 0. One who knows how we work also
 * knows the threshold and, as the worst case, which cells were small themselves: those are 1 … threshold − 1, other hidden
 * cells are 0 or at least the threshold.
 */
export function boundsOf(
  edge: Edge,
  statuses: readonly Status[],
  threshold: number,
  knowsPrimary: boolean,
  network: Network,
): Bounds {
  if (edge.cell === undefined) return { least: edge.value < 0 ? -Infinity : 0, most: Infinity }
  if (statuses[edge.cell] === 'published') return { least: edge.value, most: edge.value }
  const caps = edge.cappedBy.map((margin) => mostOf(network.edges[margin]!, statuses[margin]!, threshold, knowsPrimary))
  const most = Math.min(mostOf(edge, statuses[edge.cell]!, threshold, knowsPrimary), ...caps)
  if (!knowsPrimary || edge.value === 0) return { least: 0, most }
  return { least: statuses[edge.cell] === 'primary' ? 1 : threshold, most }
}

function mostOf(edge: Edge, status: Status, threshold: number, knowsPrimary: boolean): number {
  if (status === 'published') return edge.value
  return status === 'primary' && knowsPrimary ? threshold - 1 : Infinity
}

interface Nodes {
  row: (row: number, column: number) => number
  column: (column: number, row: number) => number
}

/**
 * Equations without a total are no equations: their end of an edge is the ground, where anything may come and go.
 * A subtotal of columns gives each row a second equation (parts = subtotal); the subtotal stands in both of the row's, and
 * needs none along its column, which follows from the others.
 */
function nodesOf(grid: Grid, ground: number): Nodes {
  const subtotalAt = grid.subtotal.length > 0 ? grid.width - 2 : -1
  const together = (row: number) => ground + 3 + row
  const rowNode = (row: number, column: number) => (grid.subtotal.includes(column) ? together(row) : row)
  const columnNode = (column: number) => (grid.hasTotalRow ? grid.height + column : ground)
  return {
    row: (row, column) => (grid.hasTotalColumn ? rowNode(row, column) : ground),
    column: (column, row) => (column === subtotalAt ? together(row) : columnNode(column)),
  }
}

function isTotal(grid: Grid, at: number, side: 'row' | 'column'): boolean {
  return side === 'row' ? grid.hasTotalRow && at === grid.height - 1 : grid.hasTotalColumn && at === grid.width - 1
}

function capsOf(grid: Grid, row: number, column: number): number[] {
  const { height, width, additive } = grid
  const caps: number[] = []
  const isUnderRow = grid.hasTotalColumn && !isTotal(grid, column, 'column')
  const isUnderColumn = grid.hasTotalRow && !isTotal(grid, row, 'row')
  if (isUnderColumn && (additive === 'rows' || additive === 'none')) caps.push((height - 1) * width + column)
  if (isUnderRow && (additive === 'columns' || additive === 'none')) caps.push(row * width + width - 1)
  return caps
}

/** Where a margin is not a sum, the surplus (sum − margin) is unknown to the attacker, but known not to be negative. */
function surplusEdges(grid: Grid, ground: number, nodes: Nodes): Edge[] {
  const { height, width, values, additive } = grid
  // With one multi-valued side the surpluses are a further line of the table and add up; with two they are unrelated.
  const surplusRow = additive === 'rows' && grid.hasTotalColumn ? ground + 1 : ground
  const surplusColumn = additive === 'columns' && grid.hasTotalRow ? ground + 2 : ground
  const edges: Edge[] = []
  if (grid.hasTotalRow && (additive === 'rows' || additive === 'none')) {
    for (let column = 0; column < width; column++) {
      const parts = Array.from({ length: height - 1 }, (_, row) => values[row * width + column]!)
      edges.push(
        surplus(
          nodes.column(column, height - 1),
          surplusRow,
          parts,
          values[(height - 1) * width + column]!,
          isTotal(grid, column, 'column'),
        ),
      )
    }
  }
  if (grid.hasTotalColumn && (additive === 'columns' || additive === 'none')) {
    for (let row = 0; row < height; row++) {
      const parts = values.slice(row * width, (row + 1) * width - 1)
      edges.push(
        surplus(
          surplusColumn,
          nodes.row(row, width - 1),
          parts,
          values[(row + 1) * width - 1]!,
          isTotal(grid, row, 'row'),
        ),
      )
    }
  }
  return edges
}

function surplus(from: number, to: number, parts: number[], total: number, isReversed: boolean): Edge {
  const value = parts.reduce((sum, part) => sum + part, 0) - total
  return isReversed
    ? { from: to, to: from, value, cell: undefined, cappedBy: [] }
    : { from, to, value, cell: undefined, cappedBy: [] }
}
