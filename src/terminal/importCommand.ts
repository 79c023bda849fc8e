import { basename } from 'node:path'
import { call } from '../platform/call.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { getImportSetting, type ImportSetting, type ImportSummary } from '../participations/contract.ts'
import { PersonList, type DryRun, type Reading } from '../participations/import/personList.ts'
import { problemText } from '../participations/import/problem.ts'
import { problemsXlsx } from '../participations/import/problemsXlsx.ts'
import type { Decision } from '../participations/import/targets.ts'
import { contentHashOf } from '../spreadsheet/contentHash.ts'
import { commitDraft, mappingToRemember, sendDraft, stoppedAtServer, type Draft, type Watch } from '../participations/sendImport.ts'
import { connect } from './connect.ts'
import { controllerOf } from './controller.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readBytes, refuseUnwritable, writeBytes } from './files.ts'
import { oneOf, readFlags } from './flags.ts'
import { chosenInterventions, decide, importFlags, municipalityOf, type ImportFlags } from './importFlags.ts'
import { sayDryRun, sayReceipt, sayWarnings } from './importReport.ts'
import type { Terminal } from './terminal.ts'

/** `samlad import FILE …`: the same way as on the page, from file to receipt; without `--commit` a dry run that writes nothing. */
export async function importCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values: flags, positionals } = readFlags(args, importFlags, 1)
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'terminal.fileMissing')
  if (!flags.controller) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--controller' })
  if (!flags.as) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--as' })
  const bytes = readBytes(file)
  refuseUnwritable(flags.problems)
  refuseUnwritable(flags.receipt)
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
  flags: ImportFlags
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
  sayWarnings(reading, terminal)
  const decisions = decide(reading, flags)
  const dryRun = await check(list, decisions, interventionIds, job)
  if (flags.problems) writeBytes(flags.problems, await problemsXlsx(list.marked, terminal.locale))
  if (!flags.commit) sayDryRun(reading, decisions, dryRun, terminal)
  const done = flags.commit ? await commit(list, { interventionIds, decisions, reading }, job) : undefined
  const blocked = dryRun.counts.blocked + (done?.stopped ?? 0)
  if (done) await sayReceipt(done.summary, { ...dryRun, counts: { ...dryRun.counts, blocked } }, job)
  return blocked > 0 ? exitCodes.rowsStopped : exitCodes.done
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

/** The same file again: what follows is the receipt of the first time. */
function sayAlready({ committedAt }: ImportSummary, { t, err }: Terminal): void {
  err(t('participations.alreadyTitle'))
  err(t('terminal.firstTime', { date: committedAt === null ? '–' : stockholmDate(new Date(committedAt)) }))
}

const PROBLEMS_SHOWN = 20

interface Known {
  interventionIds: string[]
  decisions: (Decision | undefined)[]
  reading: Reading
}

/** Tells of rows that the server stopped though they had passed here, before the others are written. */
function sayStopped(sent: Draft, { reading, decisions }: Known, { t, err, json, locale }: Terminal): void {
  const { accepted, offered } = sent
  const problems = stoppedAtServer(sent, reading.columns, decisions)
  if (problems.length === 0) return
  if (json) return err(JSON.stringify({ accepted, offered, problems }))
  err(t('participations.stoppedAtServer', { accepted, offered }))
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) {
    const { what, mend } = problemText(problem, t, locale)
    err(`  ${problem.column?.letter ?? ''}${problem.row} ${t(`import.problems.${problem.severity}`)}: ${what} ${mend}`)
  }
  if (problems.length > PROBLEMS_SHOWN) err(t('participations.shownOf', { shown: PROBLEMS_SHOWN, all: problems.length }))
}

/** Tells of rows that are left out since the participation was removed at the person's request. */
function sayRemoved({ removed }: Draft, { t, err, json }: Terminal): void {
  if (removed.length === 0) return
  if (json) return err(JSON.stringify({ removed }))
  err(t('participations.removedText', { n: removed.length }))
  err(t('participations.removedRows', { rows: removed.slice(0, PROBLEMS_SHOWN).join(', ') }))
}

/** Sends the rows that passed and writes them; `stopped` are those that the server did not take. */
async function commit(list: PersonList, known: Known, job: Job): Promise<{ summary: ImportSummary; stopped: number }> {
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
    if (!terminal.json) sayAlready(sent.summary, terminal)
    return { summary: sent.summary, stopped: 0 }
  }
  sayStopped(sent, known, terminal)
  sayRemoved(sent, terminal)
  const mapping = mappingToRemember(known.reading.columns, known.decisions, stockholmDate(new Date()))
  const place = { controllerId: setting.controller.id, importId: sent.importId }
  const summary = await commitDraft(
    place,
    { likelyDuplicates, anonymous: oneOf(flags.anonymous, ['count', 'skip'], '--anonymous'), mapping },
    watch(job, 'participations.writing'),
  )
  return { summary, stopped: sent.offered - sent.accepted }
}
