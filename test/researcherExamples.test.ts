// On the embedded database alone
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

/** The examples of docs/users/forskare.md, run as they stand; and every field that comes out is explained there. */
const run = promisify(execFile)
const text = readFileSync('docs/users/forskare.md', 'utf8')
const lines = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, code]) => code!.trim().split('\n'))
const answer = async (line: string): Promise<string> => {
  const { stdout } = await run('sh', ['-c', line.replace('npx samlad', '"$NODE" src/cli.ts')], {
    env: { ...process.env, NODE: process.execPath },
  })
  return stdout
}
/** The names of fields down an answer, but for those that are the asker's own: covariates. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(fieldsOf))]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => [name, ...fieldsOf(inside)])
}

describe('the examples for researchers', () => {
  test('are two for each command', () =>
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['curve', 'curve', 'effect', 'effect', 'compare', 'compare']))
  test.each(lines.filter((line) => !line.includes('--json')))('%s', async (line) => {
    const said = await answer(line)
    expect(said.length).toBeGreaterThan(200)
    expect(said).not.toMatch(/NaN|undefined|\{/)
  })
  test.each(lines.filter((line) => line.includes('--json')))('%s: every field is explained', async (line) => {
    const own = ['ålder', 'kvinna', 'månader_utan_arbete', '(Intercept)']
    const fields = [...new Set(fieldsOf(JSON.parse(await answer(line))))].filter((name) => !own.includes(name))
    expect(fields.length).toBeGreaterThan(10)
    expect(fields.filter((name) => !new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``).test(text))).toEqual([])
  })
  test('the made comparison passes the gate, and not without its placebo', async () => {
    const [whole, without] = lines.filter((line) => line.includes('samlad effect'))
    expect(await answer(whole!)).toContain('Effekt: alla kontroller håller.')
    expect(JSON.parse(await answer(without!))).toMatchObject({
      verdict: 'difference',
      gate: { placebo: { pass: false }, sameWindow: { pass: null } },
    })
  })
})
