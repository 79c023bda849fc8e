import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of the form that enters an agreement, and of its keys. */
export const agreementMessages = {
  'contributions.agreement': { sv: 'Ange ett avtal för flera år', en: 'Enter an agreement over several years' },
  'contributions.agreementHelp': {
    sv: 'Varje års total delas efter lagen (5 §) och inom kommunernas och regionernas del efter en nyckel, till hela kronor.',
    en: 'Each year’s total is shared by the act (§ 5), and within the municipalities’ and the regions’ part by a key, to whole kronor.',
  },
  'contributions.firstYear': { sv: 'Första året', en: 'First year' },
  'contributions.totals': { sv: 'Total per år', en: 'Total of each year' },
  'contributions.totalsHelp': {
    sv: 'I kronor, ett år per rad, i ordning. Skriv 0 för ett år utan bidrag.',
    en: 'In kronor, one year a line, in order. Write 0 for a year without contributions.',
  },
  'contributions.badTotal': {
    sv: 'Skriv ett belopp i kronor på varje rad. En tom rad mitt i skulle flytta de följande till fel år.',
    en: 'Write an amount in kronor on each line. An empty line in between would move those after it to the wrong year.',
  },
  'contributions.key': { sv: 'Så delar kommunerna', en: 'How the municipalities share' },
  'contributions.regionsKey': { sv: 'Så delar regionerna', en: 'How the regions share' },
  'contributions.key.equal': { sv: 'Lika', en: 'Alike' },
  'contributions.key.population': { sv: 'Invånare 16–64', en: 'Inhabitants 16–64' },
  'contributions.key.supportMeasure': { sv: 'Försörjningsmått', en: 'Support measure' },
  'contributions.key.fixed': { sv: 'Bestämda andelar i procent', en: 'Fixed shares in per cent' },
  'contributions.key.mixed': { sv: 'Mått och invånare, vägda', en: 'Measure and inhabitants, weighed' },
  'contributions.key.explicit': { sv: 'Belopp för var och en', en: 'An amount for each' },
  'contributions.key.supportWeight': { sv: 'Försörjningsmåttets vikt, procent', en: 'Weight of the support measure, per cent' },
  'contributions.key.supportWeightHelp': { sv: 'Resten delas efter invånare.', en: 'The rest is shared by inhabitants.' },
  'contributions.key.people': { sv: 'Invånare 16–64 för var och en', en: 'Inhabitants 16–64 of each' },
  'contributions.key.estimate': {
    sv: 'Lämnas alla tomma används registrets skattning för {year}: kommunens folkmängd gånger länets åldersandel. Den duger enligt registret aldrig för att fördela pengar. Skriv hellre de tal som ni har enats om.',
    en: 'If all are left empty the register’s estimate for {year} is used: the municipality’s population times the county’s share of the age. By the register it is never good enough to share money by. Better write the numbers that you have agreed on.',
  },
  'contributions.key.badNumber': {
    sv: 'Talen i fördelningsnyckeln ska vara 0 eller mer.',
    en: 'The numbers of the key are to be 0 or more.',
  },
  'contributions.key.badWeight': { sv: 'Vikten ska vara 0 till 100 procent.', en: 'The weight is to be 0 to 100 per cent.' },
  'contributions.key.weights.supportMeasure': { sv: 'Försörjningsmått för var och en', en: 'Support measure of each' },
  'contributions.key.weights.mixed': { sv: 'Försörjningsmått för var och en', en: 'Support measure of each' },
  'contributions.key.weights.fixed': { sv: 'Procent för var och en', en: 'Per cent of each' },
  'contributions.key.weights.explicit': {
    sv: 'Kronor för var och en, samma belopp varje år',
    en: 'Kronor of each, the same every year',
  },
  'contributions.key.amountsSum': {
    sv: 'Deras del ska bli {total, number} kr, men beloppen blir {sum, number} kr. Olika belopp olika år anges som ett avtal per år.',
    en: 'Their part is to be SEK {total, number}, but the amounts are SEK {sum, number}. For other amounts in other years enter an agreement for each year.',
  },
  'contributions.key.memberMissing': { sv: 'Fördelningsnyckeln saknar {name}.', en: 'The key lacks {name}.' },
  'contributions.key.nothingWeighs': { sv: 'Fördelningsnyckeln är 0 för alla.', en: 'The key is 0 for all.' },
  'contributions.key.sharesSum': {
    sv: 'Andelarna ska bli 100 procent tillsammans, men blir {sum, number}.',
    en: 'The shares should add up to 100 per cent, but are {sum, number}.',
  },
  'contributions.saveAgreement': { sv: 'Spara avtalet', en: 'Save the agreement' },
  'contributions.agreementSaved': {
    sv: 'Avtalet är sparat, en rad per medlem och år.',
    en: 'The agreement was saved, one row for each member and year.',
  },
  'contributions.yearNeeded': { sv: 'Skriv en till tio totaler.', en: 'Write one to ten totals.' },
  'contributions.yearTwice': { sv: 'Samma år står två gånger.', en: 'The same year stands twice.' },
} satisfies Catalogue
