/** Only this folder can name the symbol, so only this folder can make a `Cell` that the compiler accepts. */
declare const passedDisclosure: unique symbol

/** The forms of a cell as JSON: `{"kind":"shown","value":17}`, `{"kind":"approximate","value":17}`, `{"kind":"suppressed"}` … */
export type CellForm =
  | { kind: 'shown'; value: number }
  | { kind: 'approximate'; value: number }
  | { kind: 'suppressed' | 'reserved' | 'missing' | 'notApplicable' | 'notAsked' }

/**
 * A cell of a table that may be seen. All suppressed cells look the same: nobody shall see which were small
 * and which were hidden to protect them.
 */
export type Cell = CellForm & { readonly [passedDisclosure]: true }

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
