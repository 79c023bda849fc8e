import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documents } from '../scripts/docs.ts'
import { endpoints } from '../src/endpoints.ts'
import { Participation } from '../src/participations/domain.ts'
import { measures } from '../src/statistics/measure.ts'

describe('the documents made from the code', () => {
  test.each(Object.entries(documents))('%s is fresh (else: npm run docs)', (path, make) => {
    expect(make()).toBe(readFileSync(path, 'utf8'))
  })
})

describe('openapi.json', () => {
  const text = readFileSync('docs/openapi.json', 'utf8')
  const { paths, components } = JSON.parse(text) as { paths: Record<string, object>; components: { schemas: Record<string, unknown> } }
  test('has every endpoint', () => {
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).toHaveLength(endpoints.length)
  })
  test('refers only to what it holds', () => {
    const named = [...text.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
    expect(new Set(named)).toEqual(new Set(Object.keys(components.schemas)))
    expect(text).not.toContain('$defs')
  })
})

describe('codebook.md', () => {
  const text = readFileSync('docs/codebook.md', 'utf8')
  test.each(Object.keys(Participation.shape))('explains %s', (field) => expect(text).toMatch(new RegExp(`^\\| \`${field}\` \\| \\S`, 'm')))
  test.each(Object.keys(measures))('defines %s', (measure) => expect(text).toMatch(new RegExp(`^\\| \`${measure}\` \\|.*\\.`, 'm')))
  test('has every code list it links to', () => {
    const linked = new Set([...text.matchAll(/\]\(#(\w+)\)/g)].map(([, anchor]) => anchor!))
    const headings = new Set([...text.matchAll(/^### (\w+)$/gm)].map(([, heading]) => heading!.toLowerCase()))
    expect(linked).toEqual(headings)
    expect(linked.size).toBeGreaterThan(10)
  })
})
