/** Numbers of one place as they are typed. */
export interface PastedNumbers {
  women: string
  men: string
  total: string
}

/**
 * Reads lines pasted from a spreadsheet: a name, then women, men and perhaps all, apart by tabs or semicolons. Each cell is read in its own column: one that is empty, a
 * dash or anything but a whole number is not known, and moves no other. One cell alone is all of them. A line whose name is none of the places is told by its name; one
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
    const numbers = cells.map((cell) => cell.replace(/[\s\u00a0\u202f]/g, '')).map((cell) => (/^\d+$/.test(cell) ? cell : ''))
    if (name === '' || numbers.every((one) => one === '')) continue
    const key = byName.get(plain(name))
    const [women = '', men = '', total = ''] = numbers
    if (key === undefined) lost.push(name)
    else found.set(key, numbers.length === 1 ? { women: '', men: '', total: women } : { women, men, total })
  }
  return { found, lost }
}

const plain = (name: string): string =>
  name
    .toLocaleLowerCase('sv')
    .replace(/\s+kommun$|^\d{4}\s+/g, '')
    .trim()
