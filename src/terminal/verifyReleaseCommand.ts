import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { checkRelease } from '../statistics/publication/release/checkRelease.ts'
import type { CheckedRelease } from '../statistics/publication/release/checkRelease.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

/** `samlad verify-release DIR`: whether a release is as it was published, and keeps what its policy says as far as a reader can see. Opens no database. */
export async function verifyReleaseCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = readFlags(args, {}, 1)
  const [path] = positionals
  if (!path) throw new CommandError(exitCodes.usage, 'terminal.releaseMissing')
  const checked = checkRelease(filesIn(path))
  terminal.out(terminal.json ? JSON.stringify(checked) : inWords(checked, terminal))
  return checked.findings.length > 0 ? exitCodes.notWhole : exitCodes.done
}

/** The files of a folder, or of a zip. Throws when there is neither. */
function filesIn(path: string): Map<string, Uint8Array> {
  try {
    if (!statSync(path).isDirectory()) return new Map(Object.entries(unzipSync(readFileSync(path))))
    const names = readdirSync(path).filter((name) => statSync(join(path, name)).isFile())
    return new Map(names.map((name) => [name, readFileSync(join(path, name))]))
  } catch {
    throw new CommandError(exitCodes.refused, 'terminal.noRelease', { path })
  }
}

function inWords({ files, cells, hidden, sums, findings }: CheckedRelease, { t }: Terminal): string {
  const counted = t('terminal.releaseChecked', { files, cells, hidden, sums })
  if (findings.length === 0) return `${counted}\n${t('terminal.releaseWhole')}`
  return [
    counted,
    t('terminal.releaseNotWhole', { n: findings.length }),
    ...findings.map(({ kind, where }) => `  ${t(`terminal.release.${kind}`)}: ${where}`),
  ].join('\n')
}
