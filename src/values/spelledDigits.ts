const FEWEST = 10
const narrow = /\d(?:[^\p{L}\d]?\d)*/gu
const wide = /\d(?:[^\p{L}\d]{0,3}\d)*/gu
// Times and amounts are told by their own shapes and would else be right by chance now and then.
const dateTime = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./ ]\d{2,4}),? (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/g
const amount = /(?<![\d.,])(?:(?:\d{5,}|\d{1,3}(?:[ .,]\d{3})+)[.,]\d{2}|0[.,]\d+)(?![\d.,])/g
const splitNumber = /(?<!\d)((?:19|20)?\d{2})[^\p{L}\d]{1,3}(\d{2})[^\p{L}\d]{1,3}(\d{2})[^\p{L}\d]{0,3}(\d{4})(?!\d|[-/.]\d{1,2}[-/.]\d)/gu

/**
 * The digits in a plain text that could be a personnummer with anything but letters between them, ten or twelve at a time: `8 503 122 395`,
 * `85 03 12 23 95`, `1985-03-12 2395`, also after one digit or zeros too many. Whether they are one is not decided here.
 */
export function* spelledDigits(text: string): Generator<string> {
  if (/^\d+$/.test(text)) return yield* ofLength(text)
  for (const [, year, month, day, last] of text.matchAll(splitNumber)) yield `${year}${month}${day}${last}`
  const rest = /:\d|[.,]\d/.test(text) ? text.replace(dateTime, 'x').replace(amount, 'x') : text
  for (const [run] of rest.matchAll(wide)) {
    // Two dates of six digits are a period.
    if (run.length < FEWEST || /^\d{6}\D{1,3}\d{6}$/.test(run)) continue
    yield* ofLength(run)
    for (const [part] of run.matchAll(narrow)) if (part.length >= FEWEST && part !== run) yield* ofLength(part)
  }
}

function* ofLength(run: string): Generator<string> {
  const digits = run.replace(/\D/g, '')
  yield* withoutExtra(digits)
  if (digits.startsWith('0')) yield* withoutExtra(digits.replace(/^0+/, ''))
}

function* withoutExtra(digits: string): Generator<string> {
  const { length } = digits
  if (length === 10 || length === 12) yield digits
  else if (length === 11 || length === 13) yield digits.slice(1)
}
