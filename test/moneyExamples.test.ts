// On the embedded database alone
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

/** The examples of docs/users/pengar.md, run as they stand; and every field that comes out is explained there. */
const run = promisify(execFile)
const text = readFileSync('docs/users/pengar.md', 'utf8')
const lines = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, code]) => code!.trim().split('\n'))
const answer = async (line: string): Promise<unknown> => {
  const { stdout } = await run('sh', ['-c', line.replace('npx samlad', '"$NODE" src/cli.ts')], {
    env: { ...process.env, NODE: process.execPath },
  })
  return JSON.parse(stdout)
}
/** The names of fields down an answer, but for those that are the asker's own: members. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(fieldsOf))]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => [name, ...fieldsOf(inside)])
}

describe('the examples of the calculators', () => {
  test('are two for each command', () =>
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['contributions', 'contributions', 'allocate', 'allocate']))
  test.each(lines)('%s: every field is explained', async (line) => {
    const own = ['Region Stockholm', 'Stockholm', 'Gotland']
    const fields = [...new Set(fieldsOf(await answer(line)))].filter((name) => !own.includes(name))
    expect(fields.length).toBeGreaterThan(5)
    expect(fields.filter((name) => !new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``).test(text))).toEqual([])
  })
  test('give what the page says of Stockholm', async () =>
    expect(await answer(lines[0]!)).toMatchObject({ level: 32_000_000, binding: ['regions'], gap: { total: 16_000_000 }, leverage: 4 }))
  test('give 32 mkr in each of the three years of Stockholm, and 38.7 missing in all', async () => {
    const years = await Promise.all(
      ['2019', '2020', '2021'].map((year) => answer(`npx samlad contributions docs/users/exempel/bidrag-${year}.json`)),
    )
    expect(years).toMatchObject([
      { level: 32_000_000, gap: null },
      { level: 32_000_000, gap: { total: 16_000_000 }, binding: ['regions'] },
      { level: 32_000_000, gap: { total: 22_700_000 }, binding: ['regions'] },
    ])
    expect(text).toContain('16,0 och 22,7 miljoner, tillsammans 38,7')
  })
  test('show brake, cap and stair at work, and share the whole frame', async () => {
    const { allocations, sum, leftOver } = (await answer(lines[2]!)) as {
      allocations: { steps: { name: string }[] }[]
      sum: number
      leftOver: number
    }
    expect([sum, leftOver]).toEqual([20_000_000, 0])
    const names = new Set(allocations.flatMap(({ steps }) => steps.map(({ name }) => name)))
    expect(['brake', 'cap', 'equity'].filter((name) => !names.has(name))).toEqual([])
  })
})
