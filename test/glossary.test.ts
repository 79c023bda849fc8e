import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSources } from './sourceFiles.ts'

/** The rows of the glossary: Swedish, and the words of the code in the second column. */
function pairsOf(markdown: string): { swedish: string; words: string[] }[] {
  const rows = [...markdown.matchAll(/^\| ([^|]+) \| ([^|]*`[^|]*) \|/gm)]
  return rows.map(([, swedish, code]) => ({ swedish: swedish!.trim(), words: [...code!.matchAll(/`([^`]+)`/g)].map(([, word]) => word!) }))
}

const pairs = pairsOf(readFileSync('docs/glossary.md', 'utf8'))
const code = new Set(readSources('src').flatMap(({ words, strings }) => [...words, ...strings]))
// `entry` stands in `entryDate`, `extent` in `workExtentBefore`: a word of the code is a name, or a part of one.
const parts = new Set([...code].flatMap((name) => name.split(/(?=[A-Z])|[^A-Za-z]+/)).map((part) => part.toLowerCase()))
const isUsed = (word: string): boolean => code.has(word) || parts.has(word)

describe('the glossary', () => {
  test('has its pairs', () => {
    expect(pairs.length).toBeGreaterThan(30)
    expect(pairs.every(({ words }) => words.length > 0)).toBe(true)
  })
  test.each(pairs)('$swedish: the code says $words', ({ words }) => expect(words.filter((word) => !isUsed(word))).toEqual([]))
  test('gives every Swedish word once', () => {
    const swedish = pairs.flatMap((pair) => pair.swedish.split(', '))
    expect(swedish.filter((word, at) => swedish.indexOf(word) !== at)).toEqual([])
  })
  test('would miss a word that the code does not use', () => {
    const [pair] = pairsOf('| rekvisition | `drawdownRequest`, `entry` | note |')
    expect(pair).toEqual({ swedish: 'rekvisition', words: ['drawdownRequest', 'entry'] })
    expect(pair!.words.filter((word) => !isUsed(word))).toEqual(['drawdownRequest'])
  })
})
