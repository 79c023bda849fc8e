import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import about from '../package.json' with { type: 'json' }
import { compiledBefore } from '../test/compileCache.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const empty = join(folder, 'tom.csv')
writeFileSync(empty, 'a;b\n')

const env = { ...process.env, ...compiledBefore }

function samlad(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8', env })
  return { status, said: (stdout + stderr).trim() }
}
const asDisa = ['--controller', 'A', '--as', 'disa.testberg']

test('tells its version', () => expect(samlad('--version')).toEqual({ status: 0, said: about.version }))
test('a flag that does not exist is named in plain words', () =>
  expect(samlad('template', '--mapp', 'x')).toEqual({
    status: 2,
    said: 'Flaggan --mapp finns inte för det här kommandot. Kör samlad --help.',
  }))
test('so is one without its value', () =>
  expect(samlad('import', empty, '--as')).toEqual({ status: 2, said: 'Flaggan --as behöver ett värde efter sig.' }))
test('the data folder may be named for every command', () =>
  expect(samlad('template', join(folder, 'mall.xlsx'), '--data', folder)).toEqual({ status: 0, said: join(folder, 'mall.xlsx') }))
test('a folder is no list', () =>
  expect(samlad('import', folder, ...asDisa)).toEqual({ status: 3, said: `${folder} är en mapp. Ange en fil.` }))
test('a file that is too large is named, and not read', () => {
  const large = join(folder, 'stor.csv')
  writeFileSync(large, '')
  // No byte of it is written: it only claims to be so long.
  truncateSync(large, 60_000_000)
  const said = `${large} är 60 MB. Gränsen är 50 MB. Dela filen i flera.`
  expect(samlad('import', large, ...asDisa)).toEqual({ status: 3, said })
  expect(samlad('protect', large)).toEqual({ status: 3, said })
})
test('so is an empty one', () => {
  const none = join(folder, 'ingenting.csv')
  writeFileSync(none, '')
  const said = `${none} är tom. Spara den igen där den kom ifrån, eller ange en annan fil.`
  expect(samlad('import', none, ...asDisa)).toEqual({ status: 3, said })
})
test('a folder that is not there cannot be written to', () =>
  expect(samlad('template', join(folder, 'x', 't.xlsx'))).toEqual({
    status: 3,
    said: `${join(folder, 'x', 't.xlsx')} går inte att skriva: mappen finns inte.`,
  }))
test('nor can a problem list be, which is told before anything is read in', () =>
  expect(samlad('import', empty, ...asDisa, '--problems', join(folder, 'x', 'p.xlsx')).status).toBe(3))

const dim = (name: string, codes: string[]) => ({ name, codes: ['Tot', ...codes], parent: [-1, ...codes.map(() => 0)] })
const rows = [
  [1, 1, 2],
  [1, 2, 20],
  [2, 1, 30],
  [2, 2, 40],
  [1, 3, 15],
  [2, 3, 17],
]
const tables = { name: 't', threshold: 5, dims: [dim('a', ['x', 'y']), dim('b', ['u', 'v', 'w'])], tables: [{ dims: [0, 1] }], base: rows }
const write = (name: string, json: unknown): string => {
  writeFileSync(join(folder, name), typeof json === 'string' ? json : JSON.stringify(json))
  return join(folder, name)
}
const instance = write('t.json', tables)

describe('protect, attack and perturb', () => {
  test('what protect hides, attack cannot work out; without it, it can', () => {
    const { status, said } = samlad('protect', instance, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      cells: 12,
      primaries: 1,
      count: 3,
      status: 'optimal',
      gap: 0,
      inherent: [],
      certificate: { requirements: 1, verified: true },
    })
    const safe = samlad('attack', instance, write('safe.json', said), '--json')
    expect([safe.status, (JSON.parse(safe.said) as { exact: number }).exact]).toEqual([0, 0])
    const bare = samlad('attack', instance, write('bare.json', [['x', 'u']]), '--json')
    expect([bare.status, JSON.parse(bare.said)]).toMatchObject([1, { exact: 1, narrowest: { cell: ['x', 'u'], low: 2, high: 2 } }])
  })
  test('tables that share dimensions two by two are told to need the joint table behind them', () => {
    const dims = [...tables.dims, dim('c', ['p', 'q'])]
    const base = rows.flatMap(([a, b, n]) => [1, 2].map((c) => [a, b, c, n]))
    const pairs = write('pairs.json', { ...tables, dims, base, tables: [{ dims: [0, 1] }, { dims: [1, 2] }, { dims: [0, 2] }] })
    expect(samlad('protect', pairs).said).toContain('kör med --complete')
    expect(JSON.parse(samlad('protect', pairs, '--json').said)).toMatchObject({ joints: 1 })
    expect(JSON.parse(samlad('protect', pairs, '--complete', '--json').said)).toMatchObject({ joints: 0 })
    expect(samlad('protect', instance).said).not.toContain('--complete')
  })
  test('a small count that the pattern leaves open is exact', () =>
    expect(
      samlad(
        'attack',
        write('two.json', { ...tables, base: [...rows.slice(1), [1, 1, 3]] }),
        write('open.json', [
          ['x', 'v'],
          ['Tot', 'u'],
        ]),
        '--json',
      ).status,
    ).toBe(1))
  test.each(['linear', 'pm1', 'gs', 'la', 'rule', 'rule0'])('mode %s, both tiers', (mode) => {
    for (const tier of ['instant', 'exact']) expect(samlad('protect', instance, '--mode', mode, '--tier', tier, '--json').status).toBe(0)
  })
  test('a part of a second is time enough for small tables; noughts are not asked about where they make no difference', () => {
    expect(samlad('protect', instance, '--tier', 'instant', '--time', '0.5').status).toBe(0)
    expect(samlad('protect', instance, '--mode', 'linear', '--zeros', 'publish').status).toBe(2)
  })
  test('CSV with a hierarchy is the same tables', () => {
    const csv = write(
      't.csv',
      ['a;b;antal', ...rows.map(([a, b, count]) => `${tables.dims[0]!.codes[a!]};${tables.dims[1]!.codes[b!]};${count}`)].join('\n'),
    )
    const hierarchy = write('h.csv', 'dim;kod;över\na;Tot;\na;x;Tot\na;y;Tot\n')
    const pick = (said: string) => JSON.parse(said) as { cells: number; cost: number }
    const [one, two] = [
      pick(samlad('protect', csv, '--hierarchy', hierarchy, '--json').said),
      pick(samlad('protect', instance, '--json').said),
    ]
    expect([one.cells, one.cost]).toEqual([two.cells, two.cost])
  })
  test('noise is the same for the same seed, and never small', () => {
    const ask = (seed: string) => samlad('perturb', instance, '--variance', '4', '--max', '7', '--seed', seed, '--json').said
    expect(ask('a')).toBe(ask('a'))
    const shown = (JSON.parse(ask('a')) as { perturbed: { value: number }[] }).perturbed.map(({ value }) => value)
    expect(shown.filter((value) => value > 0 && value < 5)).toEqual([])
  })
  test.each([
    ['a cycle', { dims: [{ ...tables.dims[0]!, parent: [-1, 2, 1] }, tables.dims[1]!] }, 'a går i en cirkel vid x'],
    ['a negative count', { base: [[1, 1, -2]] }, 'base[0] (x|u): antalet -2 är negativt'],
    ['half a person', { base: [[1, 1, 0.5]] }, 'base[0] (x|u): antalet 0.5 är inte ett heltal'],
    ['a row twice', { base: [rows[0]!, rows[0]!] }, 'base[1]: x|u står två gånger'],
    ['a nought that is none', { structuralZero: [['x', 'u']] }, 'structuralZero[0]: x|u är inte noll'],
    ['a cell that is in no table', { tables: [{ dims: [0] }], keptHidden: [['x', 'u']] }, 'keptHidden[0]: x|u är ingen cell'],
  ])('%s is refused, with the place', (name, change, place) => {
    const { status, said } = samlad('protect', write(`${name}.json`, { ...tables, ...change }))
    expect(status).toBe(2)
    expect(said).toContain(place)
  })
  test('so is what is no JSON', () => expect(samlad('protect', write('no.json', '{')).status).toBe(2))
  test('and a deviation with which a one could not be shown', () =>
    expect(samlad('perturb', instance, '--variance', '4', '--max', '3', '--seed', 'a').status).toBe(2))
  test.each([
    ['variance', ['--variance', '', '--max', '7', '--seed', 'a']],
    ['seed', ['--variance', '4', '--max', '7', '--seed', '']],
  ])('and an empty %s, which would be taken for one', (_, flags) => expect(samlad('perturb', instance, ...flags).status).toBe(2))
})
