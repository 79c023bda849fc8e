/** What the command line ends with. Scripts may rely on them; they are told in `--help`. */
export const exitCodes = {
  done: 0,
  /** Something unforeseen. */
  broken: 1,
  /** The log is not as it was written. */
  notWhole: 1,
  /** An attack found a hidden count exactly. */
  exact: 1,
  /** The command was not understood: an unknown flag, a missing value, an unknown measure, tables that contradict themselves. */
  usage: 2,
  /** Refused: no permission, not found, the folder is in use, the file cannot be read. */
  refused: 3,
  /** The file was read, but some of its rows were stopped. */
  rowsStopped: 4,
  /** The server was not reached, or the connection broke; what it has done by then is not known. */
  noContact: 5,
  /** Tables were protected but the proof of it failed, so nothing of them is given. */
  notCertified: 6,
  /** Stopped with Ctrl+C; nothing was written. */
  cancelled: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command with a message and a code. `key` names the message for programs. */
export class CommandError extends Error {
  readonly key: string
  readonly args: Record<string, string | number>
  readonly code: ExitCode

  constructor(code: ExitCode, key: string, args: Record<string, string | number> = {}) {
    super(key)
    this.code = code
    this.key = key
    this.args = args
  }
}
