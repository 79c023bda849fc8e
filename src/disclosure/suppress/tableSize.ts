import type { Cells } from '../tables/cells.ts'

/** Tables of fewer cells are to be there while a page is drawn. */
const small = 1300
/** Tables of more cells take most of a second without other patterns than the first, which there are seldom better. */
const veryLarge = 8000

/** Whether tables are so small. */
export const isSmall = (cells: Pick<Cells, 'size'>): boolean => cells.size < small
/** Whether tables are so large. */
export const isVeryLarge = (cells: Pick<Cells, 'size'>): boolean => cells.size > veryLarge
