import { modestWords } from '../claimWords.ts'

/** Texts of how the same persons answered the first and the last time. */
export const viewMessages = modestWords({
  'effects.views.title': { sv: 'Personens egna svar: första och sista', en: 'The person’s own answers: first and last' },
  'effects.views.lead': {
    sv: 'Samma personer, en skala från 1 (stämmer inte alls) till 5 (stämmer helt). Steg upp betyder att det stämmer bättre.',
    en: 'The same persons, a scale from 1 (does not fit at all) to 5 (fits fully). Steps up mean that it fits better.',
  },
  'effects.views.sentence': {
    sv: '{label}: från {first} till {last} i genomsnitt, för {n} som svarat minst två gånger. Förändringen är {change} (kan vara från {lower} till {upper}).',
    en: '{label}: from {first} to {last} on average, of {n} who answered at least twice. The change is {change} (may be from {lower} to {upper}).',
  },
  'effects.views.hidden': {
    sv: '{label}: förändringen visas inte. Färre än 20 har svarat minst två gånger, eller så är något tal dolt för att skydda enskilda.',
    en: '{label}: the change is not shown. Fewer than 20 have answered at least twice, or a number is hidden to protect individuals.',
  },
  'effects.views.pace': {
    sv: '{change} per år (kan vara från {lower} till {upper})',
    en: '{change} a year (may be from {lower} to {upper})',
  },
  'effects.views.paceHidden': { sv: 'visas inte', en: 'not shown' },
  'effects.views.paceTitle': { sv: 'Förändring per år', en: 'Change a year' },
  'effects.views.often': {
    sv: 'Svarat minst tre dagar, under 320 dagar eller mer',
    en: 'Answered on at least three days, over 320 days or more',
  },
  'effects.views.paceSentence': {
    sv: 'Bland dem som svarat minst tre dagar, under 320 dagar eller mer: {pace}.',
    en: 'Among those who answered on at least three days, over 320 days or more: {pace}.',
  },
  'effects.views.up': { sv: '{n} steg upp', en: '{n} up' },
  'effects.views.down': { sv: '{n} steg ner', en: '{n} down' },
  'effects.views.same': { sv: 'ingen ändring', en: 'no change' },
  'effects.views.answered': { sv: 'Svarat minst två gånger', en: 'Answered at least twice' },
  'effects.views.exits': { sv: 'Avslutade under perioden: {n}.', en: 'Ended in the period: {n}.' },
  'effects.views.lower': { sv: 'Lägre', en: 'Lower' },
  'effects.views.equal': { sv: 'Samma', en: 'The same' },
  'effects.views.higher': { sv: 'Högre', en: 'Higher' },
  'effects.views.definition': {
    sv: 'Deltaganden som avslutades under perioden och där personen själv svarat minst två gånger, vid start, avslut eller uppföljning: det sista svaret mot det första. Den som inte vill svara räknas inte. Förändringen per år är medelvärdet av varje persons egen lutning (minsta kvadrat) genom svar på minst tre dagar med minst 320 dagar mellan första och sista, avrundad till halva steg. Kortare tid är inte med: då säger svaren mer om dagen än om förändringen. Brantare än 5,5 steg per år räknas som 5,5; med svar på högst fyra dagar blir det aldrig så. De som svarar kan ha det bättre eller sämre än de andra. Osäkerheten är ett 95-procentigt intervall där en person som deltagit flera gånger räknas som en (klustrat per person) och där de ungefärliga talen är med. Frågorna är projektets egna, inget prövat instrument.',
    en: 'Participations that ended in the period and where the person answered at least twice, at the start, the exit or a follow-up: the last answer against the first. Who would rather not say does not count. The change a year is the mean of each person’s own slope (least squares) through answers on at least three days, at least 320 days between the first and the last, rounded to halves of a step. Shorter times are left out: there the answers tell more of the day than of the change. What is steeper than 5.5 steps a year counts as 5.5; with answers on up to four days it never is. Those who answer may do better or worse than the others. The uncertainty is a 95% interval in which a person who took part several times counts as one (clustered by person) and which takes in the approximate numbers. The questions are the project’s own, no tried instrument.',
  },
})
