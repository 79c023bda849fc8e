/**
 * How columns come back, the same from both drivers (a contract test holds them to it):
 * dates as `YYYY-MM-DD` text (never local midnight), instants as ISO text in UTC, bigint and count(*) as numbers.
 */
const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
const TIMESTAMPTZ = 1184

/** PostgreSQL type ids whose parsing we decide. */
export const typeIds = [INT8, NUMERIC, DATE, TIMESTAMPTZ] as const

/** Parses the text form of a column. Throws when a bigint does not fit a JavaScript number exactly. */
export function parseColumn(type: number, text: string): unknown {
  if (type === DATE) return text
  if (type === TIMESTAMPTZ) return new Date(text).toISOString()
  if (type === NUMERIC) return Number(text)
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`Integer outside the exact range: ${text}`)
  return value
}
