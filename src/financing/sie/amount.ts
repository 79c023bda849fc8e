import { civilDate, type CivilDate } from '../../values/civilDate.ts'

const pattern = /^([+-]?)(\d{0,12})(?:[.,](\d{1,2})0*)?$/

/** Reads an amount of a SIE file, `-1234.5`, to öre without a float on the way; `undefined` for what is none. A decimal comma, which some makers write, can mean nothing else. */
export function parseOre(text: string): number | undefined {
  const match = pattern.exec(text)
  if (!match || (match[2] === '' && match[3] === undefined)) return undefined
  const ore = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  // Minus nought is no amount.
  return match[1] === '-' && ore !== 0 ? -ore : ore
}

/** Öre as a SIE file has them: `-1234.50`. */
export function writeOre(ore: number): string {
  const plain = String(Math.abs(ore)).padStart(3, '0')
  return `${ore < 0 ? '-' : ''}${plain.slice(0, -2)}.${plain.slice(-2)}`
}

/** Reads `YYYYMMDD`; `undefined` for what is no day. */
export function parseSieDate(text: string): CivilDate | undefined {
  return /^\d{8}$/.test(text) ? civilDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))) : undefined
}
