/** Numbers of one place as they are typed. */
export interface PastedNumbers {
  women: string
  men: string
  total: string
}

/**
 * Reads lines pasted from a spreadsheet: a name, then women, men and perhaps all, apart by tabs or semicolons. A line whose name is none of the places is told by its name; one
 * that holds no number is a heading. `total` is left empty where two numbers stand.
 */
export function readPasted(
  text: string,
  places: readonly { key: string; name: string }[],
): { found: Map<string, PastedNumbers>; lost: string[] } {
  const byName = new Map(places.map(({ key, name }) => [plain(name), key]))
  const found = new Map<string, PastedNumbers>()
  const lost: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const [name = '', ...cells] = line.split(/[\t;]/).map((cell) => cell.trim())
    const numbers = cells.map((cell) => cell.replace(/[\s\u00a0\u202f]/g, '')).filter((cell) => /^\d+$/.test(cell))
    if (name === '' || numbers.length === 0) continue
    const key = byName.get(plain(name))
    if (key === undefined) lost.push(name)
    else if (numbers.length === 1) found.set(key, { women: '', men: '', total: numbers[0]! })
    else found.set(key, { women: numbers[0]!, men: numbers[1]!, total: numbers[2] ?? '' })
  }
  return { found, lost }
}

const plain = (name: string): string =>
  name
    .toLocaleLowerCase('sv')
    .replace(/\s+kommun$|^\d{4}\s+/g, '')
    .trim()
