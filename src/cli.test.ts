import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { version } from '../package.json'

const folder = mkdtempSync(join(tmpdir(), 'samlad-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const empty = join(folder, 'tom.csv')
writeFileSync(empty, 'a;b\n')

function samlad(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8' })
  return { status, said: (stdout + stderr).trim() }
}
const asDisa = ['--controller', 'A', '--as', 'disa.testberg']

test('tells its version', () => expect(samlad('--version')).toEqual({ status: 0, said: version }))
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
test('a folder that is not there cannot be written to', () =>
  expect(samlad('template', join(folder, 'x', 't.xlsx'))).toEqual({
    status: 3,
    said: `${join(folder, 'x', 't.xlsx')} går inte att skriva: mappen finns inte.`,
  }))
test('nor can a problem list be, which is told before anything is read in', () =>
  expect(samlad('import', empty, ...asDisa, '--problems', join(folder, 'x', 'p.xlsx')).status).toBe(3))
