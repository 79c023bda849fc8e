import type { Text } from '../values/codeList.ts'
import { OwnView } from './codes.ts'

/**
 * Three short questions about how the person sees it, at entry, at exit and at follow-ups: the project's own wording, nobody's instrument.
 * The person answers on a scale; nothing is written in words. Optional everywhere: empty means that nobody asked.
 */
export const ownViewItems = {
  socialContacts: {
    label: { sv: 'Sociala kontakter', en: 'Social contacts' },
    statement: { sv: 'Jag har människor att umgås med.', en: 'I have people to be with.' },
  },
  ownAbility: {
    label: { sv: 'Tro på egen förmåga', en: 'Belief in own ability' },
    statement: { sv: 'Jag litar på att jag kan klara nya saker.', en: 'I trust that I can manage new things.' },
  },
  workBelief: {
    label: { sv: 'Tro på arbete', en: 'Belief in work' },
    statement: { sv: 'Jag tror att jag kan ha ett arbete.', en: 'I believe that I can have a job.' },
  },
} as const satisfies Record<string, { label: Text; statement: Text }>
export type OwnViewItem = keyof typeof ownViewItems
export const ownViewNames = Object.keys(ownViewItems) as OwnViewItem[]

/** One's own answer to each question, or what was answered to none. */
export type OwnViews = Partial<Record<OwnViewItem, (typeof OwnView.codes)[number]['code'] | null | undefined>>

/** Makes the answers of a function that has one for each question. */
export function namedViews(answerOf: (item: OwnViewItem) => OwnViews[OwnViewItem]): OwnViews {
  return Object.fromEntries(ownViewNames.map((item) => [item, answerOf(item) ?? null]))
}

const moments = {
  Before: { sv: ' vid start', en: ' at entry' },
  After: { sv: ' vid avslut', en: ' at exit' },
  '': { sv: '', en: '' },
} as const satisfies Record<string, Text>

/** The schema of an answer, with label and help. A client from before the question was there is taken as one that did not ask. */
export function ownView(item: OwnViewItem, moment: keyof typeof moments) {
  const { label, statement } = ownViewItems[item]
  const at = moments[moment]
  return OwnView.schema
    .nullable()
    .default(null)
    .meta({
      label: { sv: label.sv + at.sv, en: label.en + at.en },
      help: {
        sv: `Personens eget svar på ”${statement.sv}” Valfri; tomt betyder inte frågat.`,
        en: `The person’s own answer to “${statement.en}” Optional; empty means not asked.`,
      },
    })
}
