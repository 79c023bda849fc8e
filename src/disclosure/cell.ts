import { z } from 'zod'

/** Only this folder can name the symbol, so only this folder can make a `Cell` that the compiler accepts. */
declare const passedDisclosure: unique symbol

const shown = z.object({ kind: z.literal('shown'), value: z.number() })
const others = z.object({ kind: z.enum(['suppressed', 'missing', 'notApplicable', 'notAsked']) })
const cellShape = z.discriminatedUnion('kind', [shown, others]).meta({
  id: 'Cell',
  description: 'A value that has passed disclosure control, or the reason why there is none.',
})

/** The forms of a cell as JSON: `{"kind":"shown","value":17}`, `{"kind":"suppressed"}` … */
export type CellForm = z.infer<typeof cellShape>

/**
 * A cell of a published table. All suppressed cells look the same: nobody shall see which were small
 * and which were hidden to protect them.
 */
export type Cell = CellForm & { readonly [passedDisclosure]: true }

/** Schema of a cell, for response schemas of statistics: they accept nothing else. */
export const cellSchema = cellShape as unknown as z.ZodType<Cell>

/** Whether a cell has a value to show. */
export function isShown(cell: Cell): cell is Cell & { kind: 'shown'; value: number } {
  return cell.kind === 'shown'
}

/** The value of a shown cell, `undefined` for any other. */
export function valueOf(cell: Cell): number | undefined {
  return isShown(cell) ? cell.value : undefined
}
