import { modestWords } from '../claimWords.ts'

/** Texts of the way from a file to a comparison. */
export const againstMessages = modestWords({
  'effects.against.staysHere': {
    sv: 'Filen stannar i den här webbläsaren. Inget av den skickas, sparas eller loggas, och sidan glömmer den när du lämnar den.',
    en: 'The file stays in this browser. Nothing of it is sent, saved or logged, and the page forgets it when you leave.',
  },
  'effects.against.noRight': {
    sv: 'Sidan räknar på uppgifter om enskilda. Det kräver personuppgiftsansvarig: den är för insatsägarens egen personal med egna rader, och för nationella analytiker med en egen fil.',
    en: 'The page reckons with records of persons. That takes a controller: it is for the controller’s own staff with their own rows, and for national analysts with a file of their own.',
  },
  'effects.against.register': {
    sv: 'Eller jämför två av era egna insatser, ur registret',
    en: 'Or compare two of your own interventions, of the register',
  },
  'effects.against.files': { sv: 'Filer', en: 'Files' },
  'effects.against.file0': { sv: 'De som startade, eller alla', en: 'Those who started, or all' },
  'effects.against.file0Help': {
    sv: 'CSV, Excel (.xlsx) eller .ods, en rad per person och rubriker överst. En kolumn säger vem som startade.',
    en: 'CSV, Excel (.xlsx) or .ods, a row for each person and headings on top. One column tells who started.',
  },
  'effects.against.file1': { sv: 'Jämförelsepersoner i en egen fil', en: 'Comparison persons in a file of their own' },
  'effects.against.file1Help': {
    sv: 'Behövs bara om de inte står i den första filen. Samma rubriker.',
    en: 'Only if they are not in the first file. The same headings.',
  },
  'effects.against.read': {
    sv: '{name}: {rows, plural, one {# rad} other {# rader}}, {columns, plural, one {# kolumn} other {# kolumner}}.',
    en: '{name}: {rows, plural, one {# row} other {# rows}}, {columns, plural, one {# column} other {# columns}}.',
  },
  'effects.against.forget': { sv: 'Ta bort filen', en: 'Remove the file' },
  'effects.against.otherFile': { sv: 'Byt fil. Det du har valt finns kvar.', en: 'Change the file. What you have chosen stays.' },
  'effects.against.sheet': { sv: 'Blad', en: 'Sheet' },
  'effects.against.reading': { sv: 'Läser {name}', en: 'Reading {name}' },
  'effects.against.computing': { sv: 'Jämför grupperna', en: 'Comparing the groups' },
  'effects.against.stopped': { sv: 'Avbrutet. Det du har valt finns kvar.', en: 'Stopped. What you have chosen stays.' },
  'effects.against.failed': {
    sv: 'Räkningen gick inte att slutföra. Ladda om sidan och försök igen; går det ändå inte, prova i terminalen.',
    en: 'The work could not be finished. Load the page anew and try again; if that fails, try the terminal.',
  },
  'effects.against.columns': { sv: 'Vad kolumnerna är', en: 'What the columns are' },
  'effects.against.columnsHelp': {
    sv: 'Bakgrund ska vara känd före start och får inte saknas för någon. Ett tomt utfall är ett okänt utfall. Saknas utfallet före start för några, använd det bara som kontroll.',
    en: 'Background is to be known before the start, and missing for nobody. An empty outcome is an unknown outcome. Where the outcome before the start is missing for some, use it as a check only.',
  },
  'effects.against.column': { sv: 'Kolumn', en: 'Column' },
  'effects.against.holds': { sv: 'Innehåller', en: 'Holds' },
  'effects.against.role': { sv: 'Används som', en: 'Used as' },
  'effects.against.earlier': { sv: 'Också i kontrollen före start', en: 'Also in the check before the start' },
  'effects.against.earlierHelp': {
    sv: 'Kryssa bara för det som var så redan innan utfallet före start mättes.',
    en: 'Tick only what was so before the outcome before the start was measured.',
  },
  'effects.against.holds.zeroOrOne': { sv: 'ja och nej (1 och 0)', en: 'yes and no (1 and 0)' },
  'effects.against.holds.numbers': { sv: 'tal', en: 'numbers' },
  'effects.against.holds.names': { sv: 'grupper', en: 'groups' },
  'effects.against.holds.texts': { sv: 'text', en: 'text' },
  'effects.against.holds.nothing': { sv: 'ingenting', en: 'nothing' },
  'effects.against.identity': { sv: 'pekar ut personer, används inte', en: 'points out persons, not used' },
  'effects.against.role.unused': { sv: 'används inte', en: 'not used' },
  'effects.against.role.treated': { sv: 'vem som startade (1 eller ja)', en: 'who started (1 or yes)' },
  'effects.against.role.outcome': { sv: 'utfallet', en: 'the outcome' },
  'effects.against.role.covariate': { sv: 'bakgrund', en: 'background' },
  'effects.against.role.placebo': {
    sv: 'utfallet före start (bakgrund och kontroll)',
    en: 'the outcome before the start (background and check)',
  },
  'effects.against.role.placeboAlone': { sv: 'utfallet före start (bara kontroll)', en: 'the outcome before the start (check only)' },
  'effects.against.declared': { sv: 'Vad jämförelsen gäller', en: 'What the comparison is about' },
  'effects.against.declaredHelp': {
    sv: 'Det här står inte i filen. Det som lämnas tomt räknas som okänt, och kontrollen som behöver det håller inte.',
    en: 'The file does not tell this. What is left empty counts as unknown, and the check that needs it fails.',
  },
  'effects.against.intervention': { sv: 'Insatsen', en: 'The intervention' },
  'effects.against.outcome': { sv: 'Utfallet i ord', en: 'The outcome in words' },
  'effects.against.outcomeHelp': { sv: 'Till exempel: I arbete eller studier', en: 'For example: In work or studies' },
  'effects.against.unit': { sv: 'Enhet', en: 'Unit' },
  'effects.against.unitHelp': {
    sv: 'Om utfallet är ett tal, till exempel månader eller kronor.',
    en: 'If the outcome is a number, for example months or kronor.',
  },
  'effects.against.horizon': { sv: 'Månader efter start som utfallet gäller', en: 'Months after the start that the outcome is of' },
  'effects.against.fixedBefore': {
    sv: 'Utfall och månader bestämdes innan någon såg uppgifterna',
    en: 'Outcome and months were decided before anybody saw the data',
  },
  'effects.against.from': { sv: 'Första startmånad', en: 'First month of starts' },
  'effects.against.to': { sv: 'Sista startmånad', en: 'Last month of starts' },
  'effects.against.monthHelp': { sv: 'Skriv år och månad, till exempel 2024-03.', en: 'Write year and month, for example 2024-03.' },
  'effects.against.notAMonth': { sv: 'Skriv som 2024-03, med första före sista.', en: 'Write as 2024-03, the first before the last.' },
  'effects.against.sameWindow': {
    sv: 'Jämförelsepersonernas startdatum ligger i samma månader',
    en: 'The comparison persons’ index dates are in the same months',
  },
  'effects.against.rule': { sv: 'Så valdes startdatum för båda grupperna', en: 'How the index date was chosen in both groups' },
  'effects.against.ruleHelp': {
    sv: 'Till exempel: första mötet, eller för jämförelsepersoner samma dag i samma månad av sjukfallet.',
    en: 'For example: the first meeting, or for comparison persons the same day in the same month of sick leave.',
  },
  'effects.against.lottery': { sv: 'Platserna lottades', en: 'Places were drawn by lot' },
  'effects.against.compare': { sv: 'Jämför', en: 'Compare' },
  'effects.against.change': { sv: 'Ändra val', en: 'Change the choices' },
  'effects.against.missing.treated': { sv: 'Välj kolumnen som säger vem som startade.', en: 'Choose the column that tells who started.' },
  'effects.against.missing.outcome': { sv: 'Välj kolumnen med utfallet.', en: 'Choose the column of the outcome.' },
  'effects.against.missing.covariate': { sv: 'Välj minst en bakgrund.', en: 'Choose at least one background.' },
  'effects.against.missing.earlier': {
    sv: 'Kryssa minst en bakgrund som också är med i kontrollen före start.',
    en: 'Tick at least one background that is also in the check before the start.',
  },
  'effects.against.twice': {
    sv: 'Två kolumner har rollen {role}. Den kan bara en ha.',
    en: 'Two columns are used as {role}. Only one can be.',
  },
  'effects.against.cannotStart': { sv: 'Innan det går att jämföra', en: 'Before it can be compared' },
  'effects.fault.title': {
    sv: '{n, plural, one {# fel i filen} other {# fel i filerna}}. Rätta och dra in filen igen; det du har valt finns kvar.',
    en: '{n, plural, one {# fault in the file} other {# faults in the files}}. Mend it and drop the file again; what you have chosen stays.',
  },
  'effects.fault.place': { sv: '{file}, kolumn {column}, rad {row}:', en: '{file}, column {column}, row {row}:' },
  'effects.fault.column': { sv: '{file}, kolumn {column}:', en: '{file}, column {column}:' },
  'effects.fault.more': { sv: 'och {n} till', en: 'and {n} more' },
  'effects.fault.emptyCell': {
    sv: 'tom. Bakgrund och vem som startade måste finnas för alla.',
    en: 'empty. Background and who started must be there for all.',
  },
  'effects.fault.notNumber': { sv: '”{given}” är inget tal.', en: '“{given}” is no number.' },
  'effects.fault.beyondReckoning': {
    sv: '”{given}” är för stort eller för litet för att räkna med.',
    en: '“{given}” is too large or too small to reckon with.',
  },
  'effects.fault.negative': { sv: '”{given}” är mindre än noll.', en: '“{given}” is below nought.' },
  'effects.fault.notWhole': { sv: '”{given}” är inget helt tal från noll.', en: '“{given}” is no whole number from nought.' },
  'effects.fault.notZeroOrOne': { sv: '”{given}” är varken 0 eller 1, ja eller nej.', en: '“{given}” is neither 0 nor 1, yes nor no.' },
  'effects.fault.bothDecimals': {
    sv: '”{given}”: filen har både decimalkomma och decimalpunkt.',
    en: '“{given}”: the file has both decimal comma and decimal point.',
  },
  'effects.fault.columnMissing': { sv: 'kolumnen finns inte i filen.', en: 'the column is not in the file.' },
  'effects.fault.noName': { sv: 'tom. Bakgrund måste finnas för alla.', en: 'empty. Background must be there for all.' },
  'effects.model.nobodyStarted': {
    sv: 'Kolumn {column}: ingen har 1 eller ja, så ingen startade.',
    en: 'Column {column}: nobody has 1 or yes, so nobody started.',
  },
  'effects.model.everybodyStarted': {
    sv: 'Kolumn {column}: ingen har 0 eller nej, så det finns inga att jämföra med. Lägg till en fil med jämförelsepersoner.',
    en: 'Column {column}: nobody has 0 or no, so there is nobody to compare with. Add a file with comparison persons.',
  },
  'effects.model.tooFew': {
    sv: 'Bara {n} med känt utfall bland {group, select, treated {dem som startade} other {jämförelsepersonerna}}. Under {least} jämförs ingenting.',
    en: 'Only {n} with a known outcome among {group, select, treated {those who started} other {comparison persons}}. Below {least} nothing is compared.',
  },
  'effects.model.constant': {
    sv: 'Kolumn {column}: värdet är detsamma för alla. Ta bort den som bakgrund.',
    en: 'Column {column}: the value is the same for everybody. Take it out of the background.',
  },
  'effects.model.dependent': {
    sv: 'Kolumn {column}: andra kolumner bestämmer den helt, i hela filen eller bland jämförelsepersonerna. Ta bort en av dem som bakgrund.',
    en: 'Column {column}: other columns determine it, in the whole file or among comparison persons. Take one of them out of the background.',
  },
  'effects.model.separation': {
    sv: '{file}, rad {row}, kolumn {column}: kolumnen skiljer dem som startade från de andra nästan helt, till exempel på den raden. Grupperna går inte att jämföra med den som bakgrund.',
    en: '{file}, row {row}, column {column}: the column parts those who started from the others almost wholly, that row for one. The groups cannot be compared with it as background.',
  },
  'effects.model.noOverlap': {
    sv: '{file}, rad {row}, kolumn {column}: ingen överlappning. Jämförelsepersonerna har inga sådana värden som de som startade, till exempel på den raden.',
    en: '{file}, row {row}, column {column}: no overlap. Comparison persons have no such values as those who started, that row for one.',
  },
})
