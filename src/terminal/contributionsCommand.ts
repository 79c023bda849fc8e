import { ContributionsQuestion, contributionsOf } from '../financing/contributions/offers.ts'
import { readMoney } from '../financing/kronor.ts'
import type { ExitCode } from './exitCodes.ts'
import { calculate } from './questionFile.ts'
import type { Terminal } from './terminal.ts'

/** `samlad contributions FILE`: what the members' offers add up to, and whose sets the level (§§ 5 and 5 a). */
export async function contributionsCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  return Promise.resolve(
    calculate('contributions', args, terminal, (question) => contributionsOf(readMoney(ContributionsQuestion, question))),
  )
}
