import type { Catalogue } from '../values/catalogue.ts'
import { identityMessages, readingMessages, refusalMessages, workbookMessages } from './import/messages.ts'
import { problemMessages } from './import/problemMessages.ts'
import { anonymousMessages } from './anonymous/anonymousMessages.ts'
import { consentMessages } from './consent/consentMessages.ts'
import { extractMessages } from './extract/extractMessages.ts'
import { exitPointMessages } from './exitPoints/exitPointMessages.ts'
import { handoverMessages } from './handover/handoverMessages.ts'
import { operationsMessages } from './operations/operationsMessages.ts'
import { importPageMessages } from './page/importPageMessages.ts'
import { qualityMessages } from './quality/qualityMessages.ts'
import { registerMessages } from './register/registerMessages.ts'
import { retentionMessages } from './retention/retentionMessages.ts'
import { identityPageMessages } from './identity/identityPageMessages.ts'
import { numberMessages } from './identity/numberMessages.ts'
import { exportMessages } from './ownExport/exportMessages.ts'
import { tierMessages } from './tiers/tierMessages.ts'

export const participationMessages = {
  ...extractMessages,
  ...refusalMessages,
  ...readingMessages,
  ...identityMessages,
  ...workbookMessages,
  ...problemMessages,
  ...importPageMessages,
  ...registerMessages,
  ...operationsMessages,
  ...handoverMessages,
  ...exitPointMessages,
  ...qualityMessages,
  ...consentMessages,
  ...anonymousMessages,
  ...retentionMessages,
  ...tierMessages,
  ...exportMessages,
  ...numberMessages,
  ...identityPageMessages,
  'participations.notOpened': {
    sv: 'Organisationen har inte öppnat för registrering av deltaganden. Det krävs rättslig grund, beslut, konsekvensbedömning och biträdesavtal. Er dataansvariga anger dem under Dataansvar → Registrering av deltaganden.',
    en: 'The organisation has not opened registration of participations. It takes a legal basis, a decision, an impact assessment and a processor agreement. Your data steward enters them under Stewardship → Registration of participations.',
  },
  'participations.unknownIntervention': {
    sv: 'En rad gäller en insats som inte är vald för inläsningen. Välj insatsen, eller rätta raden.',
    en: 'A row is about an intervention that was not chosen for the import. Choose it, or mend the row.',
  },
  'participations.unknownMunicipality': {
    sv: 'Kommunkoden {code} finns inte i registret som används här. Inget är sparat.',
    en: 'The municipality code {code} is not in the register used here. Nothing was saved.',
  },
  'participations.unknownCode': {
    sv: 'Deltagarkoden på rad {row, number} finns inte bland deltagarna i dina insatser. Rätta koden eller töm cellen.',
    en: 'The participant code on row {row, number} is not among the participants of your interventions. Mend it or empty the cell.',
  },
  'participations.tooManyCodes': {
    sv: 'Listan har fler okända deltagarkoder än som får prövas på en minut. Kontrollera kolumnen med koder, vänta {seconds} sekunder och försök igen.',
    en: 'The list has more unknown participant codes than may be tried in a minute. Check the column of codes, wait {seconds} seconds and try again.',
  },
  'participations.notADraft': {
    sv: 'Inläsningen är redan skriven eller ångrad. Ladda om sidan.',
    en: 'The import has already been written or undone. Reload the page.',
  },
  'participations.writtenMeanwhile': {
    sv: 'Samma fil lästes in, av dig eller någon annan hos er, medan du förberedde den. Inget skrevs en gång till.',
    en: 'The same file was read in, by you or somebody else in your organisation, while you prepared it. Nothing was written again.',
  },
  'participations.writtenForMore': {
    sv: 'Filen är redan inläst, för fler insatser än dem du arbetar i. Fråga er dataansvariga om något behöver ändras. Inget är skrivet.',
    en: 'The file has been read in already, for more interventions than those you work in. Ask your data steward if something has to change. Nothing was written.',
  },
  'participations.notYourDraft': {
    sv: 'Någon annan har påbörjat den här inläsningen. Börja om med filen.',
    en: 'Somebody else began this import. Start over with the file.',
  },
  'participations.identityRefused': {
    sv: 'Servern tog inte emot raderna: {n, plural, one {ett värde ser} other {# värden ser}} ut att peka ut en person. Ta bort kolumnerna och försök igen. Inget är sparat.',
    en: 'The server did not take the rows: {n, plural, one {one value seems} other {# values seem}} to identify a person. Remove the columns and try again. Nothing was saved.',
  },
  'participations.identityField': {
    sv: 'Rad {row, number}: {field} ser ut att peka ut en person.',
    en: 'Row {row, number}: {field} seems to identify a person.',
  },
  'participations.commitUnknown': {
    sv: 'Anslutningen till servern bröts medan listan skrevs in. Vi vet inte om den hann skrivas. Försök igen om en stund med samma fil: är den redan inläst säger Samlad det, och samma fil skrivs aldrig två gånger. Du ser också svaret under Tidigare inläsningar.',
    en: 'The connection to the server broke while the list was being written. We do not know whether it was. Try again shortly with the same file: if it has been read in Samlad says so, and the same file is never written twice. Earlier imports shows it too.',
  },
  'participations.fileNamePersonnummer': {
    sv: 'Filens namn ser ut att innehålla ett personnummer, och filnamnet sparas. Byt namn på filen och försök igen. Inget är skickat.',
    en: 'The name of the file seems to hold a personal number, and the name is kept. Rename the file and try again. Nothing was sent.',
  },
  'participations.cancelled': { sv: 'Inläsningen avbröts. Inget är sparat.', en: 'The import was cancelled. Nothing was saved.' },
  'participations.notCommitted': {
    sv: 'Inläsningen är inte skriven, eller redan ångrad. Det finns inget att ångra.',
    en: 'The import has not been written, or is already undone. There is nothing to undo.',
  },
  'participations.laterDepends': {
    sv: '{n, plural, one {Ett deltagande har} other {# deltaganden har}} ändrats efter inläsningen. Den kan därför inte ångras i sin helhet. Rätta de deltagandena för sig.',
    en: '{n, plural, one {One participation has} other {# participations have}} changed since the import, so it cannot be undone as a whole. Mend those one by one.',
  },
  'participations.receipt': { sv: 'Kvitto', en: 'Receipt' },
  'participations.row': { sv: 'Rad i filen', en: 'Row in the file' },
  'participations.outcome': { sv: 'Vad som hände', en: 'What happened' },
  'participations.code': { sv: 'Deltagarkod', en: 'Participant code' },
  'participations.outcome.new': { sv: 'Nytt deltagande', en: 'New participation' },
  'participations.outcome.newVersion': { sv: 'Ändrat deltagande', en: 'Changed participation' },
  'participations.outcome.unchanged': { sv: 'Oförändrat', en: 'Unchanged' },
  'participations.outcome.skipped': { sv: 'Överhoppad', en: 'Skipped' },
  'participations.receiptSkipped': {
    sv: 'Överhoppad: finns eller är räknad redan, eller har tagits bort på begäran',
    en: 'Skipped: is there or counted already, or was removed on request',
  },
  'participations.outcome.anonymous': { sv: 'Räknad anonymt', en: 'Counted anonymously' },
} satisfies Catalogue
