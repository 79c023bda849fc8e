import { parentPort, workerData } from 'node:worker_threads'
import { OutOfTime } from '../../../disclosure/attack/deadline.ts'
import { protectUnion } from './protectUnion.ts'
import type { ProtectionAnswer, ProtectionQuestion } from './protectUnion.ts'

/** What the thread says: how far it has come, the answer, or why there is none. */
export type WorkerMessage =
  | { kind: 'progress'; cost: number; lowerBound: number }
  | { kind: 'answer'; answer: ProtectionAnswer }
  | { kind: 'outOfTime' }
  | { kind: 'broken'; message: string }

const say = (message: WorkerMessage): void => parentPort!.postMessage(message)

// Not awaited: a thread that is ended while its module awaits takes the whole process with it (docs/decisions/0018).
void protectUnion(workerData as ProtectionQuestion, (progress) => say({ kind: 'progress', ...progress })).then(
  (answer) => say({ kind: 'answer', answer }),
  (error: unknown) => say(error instanceof OutOfTime ? { kind: 'outOfTime' } : { kind: 'broken', message: (error as Error).message }),
)
