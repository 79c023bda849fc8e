/** The code of several codes shown as one: `50-59_60+`. */
export const mergedCode = (codes: readonly string[]): string => [...codes].sort().join('_')

/** The codes that a code stands for: itself, or those it was merged of. */
export const codesWithin = (code: string): string[] => code.split('_')
