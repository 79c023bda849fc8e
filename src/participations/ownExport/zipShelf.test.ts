import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ZipShelf } from './zipShelf.ts'

const now = new Date('2026-11-22T10:00:00Z')
const place = tmpdir()
const own = mkdtempSync(join(place, 'samlad-shelf-'))
const shelf = new ZipShelf()
beforeAll(() => void (process.env.TMPDIR = own))
afterEach(() => shelf.clear())
afterAll(() => {
  process.env.TMPDIR = place
  rmSync(own, { recursive: true })
})

/** Every file below the folder for temporary files. */
const onDisk = (): string[] =>
  readdirSync(own, { recursive: true, encoding: 'utf8' })
    .map((name) => join(own, name))
    .filter((path) => statSync(path).isFile())
async function put(text = 'deltagare;kod\r\n'.repeat(50_000)): Promise<string> {
  const zip = shelf.begin('anna', 'controller', 'uttag.zip')
  zip.file('a.csv', now)
  await zip.write(text)
  zip.file('b.csv', now)
  await zip.write('två')
  const kept = await zip.end(now)
  shelf.keep(kept)
  return kept.id
}

test('what is put on the shelf comes back as it was', async () => {
  const id = await put()
  const { zip, bytes } = shelf.fetch(id, 'anna', 'controller', now)!
  const files = unzipSync(new Uint8Array(await buffer(bytes)))
  expect(zip.fileName).toBe('uttag.zip')
  expect(Buffer.from(files['a.csv']!).toString()).toBe('deltagare;kod\r\n'.repeat(50_000))
  expect(Buffer.from(files['b.csv']!).toString()).toBe('två')
})
test('on disk it is one file for its owner alone, of which nothing can be read', async () => {
  await put('deltagare')
  const [path, ...others] = onDisk()
  expect(others).toEqual([])
  expect(statSync(path!).mode & 0o777).toBe(0o600)
  const raw = readFileSync(path!).toString('latin1')
  // The signature of an entry of a zip: four bytes, so that chance does not make it.
  expect(raw).not.toContain('PK\u0003\u0004')
  expect(raw).not.toContain('a.csv')
})
test('it is given to whoever made it, at the controller, until its time is out', async () => {
  const id = await put()
  expect(shelf.fetch(id, 'bo', 'controller', now)).toBeUndefined()
  expect(shelf.fetch(id, 'anna', 'another', now)).toBeUndefined()
  expect(shelf.fetch('another', 'anna', 'controller', now)).toBeUndefined()
  expect(shelf.fetch(id, 'anna', 'controller', new Date(now.getTime() + 15 * 60_000 + 1))).toBeUndefined()
})
test('one that somebody has altered on disk does not come through', async () => {
  const id = await put()
  const [path] = onDisk()
  const raw = readFileSync(path!)
  raw[raw.length - 1]! ^= 1
  writeFileSync(path!, raw)
  await expect(buffer(shelf.fetch(id, 'anna', 'controller', now)!.bytes)).rejects.toThrow()
})
test('one that is given up leaves nothing behind, nor does the shelf when it is cleared', async () => {
  const zip = shelf.begin('anna', 'controller', 'uttag.zip')
  zip.file('a.csv', now)
  await zip.write('deltagare')
  zip.discard()
  expect(onDisk()).toEqual([])
  await put()
  shelf.clear()
  expect(readdirSync(own)).toEqual([])
})
