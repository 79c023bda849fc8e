import autocannon, { type Request } from 'autocannon'

/** Calls to make, over so many connections at once; `requests` are made one after another, from the first again when they end. */
export interface Load {
  url: string
  connections: number
  amount: number
  /** Seconds after which a call is given up; ten unless said. */
  timeout?: number
  requests: Request[]
}

/** What came of a load. Times in milliseconds, each call's, sorted. */
export interface Outcome {
  times: number[]
  statuses: Record<string, number>
  seconds: number
}

// In a process of its own, so that what measures does not take turns with what is measured.
process.on('message', (load: Load) => {
  const outcome: Outcome = { times: [], statuses: {}, seconds: 0 }
  const began = performance.now()
  const run = autocannon(load, (error) => {
    if (error) throw error
    outcome.seconds = (performance.now() - began) / 1000
    outcome.times.sort((a, b) => a - b)
    process.send!(outcome, () => process.exit(0))
  })
  run.on('response', (_client, status, _bytes, time) => {
    outcome.times.push(time)
    outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1
  })
})
