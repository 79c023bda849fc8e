import { StateLater } from '../src/participations/codes.ts'
import { missingValue } from '../src/participations/factColumns.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { monthNumber } from '../src/values/month.ts'
import { denseFacts } from './denseFacts.ts'

const [works, not] = [StateLater.index('ordinaryWork'), StateLater.index('neither')]

/** How lives are drawn. */
export interface Lives {
  /** How many of 1 work at 12 months, and how many are reached: by whether they had ended in work by then, and by sex. */
  works: (isEnded: boolean, sex: number) => number
  reached: (isEnded: boolean, sex: number, isWorking: boolean) => number
}

/** Made-up lives with a truth known to us: half have ended in work or studies by twelve months, the others are still there. */
export function madeLives(size: number, seed: number, lives: Lives): { facts: Facts; truth: number; ofReached: number } {
  const facts = denseFacts(size, seed)
  const random = seededRandom(seed)
  const { columns } = facts
  let [truth, reached, x] = [0, 0, 0]
  for (let row = 0; row < facts.size; row++) {
    const isEnded = random() < 0.5
    columns.entryMonth[row] = monthNumber('2023-01') + Math.floor(random() * 12)
    columns.daysToExit[row] = isEnded ? 200 : missingValue.i32
    columns.workAfter[row] = isEnded ? 100 : missingValue.u8
    const sex = columns.sex[row]!
    const isWorking = random() < lives.works(isEnded, sex)
    const isReached = random() < lives.reached(isEnded, sex, isWorking)
    const known = isWorking ? works : not
    columns.stateAfterStart12[row] = isReached ? known : missingValue.u8
    truth += Number(isWorking)
    reached += Number(isReached)
    x += Number(isReached && isWorking)
  }
  return { facts, truth: truth / facts.size, ofReached: x / reached }
}
