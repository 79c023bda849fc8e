import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A demo server whose three years are published, that counts no calls. `stop` ends it and takes its folder away. */
export async function startReleasedDemo(): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-open-'))
  const server = spawn(process.execPath, ['src/server.ts', '--data', folder, '--port', '0'], {
    env: { ...process.env, SAMLAD_OPEN_CALLS: '100000000' },
  })
  const stop = async (): Promise<void> => {
    server.kill('SIGINT')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: await released(server), stop }
}

/** The address of the server once the demo has published its years. */
async function released(server: ChildProcess): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout!.on('data', (data: Buffer) => {
      const found = /Klart\. Öppna (\S+)/.exec(data.toString())?.[1]
      if (found) resolve(found)
    })
    server.once('exit', () => reject(new Error('The server ended')))
  })
  for (;;) {
    const releases = (await (await fetch(`${address}/api/releases`)).json()) as unknown[]
    if (releases.length >= 3) return address
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
