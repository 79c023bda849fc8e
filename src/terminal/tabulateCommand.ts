import { parseArgs } from 'node:util'
import { call } from '../platform/call.ts'
import { tabulateFacts } from '../statistics/contract.ts'
import type { Tabulated } from '../statistics/domain.ts'
import { connect } from './connect.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import type { Terminal } from './terminal.ts'

const options = {
  measure: { type: 'string' },
  rows: { type: 'string' },
  columns: { type: 'string' },
  where: { type: 'string', multiple: true },
  as: { type: 'string' },
  data: { type: 'string' },
  format: { type: 'string' },
} as const

/** `samlad tabulate …`: a protected table of one measure, the same figures as on the page. */
export async function tabulateCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values: flags } = parseArgs({ args, options })
  const format = terminal.json ? 'json' : (flags.format ?? 'table')
  const write = Object.hasOwn(writers, format) ? writers[format as keyof typeof writers] : undefined
  if (!write) throw new CommandError(exitCodes.usage, 'terminal.badChoice', { flag: '--format', choices: Object.keys(writers).join(', ') })
  if (!flags.measure) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--measure' })
  if (!flags.as) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--as' })
  const close = await connect(flags.data, flags.as, terminal.locale)
  try {
    const { measure, rows, columns, where = [] } = flags
    const query = { measure, where, ...(rows ? { rows } : {}), ...(columns ? { columns } : {}) }
    const table = await call(tabulateFacts, { query })
    terminal.out(write(table, terminal))
  } finally {
    await close()
  }
  return exitCodes.done
}

const writers = { table: asTable, csv: asCsv, json: (table: Tabulated) => JSON.stringify(table) }

/** Heading row and rows of texts, totals last. */
function grid(table: Tabulated, total: string): string[][] {
  const hasColumns = table.columns !== null
  const head = [table.rows?.label ?? '', ...(hasColumns ? table.columns!.codes.map(({ label }) => label) : [])]
  const withTotals = table.rowTotals.length > 0 || !hasColumns
  if (withTotals) head.push(total)
  const rows = (table.rows?.codes ?? []).map(({ label }, at) => {
    const texts = hasColumns ? table.figures[at]!.map(({ text }) => text) : []
    const last = hasColumns ? table.rowTotals[at] : table.figures[at]?.[0]
    return [label, ...texts, ...(withTotals ? [last?.text ?? ''] : [])]
  })
  const bottom = hasColumns
    ? [total, ...table.columns!.codes.map((_, at) => table.columnTotals[at]?.text ?? ''), table.total.text]
    : [total, table.total.text]
  return [head, ...rows, bottom]
}

function notesOf(table: Tabulated, { t }: Terminal): string[] {
  const period = `${table.period.from}–${table.period.to}`
  const demo = table.demo ? [t('web.demo')] : []
  return [
    ...demo,
    `${table.measure.label}, ${period}`,
    ...table.sentences,
    ...table.coverage.sentences,
    ...table.notes,
    table.measure.definition,
  ]
}

function asTable(table: Tabulated, terminal: Terminal): string {
  const cells = grid(table, terminal.t('terminal.total'))
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)))
  const lines = cells.map((row) => row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join('  '))
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const [first, second, ...rest] = notesOf(table, terminal)
  const top = table.demo ? [first!, second!] : [first!]
  const bottom = table.demo ? rest : [second!, ...rest]
  return [...top, '', lines[0]!, rule, ...lines.slice(1, -1), rule, lines.at(-1)!, '', ...bottom].join('\n')
}

/** Semicolon-separated with quotes where needed; what the table is about stands first, as comment rows. */
function asCsv(table: Tabulated, terminal: Terminal): string {
  const quoted = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const about = notesOf(table, terminal).map((line) => quoted(`# ${line}`))
  return [...about, ...grid(table, terminal.t('terminal.total')).map((row) => row.map(quoted).join(';'))].join('\n')
}
