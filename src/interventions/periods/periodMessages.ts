import type { Catalogue } from '../../values/catalogue.ts'

export const periodMessages = {
  'periods.locked': {
    sv: 'Förbundets uppgifter för {year} är låsta: perioden till och med {ends} godkändes {on}. Öppna perioden igen under Rapporteringsläge om något ska ändras.',
    en: 'The association’s figures for {year} are locked: the period to {ends} was approved on {on}. Open the period again under Reporting status to change anything.',
  },
  'periods.lockedHere': {
    sv: 'Uppgifterna för {year} är låsta. Perioden till och med {ends} godkändes {on}.',
    en: 'The figures for {year} are locked. The period to {ends} was approved on {on}.',
  },
  'periods.toStatus': {
    sv: 'Till rapporteringsläget, där perioden kan öppnas igen',
    en: 'To the reporting status, where the period can be opened again',
  },
} satisfies Catalogue
