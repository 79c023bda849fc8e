import type { Catalogue } from '../../values/catalogue.ts'

/** Texts about closing years of the books. */
export const closingMessages: Catalogue = {
  'closing.link': { sv: 'Stänga år', en: 'Closing years' },
  'closing.title': { sv: 'Stänga år: {name}', en: 'Closing years: {name}' },
  'closing.intro': {
    sv: 'Ett stängt år går inte att ändra: bidrag, avtal, ekonomi, budget, bokföring, insatsernas pengar, och steg för beviljade medel som är daterade det året. Två personer kan öppna det igen: en begär det med ett skäl, och en annan bekräftar.',
    en: 'A closed year cannot be changed: contributions, agreements, economy, budget, books, the interventions’ money, and steps of grants that are dated in it. Two persons can open it again: one asks, with a reason, and another confirms.',
  },
  'closing.none': { sv: 'Det finns inget år som är slut att stänga än.', en: 'There is no year yet that is over and can be closed.' },
  'closing.years': { sv: 'Åren', en: 'The years' },
  'closing.year': { sv: 'År {year}', en: 'Year {year}' },
  'closing.state': { sv: 'Läge', en: 'State' },
  'closing.remarks': { sv: 'Inte färdigt', en: 'Not finished' },
  'closing.noRemarks': { sv: 'Inget är kvar att göra klart.', en: 'Nothing is left to finish.' },
  'closing.remark.unpaid': {
    sv: 'Bidrag för {amount} kr är inte betalda.',
    en: 'Contributions of SEK {amount} are not paid.',
  },
  'closing.remark.noAdministration': {
    sv: 'Administrationens utfall är inte angivet.',
    en: 'The administration’s actual cost is not entered.',
  },
  'closing.remark.noInterventions': { sv: 'Utfall saknas för någon insats.', en: 'The actual cost of some intervention is missing.' },
  'closing.remark.openingDiffers': {
    sv: 'Eget kapital när {next} börjar skiljer sig från det som blev kvar, med {amount} kr.',
    en: 'Own capital when {next} begins differs from what was left, by SEK {amount}.',
  },
  'closing.remark.unknownBooked': {
    sv: 'Konton eller objekt i bokföringen som inte är kända: {n}.',
    en: 'Accounts or objects of the books that are not known: {n}.',
  },
  'closing.remark.drawdownsOpen': {
    sv: 'Rekvisitioner från året som varken är betalda eller återsända: {n}.',
    en: 'Drawdowns of the year that are neither paid nor returned: {n}.',
  },
  'closing.close': { sv: 'Stäng {year}', en: 'Close {year}' },
  'closing.note': { sv: 'Anteckning, till exempel årsredovisningens beslut', en: 'Note, such as the decision on the annual report' },
  'closing.noteWhy': { sv: 'Varför året stängs fast allt inte är färdigt', en: 'Why the year is closed though not all is finished' },
  'closing.noteNeeded': {
    sv: 'Skriv varför året stängs fast allt inte är färdigt.',
    en: 'Write why the year is closed though not all is finished.',
  },
  'closing.ask': { sv: 'Begär att {year} öppnas', en: 'Ask for {year} to be opened' },
  'closing.reason': { sv: 'Varför året behöver öppnas', en: 'Why the year needs to be opened' },
  'closing.answerNote': { sv: 'Anteckning; skälet om du säger nej', en: 'Note; the reason if you decline' },
  'closing.confirm': { sv: 'Öppna {year}', en: 'Open {year}' },
  'closing.decline': { sv: 'Nej, låt {year} vara stängt', en: 'No, keep {year} closed' },
  'closing.waits': {
    sv: 'Du har begärt att året öppnas. Någon annan i kansliet eller styrelsen bekräftar.',
    en: 'You have asked for the year to be opened. Somebody else of the office or the board confirms.',
  },
  'closing.history': { sv: 'Vad som har hänt', en: 'What has happened' },
  'closing.what': { sv: 'Händelse', en: 'Event' },
  'closing.who': { sv: 'Vem och när', en: 'Who and when' },
  'closing.saved': { sv: 'Sparat. {year}: {state}.', en: 'Saved. {year}: {state}.' },
  'closing.closedYears': { sv: 'Stängda år: {years}. De kan inte ändras.', en: 'Closed years: {years}. They cannot be changed.' },
  'closing.closed': {
    sv: '{year} är stängt. {name} stängde året {on}. Behöver något rättas begär kansliet under Stänga år att året öppnas, och en annan person bekräftar.',
    en: '{year} is closed. {name} closed it on {on}. If something needs to be corrected, the office asks under Closing years for it to be opened, and another person confirms.',
  },
  'closing.notOver': {
    sv: '{year} är inte slut än, och kan stängas tidigast efter årets slut.',
    en: '{year} is not over, and can be closed after it has ended.',
  },
  'closing.nothing': { sv: 'Det finns inget angivet för {year} att stänga.', en: 'There is nothing entered for {year} to close.' },
  'closing.notNow': {
    sv: 'Det går inte i årets läge. Ladda om sidan för att se hur det står.',
    en: 'This cannot be done as the year stands. Reload the page to see how it stands.',
  },
  'closing.samePerson': {
    sv: 'Du begärde själv att året öppnas. Någon annan i kansliet eller styrelsen bekräftar.',
    en: 'You asked for the year to be opened yourself. Somebody else of the office or the board confirms.',
  },
  'closing.changedMeanwhile': {
    sv: 'Någon annan har gjort något med året. Ladda om sidan för att se hur det står.',
    en: 'Somebody else has done something with the year. Reload the page to see how it stands.',
  },
}
