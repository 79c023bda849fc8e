import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documents } from '../scripts/docs.ts'
import { endpoints } from '../src/endpoints.ts'
import { readConfig } from '../src/platform/config.ts'
import { Participation } from '../src/participations/domain.ts'
import { measures } from '../src/statistics/measure.ts'
import { help } from '../src/terminal/help.ts'
import { anchorsOf, deadLinks, machinePaths, readDocuments, unknownFlags, unknownScripts, type Programs } from './documents.ts'

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

const documentsRead = readDocuments()
const planted = (text: string) => ({ path: 'docs/users/planted.md', text })
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const flagsOf = (text: string): string[] => [...new Set([...text.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag))].sort()
const programs: Programs = {
  commands: [...new Set([...help.sv.matchAll(/^ {2}samlad ([a-z-]+)/gm)].map(([, command]) => command!))],
  flags: flagsOf(help.sv),
  startTakes: (flag) => [[flag], [flag, '8000']].some((args) => takes(args)),
}
function takes(args: string[]): boolean {
  try {
    return readConfig(args, {}).port >= 0
  } catch {
    return false
  }
}

describe('the written documents', () => {
  test('are there', () => {
    expect(documentsRead.map(({ path }) => path)).toEqual(expect.arrayContaining(['docs/users/README.md', 'docs/users/dataskydd.md']))
  })
  test('link to files and headings that are there', () => {
    expect(documentsRead.flatMap(deadLinks)).toEqual([])
  })
  test('would miss a file, a picture, a heading, and what lies outside', () => {
    const text =
      '# Här\n[a](gone.md) ![b](../images/gone.png) [c](drift.md#gone) [d](#borta) [e](../../../x.md) [f](#här) [g](drift.md#starta)'
    const dead = ['gone.md', '../images/gone.png', 'drift.md#gone', '#borta', '../../../x.md']
    expect(deadLinks(planted(text))).toEqual(dead.map((target) => `docs/users/planted.md: ${target}`))
  })
  test('have anchors as GitHub makes them', () => {
    expect(anchorsOf('# Det som inte finns ännu\n## Kvitto, samma fil\n### A\n### A')).toEqual([
      ...['det-som-inte-finns-ännu', 'kvitto-samma-fil', 'a', 'a-1'],
    ])
  })
  test('name only scripts that are there', () => {
    expect(documentsRead.flatMap((one) => unknownScripts(one, Object.keys(scripts)))).toEqual([])
    const text = 'From npm one gets `npm run gone`, `npm strat` and `npm ci`.\n```sh\nnpm run docs\nnpm run lost\n```'
    expect(unknownScripts(planted(text), Object.keys(scripts)).map((fault) => fault.split(': ')[1])).toEqual([
      ...['npm run lost', 'npm run gone', 'npm strat'],
    ])
  })
  test('name only commands and flags that are there', () => {
    expect(programs.commands).toEqual([
      ...[
        'import',
        'tabulate',
        'verify-audit',
        'verify-release',
        'explain',
        'export',
        'rotate-identity-key',
        'protect',
        'attack',
        'perturb',
        'curve',
        'effect',
        'compare',
        'contributions',
        'allocate',
        'template',
        'demo',
      ],
    ])
    expect(flagsOf(help.en)).toEqual(programs.flags)
    expect(documentsRead.flatMap((one) => unknownFlags(one, programs))).toEqual([])
    const text = '`npx samlad import a.csv --comit`, `samlad fly --as x`, `npm start -- --data d --as x`, `--problems x`, `--lost`'
    expect(unknownFlags(planted(text), programs).map((fault) => fault.split(': ')[1])).toEqual([
      ...['samlad --comit', 'samlad fly', '--as', '--lost'],
    ])
  })
  test('name no folder of one machine', () => {
    expect(documentsRead.flatMap(machinePaths)).toEqual([])
    expect(machinePaths(planted('See /home/x and /tmp/y. `src/spreadsheet/work.ts` is ours.'))).toHaveLength(2)
  })
})

describe('the pictures', () => {
  const pictures = readdirSync('docs/images').map((name) => `docs/images/${name}`)
  test.each(pictures)('%s is shown somewhere, and no larger than 250 kB', (path) => {
    expect(statSync(path).size).toBeLessThanOrEqual(250_000)
    expect(documentsRead.some(({ text }) => text.includes(path.replace('docs/', '')))).toBe(true)
  })
})

const isGnuTar = execFileSync('tar', ['--version']).toString().includes('GNU')

describe.runIf(isGnuTar)('the command that fetches the anchors, as drift.md has it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-fetch-'))
  const [there, here] = [join(folder, 'data/anchors'), join(folder, 'copy')]
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Stockholm' })
  const write = (ago: number, text: string): void => writeFileSync(join(there, `${day(ago)}.json`), text)
  const copied = (ago: number): string => readFileSync(join(here, `${day(ago)}.json`), 'utf8')
  const text = readFileSync('docs/users/drift.md', 'utf8')
  const script = /```sh hamta-ankare\n([\s\S]*?)```/.exec(text)?.[1] ?? 'exit 9'
  const forced = /restrict,command="([^"]+)"/.exec(text)?.[1] ?? 'exit 9'
  const fetch = (): void =>
    void execFileSync('sh', ['-c', script, 'sh', here], { env: { ...process.env, PATH: `${folder}:${process.env.PATH}` }, stdio: 'pipe' })
  mkdirSync(there, { recursive: true })
  // The server is this machine, and the key can do no more than it says.
  writeFileSync(join(folder, 'ssh'), `#!/bin/sh\n${forced.replaceAll('/DATAMAPP', join(folder, 'data'))}\n`)
  chmodSync(join(folder, 'ssh'), 0o755)

  test('takes the days that are over, and never writes over what it has', () => {
    write(2, 'before')
    write(1, 'yesterday')
    write(0, 'today')
    fetch()
    expect([copied(2), copied(1)]).toEqual(['before', 'yesterday'])
    expect(existsSync(join(here, `${day(0)}.json`))).toBe(false)
    write(2, 'forged')
    fetch()
    expect(copied(2)).toBe('before')
  })
  test('fails when yesterday’s is missing', () => {
    for (const place of [there, here]) rmSync(join(place, `${day(1)}.json`), { force: true })
    expect(fetch).toThrow()
    rmSync(folder, { recursive: true })
  })
})
