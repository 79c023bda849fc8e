import { taskClient, type TaskClient } from '../../spreadsheet/taskWorker.ts'
import type { ListWork } from './listWorker.ts'

/** The page's end of the worker that reads files. */
export type ListClient = TaskClient<ListWork>

/** Starts a worker for one file at a time. */
export const startListWorker = (): ListClient =>
  taskClient<ListWork>(new Worker(new URL('./listWorker.ts', import.meta.url), { type: 'module' }))
