import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of the page of money in the whole country. */
export const nationalMoneyMessages: Catalogue = {
  'nationalMoney.title': { sv: 'Pengarna i samordningsförbunden', en: 'The money of the associations' },
  'nationalMoney.lead': {
    sv: 'Vad medlemmarna har kommit överens om, beslutat och betalat, och vad insatser och administration kostar. Av år som förbunden själva har godkänt, i deras egna belopp.',
    en: 'What the members have agreed, decided and paid, and what interventions and administration cost. Of years that the associations have approved themselves, in their own amounts.',
  },
  'nationalMoney.none': { sv: 'Inget förbund har godkänt ett helt år än.', en: 'No association has approved a whole year yet.' },
  'nationalMoney.years': { sv: 'År för år', en: 'Year by year' },
  'nationalMoney.yearsSentence': {
    sv: '{year}: {part} av {whole} förbund har godkänt året. {below, plural, =0 {Inget av dem når mindre än vad som är överenskommet.} one {Ett av dem når mindre än vad som är överenskommet.} other {# av dem når mindre än vad som är överenskommet.}}',
    en: '{year}: {part} of {whole} associations have approved the year. {below, plural, =0 {None of them reaches less than was agreed.} one {One of them reaches less than was agreed.} other {# of them reach less than was agreed.}}',
  },
  'nationalMoney.parties': { sv: 'Vem som ger, {year}', en: 'Who gives, {year}' },
  'nationalMoney.party': { sv: 'Part', en: 'Party' },
  'nationalMoney.party.state': { sv: 'Staten, genom Försäkringskassan', en: 'The state, by Försäkringskassan' },
  'nationalMoney.party.regions': { sv: 'Regionerna', en: 'Regions' },
  'nationalMoney.party.municipalities': { sv: 'Kommunerna', en: 'Municipalities' },
  'nationalMoney.key': { sv: 'Mått', en: 'Measure' },
  'nationalMoney.keys': { sv: 'Vad det blir, {year}', en: 'What it comes to, {year}' },
  'nationalMoney.value': { sv: 'Värde', en: 'Value' },
  'nationalMoney.how': { sv: 'Hur det räknas', en: 'How it is counted' },
  'nationalMoney.perInhabitant': { sv: 'Kronor per invånare 16–64', en: 'Kronor per inhabitant 16–64' },
  'nationalMoney.perInhabitantHelp': {
    sv: 'Beslutat, delat med invånarna 16–64 i de förbundens område. Invånarna är uppskattade ur det senaste registret, också för tidigare år.',
    en: 'Decided, divided by inhabitants 16–64 in the areas of those associations. Inhabitants are estimated from the newest register, for earlier years too.',
  },
  'nationalMoney.spread': { sv: 'Så skiljer det mellan förbund', en: 'How it differs among associations' },
  'nationalMoney.spreadText': { sv: '{least} till {most} kr, mittersta {middle} kr', en: '{least} to {most} kr, middle {middle} kr' },
  'nationalMoney.spreadHelp': { sv: 'Kronor per invånare i {n} förbund.', en: 'Kronor per inhabitant of {n} associations.' },
  'nationalMoney.administrationShare': { sv: 'Administrationens del', en: 'Share of administration' },
  'nationalMoney.administrationShareHelp': {
    sv: 'Administration delad med administration och insatser, av förbund som har båda.',
    en: 'Administration divided by administration and interventions, of associations that have both.',
  },
  'nationalMoney.perParticipation': { sv: 'Kronor per deltagande', en: 'Kronor per participation' },
  'nationalMoney.perParticipationHelp': {
    sv: 'Insatser och administration delade med publicerade deltaganden, av {n} förbund som har allt. Vad andra parter lägger ingår inte. Säger ingenting om verkan.',
    en: 'Interventions and administration divided by published participations, of {n} associations that have all of it. What other parties pay is not in it. Tells nothing of effect.',
  },
  'nationalMoney.noNeed': {
    sv: 'Kronor efter behov (stödmåttet) finns inte: måttet finns inte öppet för varje förbund.',
    en: 'Kronor by need (the support measure) are not here: the measure is not open for each association.',
  },
  'nationalMoney.associations': { sv: 'Förbunden, {year}', en: 'The associations, {year}' },
  'nationalMoney.noLeague': {
    sv: 'I bokstavsordning. Belopp per invånare eller deltagande rangordnar inte: områden och insatser är olika.',
    en: 'In alphabetical order. Amounts per inhabitant or participation do not rank: areas and interventions differ.',
  },
  'nationalMoney.association': { sv: 'Förbund', en: 'Association' },
  'nationalMoney.missing': { sv: 'Fattas mot avtal', en: 'Short of agreement' },
  'nationalMoney.setsLevel': { sv: 'Sätter nivån', en: 'Sets the level' },
  'nationalMoney.participations': { sv: 'Deltaganden', en: 'Participations' },
  'nationalMoney.unpublished': { sv: 'inte publicerat', en: 'not published' },
  'nationalMoney.year': { sv: 'År', en: 'Year' },
  'nationalMoney.csv': { sv: 'Hämta som CSV', en: 'Download as CSV' },
  'nationalMoney.csvHelp': {
    sv: 'En rad per förbund, år och part, belopp i öre. Öppna data: adressen går att läsa för maskiner.',
    en: 'A line per association, year and party, amounts in öre. Open data: machines may read the address.',
  },
}
