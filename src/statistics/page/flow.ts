import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { missingCell } from '../../disclosure/absentCell.ts'
import { valueOf, type Cell } from '../../disclosure/cell.ts'
import type { FigureTable } from '../domain.ts'

/** A box of the flow picture. */
export interface FlowNode {
  key: string
  label: string
  side: 'before' | 'after'
  x0: number
  x1: number
  y0: number
  y1: number
  colour: string
  isHidden: boolean
  /** Everybody in the box. */
  total: Cell
}

/** A stream between two boxes. */
export interface FlowLink {
  key: string
  from: string
  to: string
  /** The number of the stream; `undefined` for what is hidden of a row. */
  cell: Cell | undefined
  path: string
  width: number
  colour: string
}

/** Colours that stay apart in brightness as well, so that grey-scale and colour-blind eyes can tell neighbours. */
const colours = ['#14535c', '#b5651d', '#6f8f2f', '#7a4b8c', '#c9a227', '#4a8b94', '#8d9aa0']
const hiddenColour = '#b9c4c6'

interface Node {
  key: string
  label: string
  side: 'before' | 'after'
  at: number
}

/**
 * The streams of a table from before (rows) to after (columns), placed in a picture. Where something of a row is hidden, what is left of its total
 * goes to a box of its own. Empty when nothing can be shown.
 */
export function flowPicture(
  table: FigureTable,
  width: number,
  height: number,
  hiddenLabel: string,
): { nodes: FlowNode[]; links: FlowLink[] } {
  const links = table.rows.flatMap((_, row) => rowLinks(table, row))
  const used = new Set(links.flatMap(({ source, target }) => [source, target]))
  const nodes: Node[] = [
    ...table.rows.map(({ label }, at) => ({ key: `before ${at}`, label, side: 'before' as const, at })),
    ...table.columns.map(({ label }, at) => ({ key: `after ${at}`, label, side: 'after' as const, at })),
    { key: 'hidden', label: hiddenLabel, side: 'after' as const, at: -1 },
  ].filter(({ key }) => used.has(key))
  if (links.length === 0) return { nodes: [], links: [] }
  const placed = sankey<Node, Stream>()
    .nodeId(({ key }) => key)
    .nodeSort(null)
    .nodeWidth(12)
    .nodePadding(22)
    .extent([
      [0, 10],
      [width, height - 10],
    ])({ nodes: nodes.map((node) => ({ ...node })), links })
  const path = sankeyLinkHorizontal()
  return {
    nodes: placed.nodes.map(({ key, label, side, at, x0, x1, y0, y1 }) => ({
      ...{ key, label, side, x0: x0!, x1: x1!, y0: y0!, y1: y1! },
      colour: colourOf(at),
      isHidden: at < 0,
      total: (side === 'before' ? table.rowTotals[at] : table.columnTotals[at]) ?? missingCell,
    })),
    links: placed.links.map((link) => {
      const [from, to] = [link.source as unknown as Node, link.target as unknown as Node]
      return {
        ...{ key: `${from.key} ${to.key}`, from: from.label, to: to.label, cell: link.cell },
        ...{ path: path(link as never) ?? '', width: Math.max(1, link.width ?? 1), colour: to.at < 0 ? hiddenColour : colourOf(from.at) },
      }
    }),
  }
}

interface Stream {
  source: string
  target: string
  value: number
  cell: Cell | undefined
}

function rowLinks({ columns, cells, rowTotals }: FigureTable, row: number): Stream[] {
  const source = `before ${row}`
  const shown = columns.flatMap((_, column) => {
    const cell = cells[row]![column]!
    const value = valueOf(cell)
    return value ? [{ source, target: `after ${column}`, value, cell }] : []
  })
  // With noise a total is not the sum of its parts: what is left says something only where a part is hidden.
  const isSomeHidden = cells[row]!.some((cell) => valueOf(cell) === undefined)
  const total = valueOf(rowTotals[row]!)
  const rest = total === undefined || !isSomeHidden ? 0 : total - shown.reduce((sum, { value }) => sum + value, 0)
  return rest > 0 ? [...shown, { source, target: 'hidden', value: rest, cell: undefined }] : shown
}

function colourOf(at: number): string {
  return at < 0 ? hiddenColour : colours[at % colours.length]!
}
