import type { Catalogue } from '../values/catalogue.ts'

export const terminalMessages = {
  'terminal.unknownCommand': {
    sv: 'Kommandot {given} finns inte. Kör samlad --help.',
    en: 'There is no command {given}. Run samlad --help.',
  },
  'terminal.unknownFlag': {
    sv: 'Flaggan {flag} finns inte för det här kommandot. Kör samlad --help.',
    en: 'There is no flag {flag} for this command. Run samlad --help.',
  },
  'terminal.flagValue': { sv: 'Flaggan {flag} behöver ett värde efter sig.', en: 'The flag {flag} needs a value after it.' },
  'terminal.flagWithoutValue': { sv: 'Flaggan {flag} tar inget värde.', en: 'The flag {flag} takes no value.' },
  'terminal.unexpected': {
    sv: 'Kommandot förstår inte {given}. Skriv namn med mellanslag inom citattecken.',
    en: 'The command does not understand {given}. Put names with spaces in quotes.',
  },
  'terminal.notAFile': { sv: '{file} är en mapp. Ange en fil.', en: '{file} is a folder. Name a file.' },
  'terminal.emptyFile': {
    sv: '{file} är tom. Spara den igen där den kom ifrån, eller ange en annan fil.',
    en: '{file} is empty. Save it again where it came from, or name another file.',
  },
  'terminal.tooLargeFile': {
    sv: '{file} är {megabytes, number} MB. Gränsen är {limit, number} MB. Dela filen i flera.',
    en: '{file} is {megabytes, number} MB. The limit is {limit, number} MB. Split it into several.',
  },
  'terminal.cannotRead': {
    sv: 'Filen {file} går inte att läsa: {code, select, EACCES {du har inte rätt att läsa den} other {{code}}}.',
    en: 'The file {file} cannot be read: {code, select, EACCES {you may not read it} other {{code}}}.',
  },
  'terminal.cannotWrite': {
    sv: '{file} går inte att skriva: {code, select, ENOENT {mappen finns inte} EISDIR {det är en mapp} EACCES {du har inte rätt att skriva där} other {{code}}}.',
    en: '{file} cannot be written: {code, select, ENOENT {the folder does not exist} EISDIR {it is a folder} EACCES {you may not write there} other {{code}}}.',
  },
  'terminal.flagMissing': {
    sv: 'Flaggan {flag} behövs. Kör samlad --help för exempel.',
    en: 'The flag {flag} is needed. Run samlad --help for examples.',
  },
  'terminal.badChoice': { sv: '{flag} kan vara: {choices}.', en: '{flag} can be: {choices}.' },
  'terminal.fileMissing': { sv: 'Ange filen: samlad import FIL …', en: 'Name the file: samlad import FILE …' },
  'terminal.exportNoFile': { sv: 'Ange filen: samlad export FIL.zip …', en: 'Name the file: samlad export FILE.zip …' },
  'terminal.exported': {
    sv: 'Uttaget är skrivet till {file}. Det innehåller personuppgifter: förvara det därefter.',
    en: 'The export is written to {file}. It holds personal data: keep it accordingly.',
  },
  'terminal.nothingToRotate': {
    sv: 'Inget att kryptera om: inga personnummer finns på en äldre nyckel.',
    en: 'Nothing to encrypt anew: no personal numbers are on an older key.',
  },
  'terminal.noFile': { sv: 'Filen {file} finns inte.', en: 'There is no file {file}.' },
  'terminal.fileExists': {
    sv: '{file} finns redan. Välj ett annat namn, eller lägg till --force.',
    en: '{file} exists. Choose another name, or add --force.',
  },
  'terminal.noDatabase': {
    sv: 'Det finns ingen databas i {folder}. Kör npm start först, eller ange mappen med --data.',
    en: 'There is no database in {folder}. Run npm start first, or name the folder with --data.',
  },
  'terminal.noUser': { sv: 'Användaren {user} finns inte. Ange den med --as.', en: 'There is no user {user}. Name one with --as.' },
  'terminal.actingAs': {
    sv: 'Som {name} (påhittad; ange annan med --as, till exempel --as {id})',
    en: 'As {name} (invented; name another with --as, such as --as {id})',
  },
  'terminal.noController': {
    sv: 'Användaren arbetar inte för {wanted}. Välj bland: {names}.',
    en: 'The user does not work for {wanted}. Choose among: {names}.',
  },
  'terminal.noControllers': {
    sv: 'Användaren arbetar inte för {wanted}, och inte heller för någon annan organisation som läser in deltaganden. Välj en annan användare med --as.',
    en: 'The user does not work for {wanted}, nor for any other organisation that reads in participations. Choose another user with --as.',
  },
  'terminal.firstTime': {
    sv: 'Inget har ändrats nu. Siffrorna är från den gången, {date}:',
    en: 'Nothing was changed now. The figures are from that time, {date}:',
  },
  'terminal.whichIntervention': {
    sv: 'Vilken insats gäller filen? Ange --intervention. Välj bland: {names}.',
    en: 'Which intervention is the file about? Give --intervention. Choose among: {names}.',
  },
  'terminal.noIntervention': {
    sv: 'Insatsen {wanted} finns inte bland dem som användaren registrerar i: {names}.',
    en: 'The intervention {wanted} is not among those the user registers in: {names}.',
  },
  'terminal.noMunicipality': { sv: 'Kommunen {given} finns inte i registret.', en: 'There is no municipality {given} in the register.' },
  'terminal.noSheet': { sv: 'Bladet {sheet} finns inte. Välj bland: {names}.', en: 'There is no sheet {sheet}. Choose among: {names}.' },
  'terminal.badColumn': {
    sv: '--column {given}: skriv "Rubrik=fält". Fälten är: ignore, {fields}.',
    en: '--column {given}: write "Heading=field". The fields are: ignore, {fields}.',
  },
  'terminal.identity': {
    sv: 'Kolumner som ser ut att peka ut personer: {columns}. De skickas inte. Lägg till --identity drop för att läsa in utan dem, eller --identity derive för att först läsa födelseår och kön ur personnumret.',
    en: 'Columns that seem to identify persons: {columns}. They are not sent. Add --identity drop to go on without them, or --identity derive to read birth year and sex from the personal number first.',
  },
  'terminal.moreProblems': {
    sv: '… och {n, number} problem till. Skriv alla till en fil med --problems FIL.xlsx.',
    en: '… and {n, number} more problems. Write all to a file with --problems FILE.xlsx.',
  },
  'terminal.dryRun': { sv: 'Inget är skrivet. Lägg till --commit för att läsa in.', en: 'Nothing was written. Add --commit to write.' },
  'terminal.cancelled': { sv: 'Avbrutet. Inget är skrivet.', en: 'Cancelled. Nothing was written.' },
  'terminal.badSize': {
    sv: '--participations {given}: ange ett heltal från 1 till {most, number}.',
    en: '--participations {given}: give a whole number from 1 to {most, number}.',
  },
  'terminal.folderFull': {
    sv: 'Mappen {folder} har redan en databas. Välj en annan mapp med --data.',
    en: 'The folder {folder} already has a database. Choose another folder with --data.',
  },
  'terminal.demoMade': {
    sv: '{participations, number} PÅHITTADE deltaganden finns nu i {folder}. Starta med: npm start -- --data {folder}',
    en: '{participations, number} INVENTED participations are now in {folder}. Start with: npm start -- --data {folder}',
  },
  'terminal.total': { sv: 'Totalt', en: 'Total' },
  'terminal.releaseMissing': { sv: 'Ange mappen eller zip-filen med utgåvan.', en: 'Name the folder or the zip of the release.' },
  'terminal.noRelease': {
    sv: '{path} är varken en mapp eller en zip-fil som går att läsa.',
    en: '{path} is neither a folder nor a readable zip.',
  },
  'terminal.releaseChecked': {
    sv: '{files} filer, {cells, number} celler varav {hidden, number} dolda, {sums, number} summor kontrollerade.',
    en: '{files} files, {cells, number} cells of which {hidden, number} hidden, {sums, number} sums checked.',
  },
  'terminal.releaseWhole': {
    sv: 'Utgåvan är som den publicerades. Inget antal under gränsen visas eller går att räkna ut genom att dra ifrån.',
    en: 'The release is as it was published. No count below the threshold is shown or follows by subtraction.',
  },
  'terminal.releaseNotWhole': {
    sv: '{n, plural, one {En sak} other {# saker}} är inte som den ska:',
    en: '{n, plural, one {One thing is} other {# things are}} not as it should be:',
  },
  'terminal.release.hashMissing': { sv: 'Listan med hashar saknas', en: 'The list of hashes is missing' },
  'terminal.release.fileMissing': { sv: 'Filen saknas', en: 'The file is missing' },
  'terminal.release.changed': { sv: 'Filen är ändrad', en: 'The file was changed' },
  'terminal.release.extra': { sv: 'Filen hör inte till utgåvan', en: 'The file is no part of the release' },
  'terminal.release.unreadable': { sv: 'Går inte att läsa', en: 'Cannot be read' },
  'terminal.release.smallCount': { sv: 'Ett antal under gränsen visas', en: 'A count below the threshold is shown' },
  'terminal.release.sumBroken': { sv: 'Summan stämmer inte', en: 'The sum does not hold' },
  'terminal.release.follows': { sv: 'Ett dolt antal under gränsen går att räkna ut', en: 'A hidden count below the threshold follows' },
  'terminal.release.otherDocument': { sv: 'Policyn hör till en annan utgåva', en: 'The policy is of another release' },
  'terminal.verifying': { sv: 'Kontrollerar loggen', en: 'Checking the log' },
  'terminal.logWhole': {
    sv: 'Loggen är hel: {chains, plural, one {# kedja} other {# kedjor}}, {rows, plural, one {# rad} other {# rader}}. {anchors, plural, one {# ankare} other {# ankare}} stämmer.',
    en: 'The log is whole: {chains, plural, one {# chain} other {# chains}}, {rows, plural, one {# row} other {# rows}}. {anchors, plural, one {# anchor agrees} other {# anchors agree}}.',
  },
  'terminal.noAnchors': {
    sv: 'Utan ankare märks inte om de sista raderna i en kedja har tagits bort. Ange mappen med --anchors.',
    en: 'Without anchors it cannot be seen whether the last rows of a chain have been removed. Name their folder with --anchors.',
  },
  'terminal.badAnchors': { sv: 'Ankarfilerna i {folder} går inte att läsa.', en: 'The anchor files in {folder} cannot be read.' },
  'terminal.logNotWhole': {
    sv: 'LOGGEN ÄR INTE HEL. {n, plural, one {Ett fynd} other {# fynd}}:',
    en: 'THE LOG IS NOT WHOLE. {n, plural, one {One finding} other {# findings}}:',
  },
  'terminal.log.removed': {
    sv: '{n, plural, one {rad {from} är borttagen} other {raderna {from}–{to} är borttagna}}{known, select, afterbefore {, mellan {after} och {before}} after {, efter {after}} before {, före {before}} other {}}',
    en: '{n, plural, one {row {from} was removed} other {rows {from}–{to} were removed}}{known, select, afterbefore {, between {after} and {before}} after {, after {after}} before {, before {before}} other {}}',
  },
  'terminal.log.altered': {
    sv: '{n, plural, one {rad {from} är ändrad} other {raderna {from}–{to} är ändrade}}, {after}',
    en: '{n, plural, one {row {from} was altered} other {rows {from}–{to} were altered}}, {after}',
  },
  'terminal.log.moved': {
    sv: '{n, plural, one {rad {from} är flyttad} other {raderna {from}–{to} har bytt plats}}, {after}',
    en: '{n, plural, one {row {from} was moved} other {rows {from}–{to} have changed places}}, {after}',
  },
  'terminal.log.resealed': {
    sv: 'kedjan är omskriven före eller vid rad {from}, {after}: den hänger ihop men är inte den som förankrades',
    en: 'the chain was rewritten before or at row {from}, {after}: it hangs together but is not the one that was anchored',
  },
  'terminal.error': { sv: 'Fel', en: 'Error' },
} satisfies Catalogue
