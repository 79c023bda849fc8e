import { allocate } from '../src/financing/allocation/allocate.ts'
import { readAllocation } from '../src/financing/allocation/domain.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'

/** The state's model over as many associations as Sweden has, with every rule on: milliseconds, median. */
const runs = 200
const targetMs = 10
const random = seededRandom(72)
const up = (most: number): number => Math.floor(random() * most)
const question = {
  ...{ frame: 339_000_000, base: 400_000, weights: { supportMeasure: 0.75, population: 0.25 }, brake: 0.1 },
  stair: [
    { above: 0.2, reduction: 0.1 },
    { above: 0.4, reduction: 0.3 },
  ],
  associations: Array.from({ length: 72 }, (_, at) => ({
    ...{ id: `association ${at}`, supportMeasure: 10_000 + up(900_000), population: 5000 + up(300_000) },
    ...{ previous: up(9_000_000), equity: up(4_000_000), ...(at % 5 === 0 && { cap: 3_000_000 + up(5_000_000) }) },
  })),
}
const times = Array.from({ length: runs }, () => {
  const started = performance.now()
  allocate(readAllocation(question))
  return performance.now() - started
}).sort((a, b) => a - b)
console.log(
  `72 associations: ${times[runs / 2]!.toFixed(2)} ms median, ${times.at(-1)!.toFixed(2)} ms worst of ${runs}, target ${targetMs} ms`,
)
