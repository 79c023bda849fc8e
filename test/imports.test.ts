import { describe, expect, test } from 'vitest'
import { rules } from './importRules.ts'
import { parseSource, readSources } from './sourceFiles.ts'

const files = readSources('src', 'test', 'bench', 'scripts')

test('the files are really read', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.find(({ path }) => path === 'src/app.ts')?.imports).toContainEqual({
    target: 'src/access/routes.ts',
    names: ['accessRoutes'],
    isType: false,
  })
  const known = new Set(files.map(({ path }) => path))
  const lost = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => /^(src|test|bench)\/.*\.(ts|vue)$/.test(target) && !known.has(target))
      .map(({ target }) => `${path}: ${target}`),
  )
  expect(lost).toEqual([])
})

describe.each(rules)('$says', ({ broken, planted, flagged }) => {
  test('holds', () => expect(broken(files)).toEqual([]))
  test('bites on what is planted', () => {
    const lines = broken(Object.entries(planted).map(([path, text]) => parseSource(path, text)))
    expect([...new Set(lines.map((line) => line.split(': ')[0]))].sort()).toEqual([...flagged].sort())
  })
})
