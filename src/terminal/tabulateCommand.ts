import { call } from '../platform/call.ts'
import { tabulateFacts } from '../statistics/contract.ts'
import type { Tabulated } from '../statistics/domain.ts'
import { connect } from './connect.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import { tabulatedCsv } from './tabulatedCsv.ts'
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
  const { values: flags } = readFlags(args, options)
  const format = terminal.json ? 'json' : (flags.format ?? 'table')
  const write = Object.hasOwn(writers, format) ? writers[format as keyof typeof writers] : undefined
  if (!write) throw new CommandError(exitCodes.usage, 'terminal.badChoice', { flag: '--format', choices: Object.keys(writers).join(', ') })
  if (!flags.measure) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--measure' })
  const close = await connect(flags.data, flags.as, terminal)
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

const writers = {
  table: asTable,
  csv: (table: Tabulated, terminal: Terminal) => tabulatedCsv(table, notesOf(table, terminal), terminal),
  json: (table: Tabulated) => JSON.stringify(table),
}

/** Heading row, then rows of texts; the totals of rows and columns where the answer has them, and last the total of all. */
function grid(table: Tabulated, total: string): string[][] {
  const { rows, columns } = table
  const hasRowTotals = table.rowTotals.length > 0
  const head = [rows?.label ?? '', ...(columns?.codes.map(({ label }) => label) ?? [total]), ...(columns && hasRowTotals ? [total] : [])]
  const body = (rows?.codes ?? []).map(({ label }, at) => [
    label,
    ...table.figures[at]!.map(({ text }) => text),
    ...(columns && hasRowTotals ? [table.rowTotals[at]!.text] : []),
  ])
  const bottom = columns && table.columnTotals.length > 0 ? table.columnTotals.map(({ text }) => text) : []
  return [head, ...body, [total, ...bottom, table.total.text]]
}

function notesOf(table: Tabulated, { t }: Terminal): string[] {
  const period = `${table.period.from}–${table.period.to}`
  const about = [...table.sentences, ...table.coverage.sentences, ...table.notes, table.measure.definition]
  return [...(table.demo ? [t('web.demo')] : []), ...new Set([`${table.measure.label}, ${period}`, ...about])]
}

function asTable(table: Tabulated, terminal: Terminal): string {
  const cells = grid(table, terminal.t('terminal.total'))
  // A total that stands by itself may be wider than the column it happens to stand under.
  const regular = cells.filter((row) => row.length === cells[0]!.length)
  const widths = cells[0]!.map((_, at) => Math.max(...regular.map((row) => row[at]!.length)))
  const lines = cells.map((row) =>
    row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  '),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const [first, second, ...rest] = notesOf(table, terminal)
  const only = table.rows === null && table.columns === null
  const top = table.demo ? [first!, second!] : [first!]
  const bottom = table.demo ? rest : [second!, ...rest]
  const drawn = only ? [table.total.text] : [lines[0]!, rule, ...lines.slice(1, -1), rule, lines.at(-1)!]
  return [...top, '', ...drawn, '', ...bottom].join('\n')
}
