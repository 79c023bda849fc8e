import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openData } from './openData.ts'

/** The examples of docs/opendata.md, run as they stand by the programs they are for, where those are on the machine. */
const run = promisify(execFile)
const text = readFileSync('docs/opendata.md', 'utf8')
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => code!)
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const python = ['/usr/bin/python3', 'python3'].find((one) => has(one, '-c', 'import pandas'))

let open: Awaited<ReturnType<typeof openData>>
let address: string
beforeAll(async () => {
  open = await openData()
  address = await open.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => open.close())
const asked = (code: string): string => code.replaceAll('$SAMLAD', address)

describe('the examples of open data', () => {
  test('are there for curl, Python and R', () => expect(['sh', 'python', 'r'].map((one) => blocks(one).length)).toEqual([1, 2, 1]))
  test.skipIf(!has('curl', '--version')).each(blocks('sh').join('').trim().split('\n'))('answer to %s', async (line) => {
    const { stdout } = await run('sh', ['-c', asked(line)])
    expect(stdout).toMatch(/exits-association-sex/)
    expect(stdout).not.toContain('"status":4')
  })
  test.skipIf(!python)('are read by pandas: numbers as numbers', async () => {
    const { stdout } = await run(python!, ['-c', asked(blocks('python')[0]!)])
    expect(stdout).toMatch(/Avslutade deltaganden 2022\s+Avslutade deltaganden 2023[\s\S]*count\s+9\.0/)
  })
  test.skipIf(!python)('are read by Python without packages: every cell with its codes', async () => {
    const { stdout } = await run(python!, ['-c', asked(blocks('python')[1]!)])
    expect(stdout.trim()).toBe('9 cells, 0 of them hidden')
  })
  test.skipIf(!has('Rscript', '--version'))('are read by R', async () => {
    const { stdout } = await run('Rscript', ['-e', asked(blocks('r')[0]!)])
    expect(stdout).toMatch(/Avslutade\.deltaganden\.2023/)
    expect(stdout).toContain('Median')
  })
})
