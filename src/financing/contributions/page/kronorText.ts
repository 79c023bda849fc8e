/** Öre as kronor in words of the reader's language; öre are shown only where there are any. `–` for what is not known. */
export function kronorText(ore: number | null, number: (value: number, digits?: number) => string): string {
  if (ore === null) return '–'
  return number(ore / 100, ore % 100 === 0 ? 0 : 2)
}

/** A change with its sign. */
export function changeText(ore: number | null, number: (value: number, digits?: number) => string): string {
  if (ore === null) return '–'
  if (ore === 0) return '±0'
  return `${ore > 0 ? '+' : '−'}${kronorText(Math.abs(ore), number)}`
}

/** An amount as a form is prefilled with it, in every language as `oreOf` reads it: spaces between thousands and a decimal comma. Nothing for what is not known. */
export function writtenKronor(ore: number | null): string {
  if (ore === null) return ''
  const [kronor, rest] = [Math.floor(Math.abs(ore) / 100), Math.abs(ore) % 100]
  const whole = String(kronor).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${ore < 0 ? '−' : ''}${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}

/** Reads an amount as one writes it, `8 000 000` or `8 000 000,50`, to öre; NaN for what is none. */
export function oreOf(text: string): number {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/kr$/i, '')
    .replace(',', '.')
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : NaN
}
