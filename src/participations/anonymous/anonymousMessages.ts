import type { Catalogue } from '../../values/catalogue.ts'

export const anonymousMessages = {
  'anonymous.title': { sv: 'Anonyma deltagare', en: 'Anonymous participants' },
  'anonymous.intro': {
    sv: 'Den som inte samtycker, eller har skyddade personuppgifter, registreras inte. Lägg till hen i antalet för insatsen och året, så stämmer täckningen.',
    en: 'Those who do not consent, or have a protected identity, are not registered. Add them to the count of the intervention and year, so that the coverage is right.',
  },
  'anonymous.add': { sv: 'Lägg till', en: 'Add' },
  'anonymous.intervention': { sv: 'Insats', en: 'Intervention' },
  'anonymous.year': { sv: 'År', en: 'Year' },
  'anonymous.women': { sv: 'Kvinnor', en: 'Women' },
  'anonymous.men': { sv: 'Män', en: 'Men' },
  'anonymous.minus': { sv: 'Ett minustal tar tillbaka det som blev fel.', en: 'A minus takes back what was entered wrong.' },
  'anonymous.sums': { sv: 'Antal hittills', en: 'Counts so far' },
  'anonymous.none': { sv: 'Inga anonyma deltagare än.', en: 'No anonymous participants yet.' },
  'anonymous.saved': { sv: 'Tillagt.', en: 'Added.' },
  'anonymous.futureYear': { sv: 'Året har inte börjat än.', en: 'The year has not begun yet.' },
  'anonymous.nothing': { sv: 'Ange minst en kvinna eller man.', en: 'Give at least one woman or man.' },
  'anonymous.arrivedBefore': {
    sv: 'Det du först skickade kom fram: {women} kvinnor och {men} män lades till. Titta på summan nedan och ändra med plus eller minus.',
    en: 'What you sent first arrived: {women} women and {men} men were added. Look at the sum below and change it by plus or minus.',
  },
  'anonymous.belowZero': { sv: 'Så många finns inte att ta tillbaka.', en: 'There are not so many to take back.' },
} satisfies Catalogue
