/** A PX file as any program reads it, written from the format's description: keywords with their texts, and the cells. */
export function readPx(text: string): { keywords: Map<string, string[]>; data: (number | string)[] } {
  const [head, tail] = text.split(/^DATA=/m) as [string, string]
  const keywords = new Map<string, string[]>()
  // A statement ends with a semicolon outside quotation marks.
  for (const statement of head.match(/(?:"[^"]*"|[^";])+;/g) ?? []) {
    const [, name, value] = /^\s*([A-Z0-9-]+(?:\[\w+\])?(?:\("[^"]*"\))?)=([\s\S]*);$/.exec(statement) ?? []
    if (!name || value === undefined) throw new Error(`Not a statement: ${statement}`)
    keywords.set(name, value.includes('"') ? textsOf(value) : [value.trim()])
  }
  const data = tail.replace(/;\s*$/, '').match(/"[^"]*"|\S+/g) ?? []
  return { keywords, data: data.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1) : Number(cell))) }
}

/** Texts between quotation marks; one that goes on after a line break is the same text. */
function textsOf(value: string): string[] {
  const texts: string[] = []
  for (const part of value.split(/,(?=\s*")/)) texts.push((part.match(/"[^"]*"/g) ?? []).map((piece) => piece.slice(1, -1)).join(''))
  return texts
}
