import type { Cell, CellForm } from './cell.ts'

/** Cells without a value, which reveal nothing: there is no answer, the question does not apply, or it was not asked. */
export const missingCell = absent('missing')
export const notApplicableCell = absent('notApplicable')
export const notAskedCell = absent('notAsked')

function absent(kind: 'missing' | 'notApplicable' | 'notAsked'): Cell {
  return Object.freeze({ kind } satisfies CellForm) as Cell
}
