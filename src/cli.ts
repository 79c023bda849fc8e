import { readFileSync } from 'node:fs'
import { CallError } from './platform/call.ts'
import { Refusal } from './platform/errors.ts'
import { CommandError, exitCodes, type ExitCode } from './terminal/exitCodes.ts'
import { help } from './terminal/help.ts'
import { processTerminal, type Terminal } from './terminal/terminal.ts'
import type { Locale } from './values/codeList.ts'
import { translator } from './values/catalogue.ts'
import { messages } from './messages.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

type Command = (args: string[], terminal: Terminal) => Promise<ExitCode>
// Each is loaded when it is called: the calculators should not wait for server and database.
const commands: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./terminal/importCommand.ts')).importCommand,
  tabulate: async () => (await import('./terminal/tabulateCommand.ts')).tabulateCommand,
  template: async () => (await import('./terminal/templateCommand.ts')).templateCommand,
  demo: async () => (await import('./terminal/demoCommand.ts')).demoCommand,
  protect: async () => (await import('./terminal/protectCommand.ts')).protectCommand,
  attack: async () => (await import('./terminal/attackCommand.ts')).attackCommand,
  perturb: async () => (await import('./terminal/perturbCommand.ts')).perturbCommand,
  curve: async () => (await import('./terminal/curveCommand.ts')).curveCommand,
  effect: async () => (await import('./terminal/effectCommand.ts')).effectCommand,
  compare: async () => (await import('./terminal/compareCommand.ts')).compareCommand,
  contributions: async () => (await import('./terminal/contributionsCommand.ts')).contributionsCommand,
  allocate: async () => (await import('./terminal/allocateCommand.ts')).allocateCommand,
  'verify-audit': async () => (await import('./terminal/verifyCommand.ts')).verifyCommand,
  'verify-release': async () => (await import('./terminal/verifyReleaseCommand.ts')).verifyReleaseCommand,
  explain: async () => (await import('./terminal/explainCommand.ts')).explainCommand,
  export: async () => (await import('./terminal/exportCommand.ts')).exportCommand,
  'rotate-identity-key': async () => (await import('./terminal/rotateCommand.ts')).rotateCommand,
}

/** The command line: `samlad COMMAND …`. Gives the exit code. */
async function main(args: string[]): Promise<ExitCode> {
  const locale: Locale = takeValue(args, '--lang') === 'en' ? 'en' : 'sv'
  const json = take(args, '--json')
  const terminal = processTerminal(locale, translator(messages, locale), json)
  if (take(args, '--version')) {
    terminal.out(json ? JSON.stringify({ version }) : version)
    return exitCodes.done
  }
  if (args.length === 0 || take(args, '--help') || take(args, '-h')) {
    terminal.out(help[locale])
    return exitCodes.done
  }
  try {
    const [name, ...rest] = args
    const load = Object.hasOwn(commands, name!) ? commands[name!] : undefined
    if (!load) throw new CommandError(exitCodes.usage, 'terminal.unknownCommand', { given: name! })
    return await (
      await load()
    )(rest, terminal)
  } catch (error) {
    return explain(error, terminal)
  }
}

/** Says what went wrong, in words or as JSON, and what to end with. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  const { t } = terminal
  const say = (code: ExitCode, key: string, message: string, faults: readonly { where: string; message: string }[] = []): ExitCode => {
    if (terminal.json) terminal.err(JSON.stringify({ error: { key, message, faults, exitCode: code } }))
    else terminal.err([message, ...faults.map((fault) => `  ${fault.message}`)].join('\n'))
    return code
  }
  if (terminal.signal.aborted) return say(exitCodes.cancelled, 'terminal.cancelled', t('terminal.cancelled'))
  if (error instanceof CommandError) return say(error.code, error.key, t(error.key, error.args))
  if (error instanceof Refusal) return say(exitCodes.refused, error.key, t(error.key, error.args))
  if (error instanceof CallError) {
    const code = codeOfCall(error.status)
    return say(code, error.key, error.message || t(error.key), error.faults)
  }
  return say(exitCodes.broken, 'error.internal', `${t('terminal.error')}: ${error instanceof Error ? error.message : String(error)}`)
}

function codeOfCall(status: number): ExitCode {
  if (status === 0) return exitCodes.noContact
  return status === 400 ? exitCodes.usage : exitCodes.refused
}

function take(args: string[], flag: string): boolean {
  const at = args.indexOf(flag)
  if (at >= 0) args.splice(at, 1)
  return at >= 0
}

function takeValue(args: string[], flag: string): string | undefined {
  const at = args.indexOf(flag)
  return at >= 0 ? args.splice(at, 2)[1] : undefined
}

process.exitCode = await main(process.argv.slice(2))
