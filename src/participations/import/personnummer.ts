import { civilDate } from '../../values/civilDate.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import type { Cell } from './cell.ts'

/** What a personnummer or samordningsnummer says, without the number itself. */
export interface PersonnummerParts {
  birthYear: number
  sex: 'woman' | 'man'
}

// Digits, perhaps a space, a hyphen or plus in any of its typographic forms, and the last four.
const pattern = /(?<![\d.,])(\d{6}|\d{8})( ?[-+‐‑–−] ?| )?(\d{4})(?![\d.,]\d|\d)/g

/**
 * Whether a text holds a personnummer or samordningsnummer anywhere: a possible day (samordningsnummer: day + 60) and a right
 * check digit (folkbokföringslagen 1991:481 § 18; Luhn's modulus 10). Numbers are tried as they are and, when an ordinary number cell
 * has lost leading zeros, with them.
 */
export function holdsPersonnummer(cell: Cell | undefined, today: CivilDate): boolean {
  return findPersonnummer(cell, today) !== undefined
}

/** Birth year and sex from a personnummer alone in a cell; `undefined` when the cell holds none. The number is not kept. */
export function deriveFromPersonnummer(cell: Cell | undefined, today: CivilDate): PersonnummerParts | undefined {
  return findPersonnummer(cell, today)
}

function findPersonnummer(cell: Cell | undefined, today: CivilDate): PersonnummerParts | undefined {
  if (typeof cell !== 'number' && typeof cell !== 'string') return undefined
  for (const match of asText(cell).matchAll(pattern)) {
    const parts = readNumber(match[1]!, match[2] ?? '', match[3]!, today)
    if (parts) return parts
  }
  return undefined
}

/** A number cell drops leading zeros: a birth in 2003 leaves nine digits or fewer of `03MMDDNNNN`. */
function asText(cell: string | number): string {
  if (typeof cell === 'string') return cell
  const digits = String(cell)
  return /^\d{8,9}$/.test(digits) && !looksLikeDate(digits) ? digits.padStart(10, '0') : digits
}

const looksLikeDate = (digits: string): boolean =>
  digits.length === 8 && civilDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))) !== undefined

function readNumber(birth: string, sign: string, last: string, today: CivilDate): PersonnummerParts | undefined {
  const [short, month] = [birth.slice(-6), Number(birth.slice(-4, -2))]
  if (!hasRightCheckDigit(short + last)) return undefined
  const written = Number(birth.slice(-2))
  const day = written > 60 ? written - 60 : written
  const year = birth.length === 8 ? Number(birth.slice(0, 4)) : fullYear(Number(short.slice(0, 2)), month, day, sign, today)
  const date = civilDate(year, month, day)
  if (date === undefined || year < 1850 || date > today) return undefined
  return { birthYear: year, sex: Number(last[2]) % 2 === 1 ? 'man' : 'woman' }
}

/** Without a century the year is the latest possible, and a hundred years before that after a plus sign. */
function fullYear(short: number, month: number, day: number, sign: string, today: CivilDate): number {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  const candidate = civilDate(century + short, month, day)
  const year = candidate !== undefined && candidate <= today ? century + short : century - 100 + short
  return sign.includes('+') ? year - 100 : year
}

function hasRightCheckDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < 10; at++) {
    const product = Number(digits[at]) * (at % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}
