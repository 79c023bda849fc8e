/** What a column of numbers holds: any; any or missing (NaN); from nought; whole from nought; 0 or 1. */
export type NumeralKind = 'number' | 'numberOrMissing' | 'fromZero' | 'whole' | 'zeroOrOne' | 'zeroOrOneOrMissing'

/** Why a cell is not the number that its column wants. */
export type NumeralFault = 'emptyCell' | 'notNumber' | 'beyondReckoning' | 'negative' | 'notWhole' | 'notZeroOrOne' | 'bothDecimals'

/** What is done about a cell that is no such number; what it gives stands in its place. */
export type OnFault = (fault: NumeralFault, given: string) => number

const shape = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?$/

// Their fourth powers, summed over many persons, are still numbers.
const [smallest, largest] = [1e-50, 1e50]
const mostShown = 60

/** Numbers as they are written in one file: with decimal point or decimal comma, never both. */
export class Numerals {
  private decimal: '.' | ',' | undefined

  /** A text as a number. An empty cell and NA are missing where the column may have missing ones. */
  read(cell: string, kind: NumeralKind, fail: OnFault): number {
    const text = cell.trim()
    if (text === '' || text === 'NA') return kind.endsWith('OrMissing') ? Number.NaN : fail('emptyCell', '')
    if (!shape.test(text)) return fail('notNumber', text.slice(0, mostShown))
    const found = text.includes(',') ? ',' : '.'
    if (text.includes(found)) {
      this.decimal ??= found
      if (this.decimal !== found) return fail('bothDecimals', text.slice(0, mostShown))
    }
    return checked(Number(text.replace(',', '.')), kind, (fault) => fail(fault, text.slice(0, mostShown)))
  }
}

/** A number that is one already, held to what its column wants. */
export function checked(value: number, kind: NumeralKind, fail: OnFault): number {
  const size = Math.abs(value)
  const given = String(value)
  if (value !== 0 && !(size >= smallest && size <= largest)) return fail('beyondReckoning', given)
  if (kind === 'fromZero' && value < 0) return fail('negative', given)
  if (kind === 'whole' && !(Number.isInteger(value) && value >= 0)) return fail('notWhole', given)
  if (kind.startsWith('zeroOrOne') && value !== 0 && value !== 1) return fail('notZeroOrOne', given)
  return value
}
