import { readFileSync } from 'node:fs'

/** One endpoint of the checked-in access table: what each role (or nobody) may do. */
export interface AccessRow {
  name: string
  audit: string
  may: Record<string, string>
}

/** Reads `docs/access.md`, the table that people read, back into data. */
export function readAccessTable(): AccessRow[] {
  const lines = readFileSync('docs/access.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const [heads, , ...rows] = lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('| Role |')),
    )
    .map(cellsOf)
  return rows.map((cells) => ({
    name: cells[1]!,
    audit: cells[3]!,
    may: Object.fromEntries(cells.slice(4).map((cell, at) => [heads![at + 4]!, cell])),
  }))
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
