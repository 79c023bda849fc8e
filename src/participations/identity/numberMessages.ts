import type { Catalogue } from '../../values/catalogue.ts'

export const numberMessages = {
  'identity.notOpen': {
    sv: 'Personnummer är inte öppnat hos er. Er dataansvariga öppnar det under Dataansvar → Personnummer.',
    en: 'Personal numbers are not open with you. Your data steward opens them under Stewardship → Personal numbers.',
  },
  'identity.embedded': {
    sv: 'Personnummer kan inte öppnas på den inbyggda databasen: den kan inte hålla dem åtskilda från resten. Det kräver PostgreSQL, se dokumentet Drift.',
    en: 'Personal numbers cannot be opened on the embedded database: it cannot keep them apart from the rest. It takes PostgreSQL, see the document Drift.',
  },
  'identity.registrationFirst': {
    sv: 'Öppna registreringen av deltaganden först.',
    en: 'Open registration of participations first.',
  },
  'identity.noDisposalDecision': {
    sv: 'Att ta bort personnummer är gallring. Ange gallringsbeslutet under Dataansvar → Gallring först, eller stäng utan att ta bort.',
    en: 'Removing personal numbers is disposal. Enter the decision under Stewardship → Disposal first, or close without removing.',
  },
  'identity.protected': {
    sv: 'En person med skyddade personuppgifter får inte finnas här med personnummer. Inget är sparat. Använd Återkallat samtycke eller skyddad identitet på deltagandets sida, så räknas personen anonymt.',
    en: 'A person with protected identity must not stand here with a personal number. Nothing was saved. Use Withdrawn consent or protected identity on the participation’s page: the person is then counted anonymously.',
  },
  'identity.noGround': {
    sv: 'Ange grunden för deltagandet först.',
    en: 'Enter the ground of the participation first.',
  },
  'identity.notANumber': {
    sv: 'Det är inget giltigt personnummer eller samordningsnummer: datum eller kontrollsiffra stämmer inte. Skriv som ÅÅÅÅMMDD-NNNN.',
    en: 'That is no valid personal or coordination number: the date or the check digit is wrong. Write it as YYYYMMDD-NNNN.',
  },
  'identity.otherBirthYear': {
    sv: 'Födelseåret i numret är inte det som är registrerat. Kontrollera att det är rätt deltagande. Är numret rätt: rätta födelseåret först.',
    en: 'The birth year of the number is not the one registered. Check that this is the right participation. If the number is right, correct the birth year first.',
  },
  'identity.altered': {
    sv: 'Numret går inte att läsa: det har ändrats i databasen, eller flyttats från ett annat deltagande. Kontakta den som sköter driften.',
    en: 'The number cannot be read: it has been altered in the database, or moved from another participation. Contact whoever runs the server.',
  },
  'identity.otherKey': {
    sv: 'Nyckeln saknas: numret är krypterat med nyckel {key}, som servern inte har. Be den som sköter driften lägga tillbaka den.',
    en: 'The key is missing: the number is encrypted with key {key}, which the server does not have. Ask whoever runs the server to put it back.',
  },
  'identity.rotationStuck': {
    sv: '{n, plural, one {Ett nummer är krypterat} other {# nummer är krypterade}} med en nyckel som servern inte har, eller har ändrats i databasen. Lägg tillbaka den gamla nyckeln på raden efter den nya, och försök igen.',
    en: '{n, plural, one {One number is encrypted} other {# numbers are encrypted}} with a key that the server does not have, or altered in the database. Put the old key back on the line after the new one, and try again.',
  },
  'identity.key.notConfigured': {
    sv: 'Nyckeln saknas: servern har inte fått veta var nycklar finns. Den som sköter driften anger SAMLAD_T2_KEYS eller SAMLAD_T2_KEY_COMMAND, se dokumentet Drift.',
    en: 'The key is missing: the server has not been told where keys are. Whoever runs it sets SAMLAD_T2_KEYS or SAMLAD_T2_KEY_COMMAND, see the document Drift.',
  },
  'identity.key.missing': {
    sv: 'Nyckeln saknas: det finns ingen läsbar nyckelfil för er organisation. Be den som sköter driften lägga den på plats. Allt annat fungerar under tiden.',
    en: 'The key is missing: there is no readable key file for your organisation. Ask whoever runs the server to put it in place. Everything else works meanwhile.',
  },
  'identity.key.open': {
    sv: 'Nyckeln används inte: filen kan läsas av andra på servern. Den som sköter driften ger filen rättigheten 0600.',
    en: 'The key is not used: others on the server can read the file. Whoever runs it gives the file mode 0600.',
  },
  'identity.key.malformed': {
    sv: 'Nyckeln går inte att läsa. Den ska vara 64 hexsiffror på en rad, den nya först och äldre på raderna efter.',
    en: 'The key cannot be read. It should be 64 hex digits on a line, the new one first and older ones on the lines after.',
  },
  'identity.key.commandFailed': {
    sv: 'Nyckeln saknas: kommandot som hämtar den misslyckades. Be den som sköter driften se efter. Allt annat fungerar under tiden.',
    en: 'The key is missing: the command that fetches it failed. Ask whoever runs the server to look. Everything else works meanwhile.',
  },
} satisfies Catalogue
