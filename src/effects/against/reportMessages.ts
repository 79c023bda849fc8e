import { modestWords } from '../claimWords.ts'

/** Texts that only the report of a comparison has, whatever it claims. */
export const reportMessages = modestWords({
  'effects.report.download': { sv: 'Ladda ner rapporten', en: 'Download the report' },
  'effects.report.help': {
    sv: 'PDF eller Word med fråga, grupper, resultat, kontroller och vad vi inte vet. Det görs i webbläsaren.',
    en: 'PDF or Word with question, groups, result, checks and what we do not know. It is made in the browser.',
  },
  'effects.report.format': { sv: '{format} ({language})', en: '{format} ({language})' },
  'effects.report.sv': { sv: 'svenska', en: 'Swedish' },
  'effects.report.en': { sv: 'engelska', en: 'English' },
  'effects.report.failed': { sv: 'Rapporten gick inte att göra. Försök igen.', en: 'The report could not be made. Try again.' },
  'effects.report.noIntervention': { sv: 'Insatsen', en: 'The intervention' },
  'effects.report.question': { sv: 'Frågan', en: 'The question' },
  'effects.report.questionText': {
    sv: 'Gjorde {intervention} skillnad för dem som startade? Utfall: {outcome}.',
    en: 'Did {intervention} make a difference for those who started? Outcome: {outcome}.',
  },
  'effects.report.registered': {
    sv: 'Utfall och månader bestämdes innan någon såg uppgifterna.',
    en: 'Outcome and months were decided before anybody saw the data.',
  },
  'effects.report.windowText': {
    sv: 'Startmånader: {period}. Startdatum i båda grupperna: {rule}.',
    en: 'Months of starts: {period}. Index date in both groups: {rule}.',
  },
  'effects.report.lotteryText': { sv: 'Platserna lottades.', en: 'Places were drawn by lot.' },
  'effects.report.answer': { sv: 'Svaret', en: 'The answer' },
  'effects.report.prices': { sv: 'Priser som användes', en: 'Prices used' },
  'effects.report.howText': {
    sv: 'Klingar av {fade} % per år, {displacement} % tas från andra, ränta {discount} %, {years} år.',
    en: 'Fades {fade}% a year, {displacement}% taken from others, discount rate {discount}%, {years} years.',
  },
  'effects.report.made': { sv: 'Gjord {date} med {software}.', en: 'Made {date} with {software}.' },
  'effects.report.hash': { sv: 'Underlag (SHA-256): {hash}', en: 'Data (SHA-256): {hash}' },
  'effects.report.method': {
    sv: 'Osäkerheten är 95-procentiga intervall. Dubbelt robust skattning av medelskillnaden bland dem som startade, med influensfunktion och t-fördelning; entropibalansering när viktningen lämnar grupperna olika.',
    en: 'The uncertainty is 95% intervals. Doubly robust estimate of the mean difference among those who started, by influence function and t distribution; entropy balancing where weighting leaves the groups unlike.',
  },
})
