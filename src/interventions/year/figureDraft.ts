import { HistoricFigure } from '../domain.ts'
import { parseWhole } from './yearDraft.ts'
import { sumFaults } from './yearRules.ts'

export type FigureField = Exclude<keyof HistoricFigure, 'id'>

/** An older figure as typed. */
export interface FigureDraft {
  year: string
  measure: HistoricFigure['measure']
  interventionName: string
  women: string
  men: string
  total: string
  source: string
}

const MOST = 100_000
const MOST_TOTAL = 1_000_000

/** Nothing typed yet, but for the year. */
export function emptyFigure(year: number): FigureDraft {
  return { year: String(year), measure: 'participants', interventionName: '', women: '', men: '', total: '', source: '' }
}

/** The figure, with a total left out taken as the sum of women and men. The draft must be without faults. */
export function figureOf(draft: FigureDraft): HistoricFigure {
  const [women, men] = [parseWhole(draft.women) ?? null, parseWhole(draft.men) ?? null]
  return {
    ...{ year: Number(draft.year), measure: draft.measure, women, men, source: draft.source.trim() },
    interventionName: draft.interventionName.trim() || null,
    total: parseWhole(draft.total) ?? (women ?? 0) + (men ?? 0),
  }
}

/** What is wrong with an older figure as typed: field → message key. `known` figures are not to be added twice. */
export function figureFaults(draft: FigureDraft, known: readonly HistoricFigure[], thisYear: number): Partial<Record<FigureField, string>> {
  const found: Partial<Record<FigureField, string>> = {}
  const year = parseWhole(draft.year)
  if (year === undefined || year < 1993 || year > 2100) found.year = 'interventions.yearWrong'
  else if (year > thisYear) found.year = 'interventions.futureYear'
  for (const field of ['women', 'men', 'total'] as const) {
    if (draft[field].trim() === '') continue
    const value = parseWhole(draft[field])
    if (value === undefined) found[field] = 'interventions.wholeNumber'
    else if (value > (field === 'total' ? MOST_TOTAL : MOST)) found[field] = 'interventions.tooMuch'
  }
  const [women, men, total] = [parseWhole(draft.women), parseWhole(draft.men), parseWhole(draft.total)]
  const bothSexes = women !== undefined && men !== undefined
  if (total === undefined && !bothSexes) found.total ??= 'interventions.totalNeeded'
  if (total !== undefined) {
    for (const { where, key } of sumFaults({ women: women ?? null, men: men ?? null, total })) found[where] ??= `interventions.${key}`
  }
  for (const field of ['interventionName', 'source'] as const) {
    const fault = HistoricFigure.shape[field].safeParse(draft[field]).error?.issues[0]
    if (fault) found[field] = /^(interventions|error)\./.test(fault.message) ? fault.message : 'error.field'
  }
  if (Object.keys(found).length === 0 && known.some((one) => sameFigure(one, figureOf(draft)))) found.source = 'interventions.figureKnown'
  return found
}

const parts = ['year', 'measure', 'interventionName', 'women', 'men', 'total', 'source'] as const
const sameFigure = (one: HistoricFigure, other: HistoricFigure): boolean => parts.every((part) => one[part] === other[part])
