import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { CommandError, exitCodes } from './exitCodes.ts'

type Read<T extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>

/**
 * The flags and other words of a command. Throws `CommandError` in words of our own for what is not understood.
 * @param most how many words beside the flags the command takes
 */
export function readFlags<const T extends ParseArgsOptionsConfig>(args: string[], options: T, most = 0): Read<T> {
  const read = parsed(args, options)
  const extra = read.positionals[most]
  if (extra !== undefined) throw new CommandError(exitCodes.usage, 'terminal.unexpected', { given: extra })
  return read
}

function parsed<const T extends ParseArgsOptionsConfig>(args: string[], options: T): Read<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const flag = /--?[\w-]+/.exec(message)?.[0] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new CommandError(exitCodes.usage, 'terminal.unknownFlag', { flag })
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
    const takesNone = options[flag.replace(/^--/, '')]?.type === 'boolean'
    throw new CommandError(exitCodes.usage, takesNone ? 'terminal.flagWithoutValue' : 'terminal.flagValue', { flag })
  }
}

/** A flag's value; the first choice when it was not given. */
export function oneOf<T extends string>(given: string | undefined, choices: readonly [T, ...T[]], flag: string): T {
  const found = choices.find((choice) => choice === (given ?? choices[0]))
  if (found === undefined) throw new CommandError(exitCodes.usage, 'terminal.badChoice', { flag, choices: choices.join(', ') })
  return found
}
