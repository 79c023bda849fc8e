import { modestWords } from '../claimWords.ts'

/** Texts of units side by side. */
export const fairMessages = modestWords({
  'effects.fair.title': { sv: 'Rättvis jämförelse', en: 'Fair comparison' },
  'effects.fair.lead': {
    sv: 'Insatser i ett förbund, eller förbund i landet, bredvid varandra med hänsyn till vilka deltagarna är. I bokstavsordning: det finns ingen topplista.',
    en: 'Interventions of an association, or associations of the country, side by side considering who the participants are. In alphabetical order: there is no ranking.',
  },
  'effects.fair.cohort': { sv: 'De som började', en: 'Those who began' },
  'effects.fair.outcome': { sv: 'Vad som jämförs', en: 'What is compared' },
  'effects.fair.exitOutcome': {
    sv: 'Arbete eller studier vid avslut inom 12 månader från starten',
    en: 'Work or studies at an exit within 12 months of the start',
  },
  'effects.fair.stateOutcome': {
    sv: 'I arbete eller studier 12 månader efter starten',
    en: 'In work or studies 12 months after the start',
  },
  'effects.fair.counted': {
    sv: 'Räknar dem vars läge är känt 12 månader efter starten: {known} av {began} i landet. {unreached} nåddes inte. De är inte med i andelarna, och under 60 % nådda jämförs ingen.',
    en: 'Counts those whose state is known 12 months after the start: {known} of {began} in the country. {unreached} were not reached. They are not in the shares, and where fewer than 60% were reached none is compared.',
  },
  'effects.fair.stateOverall': {
    sv: 'I hela landet var {share} av dem som nåddes i arbete (minst 25 %) eller studier (minst 50 %) 12 månader efter starten.',
    en: 'In the whole country {share} of those reached were in work (at least 25%) or studies (at least 50%) 12 months after the start.',
  },
  'effects.fair.stateCompared': {
    sv: '{n, plural, =0 {Ingen} other {#}} av {all} har minst 20 som nåddes, och har nått minst 60 %, och jämförs.',
    en: '{n, plural, =0 {None} other {#}} of {all} have at least 20 who were reached, and have reached at least 60%, and are compared.',
  },
  'effects.fair.exitOverall': {
    sv: 'I hela landet hade {share} avslutat till arbete eller studier inom 12 månader från starten.',
    en: 'In the whole country {share} had ended in work or studies within 12 months of their start.',
  },
  'effects.fair.exitCompared': {
    sv: '{n, plural, =0 {Ingen} other {#}} av {all} har minst 20 som började och jämförs.',
    en: '{n, plural, =0 {None} other {#}} of {all} have at least 20 who began and are compared.',
  },
  'effects.fair.adjustment': {
    sv: 'Justeringen för vilka deltagarna är ändrade hälften av andelarna med högst {usual} av 100, och ingen med mer än {most} ({unit}: från {from} till {to}).',
    en: 'Adjusting for who the participants are changed half of the shares by at most {usual} of 100, and none by more than {most} ({unit}: from {from} to {to}).',
  },
  'effects.fair.chance': {
    sv: 'Skillnaderna mellan dem är inte större än vad slumpen brukar ge.',
    en: 'The differences between them are not larger than what chance usually gives.',
  },
  'effects.fair.spread': {
    sv: 'De skiljer sig mer än slumpen ger. Därför är gränserna vidgade {times} gånger: det finns skillnader som registret inte förklarar.',
    en: 'They differ more than chance gives. So the limits are widened {times} times: there are differences that the register does not explain.',
  },
  'effects.fair.choosePlace': {
    sv: 'En enda insats har ingenting att jämföras med här. Välj förbundet för att se dess insatser, eller hela landet för att se förbunden.',
    en: 'A single intervention has nothing to be compared with here. Choose the association to see its interventions, or the whole country to see the associations.',
  },
  'effects.fair.tooEarly': {
    sv: 'Ingen som började under perioden har följts i 12 månader ännu. Välj en tidigare period.',
    en: 'Nobody who began in the period has been followed for 12 months yet. Choose an earlier period.',
  },
  'effects.fair.noModel': {
    sv: 'För få har nått arbete eller studier för att räkna ut vad som var att vänta. Därför jämförs ingen.',
    en: 'Too few have reached work or studies to work out what was to be expected. So none is compared.',
  },
  'effects.fair.followed': {
    sv: 'Räknar dem som började {period}: för dem har det gått minst 12 månader.',
    en: 'Counts those who began in {period}: for them at least 12 months have passed.',
  },
  'effects.fair.exitDefinition': {
    sv: 'Av alla som började: hur många som inom 12 månader avslutade till arbete eller studier.',
    en: 'Of all who began: how many ended in work or studies within 12 months.',
  },
  'effects.fair.stateDefinition': {
    sv: 'Av dem som började och vars läge är känt: hur många som 12 månader efter starten arbetade minst 25 % eller studerade minst 50 %. De som inte nåddes räknas inte. Vad andelen av alla kan vara, om ingen eller alla av dem hade arbete eller studier, står bredvid.',
    en: 'Of those who began and whose state is known: how many worked at least 25% or studied at least 50% 12 months after the start. Those not reached are not counted. What the share of all can be, if none or all of them were in work or studies, stands beside.',
  },
  'effects.fair.definition': {
    sv: 'Väntat är vad landets alla deltagare med samma kön, ålder, utbildning, tid i försörjning, huvudsakliga försörjning, födelseland (i eller utanför Sverige) och startkvartal nådde (logistisk modell utan insats och förbund). Justerad andel är nådda delat med väntade, gånger landets andel. Sammanvägd andel drar de osäkra mot landet så mycket som deras storlek säger (hierarkisk modell). Strecken i tratten visar var 95 (tjockt) och 99,8 (smalt) av 100 lika stora enheter med samma väntade andel hamnar av en slump (exakta gränser vid det väntade, med brus och avrundning). Allt är räknat av de tal som visas; väntat är avrundat. Färre än 20 jämförs inte.',
    en: 'Expected is what all participants of the country with the same sex, age, education, time on support, main support, country of birth (in or outside Sweden) and quarter of start reached (a logistic model without intervention and association). The adjusted share is reached divided by expected, times the country’s share. The pooled share draws the uncertain ones towards the country as far as their size says (a hierarchical model). The lines of the funnel show where 95 (thick) and 99.8 (thin) of 100 units of the same size and expected share fall by chance (exact limits at what is expected, with noise and rounding). All is worked out of the numbers shown; expected is rounded. Fewer than 20 are not compared.',
  },
  'effects.fair.stateChart': {
    sv: 'Tratten: justerad andel mot hur många som nåddes',
    en: 'The funnel: adjusted share by how many were reached',
  },
  'effects.fair.exitChart': { sv: 'Tratten: justerad andel mot hur många som började', en: 'The funnel: adjusted share by how many began' },
  'effects.fair.chartSentence': {
    sv: '{outside, plural, =0 {Ingen ligger utanför sin yttre gräns.} one {En ligger utanför sin yttre gräns: fråga varför, men rangordna inte.} other {# ligger utanför sin yttre gräns: fråga varför, men rangordna inte.}} Få som började ger stor spridning av en slump.',
    en: '{outside, plural, =0 {None lies outside its outer limit.} one {One lies outside its outer limit: ask why, but do not rank.} other {# lie outside their outer limits: ask why, but do not rank.}} Few who began give a large spread by chance.',
  },
  'effects.fair.pooled': { sv: 'Sammanvägd andel, i bokstavsordning', en: 'Pooled share, in alphabetical order' },
  'effects.fair.pooledSentence': {
    sv: 'Punkten är den sammanvägda andelen, strecket osäkerheten (95 %). Ligger två streck över varandra går det inte att säga att den ena är bättre.',
    en: 'The dot is the pooled share, the line its uncertainty (95%). Where two lines overlap it cannot be said that one is better.',
  },
  'effects.fair.table': { sv: 'Nått och väntat', en: 'Reached and expected' },
  'effects.fair.n': { sv: 'Började', en: 'Began' },
  'effects.fair.unreached': { sv: 'Nåddes inte', en: 'Not reached' },
  'effects.fair.known': { sv: 'Känt läge', en: 'State known' },
  'effects.fair.boundsTitle': { sv: 'Av alla som började', en: 'Of all who began' },
  'effects.fair.bounds': { sv: 'mellan {lower} och {upper} av 100', en: 'between {lower} and {upper} of 100' },
  'effects.fair.tooFewReached': { sv: 'jämförs inte: under 60 % nåddes', en: 'not compared: fewer than 60% were reached' },
  'effects.fair.x': { sv: 'Nådde arbete eller studier', en: 'Reached work or studies' },
  'effects.fair.share': { sv: 'Andel', en: 'Share' },
  'effects.fair.expected': { sv: 'Väntat', en: 'Expected' },
  'effects.fair.adjusted': { sv: 'Justerad andel', en: 'Adjusted share' },
  'effects.fair.shrunken': { sv: 'Sammanvägd andel', en: 'Pooled share' },
  'effects.fair.limits': { sv: 'Slumpens gränser', en: 'Limits of chance' },
  'effects.fair.outside': { sv: 'Utanför slumpens gräns', en: 'Outside the limit of chance' },
  'effects.fair.inside': { sv: 'nej', en: 'no' },
  'effects.fair.isOutside': { sv: 'ja, fråga varför', en: 'yes, ask why' },
  'effects.fair.tooFew': { sv: 'jämförs inte: för få, eller dolt', en: 'not compared: too few, or hidden' },
  'effects.fair.noList': { sv: 'Varför det inte finns någon topplista', en: 'Why there is no ranking' },
  'effects.fair.noListText': {
    sv: 'Den som hamnar högst har oftast också haft tur. I en simulering av små insatser såg den bästa ut att nå 56 av 100. I verkligheten var det 41. En lista över de bästa är därför mest en lista över dem som hade tur det året.',
    en: 'Who comes out on top has most often been lucky as well. In a simulation of small interventions the best seemed to reach 56 of 100. In truth it was 41. So a list of the best is mostly a list of those who were lucky that year.',
  },
  'effects.fair.unseen': {
    sv: 'Det som inte är registrerat: hur sjuk någon är, hur mycket stöd som behövs, hur arbetsmarknaden ser ut på orten. Sådant kan skilja mer än insatsen.',
    en: 'What is not recorded: how ill somebody is, how much support is needed, what the local labour market is like. Such things may differ more than the intervention.',
  },
  'effects.fair.why': {
    sv: 'Vad insatsen gjorde. Även en rättvis jämförelse visar skillnader mellan grupper, inte vad som hade hänt annars.',
    en: 'What the intervention did. Even a fair comparison shows differences between groups, not what would have happened otherwise.',
  },
  'effects.fair.hiddenOnes': {
    sv: 'Hur det gick där ingen, eller alla, ser ut att ha nått arbete eller studier. Det visas inte, för det vore att säga hur det gick för var och en. Därför saknas några i bilderna.',
    en: 'How it went where none, or all, seem to have reached work or studies. It is not shown, for it would be to say how it went for each of them. So some are missing in the pictures.',
  },
  'effects.fair.stateLater': {
    sv: 'Hur det gick för dem som inte nåddes. De som nås kan ha det bättre, eller sämre, än de andra.',
    en: 'How it went for those not reached. Those reached may do better, or worse, than the others.',
  },
  'effects.fair.exitLater': {
    sv: 'Vad som hände efter 12 månader, och efter avslutet.',
    en: 'What happened after 12 months, and after the exit.',
  },
})
