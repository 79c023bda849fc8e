import { noise } from '../test/noise.ts'
import { askedOf, placeOf } from '../test/askedFacts.ts'
import { denseFacts } from '../test/denseFacts.ts'
import { madeLives } from '../test/madeLives.ts'
import { beforeAfterOf } from '../src/effects/change/beforeAfter.ts'
import { comparisonOf } from '../src/effects/fair/fairComparison.ts'
import { reachedPoints } from '../src/effects/overTime/reachedPoints.ts'
import { overTimeOf } from '../src/effects/overTime/overTime.ts'
import { Occupation } from '../src/participations/codes.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import { monthNumber } from '../src/values/month.ts'
import { syntheticFacts } from './syntheticFacts.ts'

/*
 * The pages made of protected counts: how long an answer takes at a million facts (the first of its period, and the next), and how often the interval
 * of a curve made of numbers with noise holds the truth after twelve months, and that of a share weighted by class. Seeded. `--rounds N` simulates more (500).
 */
const rounds = process.argv.includes('--rounds') ? Number(process.argv[process.argv.indexOf('--rounds') + 1]) : 500

function times(): void {
  const facts = syntheticFacts(1_000_000, 1)
  const until = monthNumber('2024-12')
  console.log('answer\tperiod\tplace\tfirst ms\tnext ms')
  for (const from of ['2021-01', '2019-01'])
    for (const place of [undefined, placeOf('association', 'association-3')]) {
      const ask = () => askedOf(facts, { from, to: '2021-12' }, { by: noise, ...(place && { place }) })
      const answers = {
        'over time': () => overTimeOf(ask(), until),
        change: () => beforeAfterOf(ask()),
        comparison: () => comparisonOf(ask(), until),
      }
      for (const [name, answer] of Object.entries(answers)) {
        const [first, next] = [elapsed(answer), elapsed(answer)]
        console.log([name, `${from.slice(0, 4)}–2021`, place?.address ?? 'nation', first, next].join('\t'))
      }
    }
}

function elapsed(work: () => unknown): number {
  const before = performance.now()
  work()
  return Math.round(performance.now() - before)
}

/** A third of a life ends within a year, 0.4 of those in work; who began late is seen for eight months only. */
function coverage(): void {
  const random = seededRandom(11)
  const truth = { 0: 0.35 * 0.4, 2: 0.35 * 0.6 }
  console.log('began\tshown\twork holds\tother holds')
  for (const n of [40, 100, 360, 1200]) {
    const held = { 0: 0, 2: 0 }
    let shown = 0
    for (let round = 0; round < rounds; round++) {
      const { steps } = overTimeOf(askedOf(drawnLives(n, random), { from: '2023-01', to: '2023-12' }), monthNumber('2024-08'))
      const year = steps.find(({ to }) => to === 12)
      if (!year) continue
      shown++
      for (const cause of [0, 2] as const) {
        const { lower, upper } = year.values[cause]!
        if (lower !== null && upper !== null && lower <= truth[cause] && truth[cause] <= upper) held[cause]++
      }
    }
    console.log([n, shown, (held[0] / shown).toFixed(3), (held[2] / shown).toFixed(3)].join('\t'))
  }
}

function drawnLives(n: number, random: () => number) {
  const facts = denseFacts(n, 1)
  const { columns } = facts
  for (let row = 0; row < n; row++) {
    columns.entryMonth[row] = monthNumber('2023-01') + Math.floor(random() * 12)
    columns.recordKey[row] = Math.floor(random() * 2 ** 32)
    columns.daysToExit[row] = random() < 0.7 ? Math.floor(random() * 730.5) : -1
    columns.exitReason[row] = 0
    const works = random() < 0.4
    columns.occupationAfter[row] = Occupation.index(works ? 'work' : 'other')
    columns.workAfter[row] = works ? 100 : 0
    columns.studyAfter[row] = 0
  }
  return facts
}

/**
 * Half of those who began have ended in work within a year, and of them 60 of 100 work at twelve months, of the others 10: 35 of 100. Of the first 95 of 100 are reached, of the
 * others 50: how often each interval holds the truth, and how far off the share is.
 */
function weightedCoverage(): void {
  const truth = 0.35
  const lives = { works: (isEnded: boolean) => (isEnded ? 0.6 : 0.1), reached: (isEnded: boolean) => (isEnded ? 0.95 : 0.5) }
  console.log('\nbegan\tshown\tweighted holds\tweighted off by\tof those reached holds\tof those reached off by')
  for (const n of [100, 360, 1200]) {
    const sums = { weighted: { held: 0, off: 0 }, reached: { held: 0, off: 0 } }
    let shown = 0
    for (let round = 0; round < rounds; round++) {
      const { facts } = madeLives(n, 1000 * n + round, lives)
      const ask = askedOf(facts, { from: '2023-01', to: '2023-12' }, { by: noise })
      const point = reachedPoints(ask).find(({ months }) => months === 12)!
      if (!point.weighted || !point.reached) continue
      shown++
      for (const by of ['weighted', 'reached'] as const) {
        const { share, lower, upper } = point[by]!
        sums[by].held += Number(lower! <= truth && truth <= upper!)
        sums[by].off += share - truth
      }
    }
    const told = (['weighted', 'reached'] as const).flatMap((of) => [sums[of].held, sums[of].off].map((sum) => (sum / shown).toFixed(3)))
    console.log([n, shown, ...told].join('\t'))
  }
}

times()
coverage()
weightedCoverage()
