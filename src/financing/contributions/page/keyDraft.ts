import type { BookMember } from '../domain.ts'

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
}

/** A key to begin with, of those who are to share. */
export function newKey(key: KeyDraft['key'], members: readonly BookMember[]): KeyDraft {
  return { key, supportWeight: '75', weights: Object.fromEntries(members.map(({ organisationId }) => [organisationId, ''])) }
}

/** Whether a number is typed for each member. */
export const hasWeights = ({ key }: KeyDraft): boolean => key in numbersOf

const decimal = (text: string): number => Number(text.replace(/[\s%]/g, '').replace(',', '.'))

/** A typed key as it is sent; what is not a number is left out and told by the check. */
export function sentKey({ key, supportWeight, weights }: KeyDraft): unknown {
  if (key === 'equal' || key === 'population') return { key }
  const numbers = Object.entries(weights).flatMap(([id, text]) => {
    const value = decimal(text)
    return text.trim() === '' || !Number.isFinite(value) ? [] : [[id, value] as const]
  })
  return { key, ...(key === 'mixed' && { supportWeight: decimal(supportWeight) / 100 }), [numbersOf[key]]: Object.fromEntries(numbers) }
}
