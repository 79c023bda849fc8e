import type { Catalogue } from '../../values/catalogue.ts'

/** Texts that only a comparison which has passed every check may use. */
export const foundMessages = {
  'effects.found.title': { sv: 'Effekt mot en jämförelsegrupp', en: 'Effect against a comparison group' },
  'effects.found.sentence': {
    sv: 'Insatsens effekt bland dem som startade: {text}.',
    en: 'The effect of the intervention among those who started: {text}.',
  },
  'effects.found.perExtra': {
    sv: 'Kostnad för en till som når utfallet: {amount}.',
    en: 'Cost of one more who reaches the outcome: {amount}.',
  },
  'effects.found.perUnit': { sv: 'Kostnad för en enhet mer av utfallet: {amount}.', en: 'Cost of one unit more of the outcome: {amount}.' },
  'effects.found.maybeNought': {
    sv: 'Kostnad per extra utfall kan inte anges: effekten kan vara noll.',
    en: 'Cost per extra outcome cannot be told: the effect may be nought.',
  },
  'effects.found.worse': {
    sv: 'Kostnad per extra utfall kan inte anges: färre nådde utfallet.',
    en: 'Cost per extra outcome cannot be told: fewer reached the outcome.',
  },
  'effects.found.net': { sv: 'Vad som blir kvar, per deltagande', en: 'What is left, per participation' },
  'effects.found.netHelp': {
    sv: 'Effektens osäkerhet är med. Det som flyttas mellan parter är noll för samhället.',
    en: 'The uncertainty of the effect is in it. What moves between parties is nought for society.',
  },
  'effects.found.whom': { sv: 'För vem', en: 'For whom' },
  'effects.found.society': { sv: 'Samhället, när kostnaden är betald', en: 'Society, when the cost is paid' },
  'effects.found.publicFinances': { sv: 'Offentliga finanser, när kostnaden är betald', en: 'Public finances, when the cost is paid' },
  'effects.found.beforeCost': { sv: '{payer}, före kostnaden', en: '{payer}, before the cost' },
  'effects.found.value': { sv: 'Värde', en: 'Value' },
  'effects.found.holds': { sv: 'Alla kontroller håller.', en: 'Every check holds.' },
} satisfies Catalogue
