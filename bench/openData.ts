import { arrive } from './load/arrivals.ts'
import { startReleasedDemo } from './load/releasedDemo.ts'

/**
 * Open data under load: a server with the demo's three releases, asked 200 times a second for a minute over loopback at random moments, tables in all formats,
 * selections and listings mixed; a quarter of the calls bring the tag of what they have (`If-None-Match`).
 */
const [rate, seconds] = [200, process.argv.includes('--quick') ? 10 : 60]
const table = '/api/v2/tables/exits-association-afterexit'
const all = 'valuecodes[place]=*&valuecodes[afterExit]=*&valuecodes[ContentsCode]=*&valuecodes[Tid]=*'

async function main(): Promise<void> {
  const { address, stop } = await startReleasedDemo()
  try {
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
    const cached = { path: encodeURI(`${table}/data?${all}`), headers: { 'if-none-match': tag } }
    const asks = [...paths.map((path) => ({ path: encodeURI(path) })), cached, cached, cached, cached]
    const { times, statuses, errors } = await arrive(address, asks, { rate, seconds })
    const at = (share: number): string => times[Math.floor(times.length * share)]!.toFixed(1)
    const told = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`)
    console.log(
      `Open data, ${rate} calls a second for ${seconds} s: ${times.length} calls, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (target < 100), p99 ${at(0.99)} ms, longest ${times.at(-1)!.toFixed(0)} ms`,
    )
    console.log(`  ${told.join(', ')}; ${errors} errors`)
  } finally {
    await stop()
  }
}

await main()
