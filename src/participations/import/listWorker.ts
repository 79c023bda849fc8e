import type { Locale } from '../../values/codeList.ts'
import { PersonList, readPlainSheets, type CheckChoices, type ListSetting } from './personList.ts'
import { problemsXlsx } from './problemsXlsx.ts'

/** What the page may ask of the worker. Files are read here and stay here; only rows that passed leave, part by part. */
export interface ListWork {
  open: { in: { setting: ListSetting; bytes: Uint8Array }; out: Awaited<ReturnType<PersonList['read']>> }
  choose: { in: { sheet: number }; out: ReturnType<PersonList['choose']> }
  check: { in: CheckChoices; out: (Awaited<ReturnType<PersonList['check']>> & object) | null }
  parts: { in: object; out: number }
  part: { in: { number: number }; out: ReturnType<PersonList['part']> }
  problemList: { in: { locale: Locale }; out: Uint8Array }
  sheets: { in: { bytes: Uint8Array }; out: Awaited<ReturnType<typeof readPlainSheets>> }
}
export type ListTask = keyof ListWork

export type ToWorker = { [T in ListTask]: { id: number; task: T; input: ListWork[T]['in'] } }[ListTask] | { id: number; task: 'cancel' }
export type FromWorker = { id: number; progress: number } | { id: number; output: unknown } | { id: number; failed: string }

let list: PersonList | undefined
const running = new Map<number, AbortController>()

const opened = (): PersonList => {
  if (!list) throw new Error('No file has been read')
  return list
}

type Work = { onProgress: (share: number) => void; signal: AbortSignal }
const tasks: { [T in ListTask]: (input: ListWork[T]['in'], work: Work) => Promise<ListWork[T]['out']> | ListWork[T]['out'] } = {
  open: async ({ setting, bytes }, work) => {
    list = new PersonList(setting)
    return list.read(bytes, work)
  },
  choose: ({ sheet }) => opened().choose(sheet),
  check: async (choices, work) => (await opened().check(choices, work)) ?? null,
  parts: () => opened().parts,
  part: ({ number }) => opened().part(number),
  problemList: ({ locale }) => problemsXlsx(opened().marked, locale),
  sheets: ({ bytes }, work) => readPlainSheets(bytes, work),
}

const post = (message: FromWorker): void => self.postMessage(message)

self.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
  if (data.task === 'cancel') return running.get(data.id)?.abort()
  const stopping = new AbortController()
  running.set(data.id, stopping)
  const work = { onProgress: (share: number) => post({ id: data.id, progress: share }), signal: stopping.signal }
  try {
    const run = tasks[data.task] as (input: unknown, work: Work) => unknown
    post({ id: data.id, output: await run(data.input, work) })
  } catch (error) {
    post({ id: data.id, failed: error instanceof Error ? error.message : String(error) })
  } finally {
    running.delete(data.id)
  }
}
