import { join } from 'node:path'
import { readConfig } from '../platform/config.ts'
import { readAnchors } from '../log/anchors.ts'
import type { AnchorPoint } from '../log/chain.ts'
import { verifyLog, type Verified } from '../log/verifyLog.ts'
import { connect } from './connect.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

const options = { anchors: { type: 'string' }, as: { type: 'string' }, data: { type: 'string' } } as const

/** `samlad verify-audit`: works out every hash of the log anew, holds it to the anchors, and says which rows are not as they were. */
export async function verifyCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values } = readFlags(args, options)
  if (!values.as) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--as' })
  const { dataFolder } = readConfig(values.data === undefined ? [] : ['--data', values.data], process.env)
  const anchors = anchorsIn(values.anchors ?? join(dataFolder, 'anchors'))
  const close = await connect(values.data, values.as, terminal)
  try {
    const verified = await verifyLog(anchors, (share) => terminal.progress(terminal.t('terminal.verifying'), share))
    terminal.out(terminal.json ? JSON.stringify(verified) : logReport(verified, terminal))
    return verified.findings.length > 0 ? exitCodes.notWhole : exitCodes.done
  } finally {
    await close()
  }
}

function anchorsIn(folder: string): AnchorPoint[] {
  try {
    return readAnchors(folder)
  } catch {
    throw new CommandError(exitCodes.refused, 'terminal.badAnchors', { folder })
  }
}

/** What was found, in words. */
export function logReport({ chains, rows, anchors, findings }: Verified, { t }: Pick<Terminal, 't'>): string {
  if (findings.length === 0) {
    const whole = t('terminal.logWhole', { chains, rows, anchors })
    return anchors === 0 ? `${whole}\n${t('terminal.noAnchors')}` : whole
  }
  const lines = findings.map(({ kind, chain, name, from, to, after, before }) => {
    const place = name === null ? chain : `${name} (${chain})`
    const known = `${after === null ? '' : 'after'}${before === null ? '' : 'before'}`
    return `  ${place}: ${t(`terminal.log.${kind}`, { from, to, n: to - from + 1, after: after ?? '', before: before ?? '', known })}`
  })
  return [t('terminal.logNotWhole', { n: findings.length }), ...lines].join('\n')
}
