import type { ProblemKey } from './problem.ts'

/** What stood in the way of a value, or what should be looked at though it was read. */
export interface ValueNote {
  key: ProblemKey
  args?: Record<string, string | number>
}

/** A value read from a cell, perhaps with a warning; or the reason it could not be. */
export type Parsed<T> = { value: T; warning?: ValueNote } | { error: ValueNote }

/** A value that was read. */
export function read<T>(value: T, warning?: ValueNote): Parsed<T> {
  return warning ? { value, warning } : { value }
}

/** A value that could not be read, and why. */
export function failed(key: ProblemKey, args?: ValueNote['args']): { error: ValueNote } {
  return { error: args ? { key, args } : { key } }
}
