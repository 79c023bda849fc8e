import { sendCodes, sendDigests, type Post } from './post.ts'

/** How often codes that are waited for are looked for, and what waits, in milliseconds. */
const codesMs = 10_000
const digestsMs = 10 * 60_000

/** Sends codes as they are asked for, and what waits each working day. What goes wrong is told to `onFault` and tried again. Gives what ends it. */
export function keepPost(post: Post, now: () => Date, onFault: (error: unknown) => void): () => void {
  let busy = false
  const oneAtATime = (work: () => Promise<unknown>): void => {
    if (busy) return
    busy = true
    void work()
      .catch(onFault)
      .finally(() => (busy = false))
  }
  const timers = [
    setInterval(() => oneAtATime(() => sendCodes(post, now())), codesMs),
    setInterval(() => oneAtATime(() => sendDigests(post, now())), digestsMs),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
    post.mailer.close()
  }
}
