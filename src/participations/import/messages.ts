import type { Catalogue } from '../../values/catalogue.ts'

/** Why a file is refused, and what to do about it. */
export const refusalMessages = {
  'import.refusal.empty': { sv: 'Filen är tom.', en: 'The file is empty.' },
  'import.refusal.tooLargeFile': {
    sv: 'Filen är {megabytes, number} MB. Gränsen är {limit, number} MB. Ta bort bilder och blad som inte behövs, eller dela filen.',
    en: 'The file is {megabytes, number} MB. The limit is {limit, number} MB. Remove pictures and sheets, or split the file.',
  },
  'import.refusal.tooLargeInside': {
    sv: 'Filen packar upp till mer än {limit, number} MB eller är ovanligt hårt packad. Den läses inte. Spara tabellen i en ny fil.',
    en: 'The file unpacks to more than {limit, number} MB or is packed unusually hard. It is not read. Save the table in a new file.',
  },
  'import.refusal.tooManyColumns': {
    sv: 'Filen har mer än {limit, number} kolumner. Ta bort de kolumner som inte behövs.',
    en: 'The file has more than {limit, number} columns. Remove those not needed.',
  },
  'import.refusal.tooManyRows': {
    sv: 'Filen har mer än {limit, number} rader. Dela den i flera filer.',
    en: 'The file has more than {limit, number} rows. Split it.',
  },
  'import.refusal.tooManyCells': {
    sv: 'Filen har för många celler. Dela den i flera filer eller ta bort kolumner.',
    en: 'The file has too many cells. Split it or remove columns.',
  },
  'import.refusal.macros': {
    sv: 'Filen innehåller makron och läses därför inte. Spara den som .xlsx utan makron.',
    en: 'The file holds macros and is not read. Save it as .xlsx without macros.',
  },
  'import.refusal.oldExcel': {
    sv: 'Filen är en gammal Excelfil (.xls). Öppna den och spara som .xlsx.',
    en: 'The file is an old Excel file (.xls). Open it and save it as .xlsx.',
  },
  'import.refusal.binaryExcel': {
    sv: 'Filen är en binär Excelfil (.xlsb) eller ett annat format. Öppna den och spara som .xlsx.',
    en: 'The file is a binary Excel file (.xlsb) or another format. Open it and save it as .xlsx.',
  },
  'import.refusal.encrypted': {
    sv: 'Filen är skyddad med lösenord. Ta bort lösenordet och försök igen.',
    en: 'The file is protected by a password. Remove it and try again.',
  },
  'import.refusal.webPage': {
    sv: 'Filen är en webbsida eller en XML-fil som bara heter som ett kalkylblad. Öppna den i Excel och spara som .xlsx.',
    en: 'The file is a web page or XML file with the name of a spreadsheet. Open it in Excel and save it as .xlsx.',
  },
  'import.refusal.notATable': {
    sv: 'Filen är inte en tabell. Samlad läser .xlsx, .ods och .csv.',
    en: 'The file is not a table. Samlad reads .xlsx, .ods and .csv.',
  },
  'import.refusal.damaged': {
    sv: 'Filen är skadad eller inte hel. Öppna den i ditt kalkylprogram, spara den på nytt och försök igen.',
    en: 'The file is damaged or not whole. Open it in your spreadsheet program, save it again and try once more.',
  },
  'import.refusal.noHeadings': {
    sv: 'Ingen rad med rubriker hittades. Tabellen behöver en rad med kolumnernas namn.',
    en: 'No row of headings was found. The table needs a row with the names of the columns.',
  },
  'import.refusal.cancelled': { sv: 'Läsningen avbröts.', en: 'Reading was cancelled.' },
} satisfies Catalogue

/** What was let pass while reading a file. */
export const readingMessages = {
  'import.reading.headingsAreData': {
    sv: 'Saknar filen rubriker? Rad {first} lästes som rubriker men ser ut som en vanlig rad, och läses då inte in. Lägg till en rad med kolumnernas namn.',
    en: 'Has the file no headings? Row {first} was read as headings but looks like an ordinary row, which is then not read in. Add a row with the names of the columns.',
  },
  'import.reading.noRows': {
    sv: 'Filen har rubriker på rad {first} men inga rader under dem. Det finns inget att läsa in.',
    en: 'The file has headings on row {first} but no rows below them. There is nothing to read in.',
  },
  'import.reading.errorValue': {
    sv: '{count, plural, one {En cell har} other {# celler har}} ett felvärde (som #N/A) eller en formel utan resultat och lästes som tom. Den första är {first}.',
    en: '{count, plural, one {One cell holds} other {# cells hold}} an error value (such as #N/A) or a formula without a result and was read as empty. The first is {first}.',
  },
  'import.reading.longText': {
    sv: '{count, plural, one {En cell har} other {# celler har}} mycket lång text som kortades. Den första är {first}.',
    en: '{count, plural, one {One cell has} other {# cells have}} very long text that was cut. The first is {first}.',
  },
  'import.reading.impossibleDate': {
    sv: '{count, plural, one {En cell är} other {# celler är}} formaterad som datum men har ett tal utanför kalendern. Den första är {first}.',
    en: '{count, plural, one {One cell is} other {# cells are}} formatted as a date but hold a number outside the calendar. The first is {first}.',
  },
  'import.reading.unevenQuotes': {
    sv: 'Citattecken saknas på {count, plural, one {en rad} other {# rader}}. Kontrollera rad {first}.',
    en: 'Quotes are missing in {count, plural, one {one row} other {# rows}}. Check row {first}.',
  },
} satisfies Catalogue

/** Kinds of columns that point out persons. */
export const identityMessages = {
  'import.identity.personnummer': { sv: 'Personnummer', en: 'Personal number' },
  'import.identity.email': { sv: 'E-postadress', en: 'E-mail address' },
  'import.identity.phone': { sv: 'Telefonnummer', en: 'Telephone number' },
  'import.identity.name': { sv: 'Namn på person', en: 'Name of a person' },
  'import.identity.address': { sv: 'Gatuadress', en: 'Street address' },
  'import.identity.freeText': { sv: 'Fri text', en: 'Free text' },
} satisfies Catalogue

/** Texts of the template and of the marked problem list. */
export const workbookMessages = {
  'import.template.instruction': { sv: 'Instruktion', en: 'Instruction' },
  'import.template.rows': { sv: 'Deltaganden', en: 'Participations' },
  'import.template.codes': { sv: 'Koder', en: 'Codes' },
  'import.template.title': {
    sv: 'Mall för inläsning av deltaganden i Samlad',
    en: 'Template for importing participations to Samlad',
  },
  'import.template.intro1': {
    sv: 'Fyll i bladet Deltaganden: en rad för varje deltagande, från start till avslut.',
    en: 'Fill in the sheet Participations: one row per participation, from entry to exit.',
  },
  'import.template.intro2': {
    sv: 'Skriv aldrig namn, personnummer, telefonnummer, e-post, adress eller fri text om en person. Sådana kolumner tas inte emot.',
    en: 'Never write names, personal numbers, telephone numbers, e-mail, addresses or free text about a person. Such columns are refused.',
  },
  'import.template.intro3': {
    sv: 'Raderna som börjar med EXEMPEL är påhittade och läses inte in. Du kan låta dem stå.',
    en: 'Rows that begin with EXEMPEL are invented and are not imported. You may leave them.',
  },
  'import.template.intro4': {
    sv: 'När du läser in filen visas först alla fel. Inget sparas förrän du godkänner.',
    en: 'When you import the file all faults are shown first. Nothing is saved until you approve.',
  },
  'import.template.column': { sv: 'Kolumn', en: 'Column' },
  'import.template.required': { sv: 'Krävs', en: 'Required' },
  'import.template.help': { sv: 'Så här fyller du i', en: 'How to fill it in' },
  'import.template.values': { sv: 'Tillåtna värden', en: 'Allowed values' },
  'import.template.yes': { sv: 'Ja', en: 'Yes' },
  'import.template.no': { sv: 'Nej', en: 'No' },
  'import.template.referenceHelp': {
    sv: 'Ert eget ärende- eller löpnummer, så att en ny inläsning känner igen raden. Aldrig ett personnummer.',
    en: 'Your own case number or running number, so that a new import knows the row. Never a personal number.',
  },
  'import.template.codeHelp': {
    sv: 'Bara om personen redan har en kod från ett tidigare deltagande hos er.',
    en: 'Only if the person has a code from an earlier participation with you.',
  },
  'import.template.interventionHelp': {
    sv: 'Bara om filen innehåller flera insatser.',
    en: 'Only if the file holds several interventions.',
  },
  'import.template.percent': { sv: 'Tal från 0 till 100', en: 'Number from 0 to 100' },
  'import.template.date': { sv: 'Datum, till exempel 2024-03-01', en: 'Date, such as 2024-03-01' },
  'import.template.year': { sv: 'År, till exempel 1985', en: 'Year, such as 1985' },
  'import.template.municipality': { sv: 'Kommunens namn eller fyrsiffriga kod', en: 'Name or four-digit code' },
  'import.template.text': { sv: 'Text', en: 'Text' },
  'import.template.pickTitle': { sv: 'Värdet finns inte i listan', en: 'The value is not in the list' },
  'import.template.pick': { sv: 'Välj ett av värdena i listan.', en: 'Choose one of the values in the list.' },
  'import.problems.rows': { sv: 'Rader', en: 'Rows' },
  'import.problems.list': { sv: 'Problem', en: 'Problems' },
  'import.problems.row': { sv: 'Rad', en: 'Row' },
  'import.problems.column': { sv: 'Kolumn', en: 'Column' },
  'import.problems.severity': { sv: 'Art', en: 'Kind' },
  'import.problems.error': { sv: 'Fel', en: 'Error' },
  'import.problems.warning': { sv: 'Varning', en: 'Warning' },
  'import.problems.what': { sv: 'Vad är fel', en: 'What is wrong' },
  'import.problems.found': { sv: 'Hittat', en: 'Found' },
  'import.problems.expected': { sv: 'Väntat', en: 'Expected' },
  'import.problems.mend': { sv: 'Så rättar du', en: 'How to mend' },
} satisfies Catalogue
