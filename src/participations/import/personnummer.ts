import { civilDate } from '../../values/civilDate.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import type { Cell } from '../../spreadsheet/cell.ts'

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

/**
 * As `holdsPersonnummer`, and also numbers of the same shape with a wrong check digit: a mistyped personnummer still points out a
 * person. Those must have twelve digits or a hyphen and a birth 15–100 years ago, so that case numbers like `240301-0012` pass.
 */
export function looksLikePersonnummer(cell: Cell | undefined, today: CivilDate): boolean {
  if (holdsPersonnummer(cell, today)) return true
  if (typeof cell !== 'number' && typeof cell !== 'string') return false
  for (const [, birth = '', sign = '', last = ''] of asText(cell).matchAll(pattern)) {
    if (birth.length === 6 && sign.trim() === '') continue
    const date = birthDate(birth, sign, today)
    const age = date === undefined ? 0 : Number(today.slice(0, 4)) - Number(date.slice(0, 4))
    if (last !== '' && age >= 15 && age <= 100) return true
  }
  return false
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
  if (!hasRightCheckDigit(birth.slice(-6) + last)) return undefined
  const date = birthDate(birth, sign, today)
  if (date === undefined || date > today || date < '1850') return undefined
  return { birthYear: Number(date.slice(0, 4)), sex: Number(last[2]) % 2 === 1 ? 'man' : 'woman' }
}

/** The day of birth in the first six or eight digits; `undefined` when there is no such day. */
function birthDate(birth: string, sign: string, today: CivilDate): CivilDate | undefined {
  const [short, month, written] = [Number(birth.slice(-6, -4)), Number(birth.slice(-4, -2)), Number(birth.slice(-2))]
  const day = written > 60 ? written - 60 : written
  const year = birth.length === 8 ? Number(birth.slice(0, 4)) : fullYear(short, month, day, sign, today)
  return civilDate(year, month, day)
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
