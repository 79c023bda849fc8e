import { WorkType } from '../participations/codes.ts'
import { missingValue } from '../participations/factColumns.ts'
import type { Text } from '../values/codeList.ts'
import { codedDimension } from './dimension.ts'
import type { SingleDimension } from './dimension.ts'
import type { Facts } from './facts.ts'
import type { Measure } from './measure.ts'

const nameless = { sv: '', en: '' }
const coded = (count: number) => Array.from({ length: count }, (_, at) => ({ code: String(at), label: nameless }))
const upTo = (last: number): Uint16Array => Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, last))

/** Under 30, under 50, older or not known. */
const ageBand: SingleDimension = {
  ...{ kind: 'single', name: 'ageBand', label: { sv: 'ålder', en: 'age' }, codes: coded(3), column: { name: 'ageAtEntry', type: 'u8' } },
  lookup: Uint16Array.from({ length: 256 }, (_, age) => Number(age >= 30) + Number(age >= 50)),
}

const sex = (): SingleDimension => ({ ...(codedDimension('sex') as SingleDimension), label: { sv: 'kön', en: 'sex' } })

/**
 * On the day of a point some months after the start: still in the intervention, ended otherwise, ended in work or studies. Known of everybody; in an order in which those beside
 * each other may be put together. */
function endedBy(months: number, toWork: (facts: Facts) => Uint8Array): SingleDimension {
  const last = Math.round((months * 365.25) / 12)
  const derive = (facts: Facts): Uint8Array => {
    const [works, { daysToExit }] = [toWork(facts), facts.columns]
    const result = new Uint8Array(facts.size)
    for (let row = 0; row < facts.size; row++) {
      const isEnded = daysToExit[row]! >= 0 && daysToExit[row]! <= last
      const way = works[row] === 1 ? 2 : 1
      result[row] = isEnded ? way : 0
    }
    return result
  }
  const label: Text = { sv: 'hur det gått till dess i insatsen', en: 'how it had gone in the intervention by then' }
  const name = `endedBy${months}`
  return { kind: 'single', name, label, codes: coded(3), column: { name, type: 'u8', derive }, lookup: upTo(2) }
}

const [subsidised, unknownKind] = [1, 2]
/** What somebody left for: unsubsidised work or own business, subsidised work, studies or work of a kind that is not known. */
const workAtExit: SingleDimension = {
  ...{ kind: 'single', name: 'workAtExit', label: { sv: 'slag av arbete vid avslutet', en: 'kind of work at exit' }, codes: coded(3) },
  column: { name: 'workType', type: 'u8' },
  lookup: Uint16Array.from({ length: 256 }, (_, value) => {
    if (value === missingValue.u8 || value >= WorkType.codes.length) return unknownKind
    return value === WorkType.index('subsidised') ? subsidised : 0
  }),
}

/**
 * What is known of everybody whom a share at a point concerns, reached or not, and may go with both being reached and the outcome: how it went in the intervention, sex, age; the most telling
 * first. None for a share that is not at a point.
 */
export function reachedDimensions(measure: Measure, toWork: (facts: Facts) => Uint8Array): SingleDimension[] {
  if (measure.kind !== 'share' || !measure.among) return []
  const months = Number(/\d+$/.exec(measure.among)![0])
  return [measure.population === 'entries' ? endedBy(months, toWork) : workAtExit, sex(), ageBand]
}
