import { allocate } from '../financing/allocation/allocate.ts'
import { readAllocation } from '../financing/allocation/domain.ts'
import type { ExitCode } from './exitCodes.ts'
import { calculate } from './questionFile.ts'
import type { Terminal } from './terminal.ts'

/** `samlad allocate FILE`: the state's frame shared between associations, with each step and why. */
export async function allocateCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  return Promise.resolve(
    calculate('allocate', args, terminal, (question) => {
      const { allocations, sum, leftOver } = allocate(readAllocation(question))
      const inWords = allocations.map(({ id, amount, steps }) => ({
        ...{ id, amount },
        steps: steps.map((step) => ({ ...step, because: terminal.t(step.because.key, step.because.args) })),
      }))
      return { allocations: inWords, sum, leftOver }
    }),
  )
}
