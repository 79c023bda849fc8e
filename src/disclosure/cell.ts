import { z } from 'zod'

/** Only this folder can name the symbol, so only this folder can make a `Cell` that the compiler accepts. */
declare const passedDisclosure: unique symbol

const shown = z.object({ kind: z.literal('shown'), value: z.number() })
const approximate = z.object({ kind: z.literal('approximate'), value: z.number() })
const others = z.object({ kind: z.enum(['suppressed', 'reserved', 'missing', 'notApplicable', 'notAsked']) })
const cellShape = z.discriminatedUnion('kind', [shown, approximate, others]).meta({
  id: 'Cell',
  description:
    'A value that has passed disclosure control, or the reason why there is none. `shown` is exact and published, `approximate` has noise, `reserved` waits for its publication.',
})

/** The forms of a cell as JSON: `{"kind":"shown","value":17}`, `{"kind":"approximate","value":17}`, `{"kind":"suppressed"}` … */
export type CellForm = z.infer<typeof cellShape>

/**
 * A cell of a table that may be seen. All suppressed cells look the same: nobody shall see which were small
 * and which were hidden to protect them.
 */
export type Cell = CellForm & { readonly [passedDisclosure]: true }

/** Schema of a cell, for response schemas of statistics: they accept nothing else. */
export const cellSchema = cellShape as unknown as z.ZodType<Cell>

/** Whether a cell has an exact value, as published. */
export function isShown(cell: Cell): cell is Cell & { kind: 'shown'; value: number } {
  return cell.kind === 'shown'
}

/** Whether a cell has a value with noise. */
export function isApproximate(cell: Cell): cell is Cell & { kind: 'approximate'; value: number } {
  return cell.kind === 'approximate'
}

/** The value that a cell shows, exact or with noise; `undefined` when it has none. */
export function valueOf(cell: Cell): number | undefined {
  return isShown(cell) || isApproximate(cell) ? cell.value : undefined
}
