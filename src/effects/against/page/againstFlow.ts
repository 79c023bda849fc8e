import { markRaw, onBeforeUnmount, reactive } from 'vue'
import { contentHashOf } from '../../../spreadsheet/contentHash.ts'
import { refuseBySize, type Refusal } from '../../../spreadsheet/limits.ts'
import { taskClient, type TaskClient } from '../../../spreadsheet/taskWorker.ts'
import { stockholmDate } from '../../../values/civilDate.ts'
import type { ComparisonWork } from '../comparisonWorker.ts'
import { declaredRule, nothingDescribed, type Described } from '../described.ts'
import type { MoneyWritten } from '../moneyAsked.ts'
import type { OwnModelFault } from '../ownComparison.ts'
import type { FileColumn, FileShown } from '../ownFile.ts'
import type { OwnResult } from '../ownResult.ts'
import type { OwnFault } from '../readPersons.ts'

/** What a column is used as. */
export const columnRoles = ['unused', 'treated', 'outcome', 'covariate', 'placebo', 'placeboAlone'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** A file of the page: what was seen in it, and the bytes' hash, so that a report can say what it is of. */
export interface PlacedFile {
  name: string
  hash: string
  shown: FileShown
}

/** What was compared: the result with what was said of it and what the outcome's column is called. */
export interface Shown {
  result: OwnResult
  column: string
  hashes: string[]
}

/**
 * The way from files to a comparison. Files are read in a worker of this browser and stay there: nothing here calls anybody. What has been
 * chosen goes by the names of columns, so it is still there when a mended file is dropped.
 */
export class AgainstFlow {
  step: 'choose' | 'reading' | 'computing' | 'result' = 'choose'
  progress = 0
  /** The name of the file being read. */
  readingName = ''
  files: [PlacedFile | undefined, PlacedFile | undefined] = [undefined, undefined]
  refusals: [Refusal | undefined, Refusal | undefined] = [undefined, undefined]
  roles: Record<string, ColumnRole> = {}
  /** Backgrounds that are not from before the outcome before the start. */
  later: Record<string, boolean> = {}
  described: Described = { ...nothingDescribed }
  money: MoneyWritten
  faults: { list: OwnFault[]; total: number } | undefined
  model: OwnModelFault | undefined
  stopped = false
  failed = false
  shown: Shown | undefined
  private worker: TaskClient<ComparisonWork> | undefined
  private stopping: AbortController | undefined

  constructor(money: MoneyWritten) {
    this.money = money
  }

  /** The columns of the first file: the second has the same. */
  get columns(): FileColumn[] {
    return this.files[0]?.shown.columns ?? []
  }

  roleOf(name: string): ColumnRole {
    return this.roles[name] ?? 'unused'
  }

  /** Says what a column is used as. */
  use(name: string, role: ColumnRole): void {
    this.roles[name] = role
  }

  /** Says whether a background is also in the check before the start. */
  take(name: string, isIn: boolean): void {
    this.later[name] = !isIn
  }

  /** Columns of the file that are used as something. */
  named(role: ColumnRole): string[] {
    return this.columns.filter(({ name, identity }) => identity === undefined && this.roleOf(name) === role).map(({ name }) => name)
  }

  /** Backgrounds, in the order of the file; the outcome before the start is one of them. */
  get background(): string[] {
    const used = new Set([...this.named('covariate'), ...this.named('placebo')])
    return this.columns.map(({ name }) => name).filter((name) => used.has(name))
  }

  /** Says how many started who are not in the file. */
  sayOutside(text: string): void {
    this.described.outside = text
  }

  /** What is still to be chosen, or chosen twice, before anything can be compared. */
  get missing(): { key: 'treated' | 'outcome' | 'covariate' | 'earlier' } | { twice: ColumnRole } | undefined {
    for (const role of ['treated', 'outcome'] as const) if (this.named(role).length > 1) return { twice: role }
    if (this.placebos.length > 1) return { twice: 'placebo' }
    for (const key of ['treated', 'outcome'] as const) if (this.named(key).length === 0) return { key }
    if (this.background.length === 0) return { key: 'covariate' }
    return this.placebos.length > 0 && this.earlier.length === 0 ? { key: 'earlier' } : undefined
  }

  /** The outcome before the start, with or without being a background too; more than one is one too many. */
  get placebos(): string[] {
    return [...this.named('placebo'), ...this.named('placeboAlone')]
  }

  /** Backgrounds that go into the check before the start. */
  get earlier(): string[] {
    const [placebo] = this.placebos
    return placebo === undefined ? [] : this.background.filter((name) => name !== placebo && !this.later[name])
  }

  /** Reads a file in its place. */
  async open(place: 0 | 1, file: File): Promise<void> {
    this.clear()
    this.refusals[place] = refuseBySize(file.size)
    if (this.refusals[place]) return
    const answer = await this.attempt('reading', async (work) => {
      this.readingName = file.name
      const bytes = new Uint8Array(await file.arrayBuffer())
      const hash = await contentHashOf(bytes)
      const shown = await this.client().ask('open', { place, bytes, today: stockholmDate(new Date()) }, work)
      return { hash, shown }
    })
    this.step = 'choose'
    if (!answer) return
    const { hash, shown } = answer
    if (shown.kind === 'refused') {
      if (shown.refusal.reason === 'cancelled') this.stopped = true
      else this.refusals[place] = shown.refusal
    } else {
      this.files[place] = { name: file.name, hash, shown: markRaw(shown) }
      if (place === 0) this.suggest()
    }
  }

  /** Looks at another sheet of a file. */
  async choose(place: 0 | 1, sheet: number): Promise<void> {
    this.clear()
    const file = this.files[place]!
    this.files[place] = { ...file, shown: markRaw(await this.client().ask('choose', { place, sheet })) }
    if (place === 0) this.suggest()
  }

  async forget(place: 0 | 1): Promise<void> {
    this.clear()
    this.files[place] = undefined
    await this.client().ask('forget', { place })
  }

  /** Compares as chosen and declared. What is wrong leads back, with all that was chosen. */
  async compare(): Promise<void> {
    this.clear()
    const [treated, outcome] = (['treated', 'outcome'] as const).map((role) => this.named(role)[0])
    const [placebo] = this.placebos
    const question = {
      // Copies: what is read off a reactive object is watched, and cannot be sent to a worker.
      ...{ treated: treated!, outcome: outcome!, placebo, covariates: [...this.background], placeboCovariates: [...this.earlier] },
      ...{ indexDateRule: declaredRule(this.described), lottery: this.described.lottery },
    }
    const answer = await this.attempt('computing', (work) => this.client().ask('compare', question, work))
    this.step = 'choose'
    if (answer?.kind === 'cancelled') this.stopped = true
    else if (answer?.kind === 'faults') this.faults = { list: answer.faults, total: answer.total }
    else if (answer?.kind === 'model') this.model = answer.fault
    else if (answer) {
      const hashes = this.files.flatMap((file) => (file ? [file.hash] : []))
      this.shown = { result: markRaw(answer.result), column: outcome!, hashes }
      // The persons of the file, until somebody says otherwise.
      if (this.money.participations === '') this.money.participations = String(answer.result.groups.treated.n)
      this.step = 'result'
    }
  }

  /** Back to the choices, which are all there. */
  change(): void {
    this.step = 'choose'
  }

  /** Stops what is under way. */
  cancel(): void {
    this.stopping?.abort()
  }

  /** Leaves nothing behind. */
  leave(): void {
    this.cancel()
    this.worker?.close()
  }

  private clear(): void {
    this.faults = this.model = this.shown = undefined
    this.stopped = this.failed = false
  }

  /** Where nothing is chosen yet, the one column of yes and no whose name says that somebody started. */
  private suggest(): void {
    if (this.named('treated').length > 0) return
    const marks = this.columns.filter(({ name, holds }) => holds === 'zeroOrOne' && /start|treat|insats|behandl|deltog/i.test(name))
    if (marks.length === 1) this.roles[marks[0]!.name] = 'treated'
  }

  private client(): TaskClient<ComparisonWork> {
    this.worker ??= markRaw(taskClient<ComparisonWork>(new Worker(new URL('../comparisonWorker.ts', import.meta.url), { type: 'module' })))
    return this.worker
  }

  private async attempt<T>(
    step: 'reading' | 'computing',
    task: (work: { onProgress: (share: number) => void; signal: AbortSignal }) => Promise<T>,
  ): Promise<T | undefined> {
    this.step = step
    this.progress = 0
    this.stopping = markRaw(new AbortController())
    try {
      return await task({ onProgress: (share) => (this.progress = share), signal: this.stopping.signal })
    } catch {
      this.failed = true
      return undefined
    }
  }
}

/** The flow of one comparison, for a page; it is left when the page is. */
export function useAgainstFlow(money: MoneyWritten): AgainstFlow {
  const flow = reactive(new AgainstFlow(money)) as AgainstFlow
  onBeforeUnmount(() => flow.leave())
  return flow
}
