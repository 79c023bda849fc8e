import { dayNumber, type CivilDate } from '../values/civilDate.ts'
import type { FictiveIntervention } from './interventions.ts'
import type { Random } from './random.ts'

/** Draws the intervention of each participation by size and running time. */
export class Draw {
  readonly #open: FictiveIntervention[]
  readonly #cumulative: number[] = []
  readonly #today: CivilDate
  #total = 0

  constructor(interventions: readonly FictiveIntervention[], today: CivilDate) {
    this.#today = today
    this.#open = interventions.filter((one) => one.identified && !one.structural)
    for (const one of this.#open) {
      this.#total += one.weight * Math.max(0.3, this.#days(one) / 365)
      this.#cumulative.push(this.#total)
    }
  }

  #days(one: FictiveIntervention): number {
    return dayNumber(one.end ?? this.#today) - dayNumber(one.start)
  }

  next(random: Random): { intervention: FictiveIntervention; entryDay: number } {
    const wanted = random.next() * this.#total
    let low = 0
    let high = this.#cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#cumulative[middle]! < wanted) low = middle + 1
      else high = middle
    }
    const intervention = this.#open[low]!
    return {
      intervention,
      entryDay: dayNumber(intervention.start) + random.below(Math.max(1, this.#days(intervention))),
    }
  }
}
