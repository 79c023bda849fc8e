import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The test files that use a database run on both, but for those that say why not in their first line. */
export function databaseTests(): string[] {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts') && !path.startsWith('browser') && !path.startsWith('kill'))
      .map((path) => join(folder, path)),
  )
  const usesDatabase = { src: /test\/(database|api|participations)\.ts'/, test: /'\.\/(database|api|participations)\.ts'/ }
  return files.filter((path) => {
    const text = readFileSync(path, 'utf8')
    return usesDatabase[path.startsWith('src') ? 'src' : 'test'].test(text) && !text.startsWith('// On the embedded database alone')
  })
}
