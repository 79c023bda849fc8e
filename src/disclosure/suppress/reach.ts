import type { Instance } from '../tables/instance.ts'

/** Beyond so many dimensions no list is made: 2¹⁶ sets are enough to hold. */
const mostDimensions = 16

/**
 * For each set of dimensions (one bit each), 1 when some table shows them all, so that a tuple which is no total in those may be a cell. With more dimensions
 * than can be listed, an empty list: nothing is known to be left out.
 */
export function reachOf({ dims, tables }: Pick<Instance, 'dims' | 'tables'>): Uint8Array {
  if (dims.length > mostDimensions) return new Uint8Array(0)
  const shown = new Uint8Array(2 ** dims.length)
  for (const table of tables) shown[table.dims.reduce((set, dim) => set | (1 << dim), 0)] = 1
  // What is shown with a dimension is shown without it, as its total.
  for (let dim = 0; dim < dims.length; dim++)
    for (let set = 0; set < shown.length; set++) if (set & (1 << dim) && shown[set] === 1) shown[set ^ (1 << dim)] = 1
  return shown
}
