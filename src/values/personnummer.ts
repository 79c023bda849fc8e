import { civilDate, type CivilDate } from './civilDate.ts'
import { plainText } from './plainText.ts'
import { spelledDigits } from './spelledDigits.ts'

/** What a personnummer or samordningsnummer says, without the number itself. */
export interface PersonnummerParts {
  birthYear: number
  sex: 'woman' | 'man'
}

// Digits, perhaps a space, a hyphen or plus, and the last four; after one digit and a point they are decimals.
const usual = /(?<!\d|(?<!\d)\d[.,])(\d{6}|\d{8})( ?[-+] ?| )?(\d{4})(?!\d)/g
const splitDate = /(?<!\d)((?:19|20)?\d{2})[-/._ ](\d{2})[-/._ ](\d{2})[-+](\d{4})(?!\d|[-/.]\d)/g
// Reserve numbers of authorities, health care and schools: letters among the last four, most often TF.
const reserve = /(?<!\d)(\d{6}|\d{8})[^\p{L}\d]{0,3}(tf\d{2}|[a-z]{2}\d{2}|t\d{3})(?![\p{L}\d])/giu
const FEWEST_DIGITS = 8
// Case numbers that begin with a whole date are none older than the associations, which the act of 2003 made possible.
const FIRST_CASES = '2004-01-01'
const hasTen = /\d(?:[^\d]*\d){9}/
const hasSixTogether = /\d{6}/

/**
 * Whether a text or number holds a personnummer or samordningsnummer anywhere, however it is spelled: a possible day (samordningsnummer:
 * day + 60) and a right check digit (folkbokföringslagen 1991:481 § 18; Luhn's modulus 10).
 */
export function holdsPersonnummer(value: unknown, today: CivilDate): boolean {
  return deriveFromPersonnummer(value, today) !== undefined
}

/**
 * As `holdsPersonnummer`, and also what points out a person without being right: numbers of the same shape with a wrong check digit
 * (mistyped), and reserve numbers such as TF. Those must have twelve digits, a hyphen or letters and a birth 15–100 years ago, so that case
 * numbers like `240301-0012` pass.
 */
export function looksLikePersonnummer(value: unknown, today: CivilDate): boolean {
  const text = readable(value)
  if (text === undefined) return false
  if (!hasTen.test(text)) return holdsReserve(text, today)
  if (find(text, today)) return true
  const isGrown = (birth: string, sign: string): boolean => isPlausible(birthDate(birth, sign, today), today)
  for (const [, birth = '', sign = ''] of text.matchAll(usual)) {
    if ((birth.length === 8 || sign.trim() !== '') && isGrown(birth, sign)) return true
  }
  for (const [, year, month, day] of text.matchAll(splitDate)) {
    const birth = `${year}${month}${day}`
    if (isGrown(birth, '') && birthDate(birth, '', today)! < FIRST_CASES) return true
  }
  return holdsReserve(text, today)
}

function holdsReserve(text: string, today: CivilDate): boolean {
  if (!hasSixTogether.test(text)) return false
  for (const [, birth = '', last = ''] of text.matchAll(reserve)) {
    const date = birthDate(birth, '', today)
    if (/^tf/i.test(last) ? date !== undefined : isPlausible(date, today)) return true
  }
  return false
}

/** Birth year and sex from a personnummer in a text or number; `undefined` when there is none. The number is not kept. */
export function deriveFromPersonnummer(value: unknown, today: CivilDate): PersonnummerParts | undefined {
  const text = readable(value)
  return text === undefined || !hasTen.test(text) ? undefined : find(text, today)
}

function find(text: string, today: CivilDate): PersonnummerParts | undefined {
  for (const [, birth = '', sign = '', last = ''] of text.matchAll(usual)) {
    const parts = readNumber(birth, sign, last, today)
    if (parts) return parts
  }
  // Between unusual signs a right number may come about by chance: the person must also be of a likely age.
  for (const digits of spelledDigits(text)) {
    if (!hasRightCheckDigit(digits.slice(-10))) continue
    const birth = digits.slice(0, -4)
    const parts = isPlausible(birthDate(birth, '', today), today) ? readNumber(birth, '', digits.slice(-4), today) : undefined
    if (parts) return parts
  }
  return undefined
}

/** What of a value could hold a personnummer, in plain signs; `undefined` for most values, which have too few digits. */
function readable(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 1e7 ? withLostZeros(String(value)) : undefined
  if (typeof value !== 'string' || !mayHaveDigits(value)) return undefined
  const text = plainText(value)
  // Programs that take the number for a measurement write it with a decimal, or as 8.503122395E+09.
  const raised = /^\s*(\d)[.,](\d{7,})e\+?(\d{1,2})\s*$/i.exec(text)
  if (raised) return raised[1]! + raised[2]!.padEnd(Math.min(20, Number(raised[3])), '0')
  return withLostZeros(text.replace(/(?<=\d{7})[.,]0+(?!\d)/g, ''))
}

/** Whether enough signs are digits or could become such; a sign of another script may stand for two, as ㉑ does. Quick, since few texts have. */
function mayHaveDigits(text: string): boolean {
  let digits = 0
  for (let at = 0; at < text.length && digits < FEWEST_DIGITS; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
    else if (code > 0x24f && (code < 0x2000 || code > 0x206f)) digits += 2
    else if (code === 0xb2 || code === 0xb3 || code === 0xb9) digits++
  }
  return digits >= FEWEST_DIGITS
}

/** A number drops leading zeros: a birth in 2003 leaves nine digits or fewer of `03MMDDNNNN`. */
function withLostZeros(text: string): string {
  const digits = text.trim()
  return /^\d{8,9}$/.test(digits) && !looksLikeDate(digits) ? digits.padStart(10, '0') : text
}

const looksLikeDate = (digits: string): boolean =>
  digits.length === 8 && civilDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))) !== undefined

function isPlausible(birth: CivilDate | undefined, today: CivilDate): boolean {
  const age = birth === undefined ? 0 : Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return age >= 15 && age <= 100
}

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

/**
 * A text that is a personnummer or samordningsnummer and nothing else, as twelve digits, and what it says; `undefined` when it is none.
 * The hyphen may be left out or be a space; a year of two digits is of the latest century possible.
 */
export function wholePersonnummer(text: string, today: CivilDate): (PersonnummerParts & { digits: string }) | undefined {
  const [, birth = '', sign = '', last = ''] = /^(\d{6}|\d{8})( ?[-+] ?| )?(\d{4})$/.exec(plainText(text).trim()) ?? []
  const parts = last === '' ? undefined : readNumber(birth, sign, last, today)
  return parts && { ...parts, digits: `${parts.birthYear}${birth.slice(-4)}${last}` }
}
