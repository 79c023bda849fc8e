import { markRaw, onBeforeUnmount, reactive } from 'vue'
import { CallError } from '../../platform/call.ts'
import { contentHashOf } from '../../spreadsheet/contentHash.ts'
import { refuseBySize, type Refusal } from '../../spreadsheet/limits.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Locale } from '../../values/codeList.ts'
import type { ImportSetting, ImportSummary } from '../contract.ts'
import { startListWorker, type ListClient } from '../import/listClient.ts'
import type { CheckChoices, DryRun, ListSetting, Reading } from '../import/personList.ts'
import type { Decision } from '../import/targets.ts'
import { commitDraft, discardDraft, mappingToRemember, sendDraft, type Sent } from '../sendImport.ts'

export type ImportStep =
  'choose' | 'reading' | 'identity' | 'columns' | 'checking' | 'checked' | 'sending' | 'sent' | 'writing' | 'done' | 'already'

/** The decisions of the user that are not about single columns. */
export interface ImportOptions {
  interventionIds: string[]
  withoutGround: 'anonymous' | 'block'
  referenceReach: 'controller' | 'intervention'
  likelyDuplicates: 'skip' | 'import'
  anonymous: 'count' | 'skip'
  /** The ground of the controller holds for every row, for files without such a column. */
  declareGround: boolean
  /** Home municipality of every row, for files without such a column. */
  municipality: string
  /** The intervention of rows that do not name one, when several were chosen. */
  intervention: string
}

/**
 * The way of a file from drop to receipt, step by step. The file stays in a worker of this browser; what leaves are the rows that
 * passed the check, through `sendImport.ts`. A task that fails or is cancelled leads back to a step where nothing is lost.
 */
export class ImportFlow {
  step: ImportStep = 'choose'
  progress = 0
  fileName = ''
  refusal: Refusal | undefined
  failure: CallError | undefined
  reading: Reading | undefined
  decisions: (Decision | undefined)[] = []
  dryRun: DryRun | undefined
  sent: Sent | undefined
  summary: ImportSummary | undefined
  readonly options: ImportOptions = {
    interventionIds: [],
    withoutGround: 'anonymous',
    referenceReach: 'controller',
    likelyDuplicates: 'skip',
    anonymous: 'count',
    declareGround: false,
    municipality: '',
    intervention: '',
  }
  private readonly setting: () => ImportSetting
  private readonly today = stockholmDate(new Date())
  private worker: ListClient | undefined
  private hash = ''
  private stopping: AbortController | undefined

  constructor(setting: () => ImportSetting) {
    this.setting = setting
  }

  /** Columns that look like identity. */
  get identity(): Reading['columns'] {
    return (this.reading?.columns ?? []).filter((column) => column.identity !== undefined)
  }

  /** Earlier imports that counted rows without a ground: if this is a later edition of their list, those rows are counted already. */
  get countedBefore(): ImportSummary[] {
    if (!this.dryRun?.counts.anonymous) return []
    return this.setting().imports.filter(({ status, counts }) => status === 'committed' && (counts?.anonymous ?? 0) > 0)
  }

  /** Whether it has to be asked if rows without a ground are counted already. */
  get asksCounted(): boolean {
    return this.countedBefore.length > 0 || (this.setting().countedElsewhere && (this.dryRun?.counts.anonymous ?? 0) > 0)
  }

  /** Whether some column means one of these. */
  has(...wanted: Decision[]): boolean {
    return this.decisions.some((one) => one !== undefined && wanted.includes(one))
  }

  /** Forgets the file. */
  reset(): void {
    this.worker?.close()
    this.worker = this.refusal = this.failure = this.reading = this.dryRun = this.sent = this.summary = undefined
    this.step = 'choose'
  }

  /** Reads a file that was dropped or picked. */
  async open(file: File): Promise<void> {
    this.reset()
    this.fileName = file.name
    this.refusal = refuseBySize(file.size)
    if (this.refusal) return
    this.step = 'reading'
    const worker = (this.worker = markRaw(startListWorker()))
    const answer = await this.attempt('choose', async () => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      this.hash = await contentHashOf(bytes)
      return worker.ask('open', { setting: this.listSetting(), bytes }, this.watch())
    })
    if (answer?.kind === 'refused') {
      if (answer.refusal.reason !== 'cancelled') this.refusal = answer.refusal
      this.step = 'choose'
    } else if (answer) this.show(answer)
  }

  /** Looks at another sheet of the file. */
  async chooseSheet(sheet: number): Promise<void> {
    const answer = await this.attempt('columns', () => this.worker!.ask('choose', { sheet }))
    if (answer) this.show(answer)
  }

  /** Drops every column with identity, reading birth year and sex out of the personnummer first when asked to. */
  dropIdentity(derive: boolean): void {
    const numbered = derive ? this.identity.find(({ identity }) => identity?.kind === 'personnummer') : undefined
    for (const { column } of this.identity) this.decisions[column] = column === numbered?.column ? 'personnummer' : 'ignore'
    this.step = 'columns'
  }

  /** Says what a column means; `undefined` leaves it undecided. */
  decide(column: number, decision: Decision | undefined): void {
    this.decisions[column] = decision
  }

  /** Goes back to the meaning of the columns. */
  changeColumns(): void {
    this.step = 'columns'
  }

  /** The dry run: checks every row, here in the browser. */
  async check(): Promise<void> {
    this.step = 'checking'
    const answer = await this.attempt('columns', () => this.worker!.ask('check', this.checkChoices(), this.watch()))
    this.dryRun = answer ? markRaw(answer) : undefined
    this.step = answer ? 'checked' : 'columns'
  }

  /** Sends the rows that passed as a draft, to be compared with what is registered already. */
  async send(): Promise<void> {
    this.step = 'sending'
    const worker = this.worker!
    const list = { parts: () => worker.ask('parts', {}), part: (number: number) => worker.ask('part', { number }) }
    const { interventionIds, withoutGround, referenceReach } = this.options
    const sending = {
      ...{ controllerId: this.setting().controller.id, fileName: this.fileName, contentHash: this.hash },
      ...{ interventionIds: [...interventionIds], withoutGround, referenceReach },
    }
    const answer = await this.attempt('checked', () => sendDraft(list, sending, this.watch()))
    if (!answer) return
    this.sent = markRaw(answer)
    this.options.anonymous = this.asksCounted ? 'skip' : 'count'
    if (answer.kind === 'already') this.summary = answer.summary
    this.step = answer.kind === 'already' ? 'already' : 'sent'
  }

  /** Writes the draft in one transaction. */
  async write(): Promise<void> {
    const { sent } = this
    if (sent?.kind !== 'draft') return
    this.step = 'writing'
    const place = { controllerId: this.setting().controller.id, importId: sent.importId }
    const mapping = mappingToRemember(this.reading!.columns, this.decisions, this.today)
    const { likelyDuplicates, anonymous } = this.options
    const choice = { likelyDuplicates, anonymous, mapping }
    const receipt = await this.attempt('checked', () => commitDraft(place, choice, this.watch()))
    if (!receipt) return
    this.summary = receipt
    this.step = 'done'
    this.worker?.close()
    this.worker = undefined
  }

  /** Throws the draft away and goes back to the result of the check. */
  async discard(): Promise<void> {
    this.step = 'checked'
    if (this.sent?.kind === 'draft') await discardDraft(this.setting().controller.id, this.sent.importId)
  }

  /** The rows with their problems marked, as a workbook made in this browser. */
  problemList(locale: Locale): Promise<Uint8Array> {
    return this.worker!.ask('problemList', { locale })
  }

  /** Stops what is under way. */
  cancel(): void {
    this.stopping?.abort()
  }

  /** Leaves nothing behind when the page is left. */
  leave(): void {
    this.cancel()
    if (this.step === 'sent') void this.discard()
    this.worker?.close()
  }

  private show(answer: Reading): void {
    this.reading = markRaw(answer)
    this.decisions = answer.columns.map(({ decision }) => decision)
    this.step = this.identity.length > 0 ? 'identity' : 'columns'
  }

  private listSetting(): ListSetting {
    const { municipalities, interventions, mapping } = this.setting()
    const chosen = interventions.filter(({ id }) => this.options.interventionIds.includes(id))
    return {
      today: this.today,
      municipalities,
      interventions: chosen.map(({ id, name }) => ({ id, name })),
      remembered: { ...mapping } as Record<string, Decision>,
    }
  }

  private checkChoices(): CheckChoices {
    const { interventionIds, intervention, withoutGround, declareGround, municipality } = this.options
    const only = interventionIds.length === 1 ? interventionIds[0] : intervention
    return {
      decisions: [...this.decisions],
      withoutGround,
      ...(only ? { intervention: only } : {}),
      ...(declareGround ? { declaredGround: { ground: this.setting().controller.ground, date: null } } : {}),
      ...(municipality ? { defaults: { municipality } } : {}),
    }
  }

  private watch(): { onProgress: (share: number) => void; signal: AbortSignal } {
    this.stopping = markRaw(new AbortController())
    this.progress = 0
    return { onProgress: (share) => (this.progress = share), signal: this.stopping.signal }
  }

  private async attempt<T>(back: ImportStep, task: () => Promise<T>): Promise<T | undefined> {
    this.failure = undefined
    try {
      return await task()
    } catch (error) {
      this.step = back
      if (this.stopping?.signal.aborted) return undefined
      this.failure = error instanceof CallError ? error : new CallError(0, 'participations.readFailed', '')
      return undefined
    }
  }
}

/** The flow of one import, for a page; it is left when the page is. */
export function useImportFlow(setting: () => ImportSetting): ImportFlow {
  const flow = reactive(new ImportFlow(setting)) as ImportFlow
  onBeforeUnmount(() => flow.leave())
  return flow
}
