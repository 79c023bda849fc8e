import type { Population } from '../../cellAddress.ts'
import type { Period } from '../../../values/month.ts'

/** Who a table counts, and until which month of which year; from January of it. Who took part is counted for whole years only. */
export interface TimeNode {
  population: Population
  year: number
  /** 1 … 12, the last month. */
  month: number
}

/** A node by its name in the union of tables: `exits:2024-08`. */
export function nodeCode({ population, year, month }: TimeNode): string {
  return `${population}:${year}-${String(month).padStart(2, '0')}`
}

/** The period of a node: from January to its last month. */
export function nodePeriod({ year, month }: Pick<TimeNode, 'year' | 'month'>): Period {
  return { from: `${year}-01`, to: `${year}-${String(month).padStart(2, '0')}` }
}

/** A sum between nodes: the whole, and its parts. Parts that are no period of a table are differences, which nobody publishes. */
export interface TimeSum {
  whole: string
  parts: readonly string[]
}

/**
 * All sums that hold between periods of which some are out or are to come out. Exits and entries of a year add up month by month, so a longer period is a
 * shorter one and the rest. Who took part in a year left in it or stays on; who took part in the next stayed on or began.
 * @returns sums; those nodes in them that are not among the given ones are differences (`… rest …`, `stays:2024`, `entries:…` never published)
 */
export function timeSums(nodes: readonly TimeNode[]): TimeSum[] {
  const sums: TimeSum[] = []
  for (const population of ['exits', 'entries'] as const) {
    const years = new Set(nodes.filter((one) => one.population === population).map(({ year }) => year))
    for (const year of years) sums.push(...chain(population, year, monthsOf(nodes, population, year)))
  }
  const taken = [...new Set(nodes.filter((one) => one.population === 'inPeriod').map(({ year }) => year))].sort((a, b) => a - b)
  for (const year of taken) {
    const whole = nodeCode({ population: 'inPeriod', year, month: 12 })
    sums.push({ whole, parts: [nodeCode({ population: 'exits', year, month: 12 }), stays(year)] })
    const counted = taken.includes(year - 1) || nodes.some((one) => one.population === 'entries' && one.year === year)
    if (counted) sums.push({ whole, parts: [stays(year - 1), nodeCode({ population: 'entries', year, month: 12 })] })
  }
  return sums
}

/** Those who stay on when a year ends. */
const stays = (year: number): string => `stays:${year}`

function monthsOf(nodes: readonly TimeNode[], population: Population, year: number): number[] {
  const months = nodes.filter((one) => one.population === population && one.year === year).map(({ month }) => month)
  // The whole year stands in the sums of those who took part, whether it is published or not.
  if (nodes.some((one) => one.population === 'inPeriod' && one.year === year) && months.length > 0) months.push(12)
  return [...new Set(months)].sort((a, b) => a - b)
}

function chain(population: Population, year: number, months: readonly number[]): TimeSum[] {
  return months.slice(1).map((month, at) => {
    const [whole, part] = [nodeCode({ population, year, month }), nodeCode({ population, year, month: months[at]! })]
    return { whole, parts: [part, `${part} rest ${String(month).padStart(2, '0')}`] }
  })
}
