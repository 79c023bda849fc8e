import type { Catalogue } from '../../values/catalogue.ts'

export const identityPageMessages = {
  'identity.title': { sv: 'Personnummer', en: 'Personal numbers' },
  'identity.intro': {
    sv: 'Samlad klarar sig utan personnummer. Behöver ni dem, till exempel för ESF, öppnar du dem här. De krypteras med er egen nyckel, som inte finns i databasen, och ligger skilda från allt annat.',
    en: 'Samlad does without personal numbers. If you need them, for ESF for example, you open them here. They are encrypted with your own key, which is not in the database, and lie apart from everything else.',
  },
  'identity.isOpen': { sv: 'Öppet', en: 'Open' },
  'identity.isClosed': { sv: 'Stängt', en: 'Closed' },
  'identity.open': { sv: 'Öppna personnummer', en: 'Open personal numbers' },
  'identity.openedNow': {
    sv: 'Personnummer är öppet. Deltagaransvariga kan skriva in dem på deltagandets sida.',
    en: 'Personal numbers are open. Caseworkers can enter them on the page of a participation.',
  },
  'identity.legalBasis': { sv: 'Rättslig grund för personnummer', en: 'Legal basis of personal numbers' },
  'identity.legalBasisHelp': {
    sv: 'Varför numret behövs, och stödet i lag. Utan samtycke får det behandlas bara när det är klart motiverat (3 kap. 10 § lag 2018:218).',
    en: 'Why the number is needed, and its support in law. Without consent it may be processed only when clearly justified (chapter 3 section 10, act 2018:218).',
  },
  'identity.stored': {
    sv: '{n, plural, =0 {Inga personnummer är lagrade.} one {Ett personnummer är lagrat.} other {# personnummer är lagrade.}}',
    en: '{n, plural, =0 {No personal numbers are stored.} one {One personal number is stored.} other {# personal numbers are stored.}}',
  },
  'identity.shutUp': {
    sv: '{n, plural, one {Ett nummer är lagrat} other {# nummer är lagrade}} från förra gången. De kan inte läsas förrän det öppnas igen.',
    en: '{n, plural, one {One number is stored} other {# numbers are stored}} from last time. They cannot be read until it is opened again.',
  },
  'identity.close': { sv: 'Stäng personnummer', en: 'Close personal numbers' },
  'identity.doCloseRemove': { sv: 'Stäng och ta bort', en: 'Close and remove' },
  'identity.closeStops': {
    sv: 'Inget personnummer kan skrivas in, visas eller sökas.',
    en: 'No personal number can be entered, shown or searched.',
  },
  'identity.closeKeeps': {
    sv: '{n, plural, =0 {Det finns inga lagrade nummer.} one {Ett lagrat nummer finns kvar, krypterat.} other {# lagrade nummer finns kvar, krypterade.}}',
    en: '{n, plural, =0 {There are no stored numbers.} one {One stored number stays, encrypted.} other {# stored numbers stay, encrypted.}}',
  },
  'identity.closeRemoves': {
    sv: '{n, plural, one {Ett lagrat nummer tas} other {# lagrade nummer tas}} bort för gott.',
    en: '{n, plural, one {One stored number is} other {# stored numbers are}} removed for good.',
  },
  'identity.closeStays': { sv: 'Deltagandena och deras koder berörs inte.', en: 'Participations and their codes are not touched.' },
  'identity.remove': {
    sv: 'Ta också bort {n, plural, one {det lagrade numret} other {alla # lagrade nummer}}, enligt gallringsbeslutet',
    en: 'Also remove {n, plural, one {the stored number} other {all # stored numbers}}, under the decision on disposal',
  },
  'identity.closedNow': {
    sv: 'Personnummer är stängt. {n, plural, =0 {Inga nummer finns kvar.} one {Ett nummer finns kvar, krypterat.} other {# nummer finns kvar, krypterade.}}',
    en: 'Personal numbers are closed. {n, plural, =0 {No numbers are left.} one {One number is left, encrypted.} other {# numbers are left, encrypted.}}',
  },
  'identity.keyTitle': { sv: 'Nyckeln', en: 'The key' },
  'identity.keyReady': { sv: 'Nyckeln {key} används.', en: 'The key {key} is in use.' },
  'identity.howToRotate': {
    sv: 'Så byter ni nyckel: den som sköter driften lägger den nya nyckeln överst i nyckelfilen och låter den gamla stå kvar under. Kryptera sedan om här. När inget nummer är kvar på den gamla nyckeln kan den tas bort.',
    en: 'How to change key: whoever runs the server puts the new key first in the key file and leaves the old one below. Then encrypt anew here. When no number is left on the old key it can be removed.',
  },
  'identity.onOlder': {
    sv: '{n, plural, one {Ett nummer är} other {# nummer är}} kvar på en äldre nyckel. Båda nycklarna behövs tills de är omkrypterade.',
    en: '{n, plural, one {One number is} other {# numbers are}} still on an older key. Both keys are needed until they have been encrypted anew.',
  },
  'identity.unreadable': {
    sv: '{n, plural, one {Ett av dem är} other {# av dem är}} på en nyckel som servern inte har. Lägg tillbaka den under den nya.',
    en: '{n, plural, one {One of them is} other {# of them are}} on a key that the server does not have. Put it back below the new one.',
  },
  'identity.rotate': {
    sv: 'Kryptera om {n, plural, one {ett nummer} other {# nummer}}',
    en: 'Encrypt {n, plural, one {one number} other {# numbers}} anew',
  },
  'identity.rotating': { sv: 'Krypterar om', en: 'Encrypting anew' },
  'identity.rotated': {
    sv: '{n, plural, one {Ett nummer är omkrypterat} other {# nummer är omkrypterade}} med nyckel {key}. Den gamla nyckeln kan tas bort.',
    en: '{n, plural, one {One number has} other {# numbers have}} been encrypted anew with key {key}. The old key can be removed.',
  },
  'identity.allOnCurrent': {
    sv: '{n, plural, one {Numret är krypterat} other {Alla # nummer är krypterade}} med den. Äldre nycklar kan tas bort.',
    en: '{n, plural, one {The number is} other {All # numbers are}} encrypted with it. Older keys can be removed.',
  },
  'identity.rotationStopped': {
    sv: 'Avbrutet. Det som hann krypteras om är klart; resten kan tas när som helst. Låt båda nycklarna ligga kvar.',
    en: 'Stopped. What was encrypted anew is done; the rest can be done at any time. Leave both keys in place.',
  },
  'identity.rotationBroken': {
    sv: 'Anslutningen bröts. Det som hann krypteras om är klart. Försök igen, så fortsätter det där det var. Låt båda nycklarna ligga kvar.',
    en: 'The connection broke. What was encrypted anew is done. Try again: it goes on from there. Leave both keys in place.',
  },
  'identity.rotations': { sv: 'Byten av nyckel', en: 'Changes of key' },
  'identity.started': { sv: 'Började', en: 'Began' },
  'identity.toKey': { sv: 'Till nyckel', en: 'To key' },
  'identity.rewritten': { sv: 'Antal nummer', en: 'Numbers' },
  'identity.finished': { sv: 'Klart', en: 'Done' },
  'identity.unfinished': { sv: 'Inte klart', en: 'Not done' },
  'identity.number': { sv: 'Personnummer', en: 'Personal number' },
  'identity.numberHelp': {
    sv: 'Personnummer eller samordningsnummer, ÅÅÅÅMMDD-NNNN.',
    en: 'Personal or coordination number, YYYYMMDD-NNNN.',
  },
  'identity.isStored': {
    sv: 'Personnumret är lagrat. Att du visar det skrivs i loggen.',
    en: 'The personal number is stored. That you show it is written in the log.',
  },
  'identity.storedClosed': {
    sv: 'Personnumret är lagrat, men personnummer är stängt hos er. Det kan inte visas.',
    en: 'The personal number is stored, but personal numbers are closed with you. It cannot be shown.',
  },
  'identity.show': { sv: 'Visa personnummer', en: 'Show personal number' },
  'identity.hide': { sv: 'Dölj', en: 'Hide' },
  'identity.replace': { sv: 'Ändra', en: 'Change' },
  'identity.removeOne': { sv: 'Ta bort personnumret', en: 'Remove the personal number' },
  'identity.enter': { sv: 'Skriv in personnummer', en: 'Enter personal number' },
  'identity.save': { sv: 'Spara personnummer', en: 'Save personal number' },
  'identity.savedNow': { sv: 'Personnumret är sparat, krypterat.', en: 'The personal number is saved, encrypted.' },
  'identity.removedNow': { sv: 'Personnumret är borttaget.', en: 'The personal number has been removed.' },
  'identity.recorded': { sv: 'Skrevs in {at} av {by}.', en: 'Entered {at} by {by}.' },
  'identity.protectedQuestion': { sv: 'Har personen skyddade personuppgifter?', en: 'Does the person have protected identity?' },
  'identity.notProtected': { sv: 'Nej, jag har kontrollerat', en: 'No, I have checked' },
  'identity.isProtected': { sv: 'Ja', en: 'Yes' },
  'identity.askProtected': {
    sv: 'Svara på om personen har skyddade personuppgifter.',
    en: 'Say whether the person has protected identity.',
  },
  'identity.find': { sv: 'Finns personen redan? Sök på personnummer', en: 'Is the person here already? Search by personal number' },
  'identity.findHelp': {
    sv: 'Söker i dina insatser. Sökningen skrivs i loggen; numret sparas inte.',
    en: 'Searches your interventions. The search is written in the log; the number is not kept.',
  },
  'identity.search': { sv: 'Sök', en: 'Search' },
  'identity.found': {
    sv: '{n, plural, =0 {Ingen i dina insatser har det numret.} one {Ett deltagande hittades.} other {# deltaganden hittades.}}',
    en: '{n, plural, =0 {Nobody in your interventions has that number.} one {One participation was found.} other {# participations were found.}}',
  },
  'identity.useCode': { sv: 'Använd koden', en: 'Use the code' },
} satisfies Catalogue
