/**
 * Participant codes such as `BALO-TUVE-U`: two groups that can be said in Swedish and a check letter.
 * Letters only, so nothing looks like a digit; a reader's 0 and 1 are taken for O and I.
 * The check letter is a weighted sum modulo 19 over an alphabet of 19 letters: since 19 is prime and the weights differ,
 * every single wrong letter and every exchange of two letters is found.
 */
const consonants = 'BDFGHKLMNPRSTV'
const vowels = 'AEIOU'
const alphabet = consonants + vowels

/** Makes a code from eight random numbers in [0, 1). */
export function makeParticipantCode(random: () => number): string {
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)]!
  const group = (): string => pick(consonants) + pick(vowels) + pick(consonants) + pick(vowels)
  const body = group() + group()
  return `${body.slice(0, 4)}-${body.slice(4)}-${checkLetter(body)}`
}

/** Reads a code as people write it (spaces, small letters, 0 for O); `undefined` when the check letter does not agree. */
export function parseParticipantCode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('0', 'O').replaceAll('1', 'I')
  if (!/^([BDFGHKLMNPRSTV][AEIOU]){4}[A-Z]$/.test(letters)) return undefined
  const body = letters.slice(0, 8)
  return letters[8] === checkLetter(body) ? `${body.slice(0, 4)}-${body.slice(4)}-${letters[8]}` : undefined
}

function checkLetter(body: string): string {
  const sum = [...body].reduce((total, letter, i) => total + (i + 1) * alphabet.indexOf(letter), 0)
  return alphabet[sum % alphabet.length]!
}
