import { valueOf } from '../disclosure/cell.ts'
import type { Noise } from '../disclosure/noise/noise.ts'
import { releasedCell } from '../disclosure/releasedCell.ts'
import { monthOfNumber } from '../values/month.ts'
import type { Facts, FactUnit } from './facts.ts'

/** Entries of the last months are still coming in: they are left out of the comparison. */
const LAG = 2
const WINDOW = 12
/** Below this many in the first twelve months, half as many says little. */
const LEAST = 20

/** What was found, with the last month that was compared; `null` when there are too few months. */
interface Found {
  until: string | null
  associations: FactUnit[]
}

interface Window {
  counts: Uint32Array
  keys: Uint32Array
}

/**
 * Associations where fewer than half as many participations began in the last twelve months as in the twelve before, of those where at
 * least twenty began then, by numbers with noise: the list tells no more than they would. The two last months of the data are left out, since
 * registrations come late.
 * @param span first and last month of the data, as `monthNumber`; `undefined` when there are none
 */
export function dropsOf({ columns, size, dictionaries }: Facts, span: { first: number; last: number } | undefined, noise: Noise): Found {
  const last = (span?.last ?? 0) - LAG
  if (!span || last - 2 * WINDOW + 1 < span.first) return { until: null, associations: [] }
  const [before, after] = [0, 1].map(() => ({
    counts: new Uint32Array(dictionaries.associations.length),
    keys: new Uint32Array(dictionaries.associations.length),
  })) as [Window, Window]
  for (let row = 0; row < size; row++) {
    const age = last - columns.entryMonth[row]!
    if (age < 0 || age >= 2 * WINDOW) continue
    const { counts, keys } = age < WINDOW ? after : before
    counts[columns.association[row]!]!++
    keys[columns.association[row]!]! += columns.recordKey[row]!
  }
  const began = ({ counts, keys }: Window, at: number): number => valueOf(releasedCell({ count: counts[at]!, key: keys[at]! }, noise))!
  return {
    until: monthOfNumber(last),
    associations: dictionaries.associations
      .filter((_, at) => began(before, at) >= LEAST && began(after, at) < began(before, at) / 2)
      .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
  }
}
