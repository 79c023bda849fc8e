import type { Text } from '../values/codeList.ts'

/** Codes of a dimension put together, so that the shares of a unit can be read. */
export interface Merged {
  name: 'ageGroup' | 'education' | 'timeOnSupport'
  groups: { code: string; label: Text; of: string[] }[]
}

/** Age, education and time on support: what must stand beside a comparison. */
export const caseMixGroups: readonly Merged[] = [
  {
    name: 'ageGroup',
    groups: [
      { code: 'under30', label: { sv: '16–29 år', en: '16–29' }, of: ['16-24', '25-29'] },
      { code: 'from30to49', label: { sv: '30–49 år', en: '30–49' }, of: ['30-39', '40-49'] },
      { code: 'from50', label: { sv: '50–66 år', en: '50–66' }, of: ['50-59', '60+'] },
    ],
  },
  {
    name: 'education',
    groups: [
      {
        code: 'atMostCompulsory',
        label: { sv: 'Högst grundskola', en: 'At most compulsory school' },
        of: ['compulsoryNotCompleted', 'compulsory'],
      },
      { code: 'upperSecondary', label: { sv: 'Gymnasium', en: 'Upper secondary' }, of: ['upperSecondary'] },
      { code: 'postSecondary', label: { sv: 'Eftergymnasial', en: 'Post-secondary' }, of: ['postSecondary'] },
    ],
  },
  {
    name: 'timeOnSupport',
    groups: [
      { code: 'atMost2', label: { sv: 'Högst 2 år', en: 'At most 2 years' }, of: ['none', 'under1', 'from1to2'] },
      { code: 'from2to5', label: { sv: '2–5 år', en: '2–5 years' }, of: ['from2to5'] },
      { code: 'over5', label: { sv: 'Över 5 år', en: 'Over 5 years' }, of: ['from5to10', 'over10'] },
    ],
  },
]
