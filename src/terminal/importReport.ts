import { callFile } from '../platform/call.ts'
import { getImportReceipt, type ImportSetting, type ImportSummary } from '../participations/contract.ts'
import type { DryRun, Reading } from '../participations/import/personList.ts'
import { problemText } from '../participations/import/problem.ts'
import type { Decision } from '../participations/import/targets.ts'
import { writeBytes } from './files.ts'
import type { ImportFlags } from './importFlags.ts'
import type { Terminal } from './terminal.ts'

const PROBLEMS_SHOWN = 20

/** Says what was let pass while the file was read. */
export function sayWarnings({ warnings }: Reading, { t, err, json }: Terminal): void {
  if (json) return
  for (const { kind, count, first } of warnings) err(t(`import.reading.${kind}`, { count, first }))
}

/** Says what each column means, how many rows pass and what is wrong, errors first. */
export function sayDryRun(reading: Reading, decisions: readonly (Decision | undefined)[], dryRun: DryRun, terminal: Terminal): void {
  const { t, locale } = terminal
  const columns = reading.columns.map(({ heading }, at) => ({ heading, field: decisions[at] ?? null }))
  if (terminal.json)
    return terminal.out(JSON.stringify({ columns, counts: dryRun.counts, warnings: reading.warnings, problems: dryRun.problems }))
  for (const { heading, field } of columns) terminal.out(`  ${heading || '–'} → ${field ?? t('participations.ignore')}`)
  for (const key of ['Pass', 'Anonymous', 'Blocked', 'Warned'] as const) {
    const counted = { Pass: 'accepted', Anonymous: 'anonymous', Blocked: 'blocked', Warned: 'withWarnings' } as const
    terminal.out(`${t(`participations.rows${key}`)}: ${dryRun.counts[counted[key]]}`)
  }
  for (const problem of dryRun.problems.slice(0, PROBLEMS_SHOWN)) {
    const { what, found, mend } = problemText(problem, t, locale)
    if (problem.key === 'noColumn') {
      terminal.out(`  ${t(`import.problems.${problem.severity}`)}: ${what} ${mend}`)
      continue
    }
    const place = problem.column ? `${problem.column.letter}${problem.row}` : String(problem.row)
    terminal.out(`  ${place} ${t(`import.problems.${problem.severity}`)}: ${what} [${found}] ${mend}`)
  }
  const all = dryRun.problemCounts.reduce((sum, { count }) => sum + count, 0)
  if (all > PROBLEMS_SHOWN) terminal.out(t('terminal.moreProblems', { n: all - PROBLEMS_SHOWN }))
  terminal.err(t('terminal.dryRun'))
}

/** Says what has been written, and writes the receipt where asked to. */
export async function sayReceipt(
  summary: ImportSummary,
  dryRun: DryRun,
  { flags, setting, terminal }: { flags: ImportFlags; setting: ImportSetting; terminal: Terminal },
): Promise<void> {
  if (flags.receipt) {
    const { blob } = await callFile(getImportReceipt, { params: { controllerId: setting.controller.id, importId: summary.id } })
    writeBytes(flags.receipt, new Uint8Array(await blob.arrayBuffer()), 0o600)
  }
  if (terminal.json) return terminal.out(JSON.stringify({ import: summary, blocked: dryRun.counts.blocked }))
  for (const [outcome, count] of Object.entries(summary.counts ?? {})) {
    terminal.out(`${terminal.t(`participations.outcome.${outcome}`)}: ${count}`)
  }
  terminal.out(`${terminal.t('participations.rowsBlocked')}: ${dryRun.counts.blocked}`)
}
