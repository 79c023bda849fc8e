import { modestWords } from '../claimWords.ts'

/** Texts of those who were reached and those who were not. */
export const reachedMessages = modestWords({
  'effects.reached.title': { sv: 'De som inte nåddes', en: 'Those not reached' },
  'effects.reached.lead': {
    sv: 'I arbete (minst 25 %) eller studier (minst 50 %) är bara känt för dem som en uppföljning nådde. Så här kan andelen av alla vara.',
    en: 'In work (at least 25%) or studies (at least 50%) is known only of those whom a follow-up reached. This is what the share of all may be.',
  },
  'effects.reached.known': { sv: 'Nåddes', en: 'Reached' },
  'effects.reached.knownOf': { sv: '{known} av {n}', en: '{known} of {n}' },
  'effects.reached.reached': { sv: 'Bland dem som nåddes', en: 'Among those reached' },
  'effects.reached.weighted': { sv: 'Vägt efter grupp', en: 'Weighted by group' },
  'effects.reached.bounds': { sv: 'Hur det än gick för de andra', en: 'However it went for the others' },
  'effects.reached.boundsText': { sv: 'mellan {least} och {most} av 100', en: 'between {least} and {most} of 100' },
  'effects.reached.onlyBounds': { sv: 'för få, bara gränserna visas', en: 'too few, only the bounds are shown' },
  'effects.reached.notShown': { sv: 'visas inte', en: 'not shown' },
  'effects.reached.notWeighted': { sv: 'vägs inte', en: 'not weighted' },
  'effects.reached.allReached': { sv: 'alla nåddes', en: 'all were reached' },
  'effects.reached.almostAllReached': { sv: 'nästan alla nåddes', en: 'nearly all were reached' },
  'effects.reached.after': { sv: 'Efter {months} månader', en: 'After {months} months' },
  'effects.reached.slider': {
    sv: 'Hur mycket sämre gick det för dem vi inte nådde? Efter {months} månader',
    en: 'How much worse did it go for those not reached? After {months} months',
  },
  'effects.reached.sliderValue': {
    sv: '{percent, plural, =0 {Ingen av dem arbetade eller studerade} =100 {Lika bra som för dem vi nådde} other {#  % så ofta som bland dem vi nådde}}',
    en: '{percent, plural, =0 {None of them worked or studied} =100 {As well as those reached} other {#% as often as among those reached}}',
  },
  'effects.reached.sliderAnswer': {
    sv: 'Då var {share} av 100 av alla som började i arbete eller studier.',
    en: 'Then {share} of 100 of all who began were in work or studies.',
  },
  'effects.reached.none': {
    sv: 'För få har nåtts, eller så visas inte talen.',
    en: 'Too few have been reached, or the numbers are not shown.',
  },
})
