import { RefusedFile } from './limits.ts'

/** How a long piece of work tells how far it is, and is told to stop. */
export interface Work {
  /** Share done, 0–1. */
  onProgress?: ((share: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Called often during long work: lets other events in now and then, and stops when asked to. */
export type Breathe = (share: number) => Promise<void>

const SLICE_MS = 40

/** Makes the pause of one piece of work; it throws `RefusedFile('cancelled')` once the signal is aborted. */
export function breather(work: Work): Breathe {
  let last = performance.now()
  return async (share) => {
    if (work.signal?.aborted) throw new RefusedFile('cancelled')
    if (performance.now() - last < SLICE_MS) return
    work.onProgress?.(Math.min(1, share))
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (work.signal?.aborted) throw new RefusedFile('cancelled')
    last = performance.now()
  }
}
