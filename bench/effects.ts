import { spawnSync } from 'node:child_process'
import { attEstimates } from '../src/effects/comparison/attEstimates.ts'
import { aalenJohansen } from '../src/effects/curve/aalenJohansen.ts'
import { riskTable } from '../src/effects/curve/durations.ts'
import { makeDesign } from '../src/effects/regression/design.ts'
import { logistic } from '../src/effects/regression/logistic.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import { coverage } from './effectCoverage.ts'

/*
 * Times of the estimators at a million rows beside their limits, and how often their intervals hold the truth at 15, 40 and 100 persons. Seeded.
 * `--rounds N` simulates more (2000); `--only speed` or `--only coverage` does one of them.
 */
const asked = (flag: string): string | undefined => process.argv[process.argv.indexOf(flag) + 1]
const only = process.argv.includes('--only') ? asked('--only') : undefined
const rounds = process.argv.includes('--rounds') ? Number(asked('--rounds')) : 2000

/** The fastest of some runs, in processor seconds. */
function fastest(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1e6
  })
  return Math.min(...times)
}

function madeComparison(n: number, covariates: number, share: number) {
  const random = seededRandom(5)
  const normal = (): number => random() + random() + random() + random() - 2
  const columns = Array.from({ length: covariates }, () => Float64Array.from({ length: n }, normal))
  const tilt = Math.log(share / (1 - share))
  const treated = Float64Array.from({ length: n }, (_, at) => (random() < 1 / (1 + Math.exp(-tilt - 0.4 * columns[0]![at]!)) ? 1 : 0))
  const outcome = Float64Array.from({ length: n }, (_, at) => columns[0]![at]! + treated[at]! + normal())
  return { columns, treated, outcome }
}

function speed(): void {
  const n = 1_000_000
  const random = seededRandom(3)
  const exit = Float64Array.from({ length: n }, () => 1 + Math.floor(random() * 1500))
  const cause = Float64Array.from({ length: n }, () => Math.floor(random() * 4))
  const { columns, treated, outcome } = madeComparison(n, 10, 0.3)
  const small = madeComparison(33_000, 10, 0.3)
  const rows: [string, number, number][] = [
    ['curve and variance, 3 causes, 1,000,000', 0.05, fastest(7, () => aalenJohansen(riskTable({ exit, cause })))],
    ['logistic, 10 covariates, 1,000,000', 3, fastest(2, () => logistic(makeDesign(columns, n), treated))],
    ['doubly robust with error, 1,000,000', 3, fastest(2, () => attEstimates({ design: makeDesign(columns, n), treated, outcome }))],
    [
      'doubly robust with error, 33,000',
      0.2,
      fastest(5, () => attEstimates({ ...small, design: makeDesign(small.columns, small.treated.length) })),
    ],
  ]
  console.log('task\tlimit s\tseconds')
  for (const [task, limit, seconds] of rows) console.log(`${task}\t${limit}\t${seconds.toFixed(3)}${seconds > limit ? '\tOVER' : ''}`)
  if (spawnSync('Rscript', ['-e', 'library(survival)'], { stdio: 'ignore' }).status === 0) besideR(n)
  else console.log('R with survival is not on this machine: its times are not beside ours')
}

function besideR(n: number): void {
  const code = `library(survival); set.seed(3); n <- ${n}; t <- 1 + floor(runif(n) * 1500); k <- factor(floor(runif(n) * 4), 0:3)
cat(system.time(survfit(Surv(t, k) ~ 1))[["user.self"]])`
  console.log(`R survfit, the same\t\t${spawnSync('Rscript', ['-e', code], { encoding: 'utf8' }).stdout}`)
}

if (only !== 'coverage') speed()
if (only !== 'speed') {
  console.log(`\ninterval\tn\tholds the truth, of ${rounds}`)
  for (const { name, n, held } of coverage(rounds)) console.log(`${name}\t${n}\t${held.toFixed(3)}`)
}
