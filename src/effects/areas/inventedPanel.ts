import type { StaggeredPanel } from '../differences/staggeredPanel.ts'
import { seededRandom } from '../../probability/seededRandom.ts'

/** An invented panel to try with: thirty areas over ten years, of which twelve start in one of three; the outcome is a number of a hundred. */
export function inventedPanel(): StaggeredPanel {
  const random = seededRandom(12)
  const periods = Array.from({ length: 10 }, (_, at) => 2016 + at)
  const starts = [2019, 2021, 2022]
  const start = Array.from({ length: 30 }, (_, at) => (at < 12 ? starts[at % starts.length] : undefined))
  const y = start.map((own) => {
    const level = 18 + 10 * random()
    return periods.map((period) => level + 0.3 * (period - 2016) + 2 * (random() - 0.5) + (own !== undefined && period >= own ? 1.5 : 0))
  })
  return { periods, start, y }
}
