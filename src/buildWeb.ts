import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

const [brotli, gzip] = [promisify(zlib.brotliCompress), promisify(zlib.gzip)]
const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the web page when it is missing or its sources have changed since it was built. Throws with the build's own words when it fails. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const stamp = join(root, 'dist', '.sources')
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say('Bygger webbsidan …')
  const output: string[] = []
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    // Whoever starts it: a page for use, not for finding faults in its libraries.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`The web page could not be built:\n${output.join('')}`)
  for (const file of walk('dist')) if (/\.(js|css|svg|html)$/.test(file)) await compress(join(root, file))
  writeFileSync(stamp, sources)
  say('Webbsidan är byggd.')
}

/** Puts a smaller copy beside a file, for browsers that take it. */
async function compress(path: string): Promise<void> {
  const bytes = readFileSync(path)
  writeFileSync(`${path}.br`, await brotli(bytes))
  writeFileSync(`${path}.gz`, await gzip(bytes, { level: 9 }))
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = ['index.html', 'package-lock.json', 'vite.config.ts', ...walk('src'), ...walk('public')]
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(root, path)).isDirectory()) return walk(path)
    return /\.test\.ts$/.test(name) ? [] : [path]
  })
}
