import type { Work } from './work.ts'

/** What a page may ask of a worker: a task by name, with what goes in and what comes out. */
export type TaskMap<T> = { [K in keyof T]: { in: unknown; out: unknown } }

type ToWorker = { id: number; task: string; input: unknown } | { id: number; task: 'cancel' }
type FromWorker = { id: number; progress: number } | { id: number; output: unknown } | { id: number; failed: string }

/** The page's end of a worker. */
export interface TaskClient<T extends TaskMap<T>> {
  ask<K extends keyof T & string>(task: K, input: T[K]['in'], work?: Work): Promise<T[K]['out']>
  /** Ends the worker and forgets what it has read. */
  close(): void
}

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
  onProgress: Work['onProgress']
}

/** The page's end of a worker that has just been made. Aborting `work.signal` stops the task at its next pause. */
export function taskClient<T extends TaskMap<T>>(worker: Worker): TaskClient<T> {
  const waiting = new Map<number, Waiting>()
  let last = 0
  const fail = (message: string): void => {
    for (const one of waiting.values()) one.reject(new Error(message))
    waiting.clear()
  }
  const post = (message: ToWorker): void => worker.postMessage(message)
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
        work.signal?.addEventListener('abort', () => post({ id, task: 'cancel' }))
        post({ id, task, input })
      }),
    close: () => {
      worker.terminate()
      fail('The file was closed')
    },
  }
}

type Running = { onProgress: (share: number) => void; signal: AbortSignal }

/** What a worker does when it is asked, by task. */
export type Tasks<T extends TaskMap<T>> = { [K in keyof T]: (input: T[K]['in'], work: Running) => Promise<T[K]['out']> | T[K]['out'] }

/** The worker's end: runs what it is asked, tells how far it is, and stops at a pause when it is told to. */
export function answerTasks<T extends TaskMap<T>>(tasks: Tasks<T>): void {
  const running = new Map<number, AbortController>()
  const post = (message: FromWorker): void => self.postMessage(message)
  self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
    if (!('input' in data)) return running.get(data.id)?.abort()
    const stopping = new AbortController()
    running.set(data.id, stopping)
    const work: Running = { onProgress: (share) => post({ id: data.id, progress: share }), signal: stopping.signal }
    try {
      const run = tasks[data.task as keyof T] as (input: unknown, work: Running) => unknown
      post({ id: data.id, output: await run(data.input, work) })
    } catch (error) {
      post({ id: data.id, failed: error instanceof Error ? error.message : String(error) })
    } finally {
      running.delete(data.id)
    }
  }
}
