import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

/**
 * Open data under load: a server with the demo's three releases, asked 200 times a second for a minute over loopback, tables in all formats, selections and
 * listings mixed; a quarter of the calls bring the tag of what they have (`If-None-Match`).
 */
const [rate, seconds] = [200, process.argv.includes('--quick') ? 10 : 60]
const table = '/api/v2/tables/exits-association-afterexit'
const all = 'valuecodes[place]=*&valuecodes[afterExit]=*&valuecodes[ContentsCode]=*&valuecodes[Tid]=*'

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-open-'))
  const server = spawn(process.execPath, ['src/server.ts', '--data', folder, '--port', '0'], {
    env: { ...process.env, SAMLAD_OPEN_CALLS: '100000000' },
  })
  try {
    const address = await released(server)
    const tag = (await fetch(`${address}${table}/data?${all}`)).headers.get('etag') ?? ''
    const year = (at: number): string =>
      `valuecodes[ContentsCode]=*&valuecodes[Tid]=TOP(${(at % 3) + 1})&valuecodes[afterExit]=*&codelist[place]=vs_place_${at % 2}`
    const paths = [
      `${table}/data?${all}`,
      `${table}/data?${all}&outputFormat=csv`,
      `${table}/data?${all}&outputFormat=px`,
      `${table}/metadata`,
      '/api/v2/tables?query=avslut',
      '/api/glance',
      ...Array.from({ length: 6 }, (_, at) => `${table}/data?${year(at)}`),
    ]
    const requests = [
      ...paths.map((path) => ({ method: 'GET' as const, path: encodeURI(path) })),
      ...Array.from({ length: 4 }, () => ({
        method: 'GET' as const,
        path: encodeURI(`${table}/data?${all}`),
        headers: { 'if-none-match': tag },
      })),
    ]
    const result = await autocannon({ url: address, requests, connections: 10, overallRate: rate, duration: seconds })
    const { latency, non2xx, errors, timeouts, statusCodeStats = {} } = result
    const statuses = Object.entries(statusCodeStats).map(([status, { count }]) => `${status}: ${count}`)
    console.log(
      `Open data, ${rate} calls a second for ${seconds} s: ${result.requests.total} calls, p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, p99 ${latency.p99} ms (target p95 < 100)`,
    )
    console.log(
      `  ${statuses.join(', ')}; ${errors} errors, ${timeouts} timeouts, ${non2xx - (statusCodeStats['304']?.count ?? 0)} refused`,
    )
  } finally {
    server.kill('SIGINT')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
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

await main()
