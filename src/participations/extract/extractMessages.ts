import type { Catalogue } from '../../values/catalogue.ts'

export const extractMessages = {
  'extract.open': { sv: 'Registerutdrag', en: 'Extract for the participant' },
  'extract.title': { sv: 'Registerutdrag för {code}', en: 'What is stored about {code}' },
  'extract.print': { sv: 'Skriv ut', en: 'Print' },
  'extract.intro': {
    sv: 'Det här är allt som {controller} har sparat i Samlad om deltagaren med koden. Namn finns inte i Samlad.',
    en: 'This is all that {controller} has stored in Samlad about the participant with the code. Samlad holds no names.',
  },
  'extract.made': { sv: 'Utdraget togs fram {at} av {by}.', en: 'The extract was made {at} by {by}.' },
  'extract.association': { sv: 'Samordningsförbund', en: 'Coordination association' },
  'extract.controller': { sv: 'Personuppgiftsansvarig', en: 'Controller' },
  'extract.legalBasis': { sv: 'Rättslig grund och beslut', en: 'Legal basis and decision' },
  'extract.reference': { sv: 'Eget löpnummer', en: 'Running number of their own' },
  'extract.referenceKept': {
    sv: 'Sparat som ett kontrollvärde. Själva numret finns inte i Samlad.',
    en: 'Stored as a check value. Samlad does not hold the number itself.',
  },
  'extract.identityStored': {
    sv: 'Lagrat, krypterat. Det visas bara när någon behörig ber om det, och varje gång står nedan.',
    en: 'Stored, encrypted. It is shown only when somebody entitled asks for it, and each time stands below.',
  },
  'extract.identityNone': { sv: 'Inte lagrat.', en: 'Not stored.' },
  'extract.referenceNone': { sv: 'Inget sparat.', en: 'None is stored.' },
  'extract.othersNone': { sv: 'inga', en: 'none' },
  'extract.recorded': { sv: 'Skrevs in {at} av {by}.', en: 'Recorded {at} by {by}.' },
  'extract.withdrawn': { sv: 'Borttagen: den registrerades fel.', en: 'Withdrawn: it was recorded in error.' },
  'extract.replaced': { sv: 'Senare rättad.', en: 'Corrected later.' },
  'extract.readings': { sv: 'Vem som har läst eller ändrat', en: 'Who has read or changed it' },
  'extract.readingsHelp': {
    sv: 'Personal hos den personuppgiftsansvarige. Sammanställda tal, där ingen enskild visas, är inte med.',
    en: 'Staff of the controller. Summed figures, in which nobody is shown, are left out.',
  },
  'extract.readingsNone': { sv: 'Ingen, förutom inläsningen ur fil.', en: 'Nobody, besides the import from a file.' },
  'register.backToRecord': { sv: 'Tillbaka till deltagandet', en: 'Back to the participation' },
} satisfies Catalogue
