import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { compiledBefore } from '../compileCache.ts'

/** Samlad as a newcomer starts it, in a temporary folder. */
export interface DemoServer {
  address: string
  folder: string
  pid: number
  /** What it has printed. */
  output(): string
  /** Stops it as Ctrl+C does; the folder stays until `remove`. */
  stop(): Promise<void>
  remove(): void
}

/** Starts a demo on a copy of the one that was made before the first file, so that no file sees what another wrote. As `startNewDemo`. */
export async function startDemo(environment: Record<string, string> = {}, wanted?: number): Promise<DemoServer> {
  const folder = newFolder()
  cpSync(inject('preparedDemo'), folder, { recursive: true })
  return startIn(folder, environment, wanted)
}

/** Starts a demo in an empty folder and waits until it says that it is ready. Throws with what it printed when it ends before. */
export async function startNewDemo(environment: Record<string, string> = {}): Promise<DemoServer> {
  return startIn(newFolder(), environment)
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'samlad-demo-'))

async function startIn(folder: string, environment: Record<string, string>, wanted?: number): Promise<DemoServer> {
  const port = wanted ?? (await freePort())
  const child = spawn(process.execPath, [...startFlags(), 'src/server.ts', '--data', folder, '--port', String(port)], {
    stdio: 'pipe',
    // Tests that publish begin with nothing published.
    env: { ...process.env, ...compiledBefore, SAMLAD_DEMO_PUBLICATIONS: '0', ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  await ready(child, () => output)
  // A server that dies by itself would else be seen only as calls that are refused.
  let wantedEnd = false
  child.once('exit', (code, signal) => {
    if (!wantedEnd) process.stderr.write(`The server ended by itself (${signal ?? code}): ${output}\n`)
  })
  return {
    address: `http://localhost:${port}`,
    folder,
    pid: child.pid!,
    output: () => output,
    stop: () =>
      new Promise((resolve) => {
        wantedEnd = true
        // One that was ended by a signal has no exit code.
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGINT')
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The flags that `npm start` gives Node. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The server ended: ${output()}`)))
    child.stdout!.on('data', () => {
      if (output().includes('Klart. Öppna')) resolve()
    })
  })
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
