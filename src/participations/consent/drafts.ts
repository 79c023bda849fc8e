import type { ConsentLanguage } from './domain.ts'
import { draftWords, type DraftWords } from './draftWords.ts'

/**
 * Texts to begin from, one per language, with the same content: what is recorded, why, who sees it, that it is voluntary, and what happens
 * to the record of whoever takes it back. Drafts: the controller adapts them to its own decisions.
 */
export const consentDrafts = Object.fromEntries(
  Object.entries(draftWords).map(([language, words]) => [language, composed(words)]),
) as Record<ConsentLanguage, string>

function composed({ begins, groups, says }: DraftWords): string {
  const lines = Object.values(groups).map((line) => `– ${line}`)
  return [begins + '\n' + lines.join('\n'), ...Object.values(says)].join('\n\n')
}
