import { modestWords } from '../claimWords.ts'

/** Texts of the comparison of a controller's own interventions. */
export const registerMessages = modestWords({
  'effects.register.title': { sv: 'Två av era egna insatser', en: 'Two of your own interventions' },
  'effects.register.lead': {
    sv: 'Jämför två insatser ur ert eget register, med hänsyn till vilka deltagarna är. Räkningen görs på servern hos er, av era egna deltaganden. Ingen rad lämnar den.',
    en: 'Compare two interventions of your own register, with who the participants are taken into account. It is reckoned on the server at your place, of your own participations. No row leaves it.',
  },
  'effects.register.back': { sv: 'Mot en jämförelsegrupp', en: 'Against a comparison group' },
  'effects.register.forWhom': { sv: 'Sidan är för dataansvariga.', en: 'This page is for data stewards.' },
  'effects.register.one': { sv: 'Insats', en: 'Intervention' },
  'effects.register.other': { sv: 'Jämförs med', en: 'Compared with' },
  'effects.register.years': { sv: 'Startade under', en: 'Started in' },
  'effects.register.yearsBack': { sv: '{n, plural, one {ett år} other {# år}}', en: '{n, plural, one {one year} other {# years}}' },
  'effects.register.compare': { sv: 'Jämför', en: 'Compare' },
  'effects.register.onlyOne': {
    sv: 'Det krävs två insatser med deltaganden hos er.',
    en: 'It takes two interventions with participations at your place.',
  },
  'effects.register.started': {
    sv: 'Startade {from}–{to}. Alla har kunnat följas i tolv månader.',
    en: 'Started {from}–{to}. All could be followed for twelve months.',
  },
  'effects.register.same': { sv: 'Välj två olika insatser.', en: 'Choose two different interventions.' },
  'effects.register.groups': {
    sv: '{n1} i {one} jämförs med {n0} i {other}. Utfall: i arbete (minst 25 %) eller studier (minst 50 %) tolv månader efter starten.',
    en: '{n1} in {one} are compared with {n0} in {other}. Outcome: in work (25% or more) or studies (50% or more) twelve months after the start.',
  },
  'effects.register.reached': {
    sv: 'Innan bakgrunden räknas in: {first} i {one}, {second} i {other}.',
    en: 'Before background is considered: {first} in {one}, {second} in {other}.',
  },
  'effects.register.alike': {
    sv: 'Deltagarna i {other} har viktats till samma bakgrund. De räcker då till ungefär {ess} lika personer.',
    en: 'Participants in {other} have been weighted to the same background. They then come to about {ess} alike persons.',
  },
  'effects.register.rule': { sv: 'registrets startdatum, samma månader', en: 'entry date of the register, same months' },
  'effects.register.tooFew': {
    sv: 'Färre än {least} med känt utfall i någon av insatserna. Då jämförs ingenting. Fler år, eller fler uppföljningar, kan räcka.',
    en: 'Fewer than {least} with a known outcome in one of the interventions. Nothing is then compared. More years, or more follow-ups, may do.',
  },
  'effects.register.fewFollowed': {
    sv: 'I {name} är färre än {least} av 100 följda i tolv månader. Då jämförs ingenting: tabellen visar vad andelen av alla kan vara.',
    en: 'In {name} fewer than {least} of 100 are followed for twelve months. Nothing is then compared: the table shows what the share of all can be.',
  },
  'effects.register.cannot': {
    sv: 'Insatserna går inte att jämföra: deltagarna skiljer sig för mycket åt i ”{column}”.',
    en: 'The interventions cannot be compared: their participants differ too much in “{column}”.',
  },
  'effects.register.notOut': {
    sv: 'Räknat av exakta uppgifter, för er egen kunskap. Ingår inte i Sveriges officiella statistik, och är inte skyddat för att spridas.',
    en: 'Reckoned of exact data, for your own knowledge. Not official statistics of Sweden, and not protected to be passed on.',
  },
  'effects.register.inBoth': {
    sv: '{n, plural, one {En person hade varit i båda insatserna när utfallet mättes, och är} other {# personer hade varit i båda insatserna när utfallet mättes, och är}} inte med.',
    en: '{n, plural, one {One person had been in both interventions by the outcome, and is} other {# persons had been in both interventions by the outcome, and are}} left out.',
  },
  'effects.register.returned': {
    sv: '{n, plural, one {En person hade varit i samma insats före de månaderna, och är} other {# personer hade varit i samma insats före de månaderna, och är}} inte med.',
    en: '{n, plural, one {One person had been in the same intervention before those months, and is} other {# persons had been in the same intervention before those months, and are}} left out.',
  },
  'effects.register.leftOut': {
    sv: 'Grupperna är små, så {n, plural, one {en bakgrund} other {# bakgrunder}} fick inte plats. Tabellen över bakgrund visar vilka som räknas in.',
    en: 'The groups are small, so there was no room for {n, plural, one {one background} other {# backgrounds}}. The table of background shows which are taken into account.',
  },
  'effects.register.both': {
    sv: 'Hur det hade gått utan någon insats. Båda grupperna fick en, så skillnaden är mellan dem, också när alla kontroller håller.',
    en: 'How it would have gone without any intervention. Both groups had one, so the difference is between them, also when every check holds.',
  },
  'effects.register.chosen': {
    sv: 'Varför personen kom till den ena insatsen och inte den andra.',
    en: 'Why a person came to the one intervention and not the other.',
  },
  'effects.register.unseen': {
    sv: 'Det som registret inte frågar om, som motivation och hälsa, kan skilja grupperna åt.',
    en: 'What the register does not ask, such as motivation and health, may part the groups.',
  },
  'effects.register.followUp': { sv: 'Hur de följdes', en: 'How they were followed' },
  'effects.register.background.woman': { sv: 'Kvinna', en: 'Woman' },
  'effects.register.background.age': { sv: 'Ålder', en: 'Age' },
  'effects.register.background.ageSquared': { sv: 'Ålder, avstånd från 40 i kvadrat', en: 'Age, distance from 40 squared' },
  'effects.register.background.compulsory': { sv: 'Högst grundskola', en: 'Compulsory school at most' },
  'effects.register.background.schoolUnknown': { sv: 'Okänd utbildning', en: 'Education unknown' },
  'effects.register.background.bornAbroad': { sv: 'Utrikes född', en: 'Born abroad' },
  'effects.register.background.bornUnknown': { sv: 'Födelseland okänt', en: 'Country of birth unknown' },
  'effects.register.background.longOnSupport': { sv: 'Minst två år i försörjning', en: 'Two years or more on support' },
  'effects.register.background.supportUnknown': { sv: 'Okänd tid i försörjning', en: 'Time on support unknown' },
  'effects.register.background.sickness': { sv: 'Sjukdom som försörjning', en: 'Sickness as support' },
  'effects.register.background.jobSeeking': { sv: 'Arbetssökande vid start', en: 'Job-seeking at the start' },
  'effects.register.background.worked': { sv: 'Arbetade vid start', en: 'Worked at the start' },
})
