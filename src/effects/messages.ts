import type { Catalogue } from '../values/catalogue.ts'
import { changeMessages } from './change/messages.ts'
import { modestWords } from './claimWords.ts'
import { fairMessages } from './fair/messages.ts'
import { overTimeMessages } from './overTime/messages.ts'

/** Texts that pages of every claim have. */
export const frameMessages = modestWords({
  'effects.claim.description': { sv: 'Beskrivning', en: 'Description' },
  'effects.claim.change': { sv: 'Förändring', en: 'Change' },
  'effects.claim.comparison': { sv: 'Jämförelse', en: 'Comparison' },
  'effects.says.description': { sv: 'Visar vad som hände. Säger inte varför.', en: 'Shows what happened. Does not say why.' },
  'effects.says.change': {
    sv: 'Visar samma personer före och efter. Hur mycket som hade ändrats ändå syns inte.',
    en: 'Shows the same persons before and after. How much would have changed anyway cannot be seen.',
  },
  'effects.says.comparison': {
    sv: 'Ställer grupper bredvid varandra, med hänsyn till vilka deltagarna är så långt det är registrerat.',
    en: 'Puts groups side by side, considering who the participants are as far as it is recorded.',
  },
  'effects.notKnown': { sv: 'Vad vi inte vet', en: 'What we do not know' },
  'effects.how': { sv: 'Så är det räknat', en: 'How it is counted' },
  'effects.between': { sv: 'mellan {lower} och {upper}', en: 'between {lower} and {upper}' },
  'effects.noInterval': { sv: 'osäkerheten går inte att räkna', en: 'the uncertainty cannot be worked out' },
  'effects.ofHundred': { sv: '{n} av 100 (mellan {lower} och {upper})', en: '{n} of 100 (between {lower} and {upper})' },
  'effects.ofHundredAlone': { sv: '{n} av 100', en: '{n} of 100' },
  'effects.against.title': { sv: 'Mot en jämförelsegrupp', en: 'Against a comparison group' },
  'effects.against.lead': {
    sv: 'Dra in en fil med dem som startade och dem som inte gjorde det. Den läses och räknas här i webbläsaren och lämnar den aldrig.',
    en: 'Drop a file with those who started and those who did not. It is read and reckoned with here in the browser, and never leaves it.',
  },
  'effects.areas.title': { sv: 'Områden före och efter en start', en: 'Areas before and after a start' },
  'effects.fidelity.title': { sv: 'Programtrohet och utfall', en: 'Fidelity and outcome' },
  'effects.pages': { sv: 'Fler sätt att se på samma deltagare', en: 'More ways to see the same participants' },
})

/** Only what has passed the gate has these. */
export const effectWords = {
  'effects.claim.effect': { sv: 'Effekt', en: 'Effect' },
  'effects.says.effect': {
    sv: 'Visar vad insatsen gjorde, mot en jämförelsegrupp som klarade alla kontroller.',
    en: 'Shows what the intervention did, against a comparison group that passed every check.',
  },
} satisfies Catalogue

/** Texts of the pages on what became of participants: over time, before and after, side by side. */
export const effectPageMessages: Catalogue = {
  ...frameMessages,
  ...overTimeMessages,
  ...changeMessages,
  ...fairMessages,
  ...effectWords,
}
