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
    Mohammad Muhammad Hassan Hussein Omar Abdi Abdullah Ibrahim Mustafa Yusuf Yousef Khalid Mahmoud Amir Reza Hamid Goran Dragan Milan Piotr Marek`,
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
