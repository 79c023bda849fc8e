import type { Catalogue } from '../../values/catalogue.ts'

/** Texts that only a comparison which has passed every check may use. */
export const foundMessages = {
  'effects.found.title': { sv: 'Effekt mot en jämförelsegrupp', en: 'Effect against a comparison group' },
  'effects.found.sentence': {
    sv: 'Insatsens effekt bland dem som startade: {text}.',
    en: 'The effect of the intervention among those who started: {text}.',
  },
  'effects.found.holds': { sv: 'Alla kontroller håller.', en: 'Every check holds.' },
} satisfies Catalogue
