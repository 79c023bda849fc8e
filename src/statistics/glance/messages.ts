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
