import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInstance } from '../../src/disclosure/tables/readInstance.ts'
import { protect } from '../countTables.ts'
import { startBrowser } from './pages.ts'

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' }
const folder = mkdtempSync(join(tmpdir(), 'samlad-engine-'))
let browser: Browser
let server: Server

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'es2023',
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(import.meta.dirname, 'engineWorker.ts'), output: { entryFileNames: 'engine.js' } },
    },
  })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>engine</title>')
  server = createServer((request, response) => {
    const file = join(folder, request.url === '/' ? 'index.html' : request.url!)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', types[file.split('.').at(-1)!] ?? 'text/plain')
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true })
})

test('the engine gives the same pattern, with a proof, in a Web Worker as in Node', async () => {
  const dim = (name: string, codes: string[]) => ({ name, codes: ['Tot', ...codes], parent: [-1, ...codes.map(() => 0)] })
  const json = {
    name: 'tiny',
    threshold: 5,
    dims: [dim('r', ['a', 'b', 'c']), dim('k', ['u', 'v', 'w'])],
    tables: [{ dims: [0, 1] }],
    base: [2, 9, 14, 11, 3, 8, 7, 16, 21].map((count, at) => [1 + Math.floor(at / 3), 1 + (at % 3), count]),
  }
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const said = await page.evaluate(
    (tables) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/engine.js', { type: 'module' })
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(tables)
      }),
    json,
  )
  const { pattern, cost, status, certificate } = await protect(readInstance(json), 'la', { seconds: 30 })
  expect(said).toEqual({ pattern: [...pattern], cost, status, worlds: certificate!.worlds.length, isWorker: true })
  expect(status).toBe('optimal')
  expect(cost).toBeGreaterThan(0)
})
