import type { Work } from '../../spreadsheet/work.ts'
import type { FromWorker, ListTask, ListWork, ToWorker } from './listWorker.ts'

/** The page's end of the worker that reads files. */
export interface ListClient {
  ask<T extends ListTask>(task: T, input: ListWork[T]['in'], work?: Work): Promise<ListWork[T]['out']>
  /** Ends the worker and forgets the file. */
  close(): void
}

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
  onProgress: Work['onProgress']
}

/** Starts a worker for one file at a time. Aborting `work.signal` stops the task at its next pause. */
export function startListWorker(): ListClient {
  const worker = new Worker(new URL('./listWorker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const fail = (message: string): void => {
    for (const one of waiting.values()) one.reject(new Error(message))
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.id)
    if (!one) return
    if ('progress' in data) return one.onProgress?.(data.progress)
    waiting.delete(data.id)
    if ('failed' in data) one.reject(new Error(data.failed))
    else one.resolve(data.output)
  }
  worker.onerror = (event) => fail(event.message || 'The worker stopped')
  return {
    ask: (task, input, work = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress: work.onProgress })
        work.signal?.addEventListener('abort', () => worker.postMessage({ id, task: 'cancel' } satisfies ToWorker))
        worker.postMessage({ id, task, input } as ToWorker)
      }),
    close: () => {
      worker.terminate()
      fail('The file was closed')
    },
  }
}
