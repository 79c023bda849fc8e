import type { BookMember } from '../domain.ts'
import { oreOf } from './kronorText.ts'

export const keys = ['equal', 'population', 'supportMeasure', 'mixed', 'fixed', 'explicit'] as const

/** What the numbers of the members are called in a key. */
const numbersOf = { supportMeasure: 'supportMeasure', mixed: 'supportMeasure', fixed: 'shares', explicit: 'amounts' } as const

/** A key as it is typed. */
export interface KeyDraft {
  key: (typeof keys)[number]
  /** Per cent. */
  supportWeight: string
  /** By organisation. */
  weights: Record<string, string>
  /** Inhabitants 16–64 by organisation. */
  people: Record<string, string>
}

/** A key to begin with, of those who are to share: alike, which nobody has to know anything for. */
export function newKey(members: readonly BookMember[]): KeyDraft {
  const empty = (): Record<string, string> => Object.fromEntries(members.map(({ organisationId }) => [organisationId, '']))
  return { key: 'equal', supportWeight: '75', weights: empty(), people: empty() }
}

/** Whether a number is typed for each member. */
export const hasWeights = ({ key }: KeyDraft): boolean => key in numbersOf

/** Whether inhabitants are in the key. */
export const hasPeople = ({ key }: KeyDraft): boolean => key === 'population' || key === 'mixed'

const decimal = (text: string): number => Number(text.replace(/[\s%]/g, '').replace(',', '.'))

/** What is typed as numbers; what is none is left out and told by the check. */
function numbersIn(typed: Record<string, string>): Record<string, number> {
  const found = Object.entries(typed).flatMap(([id, text]) => {
    const value = decimal(text)
    return text.trim() === '' || !Number.isFinite(value) ? [] : [[id, value] as const]
  })
  return Object.fromEntries(found)
}

/** A typed key as it is sent. Inhabitants are those of the register where none are typed. */
export function sentKey(draft: KeyDraft): unknown {
  const { key } = draft
  const isTyped = hasPeople(draft) && Object.values(draft.people).some((text) => text.trim() !== '')
  const people = isTyped && { population: numbersIn(draft.people) }
  if (key === 'equal' || key === 'population') return { key, ...people }
  const weight = key === 'mixed' && { supportWeight: decimal(draft.supportWeight) / 100 }
  return { key, ...weight, ...people, [numbersOf[key]]: numbersIn(draft.weights) }
}

/** Totals as they are typed, a line each, with the year of each line. Empty lines at the end are none; one in between has no amount. */
export function typedTotals(firstYear: string, text: string): { year: number; totalOre: number }[] {
  const lines = text.trimEnd() === '' ? [] : text.trimEnd().split('\n')
  return lines.map((line, at) => ({ year: Number(firstYear) + at, totalOre: oreOf(line) }))
}
