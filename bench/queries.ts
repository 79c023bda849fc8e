import type { Dimension } from '../src/statistics/dimension.ts'
import { dimensionsOf } from '../src/statistics/dimension.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { exitedIn, having } from '../src/statistics/filter.ts'
import { tabulate, tabulatePersons } from '../src/statistics/tabulate.ts'
import type { Tabulation } from '../src/statistics/tabulate.ts'
import { monthNumber } from '../src/values/month.ts'

/** Non-zero counts by the codes of their cell, `"3,0,2,2015" → 17`; comparable between engines. */
export type Answer = Map<string, number>

/** A question put to every engine. `wholeDivision` is how the engine's SQL divides whole numbers. */
export interface BenchQuery {
  name: string
  /** What we set out to need at most on 1,000,000 facts, ms. */
  targetMs: number
  ours: (facts: Facts) => Tabulation
  sql: (wholeDivision: '/' | '//') => string
}

const period = { from: '2020-01', to: '2022-12' }
const ageGroup = `case when age_at_entry < 16 or age_at_entry > 66 then 6 when age_at_entry <= 24 then 0 when age_at_entry <= 29 then 1
  when age_at_entry <= 39 then 2 when age_at_entry <= 49 then 3 when age_at_entry <= 59 then 4 else 5 end`

export const benchQueries: BenchQuery[] = [
  {
    name: 'four dimensions: association × sex × age group × year of entry',
    targetMs: 15,
    ours: (facts) => tabulate(facts, { dimensions: named(facts, 'association', 'sex', 'ageGroup', 'entryYear') }),
    sql: (wholeDivision) =>
      `select association, sex, ${ageGroup}, entry_month ${wholeDivision} 12, count(*) from facts group by 1, 2, 3, 4`,
  },
  {
    name: 'filtered: exits 2020–2022 with sjukpenning, association × sex × occupation after',
    targetMs: 15,
    ours: (facts) => {
      const [support, ...dimensions] = named(facts, 'supportBefore', 'association', 'sex', 'occupationAfter')
      const filter = [...exitedIn(period), having(support!, ['sjukpenning'])]
      return tabulate(facts, { dimensions, filter })
    },
    sql: () => `select association, sex, occupation_after, count(*) from facts
      where exit_month between ${monthNumber(period.from)} and ${monthNumber(period.to)} and (support_before & 1) <> 0 group by 1, 2, 3`,
  },
  {
    name: 'distinct persons: association × year of entry',
    targetMs: 80,
    ours: (facts) => tabulatePersons(facts, { dimensions: named(facts, 'association', 'entryYear') }),
    sql: (wholeDivision) =>
      `select association, entry_month ${wholeDivision} 12, count(distinct person_index) from facts group by 1, 2`,
  },
]

/** The answer in rows of an SQL engine: codes first, the count last. */
export function answerOfRows(rows: readonly (readonly unknown[])[]): Answer {
  return new Map(rows.map((row) => [row.slice(0, -1).map(Number).join(), Number(row.at(-1))]))
}

/** Throws, naming the cell, unless two answers are the same. */
export function demandEqual(ours: Answer, theirs: Answer, who: string): void {
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    if (ours.get(key) !== theirs.get(key)) {
      throw new Error(`${who} says ${theirs.get(key)} where we say ${ours.get(key)} (cell ${key})`)
    }
  }
}

function named(facts: Facts, ...names: string[]): Dimension[] {
  const dimensions = dimensionsOf(facts)
  return names.map((name) => dimensions.get(name)!)
}

/** Our answer, by the numbers that SQL gives for the codes. */
export function answerOf({ dimensions, counts }: Tabulation): Answer {
  const answer: Answer = new Map()
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue
    const codes: number[] = []
    let rest = cell
    for (const { name, codes: all } of dimensions.toReversed()) {
      const position = rest % all.length
      rest = Math.floor(rest / all.length)
      codes.unshift(name.endsWith('Year') ? Number(all[position]!.code) : position)
    }
    answer.set(codes.join(), counts[cell]!)
  }
  return answer
}
