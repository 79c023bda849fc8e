type Values = Uint8Array | Uint16Array | Int32Array | Uint32Array

/** The values of some rows of a column, in the order of the rows. */
export function copyRows(from: Values, rows: Int32Array): Values {
  if (from instanceof Uint8Array) return copied8(from, rows)
  if (from instanceof Uint16Array) return copied16(from, rows)
  return from instanceof Int32Array ? copiedI32(from, rows) : copiedU32(from, rows)
}

// One loop for each kind of array, for the reason that `kernels.ts` tells.
function copied8(from: Uint8Array, rows: Int32Array): Uint8Array {
  const to = new Uint8Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function copied16(from: Uint16Array, rows: Int32Array): Uint16Array {
  const to = new Uint16Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function copiedI32(from: Int32Array, rows: Int32Array): Int32Array {
  const to = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function copiedU32(from: Uint32Array, rows: Int32Array): Uint32Array {
  const to = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}
