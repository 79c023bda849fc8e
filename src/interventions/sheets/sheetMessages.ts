import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of the association's own import. For each problem: what is expected, and how to mend it. */
export const sheetMessages = {
  'interventions.import': { sv: 'Läs in antal, pengar eller äldre tal', en: 'Bring counts, money or older figures' },
  'interventions.importHelp': {
    sv: 'Välj en ifylld mall (.xlsx, .ods eller .csv). Först visas vad som lästs; inget sparas förrän du säger till.',
    en: 'Choose a filled-in template (.xlsx, .ods or .csv). You first see what was read; nothing is saved until you say so.',
  },
  'interventions.noImport': {
    sv: 'Bara förbundets administratör läser in antal, pengar och äldre tal. Logga in som administratör.',
    en: 'Only the administrator of the association brings counts, money and older figures. Sign in as one.',
  },
  'interventions.importFile': { sv: 'Ifylld mall', en: 'Filled-in template' },
  'interventions.importReading': { sv: 'Läser {name} …', en: 'Reading {name} …' },
  'interventions.importPersons': {
    sv: 'Filen innehåller uppgifter om enskilda. Be insatsägaren att läsa in den.',
    en: 'The file holds records of individuals. Ask the owner of the intervention to bring it.',
  },
  'interventions.importPersonsNothing': {
    sv: 'Filen har inte lämnat din dator.',
    en: 'The file has not left your computer.',
  },
  'interventions.importUnreadable': {
    sv: 'Filen går inte att läsa. Öppna den i ditt kalkylprogram, spara den på nytt som .xlsx och försök igen.',
    en: 'The file cannot be read. Open it in your spreadsheet program, save it anew as .xlsx and try again.',
  },
  'interventions.importNone': {
    sv: 'Ingen av mallarnas rubriker hittades. Ladda ner en mall från årets bild och fyll i den, eller ge dina kolumner mallens rubriker.',
    en: 'None of the templates’ headings was found. Download a template from the year’s page, or give your columns its headings.',
  },
  'interventions.importMissing': {
    sv: 'Filen liknar en av mallarna men saknar {columns}. Lägg till kolumnen med just den rubriken.',
    en: 'The file resembles a template but lacks {columns}. Add the column with exactly that heading.',
  },
  'interventions.importRead': { sv: 'Så här lästes {name}', en: 'This is how {name} was read' },
  'interventions.importKind.headCounts': { sv: 'Antal kvinnor och män', en: 'Counts of women and men' },
  'interventions.importKind.money': { sv: 'Plan, budget och utfall', en: 'Plan, budget and actual' },
  'interventions.importKind.historic': { sv: 'Tal ur äldre källa', en: 'Figures from an older source' },
  'interventions.importGood': {
    sv: '{n, plural, =0 {Inga rader att spara} one {# rad att spara} other {# rader att spara}}',
    en: '{n, plural, =0 {No rows to save} one {# row to save} other {# rows to save}}',
  },
  'interventions.importBad': {
    sv: '{n, plural, =0 {Inget att rätta} one {# sak att rätta} other {# saker att rätta}}',
    en: '{n, plural, =0 {Nothing to mend} one {# thing to mend} other {# things to mend}}',
  },
  'interventions.importEmpty': {
    sv: '{n, plural, one {# rad utan tal lämnas som den är} other {# rader utan tal lämnas som de är}}',
    en: '{n, plural, one {# row without figures is left as it is} other {# rows without figures are left as they are}}',
  },
  'interventions.importKnown': {
    sv: '{n, plural, one {# tal finns redan och läggs inte till igen} other {# tal finns redan och läggs inte till igen}}',
    en: '{n, plural, one {# figure is already there} other {# figures are already there}}',
  },
  'interventions.importOverwrites': {
    sv: 'Raderna ersätter det som redan är sparat för samma insats och år.',
    en: 'The rows replace what is already saved for the same intervention and year.',
  },
  'interventions.importAsBefore': { sv: 'som förut', en: 'as before' },
  'interventions.importProblems': { sv: 'Att rätta i filen', en: 'To mend in the file' },
  'interventions.importRow': { sv: 'Rad', en: 'Row' },
  'interventions.importColumn': { sv: 'Kolumn', en: 'Column' },
  'interventions.importFound': { sv: 'Står nu', en: 'Found' },
  'interventions.importExpected': { sv: 'Väntat', en: 'Expected' },
  'interventions.importMend': { sv: 'Gör så här', en: 'What to do' },
  'interventions.importBlank': { sv: '(tomt)', en: '(empty)' },
  'interventions.importPreview': { sv: 'Det här sparas', en: 'This will be saved' },
  'interventions.importPreviewMore': { sv: 'och {n} rader till', en: 'and {n} more rows' },
  'interventions.importCommit': {
    sv: '{n, plural, one {Spara # rad} other {Spara # rader}}',
    en: '{n, plural, one {Save # row} other {Save # rows}}',
  },
  'interventions.importCommitRest': {
    sv: '{n, plural, one {Spara den # felfria raden} other {Spara de # felfria raderna}}',
    en: '{n, plural, one {Save the # faultless row} other {Save the # faultless rows}}',
  },
  'interventions.importDone': {
    sv: '{n, plural, one {# rad är sparad} other {# rader är sparade}} från {name}: {kind}.',
    en: '{n, plural, one {# row is saved} other {# rows are saved}} from {name}: {kind}.',
  },
  'interventions.importSeveral': {
    sv: '{done} rader sparades innan det tog stopp. Läs in samma fil igen: det som redan är sparat blir inte dubbelt.',
    en: '{done} rows were saved before it stopped. Bring the same file again: nothing is doubled.',
  },
  'interventions.sheet.wholeNumber': { sv: 'ett helt tal, 0–{most, number}', en: 'a whole number, 0–{most, number}' },
  'interventions.sheet.wholeNumber.mend': { sv: 'Skriv bara siffror.', en: 'Write digits only.' },
  'interventions.sheet.wholeKronor': { sv: 'hela kronor', en: 'whole kronor' },
  'interventions.sheet.wholeKronor.mend': {
    sv: 'Avrunda till hela kronor, utan minustecken.',
    en: 'Round to whole kronor, no minus sign.',
  },
  'interventions.sheet.year': { sv: 'ett år, 1993–2100', en: 'a year, 1993–2100' },
  'interventions.sheet.year.mend': { sv: 'Skriv året med fyra siffror.', en: 'Write the year with four digits.' },
  'interventions.sheet.futureYear': { sv: 'ett år som har kommit', en: 'a year that has come' },
  'interventions.sheet.futureYear.mend': { sv: 'Se efter vilket år talet gäller.', en: 'See which year the number is about.' },
  'interventions.sheet.notThatYear': { sv: 'ett år då insatsen pågick', en: 'a year in which the intervention ran' },
  'interventions.sheet.notThatYear.mend': {
    sv: 'Rätta året, eller insatsens start och slut.',
    en: 'Mend the year, or the start and end of the intervention.',
  },
  'interventions.sheet.tooMuch': { sv: 'högst {most, number} kronor', en: 'at most {most, number} kronor' },
  'interventions.sheet.tooMuch.mend': { sv: 'Se efter om en nolla är för mycket.', en: 'See whether there is a nought too many.' },
  'interventions.sheet.moreThanTotal': { sv: 'högst lika många som totalen', en: 'no more than the total' },
  'interventions.sheet.moreThanTotal.mend': {
    sv: 'Se efter i källan vilket tal som är rätt.',
    en: 'See in the source which number is right.',
  },
  'interventions.sheet.unknownIntervention': { sv: 'en av förbundets insatser', en: 'one of the association’s interventions' },
  'interventions.sheet.unknownIntervention.mend': {
    sv: 'Skriv namnet som i Samlad, eller registrera insatsen först.',
    en: 'Write the name as in Samlad, or register the intervention first.',
  },
  'interventions.sheet.severalInterventions': { sv: 'ett namn som bara en insats har', en: 'a name only one intervention has' },
  'interventions.sheet.severalInterventions.mend': {
    sv: 'Ge insatserna olika namn i Samlad, eller fyll i talen på sidan.',
    en: 'Give the interventions different names in Samlad, or fill in on the page.',
  },
  'interventions.sheet.countedFromRows': { sv: 'en insats som räknas i antal', en: 'an intervention counted by volume' },
  'interventions.sheet.countedFromRows.mend': {
    sv: 'Ta bort raden: insatsen räknas från registrerade deltaganden.',
    en: 'Remove the row: it is counted from registered participations.',
  },
  'interventions.sheet.bothSexes': { sv: 'både kvinnor och män', en: 'both women and men' },
  'interventions.sheet.bothSexes.mend': { sv: 'Skriv 0 om det inte var någon.', en: 'Write 0 for none.' },
  'interventions.sheet.repeated': { sv: 'en rad per insats och år', en: 'one row per intervention and year' },
  'interventions.sheet.repeated.mend': { sv: 'Behåll en av raderna.', en: 'Keep one of the rows.' },
  'interventions.sheet.measure': { sv: 'något av: {measures}', en: 'one of: {measures}' },
  'interventions.sheet.measure.mend': { sv: 'Välj ur listan i mallen.', en: 'Choose from the template’s list.' },
  'interventions.sheet.sum': { sv: '{sum, number}, summan av kvinnor och män', en: '{sum, number}, the sum of women and men' },
  'interventions.sheet.sum.mend': { sv: 'Se efter i källan vilket tal som är rätt.', en: 'See in the source which number is right.' },
  'interventions.sheet.total': { sv: 'en total', en: 'a total' },
  'interventions.sheet.total.mend': { sv: 'Skriv totalen, eller både kvinnor och män.', en: 'Write the total, or both women and men.' },
  'interventions.sheet.source': { sv: 'en källa, minst tre tecken', en: 'a source, at least three characters' },
  'interventions.sheet.source.mend': {
    sv: 'Skriv var talet står, till exempel ”Årsredovisning 2019”.',
    en: 'Write where the figure stands, such as “Annual report 2019”.',
  },
  'interventions.sheet.tooLong': { sv: 'högst {limit} tecken', en: 'at most {limit} characters' },
  'interventions.sheet.personnummer': { sv: 'en text utan personnummer', en: 'a text without a personal number' },
  'interventions.sheet.personnummer.mend': { sv: 'Ta bort numret ur cellen.', en: 'Remove the number from the cell.' },
  'interventions.sheet.tooLong.mend': { sv: 'Korta texten.', en: 'Shorten the text.' },
} satisfies Catalogue
