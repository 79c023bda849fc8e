import { answerTasks } from '../../spreadsheet/taskWorker.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { OwnComparison, type OwnAnswer, type OwnQuestion } from './ownComparison.ts'
import type { FileShown } from './ownFile.ts'

/** What the page may ask of the worker. Files are read and reckoned with here, and nothing leaves: the worker calls nobody. */
export interface ComparisonWork {
  open: { in: { place: 0 | 1; bytes: Uint8Array; today: CivilDate }; out: Awaited<ReturnType<OwnComparison['open']>> }
  choose: { in: { place: 0 | 1; sheet: number }; out: FileShown }
  forget: { in: { place: 0 | 1 }; out: null }
  compare: { in: OwnQuestion; out: OwnAnswer }
}

const own = new OwnComparison()

answerTasks<ComparisonWork>({
  open: ({ place, bytes, today }, work) => own.open(place, bytes, today, work),
  choose: ({ place, sheet }) => own.choose(place, sheet),
  forget: ({ place }) => {
    own.forget(place)
    return null
  },
  compare: (question, work) => own.compare(question, work),
})
