import { modestWords } from '../claimWords.ts'

/** Texts of what stands beside a comparison: what would be needed, power, other choices, those not followed. */
export const besideMessages = modestWords({
  'effects.against.needed': { sv: 'Vad som skulle behövas', en: 'What would be needed' },
  'effects.against.needed.treated': {
    sv: '{n, plural, one {# person} other {# personer}} till som startade, med känt utfall.',
    en: '{n, plural, one {# more person} other {# more persons}} who started, with a known outcome.',
  },
  'effects.against.needed.pace': {
    sv: 'Med samma takt som hittills är de med om även starter till och med {month} räknas.',
    en: 'At the pace so far they are there if starts up to and with {month} are counted too.',
  },
  'effects.against.needed.controls': {
    sv: '{n, plural, one {# person} other {# personer}} till att jämföra med{months}.',
    en: '{n, plural, one {# more person} other {# more persons}} to compare with{months}.',
  },
  'effects.against.needed.controlMonths': { sv: ', med startdatum {period}', en: ', with index dates {period}' },
  'effects.against.needed.outcomes': {
    sv: 'Känt utfall för {n, plural, one {# person} other {# personer}} till{months}.',
    en: 'A known outcome for {n, plural, one {# more person} other {# more persons}}{months}.',
  },
  'effects.against.needed.outcomeMonths': { sv: ', alltså hur det var {period}', en: ', that is, how it was {period}' },
  'effects.against.needed.gap': {
    sv: 'Känt utfall för lika stor del av båda grupperna{months}.',
    en: 'A known outcome for as large a part of both groups{months}.',
  },
  'effects.against.needed.alike': {
    sv: 'Fler jämförelsepersoner som liknar de ovanligare bland dem som startade, så att ingen väger så mycket.',
    en: 'More comparison persons like the less usual of those who started, so that none weighs so much.',
  },
  'effects.against.needed.placebo': {
    sv: 'Utfallet för båda grupperna under de tolv månaderna före start{months}.',
    en: 'The outcome of both groups in the twelve months before the start{months}.',
  },
  'effects.against.needed.placeboMonths': { sv: ', alltså {period}', en: ', that is, {period}' },
  'effects.against.needed.window': {
    sv: 'Startmånader och en regel för startdatum som gäller båda grupperna, angivna ovan.',
    en: 'Months of starts and a rule for the index date that hold for both groups, declared above.',
  },
  'effects.against.needed.otherGroup': {
    sv: 'En annan jämförelsegrupp, mer lik dem som startade: fler av samma slag hjälper inte.',
    en: 'Another comparison group, more like those who started: more of the same does not help.',
  },
  'effects.against.needed.unlike': {
    sv: 'Siffrorna utgår från att de som tillkommer liknar dem som finns.',
    en: 'The numbers take for granted that those added are like those there.',
  },
  'effects.against.power': { sv: 'Hur många det krävs för att se en skillnad', en: 'How many it takes to see a difference' },
  'effects.against.powerHelp': {
    sv: 'Räknat från att ungefär {base} når utfallet ändå. Så många i varje grupp behövs för att fyra försök av fem ska visa skillnaden.',
    en: 'Worked out from about {base} reaching the outcome anyway. So many in each group are needed for four attempts of five to show the difference.',
  },
  'effects.against.powerHelpMean': {
    sv: 'Räknat från hur mycket utfallet varierar bland jämförelsepersonerna. Så många i varje grupp behövs för att fyra försök av fem ska visa skillnaden.',
    en: 'Worked out from how much the outcome varies among comparison persons. So many in each group are needed for four attempts of five to show the difference.',
  },
  'effects.against.toSee': { sv: 'För att se', en: 'To see' },
  'effects.against.perGroup': { sv: 'behövs ungefär, per grupp', en: 'takes about, in each group' },
  'effects.against.detectable': {
    sv: 'Så stora grupper som de här ser bara skillnader från ungefär {difference}.',
    en: 'Groups as large as these see only differences from about {difference}.',
  },
  'effects.against.baseShare': { sv: '{n} av 100', en: '{n} of 100' },
  'effects.against.sensitivity': { sv: 'Med andra val', en: 'With other choices' },
  'effects.against.choice': { sv: 'Val', en: 'Choice' },
  'effects.against.asReported': { sv: 'dubbelt robust, allt med', en: 'doubly robust, all included' },
  'effects.against.without': { sv: 'utan {name}', en: 'without {name}' },
  'effects.against.withoutTop': { sv: 'utan procenten med störst vikt', en: 'without the one per cent of largest weight' },
  'effects.against.cannot': { sv: 'går inte att räkna', en: 'cannot be worked out' },
  'effects.against.sensitivityHelp': {
    sv: 'Ändrar sig svaret mycket när en bakgrund tas bort, kan en bakgrund som saknas ändra det lika mycket.',
    en: 'Where the answer changes much without one background, a background that is missing may change it as much.',
  },
  'effects.against.notKnown': { sv: 'Vad vi inte vet', en: 'What we do not know' },
  // Those not followed.
  'effects.against.unfollowed': { sv: 'De vi inte nådde', en: 'Those not reached' },
  'effects.against.allFollowed': {
    sv: 'Alla i filen har ett känt utfall. Finns det fler som startade men inte står i filen, ange hur många.',
    en: 'All in the file have a known outcome. If more started than stand in the file, say how many.',
  },
  'effects.against.outside': { sv: 'Startade, men finns inte i filen', en: 'Started, but are not in the file' },
  'effects.against.outsideHelp': {
    sv: 'Till exempel anonyma deltagare. De räknas som inte följda.',
    en: 'For example anonymous participants. They count as not followed.',
  },
  'effects.against.coverage': { sv: '{known} av {n} ({share}) kan följas', en: '{known} of {n} ({share}) can be followed' },
  'effects.against.boundsColumn': { sv: 'Hur det än gick för de andra', en: 'However it went for the others' },
  'effects.against.weightedColumn': { sv: 'Viktat för vilka som nåddes', en: 'Weighted for who was reached' },
  'effects.against.followedColumn': { sv: 'Bland dem som nåddes', en: 'Among those reached' },
  'effects.against.coverageColumn': { sv: 'Täckning', en: 'Coverage' },
  'effects.against.boundsText': {
    sv: 'mellan {lower} och {upper} av 100 (med osäkerhet {outerLower}–{outerUpper})',
    en: 'between {lower} and {upper} of 100 (with uncertainty {outerLower}–{outerUpper})',
  },
  'effects.against.noBounds': {
    sv: 'gränser finns bara för utfall som är ja eller nej',
    en: 'there are bounds only for outcomes of yes or no',
  },
  'effects.against.tooFewFollowed': {
    sv: 'under 60 % är följda: bara gränserna visas',
    en: 'below 60% are followed: only the bounds are shown',
  },
  'effects.against.notWeighted': { sv: 'behövs inte, eller går inte att räkna', en: 'not needed, or cannot be worked out' },
  'effects.against.slider': {
    sv: 'Hur mycket sämre gick det för dem vi inte nådde?',
    en: 'How much worse did it go for those not reached?',
  },
  'effects.against.sliderValue': {
    sv: '{percent, plural, =0 {Ingen av dem nådde utfallet} =100 {Lika bra som för dem vi nådde} other {#  % så ofta som bland dem vi nådde}}',
    en: '{percent, plural, =0 {None of them reached the outcome} =100 {As well as those reached} other {#% as often as among those reached}}',
  },
  'effects.against.sliderAnswer': {
    sv: 'Då når {share} av 100 av alla som startade utfallet, och skillnaden mot jämförelsegruppen blir {difference} av 100.',
    en: 'Then {share} of 100 of all who started reach the outcome, and the difference from the comparison group is {difference} of 100.',
  },
  'effects.against.sliderShort': {
    sv: 'Då når {share} av 100 av alla som startade utfallet.',
    en: 'Then {share} of 100 of all who started reach the outcome.',
  },
  'effects.against.sliderHelp': {
    sv: 'Gäller dem som startade. Jämförelsepersonerna antas ha gått som de nådda bland dem.',
    en: 'Of those who started. Comparison persons are taken to have gone as those reached among them.',
  },
})
