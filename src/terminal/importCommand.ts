import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { call, callFile } from '../platform/call.ts'
import { refuseBySize } from '../spreadsheet/limits.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { getImportReceipt, getImportSetting, type ImportSetting, type ImportSummary } from '../participations/contract.ts'
import { normaliseHeading } from '../participations/import/normalise.ts'
import { municipalityIndex } from '../participations/import/parseValue.ts'
import { PersonList, type DryRun, type Reading } from '../participations/import/personList.ts'
import { problemsXlsx } from '../participations/import/problemsXlsx.ts'
import { problemText } from '../participations/import/problem.ts'
import { targets, type Decision } from '../participations/import/targets.ts'
import { commitDraft, contentHashOf, mappingToRemember, sendDraft, type Watch } from '../participations/sendImport.ts'
import { controllerOf } from './controller.ts'
import { connect } from './connect.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import type { Terminal } from './terminal.ts'

const options = {
  controller: { type: 'string' },
  as: { type: 'string' },
  data: { type: 'string' },
  intervention: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
  sheet: { type: 'string' },
  identity: { type: 'string' },
  municipality: { type: 'string' },
  'declare-ground': { type: 'boolean' },
  'without-ground': { type: 'string' },
  'reference-reach': { type: 'string' },
  'likely-duplicates': { type: 'string' },
  anonymous: { type: 'string' },
  problems: { type: 'string' },
  receipt: { type: 'string' },
  commit: { type: 'boolean' },
} as const
type Flags = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** `samlad import FILE …`: the same way as on the page, from file to receipt; without `--commit` a dry run that writes nothing. */
export async function importCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values: flags, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'terminal.fileMissing')
  if (!flags.controller) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--controller' })
  if (!flags.as) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--as' })
  const bytes = readBytes(file)
  const close = await connect(flags.data, flags.as, terminal)
  try {
    const controllerId = await controllerOf(flags.controller)
    const setting = await call(getImportSetting, { params: { controllerId } })
    return await bring({ file: basename(file), bytes, flags, setting, terminal })
  } finally {
    await close()
  }
}

interface Job {
  file: string
  bytes: Uint8Array
  flags: Flags
  setting: ImportSetting
  terminal: Terminal
}

async function bring(job: Job): Promise<ExitCode> {
  const { flags, setting, terminal } = job
  const interventionIds = chosenInterventions(flags.intervention ?? [], setting)
  const list = new PersonList({
    today: stockholmDate(new Date()),
    municipalities: setting.municipalities,
    interventions: setting.interventions.filter(({ id }) => interventionIds.includes(id)),
    remembered: setting.mapping as Record<string, Decision>,
  })
  const reading = await read(list, job)
  const decisions = decide(reading, flags)
  const dryRun = await check(list, decisions, interventionIds, job)
  if (flags.problems) writeFileSync(flags.problems, await problemsXlsx(list.marked, terminal.locale))
  if (!flags.commit) sayDryRun(reading, decisions, dryRun, terminal)
  const summary = flags.commit ? await commit(list, { interventionIds, decisions, reading }, job) : undefined
  if (summary) await sayReceipt(summary, dryRun, job)
  return dryRun.counts.blocked > 0 ? exitCodes.rowsStopped : exitCodes.done
}

function readBytes(file: string): Uint8Array {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new CommandError(exitCodes.refused, 'terminal.noFile', { file })
  const refusal = refuseBySize(size)
  if (refusal) throw new CommandError(exitCodes.refused, `import.refusal.${refusal.reason}`, refusal.args)
  return readFileSync(file)
}

function chosenInterventions(given: readonly string[], setting: ImportSetting): string[] {
  if (given.length === 0 && setting.interventions.length === 1) return [setting.interventions[0]!.id]
  const names = setting.interventions.map(({ name }) => name).join(', ')
  if (given.length === 0) throw new CommandError(exitCodes.usage, 'terminal.whichIntervention', { names })
  return given.map((wanted) => {
    const found = setting.interventions.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase())
    if (!found) throw new CommandError(exitCodes.refused, 'terminal.noIntervention', { wanted, names })
    return found.id
  })
}

const watch = (job: Job, key: string): Watch => ({
  onProgress: (share) => job.terminal.progress(job.terminal.t(key, { name: job.file }), share),
  signal: job.terminal.signal,
})

async function read(list: PersonList, job: Job): Promise<Reading> {
  const first = await list.read(job.bytes, watch(job, 'participations.reading'))
  if (first.kind === 'refused') throw new CommandError(exitCodes.refused, `import.refusal.${first.refusal.reason}`, first.refusal.args)
  const { sheet } = job.flags
  if (sheet === undefined) return first
  const at = first.sheets.findIndex(({ name }) => name === sheet)
  if (at < 0) throw new CommandError(exitCodes.usage, 'terminal.noSheet', { sheet, names: first.sheets.map(({ name }) => name).join(', ') })
  return list.choose(at)
}

/** Decisions by the file's headings, the earlier mapping and `--column "Heading=field"`; identity is dropped only when told to. */
function decide(reading: Reading, flags: Flags): (Decision | undefined)[] {
  const found = reading.columns.filter(({ identity }) => identity)
  if (found.length > 0 && flags.identity !== 'drop' && flags.identity !== 'derive') {
    throw new CommandError(exitCodes.refused, 'terminal.identity', { columns: found.map(({ heading }) => heading).join(', ') })
  }
  const numbered = found.find(({ identity }) => identity?.kind === 'personnummer')
  const decisions = reading.columns.map((column): Decision | undefined => {
    if (!column.identity) return column.decision
    return flags.identity === 'derive' && column === numbered ? 'personnummer' : 'ignore'
  })
  for (const given of flags.column ?? []) {
    const at = given.lastIndexOf('=')
    const [heading, target] = [given.slice(0, at), given.slice(at + 1)]
    const column = reading.columns.findIndex((one) => normaliseHeading(one.heading) === normaliseHeading(heading))
    const known = target === 'ignore' || (targets as readonly string[]).includes(target)
    if (at < 1 || column < 0 || !known) throw new CommandError(exitCodes.usage, 'terminal.badColumn', { given, fields: targets.join(', ') })
    decisions[column] = target as Decision
  }
  return decisions
}

async function check(list: PersonList, decisions: (Decision | undefined)[], interventionIds: string[], job: Job): Promise<DryRun> {
  const { flags, setting } = job
  const choices = {
    decisions,
    withoutGround: oneOf(flags['without-ground'], ['anonymous', 'block'], '--without-ground'),
    ...(interventionIds.length === 1 ? { intervention: interventionIds[0]! } : {}),
    ...(flags['declare-ground'] ? { declaredGround: { ground: setting.controller.ground, date: null } } : {}),
    ...(flags.municipality ? { defaults: { municipality: municipalityOf(flags.municipality, setting) } } : {}),
  }
  const dryRun = await list.check(choices, watch(job, 'participations.checking'))
  if (!dryRun) throw new CommandError(exitCodes.cancelled, 'terminal.cancelled')
  return dryRun
}

/** The code of a municipality given by code or name; in the demo also by the real one that it stands for. */
function municipalityOf(given: string, { municipalities }: ImportSetting): string {
  const found = municipalityIndex(municipalities)(given)
  if (!('code' in found)) throw new CommandError(exitCodes.usage, 'terminal.noMunicipality', { given })
  return found.code!
}

/** A flag's value; the first choice when it was not given. */
function oneOf<T extends string>(given: string | undefined, choices: readonly [T, ...T[]], flag: string): T {
  const found = choices.find((choice) => choice === (given ?? choices[0]))
  if (found === undefined) throw new CommandError(exitCodes.usage, 'terminal.badChoice', { flag, choices: choices.join(', ') })
  return found
}

async function commit(
  list: PersonList,
  known: { interventionIds: string[]; decisions: (Decision | undefined)[]; reading: Reading },
  job: Job,
): Promise<ImportSummary> {
  const { flags, setting, terminal } = job
  const sending = {
    controllerId: setting.controller.id,
    fileName: job.file,
    contentHash: await contentHashOf(job.bytes),
    interventionIds: known.interventionIds,
    withoutGround: oneOf(flags['without-ground'], ['anonymous', 'block'], '--without-ground'),
    referenceReach: oneOf(flags['reference-reach'], ['controller', 'intervention'], '--reference-reach'),
  }
  const likelyDuplicates = oneOf(flags['likely-duplicates'], ['skip', 'import'], '--likely-duplicates')
  const source = { parts: () => list.parts, part: (number: number) => list.part(number) }
  const sent = await sendDraft(source, sending, watch(job, 'participations.sending'))
  if (sent.kind === 'already') {
    terminal.err(terminal.t('participations.alreadyTitle'))
    return sent.summary
  }
  const mapping = mappingToRemember(known.reading.columns, known.decisions, stockholmDate(new Date()))
  const place = { controllerId: setting.controller.id, importId: sent.importId }
  return commitDraft(
    place,
    { likelyDuplicates, anonymous: oneOf(flags.anonymous, ['count', 'skip'], '--anonymous'), mapping },
    watch(job, 'participations.writing'),
  )
}

const PROBLEMS_SHOWN = 20

function sayDryRun(reading: Reading, decisions: readonly (Decision | undefined)[], dryRun: DryRun, terminal: Terminal): void {
  const { t, locale } = terminal
  const columns = reading.columns.map(({ heading }, at) => ({ heading, field: decisions[at] ?? null }))
  if (terminal.json) return terminal.out(JSON.stringify({ columns, counts: dryRun.counts, problems: dryRun.problems }))
  for (const { heading, field } of columns) terminal.out(`  ${heading || '–'} → ${field ?? t('participations.ignore')}`)
  for (const key of ['Pass', 'Anonymous', 'Blocked', 'Warned'] as const) {
    const counted = { Pass: 'accepted', Anonymous: 'anonymous', Blocked: 'blocked', Warned: 'withWarnings' } as const
    terminal.out(`${t(`participations.rows${key}`)}: ${dryRun.counts[counted[key]]}`)
  }
  for (const problem of dryRun.problems.slice(0, PROBLEMS_SHOWN)) {
    const { what, found, mend } = problemText(problem, t, locale)
    const place = problem.column ? `${problem.column.letter}${problem.row}` : String(problem.row)
    terminal.out(`  ${place} ${t(`import.problems.${problem.severity}`)}: ${what} [${found}] ${mend}`)
  }
  const all = dryRun.problemCounts.reduce((sum, { count }) => sum + count, 0)
  if (all > PROBLEMS_SHOWN) terminal.out(t('terminal.moreProblems', { n: all - PROBLEMS_SHOWN }))
  terminal.err(t('terminal.dryRun'))
}

async function sayReceipt(summary: ImportSummary, dryRun: DryRun, { flags, setting, terminal }: Job): Promise<void> {
  if (flags.receipt) {
    const { blob } = await callFile(getImportReceipt, { params: { controllerId: setting.controller.id, importId: summary.id } })
    writeFileSync(flags.receipt, new Uint8Array(await blob.arrayBuffer()), { mode: 0o600 })
  }
  if (terminal.json) return terminal.out(JSON.stringify({ import: summary, blocked: dryRun.counts.blocked }))
  for (const [outcome, count] of Object.entries(summary.counts ?? {})) {
    terminal.out(`${terminal.t(`participations.outcome.${outcome}`)}: ${count}`)
  }
  terminal.out(`${terminal.t('participations.rowsBlocked')}: ${dryRun.counts.blocked}`)
}
