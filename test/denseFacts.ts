import { syntheticFacts } from '../bench/syntheticFacts.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import { missingValue } from '../src/participations/factColumns.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { monthNumber } from '../src/values/month.ts'

/** Made-up facts of a few associations in two years, so that some counts are small and some are not. */
export function denseFacts(size: number, seed: number, associations = 3): Facts {
  const facts = syntheticFacts(size, seed)
  const random = seededRandom(seed + 1000)
  const { columns } = facts
  const first = monthNumber('2023-01')
  for (let row = 0; row < facts.size; row++) {
    const association = Math.floor(random() ** 2 * associations)
    columns.association[row] = association
    columns.intervention[row] = association * 20 + Math.floor(random() * 2)
    const entry = first - 6 + Math.floor(random() * 28)
    const exit = entry + Math.floor(random() * 14)
    columns.entryMonth[row] = entry
    const isOpen = exit >= first + 24
    columns.exitMonth[row] = isOpen ? missingValue.u16 : exit
    columns.daysToExit[row] = isOpen ? missingValue.i32 : (exit - entry) * 30
  }
  return facts
}
