import { answerTasks } from '../../spreadsheet/taskWorker.ts'
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
let list: PersonList | undefined

const opened = (): PersonList => {
  if (!list) throw new Error('No file has been read')
  return list
}

answerTasks<ListWork>({
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
})
