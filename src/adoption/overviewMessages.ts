import type { Catalogue } from '../values/catalogue.ts'

/** Texts of the picture of all interventions and of the search of lessons. */
export const overviewMessages: Catalogue = {
  'adoption.overview': { sv: 'Vad det blev av insatserna', en: 'What became of interventions' },
  'adoption.overviewLead': {
    sv: 'Hur många insatser som har gått från idé till medlemmarnas ordinarie verksamhet. Det är insatser som räknas, aldrig personer.',
    en: 'How many interventions have gone from idea to the ordinary operations of members. Interventions are counted, never persons.',
  },
  'adoption.seeLessons': { sv: 'Sök bland lärdomarna', en: 'Search the lessons' },
  'adoption.group': { sv: 'Visa', en: 'Show' },
  'adoption.group.nation': { sv: 'Hela landet', en: 'The whole country' },
  'adoption.group.associations': { sv: 'Ett förbund', en: 'An association' },
  'adoption.group.regions': { sv: 'En region', en: 'A region' },
  'adoption.group.methods': { sv: 'En metod', en: 'A method' },
  'adoption.which.associations': { sv: 'Förbund', en: 'Association' },
  'adoption.which.regions': { sv: 'Region', en: 'Region' },
  'adoption.which.methods': { sv: 'Metod', en: 'Method' },
  'adoption.picture': { sv: 'Från idé till ordinarie verksamhet: {name}', en: 'From idea to ordinary operations: {name}' },
  'adoption.table': { sv: 'Steg för steg: {name}', en: 'Step by step: {name}' },
  'adoption.beside.associations': { sv: 'Alla förbund med insatser', en: 'All associations with interventions' },
  'adoption.beside.regions': { sv: 'Alla regioner', en: 'All regions' },
  'adoption.beside.methods': { sv: 'Alla metoder', en: 'All methods' },
  'adoption.regionsHelp': {
    sv: 'En insats räknas i varje region som dess förbund ligger i, så regionerna kan tillsammans bli fler än landet.',
    en: 'An intervention counts in each region that its associations lie in, so regions together may be more than the country.',
  },
  'adoption.methodsHelp': {
    sv: 'En insats räknas under var och en av sina metoder, och inte alls om den inte har någon. En ansökan räknas på samma sätt, under de metoder den anger.',
    en: 'An intervention counts under each of its methods, and not at all if it has none. An application counts likewise, under the methods it names.',
  },
  'adoption.name': { sv: 'Namn', en: 'Name' },
  'adoption.step': { sv: 'Steg', en: 'Step' },
  'adoption.count': { sv: 'Insatser', en: 'Interventions' },
  'adoption.meaning': { sv: 'Det räknas', en: 'What counts' },
  'adoption.of.idea': { sv: 'Idé', en: 'Idea' },
  'adoption.of.decided': { sv: 'Beslutad', en: 'Decided' },
  'adoption.of.run': { sv: 'Genomförd', en: 'Run' },
  'adoption.of.evaluated': { sv: 'Utvärderad', en: 'Evaluated' },
  'adoption.of.adopted': { sv: 'Övertagen', en: 'Taken over' },
  'adoption.of.running': { sv: 'Finns kvar', en: 'Still runs' },
  'adoption.of.undecided': { sv: 'Slut utan beslut', en: 'Over, undecided' },
  'adoption.meaning.idea': {
    sv: 'Alla registrerade insatser, och ansökningar som inte blev en insats.',
    en: 'All registered interventions, and applications that never became one.',
  },
  'adoption.meaning.decided': {
    sv: 'Skedet är beslutad eller senare, medel är beviljade, eller insatsen har genomförts. Ansökningar som är beviljade men inte har startat räknas med.',
    en: 'The stage is decided or later, money is granted, or the intervention has run. Applications that are granted and have not started count too.',
  },
  'adoption.meaning.run': {
    sv: 'Skedet är pågår eller senare, eller det är utvärderat eller beslutat vad som blir av insatsen.',
    en: 'The stage is running or later, or it has been evaluated, or decided what becomes of it.',
  },
  'adoption.meaning.evaluated': {
    sv: 'En uppföljningsrapport är fryst, eller beviljade medel är slutredovisade och avslutade. Att skedet är utvärderad räcker inte.',
    en: 'A report of its outcome is frozen, or a grant is closed with its final report. That the stage is evaluated is not enough.',
  },
  'adoption.meaning.adopted': {
    sv: 'Det finns ett beslut om att en medlem tar över, helt eller delvis, även om insatsen inte är utvärderad.',
    en: 'A decision says that a member takes it over, in whole or in part, also where it has not been evaluated.',
  },
  'adoption.meaning.running': {
    sv: 'Den senaste kontrollen säger att det finns kvar, helt eller delvis.',
    en: 'The latest check says that it still runs, in whole or in part.',
  },
  'adoption.sentence.run': {
    sv: '{run, plural, =0 {Ingen insats har genomförts.} one {En insats har genomförts.} other {# insatser har genomförts.}} {evaluated, plural, =0 {Ingen är utvärderad här.} one {En är utvärderad här.} other {# är utvärderade här.}}',
    en: '{run, plural, =0 {No intervention has run.} one {One intervention has run.} other {# interventions have run.}} {evaluated, plural, =0 {None has been evaluated here.} one {One has been evaluated here.} other {# have been evaluated here.}}',
  },
  'adoption.sentence.adopted': {
    sv: '{adopted, plural, =0 {Ingen har tagits över av en medlem.} one {En har tagits över av en medlem} other {# har tagits över av en medlem}}{adopted, plural, =0 {} other {, {partly, number} av dem delvis och {unevaluated, number} utan att ha utvärderats här.}}',
    en: '{adopted, plural, =0 {None has been taken over by a member.} one {One has been taken over by a member} other {# have been taken over by members}}{adopted, plural, =0 {} other {, {partly, number} of them in part and {unevaluated, number} without having been evaluated here.}}',
  },
  'adoption.sentence.running': {
    sv: 'Av de övertagna finns {running, number} kvar, {stopped, number} har upphört och {unchecked, number} är inte kontrollerade än.',
    en: 'Of those taken over {running, number} still run, {stopped, number} have ceased and {unchecked, number} have not been checked yet.',
  },
  'adoption.sentence.rest': {
    sv: '{ended, plural, =0 {Ingen har avslutats} one {En har avslutats} other {# har avslutats}} genom beslut, {prolonged, plural, =0 {ingen är förlängd} one {en är förlängd} other {# är förlängda}}, och {undecided, plural, =0 {ingen är slut utan beslut.} one {en är slut utan att någon har beslutat vad som blir av den.} other {# är slut utan att någon har beslutat vad som blir av dem.}}',
    en: '{ended, plural, =0 {None has been ended} one {One has been ended} other {# have been ended}} by decision, {prolonged, plural, =0 {none is prolonged} one {one is prolonged} other {# are prolonged}}, and {undecided, plural, =0 {none is over without a decision.} one {one is over and nobody has decided what becomes of it.} other {# are over and nobody has decided what becomes of them.}}',
  },
  'adoption.hatched': { sv: 'övertagen utan att ha utvärderats här', en: 'taken over without having been evaluated here' },
  'adoption.caution': {
    sv: 'Insatser som nyss har börjat har inte hunnit tas över, så andelar mellan stegen säger inte hur det går för en insats. Att något tas över är inte ett mått på verkan.',
    en: 'Interventions that have just begun have not had time to be taken over, so shares between steps do not say how it goes for one. Being taken over is no measure of effect.',
  },
  'adoption.lessonsTitle': { sv: 'Lärdomar', en: 'Lessons' },
  'adoption.lessonsLead': {
    sv: 'Vad förbunden har lärt av sina insatser. Sök innan ni finansierar något liknande.',
    en: 'What associations have learnt of their interventions. Search before you finance something like it.',
  },
  'adoption.seeOverview': { sv: 'Hur många som har tagits över', en: 'How many have been taken over' },
  'adoption.search': { sv: 'Sök', en: 'Search' },
  'adoption.searchHelp': {
    sv: 'Ord i vilken form som helst, även början av ord. ”Inom citattecken” söker ord som står intill varandra, -ord utesluter, ”or” mellan ord ger det ena eller det andra.',
    en: 'Swedish words in any form, also their beginnings. “Within quotes” finds words beside each other, -word leaves out, “or” between words gives either.',
  },
  'adoption.any': { sv: 'Alla', en: 'All' },
  'adoption.method': { sv: 'Metod', en: 'Method' },
  'adoption.find': { sv: 'Sök', en: 'Search' },
  'adoption.found': {
    sv: '{n, plural, =0 {Inget hittades.} one {Ett beslut hittades.} other {# beslut hittades.}}',
    en: '{n, plural, =0 {Nothing was found.} one {One decision was found.} other {# decisions were found.}}',
  },
  'adoption.foundMost': {
    sv: '{n, number} beslut hittades. De {shown} första visas.',
    en: '{n, number} decisions were found. The first {shown} are shown.',
  },
  'adoption.noWords': {
    sv: 'Sök på ord som säger något. Ord som ”och” och ”att” finns i alla texter.',
    en: 'Search for words that say something. Words such as “och” and “att” are in all texts.',
  },
  'adoption.decided': { sv: '{verdict}, beslutat {day}', en: '{verdict}, decided {day}' },
  'adoption.decidedBy': { sv: '{verdict} av {member}, beslutat {day}', en: '{verdict} by {member}, decided {day}' },
  'adoption.keptOf': { sv: 'Behålls av metoden:', en: 'Kept of the method:' },
}
