import type { Choices } from '../contract.ts'
import { timeUnits } from '../../timeAxis.ts'
import type { MissingPart, SavedQuestion } from '../domain.ts'

/**
 * What there still is of a saved question, and what there is not: measures, dimensions and codes come and go, and the rest can be asked all the same.
 * A question with no measure left asks for the first there is.
 */
export function fitQuestion(
  saved: SavedQuestion,
  choices: Pick<Choices, 'measures' | 'dimensions'>,
): { question: SavedQuestion; missing: MissingPart[] } {
  const missing: MissingPart[] = []
  const miss = (part: MissingPart['part'], name: string, dimension: string | null = null): void =>
    void missing.push({ part, name, dimension })
  const found = new Map(choices.dimensions.map((one) => [one.name, one]))
  const isTime = (name: string): boolean => (timeUnits as readonly string[]).includes(name)
  const known = new Set(choices.measures.map(({ name }) => name))
  const measures = saved.measures.filter((name) => known.has(name) || miss('measure', name) !== undefined)
  const side = (part: 'rows' | 'columns'): string => {
    const name = saved[part]
    if (name === '' || found.has(name) || (part === 'rows' && isTime(name))) return name
    miss(part, name)
    return ''
  }
  const filters = saved.filters.flatMap(({ dimension, codes }) => {
    const there = found.get(dimension)
    if (!there) {
      miss('filter', dimension)
      return []
    }
    const has = new Set(there.codes.map(({ code }) => code))
    for (const code of codes) if (!has.has(code)) miss('code', code, there.label)
    const kept = codes.filter((code) => has.has(code))
    return kept.length > 0 || codes.length === 0 ? [{ dimension, codes: kept }] : []
  })
  const first = choices.measures.slice(0, 1).map(({ name }) => name)
  const question = { ...saved, measures: measures.length > 0 ? measures : first, rows: side('rows'), columns: side('columns'), filters }
  return { question, missing }
}
