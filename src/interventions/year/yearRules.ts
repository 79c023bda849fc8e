import { stockholmDate } from '../../values/civilDate.ts'

/** When an intervention runs; civil dates. */
export interface Run {
  startDate: string
  endDate: string | null
}

/** The calendar year in Sweden. */
export function yearAt(now: Date): number {
  return Number(stockholmDate(now).slice(0, 4))
}

/** What is wrong with counting people in a year: one that has not come, or in which the intervention did not run. */
export function countYearFault({ startDate, endDate }: Run, year: number, thisYear: number): 'futureYear' | 'notThatYear' | undefined {
  if (year > thisYear) return 'futureYear'
  const [first, last] = [Number(startDate.slice(0, 4)), endDate === null ? thisYear : Number(endDate.slice(0, 4))]
  return year < first || year > last ? 'notThatYear' : undefined
}

/** What is wrong with women, men and total of an older figure, by field. A sex that is not known is `null`. */
export function sumFaults(figure: { women: number | null; men: number | null; total: number }): {
  where: 'women' | 'men' | 'total'
  key: 'moreThanTotal' | 'sumWrong'
}[] {
  const { women, men, total } = figure
  if (women !== null && men !== null) return women + men === total ? [] : [{ where: 'total', key: 'sumWrong' }]
  const more = (['women', 'men'] as const).filter((sex) => (figure[sex] ?? 0) > total)
  return more.map((where) => ({ where, key: 'moreThanTotal' }))
}
