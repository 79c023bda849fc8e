import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of actuals by cost type; the page of the import brings them itself. */
export const actualMessages = {
  'interventions.importKind.actuals': { sv: 'Utfall per kostnadsslag och finansiär', en: 'Actuals by cost type and financier' },
  'interventions.importOverwritesActuals': {
    sv: 'Ersätter insatsens utfall per kostnadsslag det året, och finansieringen där filen har någon. Budget och plan står kvar. En insats med en rad att rätta sparas inte alls, för summan skulle bli för liten.',
    en: 'Replaces the actuals of the intervention by cost type in that year, and its financing where the file has any. Budget and plan stay. An intervention with a row to mend is not saved at all, for the sum would be too small.',
  },
  'interventions.importCosts': { sv: 'Förbundets medel per kostnadsslag', en: 'The association’s own by cost type' },
  'interventions.importFinancing': { sv: 'Andras medel', en: 'Money of others' },
  'interventions.sheet.repeatedAmount': {
    sv: 'en rad per insats, år, månad, kostnadsslag och finansiär',
    en: 'one row per intervention, year, month, cost type and financier',
  },
  'interventions.sheet.repeatedAmount.mend': {
    sv: 'Lägg ihop raderna, eller ta bort den som är dubbel.',
    en: 'Add the rows together, or remove the double one.',
  },
  'interventions.sheet.costType': { sv: 'något av: {types}', en: 'one of: {types}' },
  'interventions.sheet.costType.mend': {
    sv: 'Välj ur listan i mallen. Inget gissas.',
    en: 'Choose from the template’s list. Nothing is guessed.',
  },
  'interventions.sheet.financier': {
    sv: 'tomt (förbundets medel) eller något av: {parties}',
    en: 'empty (the association’s own) or one of: {parties}',
  },
  'interventions.sheet.financier.mend': {
    sv: 'Välj ur listan i mallen, eller töm cellen.',
    en: 'Choose from the template’s list, or empty the cell.',
  },
  'interventions.sheet.esfOnly': { sv: 'Europeiska socialfonden bara i en ESF-insats', en: 'the Social Fund in an ESF intervention only' },
  'interventions.sheet.esfOnly.mend': {
    sv: 'Se efter vem som betalade, eller ange i Samlad att insatsen finansieras av ESF+.',
    en: 'See who paid, or state in Samlad that ESF+ finances the intervention.',
  },
  'interventions.sheet.month': { sv: 'en månad i det året, 1–12 eller ÅÅÅÅ-MM', en: 'a month of that year, 1–12 or YYYY-MM' },
  'interventions.sheet.month.mend': { sv: 'Rätta månaden, eller töm cellen.', en: 'Mend the month, or empty the cell.' },
} satisfies Catalogue
