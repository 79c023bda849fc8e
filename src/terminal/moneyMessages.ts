import type { Catalogue } from '../values/catalogue.ts'

/** What contributions and allocate say besides what the calculators do. */
export const moneyMessages = {
  'money.fileMissing': {
    sv: 'Ange filen: samlad {command} FIL.json, eller - för standard in.',
    en: 'Name the file: samlad {command} FILE.json, or - for standard input.',
  },
  'money.fault': { sv: '{file}: {where} {why}', en: '{file}: {where} {why}' },
  'money.faultInAll': { sv: '{file}: frågan {why}', en: '{file}: the question {why}' },
} satisfies Catalogue
