/** A heading or name without case, accents, punctuation and double spaces: `Förs. före (%)` → `fors fore`. */
export function normaliseHeading(text: string): string {
  return withoutAccents(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A value without case, accents and needless spaces, keeping signs that carry meaning: `< 1  År` → `<1 ar`, `1–2` → `1-2`. */
export function normaliseValue(text: string): string {
  return withoutAccents(text)
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/+,]) ?/g, '$1')
    .replace(/([<>]) /g, '$1')
    .replace(/[.;:]+$/, '')
    .trim()
}

/** Lower case without accents; å and ä become a, ö becomes o. */
export function withoutAccents(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}

/** Levenshtein distance of two short texts, or `most + 1` as soon as it is certain to be above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(swap, previous[column]! + 1, current[column - 1]! + 1))
    }
    if (Math.min(...current) > most) return most + 1
    previous = current
  }
  return previous[b.length]!
}
