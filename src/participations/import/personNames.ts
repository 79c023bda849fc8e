import { withoutAccents } from './normalise.ts'

// The commonest first names in Sweden over the generations and origins, to tell name columns by their content. No list is complete,
// so a column is judged by the share of its cells and surnames by their endings.
const firstNames = new Set(
  withoutAccents(
    `Anna Maria Eva Karin Birgitta Margareta Elisabeth Kristina Christina Lena Ingrid Kerstin Marie Sara Emma Linnea Elin Johanna Malin Susanne
    Annika Marianne Sofia Jenny Monica Carina Linda Ulla Helena Hanna Ida Julia Amanda Ellen Camilla Anneli Ann Annette Maja Lisa Barbro Cecilia
    Josefin Josefine Jessica Therese Berit Gunilla Caroline Frida Matilda Alice Agneta Inger Lovisa Klara Ebba Wilma Astrid Alva Bodil Cajsa Disa
    Fatima Amina Zahra Maryam Mariam Hodan Fadumo Leila Layla Nadia Yasmin Samira Aisha Khadija Hawa Selam Natasha Olga Svetlana Katarzyna Agnieszka
    Erik Lars Karl Anders Johan Per Nils Carl Mikael Jan Lennart Hans Olof Gunnar Sven Fredrik Bengt Peter Daniel Bo Åke Gustav Göran Alexander
    Magnus Stefan Martin Andreas Thomas Tomas John Leif Thomas Henrik Björn Jonas Kjell Mattias Mats Oskar Oscar Ulf Christer David Robert Emil Marcus
    Markus Håkan Simon Roger Joakim Patrik Tommy Rolf Jakob Filip Viktor Victor Anton Christoffer Kent Sebastian Jonathan Ronny Rasmus Elias Lucas
    Lukas William Oliver Hugo Ludvig Axel Adam Linus Jesper Tobias Kenneth Kurt Roland Arne Ingemar Stig Sten Rune Ali Ahmed Mohammed Mohamed
    Mohammad Muhammad Hassan Hussein Omar Abdi Abdullah Ibrahim Mustafa Yusuf Yousef Khalid Mahmoud Amir Reza Hamid Goran Kalle Lasse Nisse Pelle Olle Janne Micke Bosse Kicki Lotta Maggan Anki Tina Ulrika Louise Emelie Felicia Åsa
    Moa Tuva Saga Stina Siv Maj-Britt Gun Inga Solveig Vera Wanja Mona Pia Petra Rebecka Sandra Angelica Elsa Ella Noah Leo Liam Theo Isak Melker Dragan Milan Piotr Marek`,
  ).split(/\s+/),
)

const surnameEnding =
  /(sson|sen|strom|berg|gren|quist|qvist|kvist|lund|lind|stedt|stad|holm|dahl|ander|ell|en|in|mark|blad|blom|by|ovic|sky|ska|ski|son)$/
const nameShape = /^(\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)(?:,? \p{Lu}\.?)?((?:,? \p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?){0,3})$/u

/** Whether a text is surely a person's whole name: a known first name and one to three further capitalised words, in either order. */
export function isFullName(text: string): boolean {
  const match = nameShape.exec(text.trim())
  if (!match || !match[2]) return false
  return text.split(/[ ,-]+/).some((word) => firstNames.has(withoutAccents(word)))
}

/** Whether a text could stand in a column of names: a known first name, a usual surname, or a whole name. */
export function couldBeName(text: string): boolean {
  const trimmed = text.trim()
  const match = nameShape.exec(trimmed)
  if (!match) return false
  const plain = withoutAccents(trimmed)
  if (match[2]) return isFullName(trimmed) || surnameEnding.test(plain)
  return firstNames.has(plain) || /sson$|str[o]m$|qvist$|kvist$/.test(plain)
}

// Words that stand in case numbers and names of groups with a capital letter.
const wordsOfNumbers = new Set(
  `grupp gruppen team lag kurs omgang termin var host vinter sommar vecka manad ar arende arendenummer akt aktnummer dnr diarienummer diarie nr
  nummer lopnr lopnummer deltagare projekt insats enhet omrade kontor kommun region stad norr soder oster vaster ostra vastra norra sodra centrum
  mitt exempel example rad serie del fas steg spar`.split(/\s+/),
)
const codeBeforeNumber = /(?<!\p{L})\p{Lu}{1,3}(?=[-/_.:]?\d)/gu
const usualSurname = /..(sson|strom|qvist|kvist)$/

/**
 * Whether a running number holds a person's name: a known first name or a usual surname however written, or two capitalised words. Letters
 * of a code (`FINS-2024/17`, `R-100`) and single words (`Grupp A 12`, `Malmö 3`) are no names.
 */
export function isNameInNumber(text: string): boolean {
  let capitalised = 0
  for (const [word] of text.replace(codeBeforeNumber, ' ').matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}{2,}/gu)) {
    const plain = withoutAccents(word)
    if (plain.length < 2 || wordsOfNumbers.has(plain)) continue
    const isCapitalised = /^\p{Lu}\p{Ll}/u.test(word)
    if (isKnownName(plain) && (plain.length > 2 || isCapitalised)) return true
    if (isCapitalised && ++capitalised === 2) return true
  }
  return false
}

// Names that are also words of headings when written small.
const alsoWords = new Set(['per', 'bo', 'jan', 'sten', 'stig', 'ann'])

/** Whether a text holds a known first name or a usual surname as a word of its own, however written. */
export function holdsKnownName(text: string): boolean {
  return [...text.matchAll(/\p{L}+/gu)].some(([word]) => {
    const plain = withoutAccents(word)
    return isKnownName(plain) && (!alsoWords.has(plain) || /^\p{Lu}\p{Ll}/u.test(word))
  })
}

const isKnownName = (plain: string): boolean => firstNames.has(plain) || usualSurname.test(plain)
