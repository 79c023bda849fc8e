import type { Catalogue } from '../../../values/catalogue.ts'

/** Texts of the page with standard reports. */
export const reportPageMessages = {
  'reports.title': { sv: 'Rapporter', en: 'Reports' },
  'reports.lead': {
    sv: 'Rapporterna från SUS, med samma namn. Välj rapport, plats och period. Alla tal om deltagare är skyddade, också i filerna.',
    en: 'The reports known from SUS, under the same names. Choose report, place and period. All numbers about participants are protected, in files too.',
  },
  'reports.choose': { sv: 'Välj rapport', en: 'Choose the report' },
  'reports.report': { sv: 'Rapport', en: 'Report' },
  'reports.about.participants': {
    sv: 'Vilka som deltog, sysselsättning och försörjning före och efter, och varför de avslutade.',
    en: 'Who took part, occupation and support before and after, and why they left.',
  },
  'reports.about.standard': {
    sv: 'Sysselsättning med förändring, utfall, försörjning och hur lång tid det tog.',
    en: 'Occupation with its change, outcomes, support and how long it took.',
  },
  'reports.about.interventions': {
    sv: 'Alla insatser i en lista, med de kolumner du väljer.',
    en: 'All interventions in a list, with the columns you choose.',
  },
  'reports.about.costs': {
    sv: 'Vad insatserna kostade: budget, utfall, kostnadsslag och vem som betalar.',
    en: 'What the interventions cost: budget, actual, cost types and who pays.',
  },
  'reports.about.nation': {
    sv: 'Hela landet och förbund för förbund. Välj helår, halvår eller tertial.',
    en: 'The whole country and by association. Choose year, half-year or tertial.',
  },
  'reports.rhythm': { sv: 'Vanliga perioder {year}:', en: 'Usual periods of {year}:' },
  'reports.rhythm.year': { sv: 'helår', en: 'whole year' },
  'reports.rhythm.half': { sv: 'halvår (januari–juni)', en: 'half-year (January–June)' },
  'reports.rhythm.tertial': { sv: 'tertial 1 (januari–april)', en: 'tertial 1 (January–April)' },
  'reports.rhythm.tertials': { sv: 'tertial 1–2 (januari–augusti)', en: 'tertials 1–2 (January–August)' },
  'reports.source': { sv: 'Försörjning före att utgå från', en: 'Support before to start from' },
  'reports.compare': { sv: 'Jämför', en: 'Compare' },
  'reports.compareNone': { sv: 'Ingen jämförelse', en: 'No comparison' },
  'reports.compareBy': { sv: 'Mått att jämföra', en: 'Measure to compare' },
  'reports.detail': { sv: 'Insatsernas kostnader', en: 'Costs of interventions' },
  'reports.detail.summed': { sv: 'Summerade per förbund', en: 'Summed by association' },
  'reports.detail.detailed': { sv: 'Insats för insats', en: 'Intervention by intervention' },
  'reports.columns': { sv: 'Kolumner', en: 'Columns' },
  'reports.format.pdf': { sv: 'PDF', en: 'PDF' },
  'reports.format.docx': { sv: 'Word', en: 'Word' },
  'reports.format.xlsx': { sv: 'Excel', en: 'Excel' },
  'reports.format.csv': { sv: 'CSV', en: 'CSV' },
  'reports.reading': { sv: 'Så läser du talen', en: 'How to read the numbers' },
  'reports.finsamLink': {
    sv: 'Underlag till Uppföljning Finsam: {association}, {year}',
    en: 'Figures for Uppföljning Finsam: {association}, {year}',
  },
  'reports.finsamLead': {
    sv: 'Det som Uppföljning Finsam frågar efter om ett år, så långt det finns i Samlad. Kopiera härifrån eller ladda ner.',
    en: 'What Uppföljning Finsam asks for about a year, as far as it is in Samlad. Copy from here or download.',
  },
} satisfies Catalogue
