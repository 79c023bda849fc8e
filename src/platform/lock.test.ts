import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isLocked, takeLock } from './lock.ts'

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samlad-lock-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Another process that takes the lock at an instant and lives on; gives what it said: `taken`, or the key of the refusal. */
function taker(at = 0): { child: ChildProcess; says: Promise<string> } {
  const script = `
    const { takeLock } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)})
    while (Date.now() < ${at}) {}
    try { takeLock(${JSON.stringify(folder)}); console.log('taken') } catch (error) { console.log(error.key ?? error.stack) }
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  children.push(child)
  return { child, says: new Promise((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))) }
}
const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

test('a folder in use is refused to a second process, in words that say which folder', async () => {
  const first = taker()
  expect(await first.says).toBe('taken')
  expect(isLocked(folder)).toBe(true)
  expect(() => takeLock(folder)).toThrow(
    expect.objectContaining({ status: 409, key: 'lock.taken', args: { folder, pid: String(first.child.pid) } }),
  )
})
test('a lock that is let go can be taken', async () => {
  takeLock(folder).release()
  expect(isLocked(folder)).toBe(false)
  expect(await taker().says).toBe('taken')
})
test('the lock of a process that was killed is taken over', async () => {
  const first = taker()
  await first.says
  first.child.kill('SIGKILL')
  await ended(first.child)
  expect(isLocked(folder)).toBe(false)
  takeLock(folder).release()
})
test('a process id that is used anew is not taken for the owner', () => {
  writeFileSync(join(folder, 'samlad.lock'), JSON.stringify({ pid: process.pid, started: '1' }))
  takeLock(folder).release()
})
test('of many who find the same dead owner at once, exactly one takes over', async () => {
  writeFileSync(join(folder, 'samlad.lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }))
  const at = Date.now() + 1500
  const said = await Promise.all(Array.from({ length: 6 }, () => taker(at).says))
  expect(said.sort()).toEqual(['lock.taken', 'lock.taken', 'lock.taken', 'lock.taken', 'lock.taken', 'taken'])
})
test('what a crash in the middle leaves behind does not shut the folder for ever', () => {
  const [path, door] = [join(folder, 'samlad.lock'), join(folder, 'samlad.lock.takeover')]
  writeFileSync(path, '')
  mkdirSync(door)
  for (const left of [path, door]) utimesSync(left, 0, 0)
  takeLock(folder).release()
  expect([path, door].filter((one) => existsSync(one))).toEqual([])
})
test('letting go leaves another’s lock alone', () => {
  const lock = takeLock(folder)
  writeFileSync(join(folder, 'samlad.lock'), JSON.stringify({ pid: 1, started: '1' }))
  lock.release()
  expect(existsSync(join(folder, 'samlad.lock'))).toBe(true)
})
