import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of the public pages. */
export const glanceMessages = {
  'glance.title': { sv: 'Statistik: riket i korthet', en: 'Statistics: Sweden at a glance' },
  'glance.titleOf': { sv: 'Statistik: {place}', en: 'Statistics: {place}' },
  'glance.nation': { sv: 'Riket i korthet', en: 'Sweden at a glance' },
  'glance.lead': {
    sv: 'Allt här är publicerat och skyddat så att ingen enskild kan kännas igen. Varje tal går att hitta i sin tabell.',
    en: 'All of this is published, and protected so that nobody can be recognised. Every number can be found in its table.',
  },
  'glance.reporting': {
    sv: '{part} av {whole} förbund har uppgifter i de senaste tabellerna.',
    en: '{part} of {whole} associations have records in the newest tables.',
  },
  'glance.moneyOfAll': {
    sv: 'Pengarna i alla förbund: vem som ger, och vad det kostar',
    en: 'The money of all associations: who gives, and what it costs',
  },
  'glance.about': { sv: 'Om förbundet: medlemmar, insatser och område', en: 'About the association: members, interventions and area' },
  'glance.outcomeSentence': { sv: '{year}: {text}.', en: '{year}: {text}.' },
  'glance.notEffect': {
    sv: 'Andelen säger hur det var när deltagandet tog slut, inte vad insatsen orsakade.',
    en: 'The share tells how it was when the participation ended, not what the intervention caused.',
  },
  'glance.meaning': { sv: 'Vad betyder det?', en: 'What does it mean?' },
  'glance.wholeTable': { sv: 'Hela tabellen, med filer', en: 'The whole table, with files' },
  'glance.associations': { sv: 'Förbund för förbund', en: 'By association' },
  'glance.noLeague': {
    sv: 'I bokstavsordning. Förbunden har olika uppdrag och deltagare, så antalen säger inget om vem som lyckas bäst.',
    en: 'In alphabetical order. Associations have different tasks and participants, so the numbers say nothing of who does best.',
  },
  'glance.map': { sv: 'Karta: avslutade deltaganden {year}', en: 'Map: participations that ended {year}' },
  'glance.mapSentence': {
    sv: '{shown} av {all} kommuner ligger i ett förbund med publicerat antal. Kommunerna i ett förbund har samma färg. Stora förbund har fler deltagare än små.',
    en: '{shown} of {all} municipalities lie in an association with a published count. Those of an association have the same colour. Large associations have more participants than small ones.',
  },
  'glance.showMap': { sv: 'Visa på karta', en: 'Show on a map' },
  'glance.money': { sv: 'Pengar till insatser', en: 'Money to interventions' },
  'glance.moneyHelp': {
    sv: 'Förbundens egna pengar till insatser, som de själva har angett, av år som förbundet har godkänt. Antalen här intill gäller alla deltaganden, så de ska inte delas med varandra.',
    en: 'The associations’ own money to interventions as they entered it, of years that the association has approved. The counts beside are of all participations, so neither is to be divided by the other.',
  },
  'glance.budget': { sv: 'Budget, kr', en: 'Budget, SEK' },
  'glance.actual': { sv: 'Utfall, kr', en: 'Actual, SEK' },
  'glance.interventions': { sv: 'Insatser', en: 'Interventions' },
  'glance.approving': { sv: 'Förbund som har godkänt', en: 'Associations that have approved' },
  'glance.methods': { sv: 'Metoder', en: 'Methods' },
  'glance.methodsHelp': {
    sv: 'vad de är, vad som är känt om dem, och insatserna som arbetar så',
    en: 'what they are, what is known of them, and the interventions that work so',
  },
  'glance.methodInterventions': { sv: 'Insatser som arbetar med metoden', en: 'Interventions that work by the method' },
  'glance.methodLead': {
    sv: 'I bokstavsordning, med det som är publicerat om varje insats {year}. Insatserna har olika deltagare, så andelarna säger inte vilken som lyckas bäst, och inte vad metoden orsakar.',
    en: 'In alphabetical order, with what is published of each {year}. They have different participants, so the shares do not say which does best, nor what the method causes.',
  },
  'glance.methodNone': { sv: 'Ingen insats här har angett metoden.', en: 'No intervention here has named the method.' },
  'glance.methodUnpublished': {
    sv: 'Inget är publicerat om enskilda insatser än.',
    en: 'Nothing is published of single interventions yet.',
  },
  'glance.outcomeColumn': { sv: 'Till arbete eller studier', en: 'To work or study' },
  'glance.alsoBy': { sv: 'även: {methods}', en: 'also: {methods}' },
  'glance.noneOut': { sv: 'inga i tabellen', en: 'none in the table' },
  'glance.endedOnes': {
    sv: 'Avslutade insatser utan publicerade tal ({n, number})',
    en: 'Ended interventions without published figures ({n, number})',
  },
  'glance.ended': { sv: 'avslutad', en: 'ended' },
  'glance.published': { sv: 'Det som är publicerat', en: 'What is published' },
  'glance.tables': { sv: 'Alla tabeller', en: 'All tables' },
  'glance.more': { sv: 'Mer', en: 'More' },
  'glance.releasesHelp': {
    sv: 'varje publicering som den kom ut, med rapport om skyddet',
    en: 'every release as it came out, with a report on its protection',
  },
  'glance.reportsHelp': {
    sv: 'för dig som är inloggad: rapporterna från SUS, på sidan, i PDF, Word och Excel',
    en: 'for those signed in: the reports known from SUS, on the page, as PDF, Word and Excel',
  },
  'glance.builderHelp': {
    sv: 'för dig som är inloggad: också det som inte är publicerat, ungefärligt',
    en: 'for those signed in: also what is not published, approximately',
  },
  'glance.openData': { sv: 'Öppna data', en: 'Open data' },
  'glance.openDataHelp': { sv: 'för Excel, R, Python och andra program', en: 'for Excel, R, Python and other programs' },
} satisfies Catalogue
