import { modestWords } from '../claimWords.ts'

/** Texts of a comparison that says no more than that groups differ, and of all that any comparison shows beside its answer. */
export const resultMessages = modestWords({
  'effects.against.difference': {
    sv: 'Skillnad mellan grupper (inte tolkbar som effekt)',
    en: 'Difference between groups (not to be read as an effect)',
  },
  'effects.against.more': { sv: '{n} fler', en: '{n} more' },
  'effects.against.fewer': { sv: '{n} färre', en: '{n} fewer' },
  'effects.against.same': { sv: 'lika många', en: 'as many' },
  'effects.against.above': { sv: '{n} mer', en: '{n} more' },
  'effects.against.below': { sv: '{n} mindre', en: '{n} less' },
  'effects.against.equal': { sv: 'lika mycket', en: 'as much' },
  'effects.against.ofHundred': {
    sv: '{what} av 100 (kan vara från {lower} till {upper})',
    en: '{what} of 100 (may be from {lower} to {upper})',
  },
  'effects.against.amount': { sv: '{what} (kan vara från {lower} till {upper})', en: '{what} (may be from {lower} to {upper})' },
  'effects.against.ofHundredAlone': { sv: '{what} av 100', en: '{what} of 100' },
  'effects.against.share': {
    sv: '{x} av {n} ({share}, osäkerhet {lower}–{upper})',
    en: '{x} of {n} ({share}, uncertainty {lower}–{upper})',
  },
  'effects.against.groupsSentence': {
    sv: '{n1} som startade jämförs med {n0} som inte gjorde det. Utfall: {outcome}.',
    en: '{n1} who started are compared with {n0} who did not. Outcome: {outcome}.',
  },
  'effects.against.shareSentence': {
    sv: 'Av dem som startade: {reached}. Bland jämförelsepersoner med samma bakgrund: ungefär {base} av 100.',
    en: 'Of those who started: {reached}. Among comparison persons of the same background: about {base} of 100.',
  },
  'effects.against.meanSentence': {
    sv: 'Medel bland dem som startade: {mean}. Bland jämförelsepersoner med samma bakgrund: ungefär {base}.',
    en: 'Mean of those who started: {mean}. Among comparison persons of the same background: about {base}.',
  },
  'effects.against.differenceSentence': { sv: 'Skillnaden är {text}.', en: 'The difference is {text}.' },
  'effects.against.maybeNone': {
    sv: 'Osäkerheten rymmer också att det inte är någon skillnad.',
    en: 'The uncertainty also holds no difference at all.',
  },
  'effects.against.failedSentence': {
    sv: '{n, plural, one {# kontroll håller inte} other {# kontroller håller inte}}. Skillnaden kan därför bero på annat än insatsen.',
    en: '{n, plural, one {# check fails} other {# checks fail}}. So the difference may come from other things than the intervention.',
  },
  'effects.against.exploratory': {
    sv: 'Utfall eller månader var inte bestämda i förväg: läs det som utforskande.',
    en: 'Outcome or months were not decided beforehand: read it as exploratory.',
  },
  'effects.against.local': {
    sv: 'Räknat i webbläsaren ur en egen fil. Ingår inte i Sveriges officiella statistik, och är inte skyddat för att publiceras.',
    en: 'Reckoned in the browser from a file of one’s own. Not official statistics of Sweden, and not protected for publication.',
  },
  'effects.against.leftOut': {
    sv: '{n, plural, one {# rad} other {# rader}} användes inte: de som inte startade i den första filen, eller startade i den andra.',
    en: '{n, plural, one {# row was} other {# rows were}} not used: those who did not start in the first file, or did in the second.',
  },
  'effects.against.noOutcomeName': { sv: 'kolumnen {column}', en: 'the column {column}' },
  'effects.against.afterMonths': { sv: '{outcome}, {months} månader efter start', en: '{outcome}, {months} months after the start' },
  // Who.
  'effects.against.who': { sv: 'Vilka som jämförs', en: 'Who is compared' },
  'effects.against.group': { sv: 'Grupp', en: 'Group' },
  'effects.against.group.treated': { sv: 'De som startade', en: 'Those who started' },
  'effects.against.group.controls': { sv: 'Jämförelsepersoner', en: 'Comparison persons' },
  'effects.against.inFile': { sv: 'I filen', en: 'In the file' },
  'effects.against.known': { sv: 'Med känt utfall', en: 'With a known outcome' },
  'effects.against.reached': { sv: 'Utfall, utan hänsyn till bakgrund', en: 'Outcome, background not considered' },
  // Overlap and balance.
  'effects.against.overlap': { sv: 'Överlappning', en: 'Overlap' },
  'effects.against.overlapSentence': {
    sv: '{alone, plural, =0 {Alla som startade har jämförelsepersoner som liknar dem.} one {# av dem som startade har ingen jämförelseperson som liknar hen.} other {# av dem som startade har ingen jämförelseperson som liknar dem.}} Vikterna motsvarar {ess} lika personer, och den största är {share} av summan.',
    en: '{alone, plural, =0 {All who started have comparison persons like them.} one {# of those who started has no comparison person alike.} other {# of those who started have no comparison person alike.}} The weights are worth {ess} equal persons, and the largest is {share} of their sum.',
  },
  'effects.against.chance': { sv: 'Chans att ha startat, enligt bakgrunden', en: 'Chance to have started, by background' },
  'effects.against.chanceRange': { sv: '{from}–{to}', en: '{from}–{to}' },
  'effects.against.lessThan': { sv: 'under {n}', en: 'below {n}' },
  'effects.against.balance': { sv: 'Hur lika grupperna är', en: 'How alike the groups are' },
  'effects.against.balanceSentence': {
    sv: 'Före viktning skiljer {before} av {n} bakgrunder mer än 0,1 standardavvikelser, efter viktning {after}.',
    en: 'Before weighting {before} of {n} backgrounds differ by more than 0.1 standard deviations, after weighting {after}.',
  },
  'effects.against.background': { sv: 'Bakgrund', en: 'Background' },
  'effects.against.before': { sv: 'Före viktning', en: 'Before weighting' },
  'effects.against.after': { sv: 'Efter viktning', en: 'After weighting' },
  'effects.against.deviations': { sv: 'Skillnad i standardavvikelser', en: 'Difference in standard deviations' },
  'effects.against.beyond': { sv: 'mer än {n}', en: 'more than {n}' },
  // Estimates.
  'effects.against.estimates': { sv: 'Skillnaden, räknad på sex sätt', en: 'The difference, worked out in six ways' },
  'effects.against.estimatesSentence': {
    sv: 'Redovisas: {way}. Ger sätten olika svar beror det på vad som antas om bakgrunden.',
    en: 'Reported: {way}. Where the ways differ, it comes from what is assumed of the background.',
  },
  'effects.against.way': { sv: 'Sätt', en: 'Way' },
  'effects.against.result': { sv: 'Skillnad', en: 'Difference' },
  'effects.against.way.naive': { sv: 'rak skillnad', en: 'plain difference' },
  'effects.against.way.ols': { sv: 'linjär modell', en: 'linear model' },
  'effects.against.way.ipw': { sv: 'viktning (IPW)', en: 'weighting (IPW)' },
  'effects.against.way.or': { sv: 'utfallsmodell', en: 'outcome model' },
  'effects.against.way.dr': { sv: 'dubbelt robust', en: 'doubly robust' },
  'effects.against.way.entropy': { sv: 'entropibalansering', en: 'entropy balancing' },
  'effects.against.noEntropy': { sv: 'går inte: inga vikter gör grupperna lika', en: 'not possible: no weights make the groups alike' },
  'effects.against.reportedMark': { sv: 'redovisas', en: 'reported' },
  // The gate.
  'effects.against.gate': { sv: 'Kontroller', en: 'Checks' },
  'effects.against.gateHelp': {
    sv: 'Alla måste hålla för att skillnaden ska få läsas som insatsens verk.',
    en: 'All must hold for the difference to be read as the work of the intervention.',
  },
  'effects.against.check': { sv: 'Kontroll', en: 'Check' },
  'effects.against.value': { sv: 'Värde', en: 'Value' },
  'effects.against.limit': { sv: 'Krav', en: 'Limit' },
  'effects.against.holdsMark': { sv: 'håller', en: 'holds' },
  'effects.against.failsMark': { sv: 'håller inte', en: 'fails' },
  'effects.against.declaredMark': { sv: 'angivet av dig', en: 'declared by you' },
  'effects.against.verdictColumn': { sv: 'Svar', en: 'Answer' },
  'effects.against.atLeast': { sv: 'minst {n}', en: 'at least {n}' },
  'effects.against.atMost': { sv: 'högst {n}', en: 'at most {n}' },
  'effects.against.points': { sv: '{n} procentenheter', en: '{n} percentage points' },
  'effects.against.mustBeDeclared': { sv: 'ska anges', en: 'to be declared' },
  'effects.against.none': { sv: 'finns inte', en: 'not there' },
  'effects.against.placeboCannot.constant': {
    sv: 'går inte att räkna: ”{column}” är lika för alla som har värdet',
    en: 'cannot be worked out: “{column}” is the same for all who have the value',
  },
  'effects.against.placeboCannot.dependent': {
    sv: 'går inte att räkna: andra bakgrunder bestämmer ”{column}” helt',
    en: 'cannot be worked out: other background determines “{column}”',
  },
  'effects.against.placeboCannot.separation': {
    sv: 'går inte att räkna: grupperna skiljer sig för mycket åt i ”{column}”',
    en: 'cannot be worked out: the groups differ too much in “{column}”',
  },
  'effects.against.placeboCannot.noOverlap': {
    sv: 'går inte att räkna: grupperna skiljer sig för mycket åt i ”{column}”',
    en: 'cannot be worked out: the groups differ too much in “{column}”',
  },
  'effects.against.withinInterval': { sv: 'inom ± {n}', en: 'within ± {n}' },
  'effects.against.plusMinus': { sv: '± {n}', en: '± {n}' },
  'effects.against.check.n1': { sv: 'Antal som startade', en: 'Number who started' },
  'effects.against.check.n0': { sv: 'Antal att jämföra med', en: 'Number to compare with' },
  'effects.against.check.ess': { sv: 'Vad vikterna motsvarar i lika personer', en: 'What the weights are worth in equal persons' },
  'effects.against.check.largestWeight': { sv: 'Största viktens andel', en: 'Share of the largest weight' },
  'effects.against.check.balance': {
    sv: 'Största skillnad i bakgrund efter viktning',
    en: 'Largest difference in background after weighting',
  },
  'effects.against.check.followUp': { sv: 'Känt utfall i den sämst följda gruppen', en: 'Known outcome in the group followed least' },
  'effects.against.check.followUpGap': { sv: 'Skillnad i andel med känt utfall', en: 'Difference in the share with a known outcome' },
  'effects.against.check.sameWindow': { sv: 'Samma månader och regel för startdatum', en: 'Same months and rule for the index date' },
  'effects.against.check.placebo': { sv: 'Skillnad redan före start', en: 'Difference already before the start' },
  'effects.against.check.placeboPrecision': {
    sv: 'Osäkerhet i den, mot skillnaden efter',
    en: 'Uncertainty of that, against the difference after',
  },
  // What failed checks leave open.
  'effects.against.open.n1': {
    sv: 'Om det gäller fler än de få som startade: {value} är för litet för att skilja insatsen från slumpen.',
    en: 'Whether it holds for more than the few who started: {value} is too small to tell the intervention from chance.',
  },
  'effects.against.open.n0': {
    sv: 'Hur det hade gått utan insatsen: de att jämföra med är färre än de som startade.',
    en: 'How it would have gone without: those to compare with are fewer than those who started.',
  },
  'effects.against.open.ess': {
    sv: 'Hur det hade gått för sådana som startade: bara få jämförelsepersoner liknar dem ({value} lika personer).',
    en: 'How it would have gone for such as started: only few comparison persons are like them ({value} equal persons).',
  },
  'effects.against.open.largestWeight': {
    sv: 'Om svaret hänger på en enda jämförelseperson: den tyngsta väger {value} av allt.',
    en: 'Whether the answer hangs on a single comparison person: the heaviest has {value} of all weight.',
  },
  'effects.against.open.balance': {
    sv: 'Vad som beror på bakgrunden: efter viktning skiljer {column} fortfarande grupperna åt.',
    en: 'What comes from background: after weighting {column} still parts the groups.',
  },
  'effects.against.open.followUp': {
    sv: 'Hur det gick för dem som inte har ett känt utfall. Bara {value} är följda i den sämst följda gruppen.',
    en: 'How it went for those without a known outcome. Only {value} are followed in the group followed least.',
  },
  'effects.against.open.followUpGap': {
    sv: 'Om grupperna är följda lika väl: andelen med känt utfall skiljer {value}.',
    en: 'Whether the groups are followed equally well: the share with a known outcome differs by {value}.',
  },
  'effects.against.open.sameWindow': {
    sv: 'Om grupperna hade samma tid och samma arbetsmarknad: samma månader och regel för startdatum är inte angivet.',
    en: 'Whether the groups had the same time and labour market: the same months and rule for the index date are not declared.',
  },
  'effects.against.open.placebo': {
    sv: 'Om grupperna gick lika redan före start. De skilde sig då: {value}.',
    en: 'Whether the groups went alike already before the start. They differed then: {value}.',
  },
  'effects.against.open.noPlacebo': {
    sv: 'Om grupperna gick lika redan före start: inget utfall före start finns att kontrollera med.',
    en: 'Whether the groups went alike already before the start: there is no outcome before the start to check by.',
  },
  'effects.against.open.placeboCannot': {
    sv: 'Om grupperna gick lika redan före start: kontrollen {why}.',
    en: 'Whether the groups went alike already before the start: the check {why}.',
  },
  'effects.against.open.placeboPrecision': {
    sv: 'Om kontrollen före start hade sett en skillnad: den är osäkrare ({value}) än skillnaden själv.',
    en: 'Whether the check before the start would have seen a difference: it is more uncertain ({value}) than the difference itself.',
  },
  'effects.against.open.unseen': {
    sv: 'Det som inte står i filen, som motivation och hälsa, kan skilja grupperna åt.',
    en: 'What is not in the file, such as motivation and health, may part the groups.',
  },
  'effects.against.open.others': {
    sv: 'Hur det blir för andra än dem som startade, eller i en annan tid.',
    en: 'How it would be for others than those who started, or at another time.',
  },
  'effects.against.open.eValue': {
    sv: 'För att förklara hela skillnaden skulle något osett behöva göra både start och utfall {n} gånger vanligare (E-värde).',
    en: 'To explain all of the difference, something unseen would have to make both the start and the outcome {n} times as common (E-value).',
  },
})
