/** Formats that tables are given in, the first unless another is asked for. */
export const outputFormats = ['json-stat2', 'csv', 'xlsx', 'px', 'html', 'json-px'] as const
export type OutputFormat = (typeof outputFormats)[number]
