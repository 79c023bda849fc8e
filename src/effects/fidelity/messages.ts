import { modestWords } from '../claimWords.ts'

/** Texts of fidelity beside outcomes. */
export const besideTexts = modestWords({
  'effects.fidelity.lead': {
    sv: 'En prick per insats: hur nära teamet följer metoden, och hur det gick för dem som började. Prickarna säger inte att det ena orsakar det andra.',
    en: 'A dot for each intervention: how closely the team follows the method, and how those who began fared. The dots do not say that the one causes the other.',
  },
  'effects.fidelity.chart': { sv: 'Programtrohet och utfall', en: 'Fidelity and outcome' },
  'effects.fidelity.counted': {
    sv: '{n, plural, =0 {Ingen} other {#}} av {all} insatser som är bedömda med {scale} kan visas, för dem som började {period}.',
    en: '{n, plural, =0 {None} other {#}} of {all} interventions assessed by {scale} can be shown, of those who began {period}.',
  },
  'effects.fidelity.correlation': {
    sv: 'Sambandet (Pearsons r) är {r} och kan vara från {lower} till {upper}.',
    en: 'The correlation (Pearson’s r) is {r} and may be from {lower} to {upper}.',
  },
  'effects.fidelity.unsure': {
    sv: 'Det kan alltså lika gärna saknas samband.',
    en: 'So there may just as well be none.',
  },
  'effects.fidelity.sure': {
    sv: 'Slumpen ensam förklarar det knappast, men något annat än metoden kan göra det.',
    en: 'Chance alone hardly explains it, but something else than the method may.',
  },
  'effects.fidelity.noCorrelation': {
    sv: 'Det är för få insatser för att räkna ett samband.',
    en: 'There are too few interventions to work out a correlation.',
  },
  'effects.fidelity.noLine': {
    sv: 'Ingen linje ritas med färre än {least} insatser.',
    en: 'No line is drawn of fewer than {least} interventions.',
  },
  'effects.fidelity.published': {
    sv: 'Som jämförelse: i två publicerade studier med 79 verksamheter var sambandet mellan IPS-trohet och andel i arbete 0,34 (0,13–0,52) och 0,27 (0,05–0,46).',
    en: 'For comparison: in two published studies of 79 sites the correlation of IPS fidelity and the share in work was 0.34 (0.13–0.52) and 0.27 (0.05–0.46).',
  },
  'effects.fidelity.none': {
    sv: 'Ingen insats här har någon färdig bedömning av programtrohet. Bedömningar görs från insatsens sida.',
    en: 'No intervention here has an assessment of fidelity that is done. Assessments are made from the page of the intervention.',
  },
  'effects.fidelity.tooEarly': {
    sv: 'Ingen i perioden har följts i tolv månader ännu.',
    en: 'Nobody of the period has been followed for twelve months yet.',
  },
  'effects.fidelity.definition': {
    sv: 'Programtroheten är medelvärdet av teamens summor, för varje team från den bedömning som ligger närmast mitten av de månader som deltagarna började. Andelen är rå, utan hänsyn till vilka deltagarna är, och visas från 20 personer. Intervallet är Fishers; det tar inte med att andelarna är ungefärliga, som drar sambandet mot noll.',
    en: 'Fidelity is the mean of the teams’ sums, of each team from the assessment nearest to the middle of the months in which the participants began. The share is raw, without considering who the participants are, and is shown from 20 persons. The interval is Fisher’s; it does not take in that the shares are approximate, which draws the correlation towards nought.',
  },
  'effects.fidelity.cause': {
    sv: 'Om högre programtrohet ger bättre utfall: insatser som får det att fungera kan skilja sig på annat också.',
    en: 'Whether higher fidelity gives better outcomes: interventions that make it work may differ in other ways too.',
  },
  'effects.fidelity.mix': {
    sv: 'Om deltagarna i insatserna är lika från början. Se Rättvis jämförelse.',
    en: 'Whether the participants of the interventions were alike from the start. See Fair comparison.',
  },
  'effects.fidelity.self': {
    sv: 'Hur en extern bedömare skulle ha sett på dem som har skattat sig själva (ihåliga prickar).',
    en: 'How an external assessor would have seen those who assessed themselves (hollow dots).',
  },
  'effects.fidelity.score': { sv: 'Programtrohet', en: 'Fidelity' },
  'effects.fidelity.kind': { sv: 'Slag', en: 'Kind' },
  'effects.fidelity.assessedOn': { sv: 'Bedömd', en: 'Assessed' },
  'effects.fidelity.teams': { sv: 'Team', en: 'Teams' },
  'effects.fidelity.began': { sv: 'Räknade', en: 'Counted' },
  'effects.fidelity.reached': { sv: 'I arbete eller studier', en: 'In work or studies' },
  'effects.fidelity.share': { sv: 'Andel', en: 'Share' },
  'effects.fidelity.notShown': { sv: 'visas inte', en: 'not shown' },
  'effects.fidelity.external': { sv: 'Fylld: extern bedömning', en: 'Filled: external assessment' },
  'effects.fidelity.selfDot': { sv: 'Ihålig: självskattning', en: 'Hollow: self-assessment' },
})
