import { ContributionsQuestion, contributionsOf, silentOutside } from '../financing/contributions/offers.ts'
import { readMoney } from '../financing/kronor.ts'
import type { ExitCode } from './exitCodes.ts'
import { calculate } from './questionFile.ts'
import type { Terminal } from './terminal.ts'

/** `samlad contributions FILE`: what the members' offers add up to, and whose sets the level (§§ 5 and 5 a). */
export async function contributionsCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const exitCode = calculate('contributions', args, terminal, (given) => {
    const question = readMoney(ContributionsQuestion, given)
    const answer = contributionsOf(question)
    for (const name of silentOutside(question)) terminal.err(terminal.t('money.unknownOutside', { name }))
    return answer
  })
  return Promise.resolve(exitCode)
}
