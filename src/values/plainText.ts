const ordinary = /^[\x20-\x7eÀ-ÖØ-öø-ÿ]*$/

/**
 * A text as its reader sees it, in the plainest signs: every space and dash one and the same, digits of all scripts and styles as 0–9,
 * signs without width (zero-width space, soft hyphen, marks of direction) gone. Letters keep their accents.
 */
export function plainText(text: string): string {
  if (ordinary.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .replace(/[\p{Z}\p{Cc}\u115f\u1160\u2800]/gu, ' ')
    .replace(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
}

/** Unicode lays out the decimal digits of a script as ten in a row, so the value is the distance from where the run begins. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--
  return String((code - start) % 10)
}
