import { call } from '../platform/call.ts'
import { absenceSign } from '../statistics/absenceSign.ts'
import { valueOf } from '../disclosure/cell.ts'
import { explainFigure } from '../statistics/explain/contract.ts'
import type { Explanation } from '../statistics/explain/contract.ts'
import { connect } from './connect.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'

/** `samlad explain ADDRESS`: what a published figure is, and whether the records give it again. Ends with 1 when they do not. */
export async function explainCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values: flags, positionals } = readFlags(args, { as: { type: 'string' }, data: { type: 'string' } }, 1)
  const [address] = positionals
  if (!address) throw new CommandError(exitCodes.usage, 'explain.missing')
  const close = await connect(flags.data, flags.as, terminal)
  try {
    const explanation = await call(explainFigure, { body: { address } })
    terminal.out(terminal.json ? JSON.stringify(explanation) : inWords(explanation, terminal))
    return explanation.recount === 'differs' ? exitCodes.notWhole : exitCodes.done
  } finally {
    await close()
  }
}

function inWords({ address, cell, release, table, codes, period, demo, asOf, recount }: Explanation, { t }: Terminal): string {
  const moment = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`
  return [
    ...(demo ? [t('web.demo')] : []),
    `${absenceSign(cell) ?? String(valueOf(cell))}  ${address}`,
    `${table.title}, ${period.from}–${period.to}`,
    ...codes.map(({ axis, label }) => `  ${axis}: ${label}`),
    table.definition,
    t('explain.release', { number: release.number, title: release.title, released: moment(release.releasedAt) }),
    `${t('explain.software', { software: release.software })}, SHA-256 ${release.sha256}`,
    t(`explain.${recount}`, { asOf: asOf === null ? '' : moment(asOf) }),
  ].join('\n')
}
