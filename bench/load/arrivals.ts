import { seededRandom } from '../../src/probability/seededRandom.ts'

/** A call of a mix; calls are made in order, from the first again when they end. */
export interface Ask {
  path: string
  headers?: Record<string, string>
}

/** What came of arrivals: each call's time from when it was due, in milliseconds, sorted; and how many had each status. */
export interface Arrived {
  times: number[]
  statuses: Record<string, number>
  errors: number
}

/**
 * Makes calls as independent people do: at random moments (a Poisson process of a seed), whether or not earlier calls are answered. A call's time runs from the
 * moment it was due, so that waiting in line counts. autocannon's rate sends each second's calls in one burst over a few connections, which is another question.
 */
export async function arrive(
  address: string,
  asks: readonly Ask[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Arrived> {
  const random = seededRandom(20261129)
  const arrived: Arrived = { times: [], statuses: {}, errors: 0 }
  const calls: Promise<void>[] = []
  const began = performance.now()
  for (let due = 0; due < seconds * 1000; due -= (Math.log(1 - random()) * 1000) / rate) {
    const wait = began + due - performance.now()
    if (wait >= 1) await new Promise((resolve) => setTimeout(resolve, wait))
    calls.push(call(address, asks[calls.length % asks.length]!, began + due, arrived))
  }
  await Promise.all(calls)
  arrived.times.sort((a, b) => a - b)
  return arrived
}

async function call(address: string, { path, headers }: Ask, due: number, arrived: Arrived): Promise<void> {
  try {
    const answer = await fetch(address + path, headers ? { headers } : {})
    await answer.arrayBuffer()
    arrived.statuses[answer.status] = (arrived.statuses[answer.status] ?? 0) + 1
    arrived.times.push(performance.now() - due)
  } catch {
    arrived.errors++
  }
}
