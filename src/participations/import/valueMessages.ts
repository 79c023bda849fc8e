import type { Catalogue } from '../../values/catalogue.ts'

/** Problems of a single value, each in three texts: what is wrong, what is expected, how to mend it. */
export const valueMessages = {
  'import.problem.emptyCell': { sv: '(tom cell)', en: '(empty cell)' },
  'import.problem.formulaError.found': { sv: '(fel i formel)', en: '(error in a formula)' },
  'import.problem.didYouMean': { sv: 'Menar du {suggestion}?', en: 'Do you mean {suggestion}?' },
  'import.problem.required': { sv: '{field} saknas.', en: '{field} is missing.' },
  'import.problem.required.expected': {
    sv: 'Ett värde. Uppgiften krävs vid start.',
    en: 'A value. It is required at entry.',
  },
  'import.problem.required.mend': { sv: 'Fyll i cellen.', en: 'Fill in the cell.' },
  'import.problem.noColumn': { sv: 'Ingen kolumn är vald för {field}.', en: 'No column is chosen for {field}.' },
  'import.problem.noColumn.expected': {
    sv: 'En kolumn som säger det för varje rad.',
    en: 'A column that says it for each row.',
  },
  'import.problem.noColumn.mend': {
    sv: 'Säg vilken kolumn det är, eller lägg till den i ert ark. Inga rader kan läsas in utan den.',
    en: 'Say which column it is, or add it to your spreadsheet. No rows can be read in without it.',
  },
  'import.problem.formulaError': {
    sv: 'Formeln i {field} har inget resultat, eller ett fel.',
    en: 'The formula in {field} has no result, or an error.',
  },
  'import.problem.formulaError.expected': { sv: 'Ett värde.', en: 'A value.' },
  'import.problem.formulaError.mend': {
    sv: 'Rätta formeln eller skriv värdet. Öppna filen i ditt kalkylprogram och spara den igen om den ser rätt ut.',
    en: 'Mend the formula or write the value. If it looks right, open the file in your spreadsheet program and save it again.',
  },
  'import.problem.headingAgain': { sv: 'Raden ser ut som rubrikraden igen.', en: 'The row looks like the row of headings again.' },
  'import.problem.headingAgain.expected': { sv: 'Rubriker bara en gång.', en: 'Headings only once.' },
  'import.problem.headingAgain.mend': { sv: 'Ta bort raden ur ert ark.', en: 'Remove the row from your spreadsheet.' },
  'import.problem.unknownCode': {
    sv: 'Värdet i {field} finns inte i kodlistan.',
    en: 'The value in {field} is not in the code list.',
  },
  'import.problem.unknownCode.expected': { sv: 'Ett värde ur kodlistan.', en: 'A value from the code list.' },
  'import.problem.unknownCode.mend': {
    sv: 'Skriv ett av värdena i listan.',
    en: 'Write one of the values in the list.',
  },
  'import.problem.notADate': {
    sv: '{field} går inte att läsa som ett datum.',
    en: '{field} cannot be read as a date.',
  },
  'import.problem.notADate.expected': { sv: 'Ett datum, till exempel 2024-03-01.', en: 'A date, such as 2024-03-01.' },
  'import.problem.notADate.mend': { sv: 'Skriv datumet som år-månad-dag.', en: 'Write the date as year-month-day.' },
  'import.problem.monthOnly': { sv: '{field} har bara år och månad.', en: '{field} has only year and month.' },
  'import.problem.monthOnly.expected': {
    sv: 'Ett datum med dag, till exempel 2024-03-01.',
    en: 'A date with a day, such as 2024-03-01.',
  },
  'import.problem.monthOnly.mend': {
    sv: 'Lägg till dagen. Är den okänd, använd den första i månaden.',
    en: 'Add the day. If it is not known, use the first of the month.',
  },
  'import.problem.yearOnly': { sv: '{field} har bara ett år.', en: '{field} has only a year.' },
  'import.problem.yearOnly.expected': {
    sv: 'Ett datum med månad och dag, till exempel 2024-03-01.',
    en: 'A date with month and day, such as 2024-03-01.',
  },
  'import.problem.yearOnly.mend': { sv: 'Lägg till månad och dag.', en: 'Add month and day.' },
  'import.problem.impossibleDate': {
    sv: 'Dagen i {field} finns inte i kalendern.',
    en: 'The day in {field} does not exist.',
  },
  'import.problem.impossibleDate.expected': {
    sv: 'En dag som finns, skriven som 2024-03-01.',
    en: 'A day that exists, written as 2024-03-01.',
  },
  'import.problem.impossibleDate.mend': { sv: 'Rätta dag eller månad.', en: 'Correct the day or the month.' },
  'import.problem.serialAsDate': {
    sv: '{field} är ett tal som lästes som Excels dagnummer: {date}.',
    en: '{field} is a number, read as an Excel day number: {date}.',
  },
  'import.problem.serialAsDate.expected': {
    sv: 'Ett datum, till exempel 2024-03-01.',
    en: 'A date, such as 2024-03-01.',
  },
  'import.problem.serialAsDate.mend': { sv: 'Kontrollera att {date} stämmer.', en: 'Check that {date} is right.' },
  'import.problem.monthFirst': {
    sv: '{field} ser ut att ha månaden före dagen.',
    en: '{field} seems to have the month before the day.',
  },
  'import.problem.monthFirst.expected': {
    sv: 'Dag före månad, eller år-månad-dag.',
    en: 'Day before month, or year-month-day.',
  },
  'import.problem.monthFirst.mend': { sv: 'Skriv datumet som år-månad-dag.', en: 'Write the date as year-month-day.' },
  'import.problem.notANumber': {
    sv: '{field} går inte att läsa som ett tal.',
    en: '{field} cannot be read as a number.',
  },
  'import.problem.notANumber.expected': { sv: 'Ett tal, till exempel 50.', en: 'A number, such as 50.' },
  'import.problem.notANumber.mend': { sv: 'Skriv bara talet.', en: 'Write only the number.' },
  'import.problem.outOfRange': {
    sv: 'Talet i {field} är för litet eller för stort.',
    en: 'The number in {field} is too small or too large.',
  },
  'import.problem.outOfRange.expected': { sv: 'Ett tal från {from} till {to}.', en: 'A number from {from} to {to}.' },
  'import.problem.outOfRange.mend': { sv: 'Rätta talet.', en: 'Correct the number.' },
  'import.problem.fractionAsPercent': {
    sv: '{field} är ett decimaltal mellan 0 och 1. Det lästes som {percent} procent.',
    en: '{field} is a decimal between 0 and 1. It was read as {percent} per cent.',
  },
  'import.problem.fractionAsPercent.expected': {
    sv: 'Procent av heltid, till exempel 50.',
    en: 'Per cent of full time, such as 50.',
  },
  'import.problem.fractionAsPercent.mend': {
    sv: 'Kontrollera att {percent} procent stämmer.',
    en: 'Check that {percent} per cent is right.',
  },
  'import.problem.notAYear': { sv: '{field} går inte att läsa som ett år.', en: '{field} cannot be read as a year.' },
  'import.problem.notAYear.expected': {
    sv: 'Ett år med fyra siffror, till exempel 1985.',
    en: 'A year in four digits, such as 1985.',
  },
  'import.problem.notAYear.mend': { sv: 'Skriv bara födelseåret.', en: 'Write only the birth year.' },
  'import.problem.unknownMunicipality': {
    sv: 'Kommunen finns inte i registret.',
    en: 'The municipality is not in the register.',
  },
  'import.problem.unknownMunicipality.expected': {
    sv: 'Kommunens namn eller fyrsiffriga kod, till exempel Malmö eller 1280.',
    en: 'Name or four-digit code of the municipality, such as Malmö or 1280.',
  },
  'import.problem.unknownMunicipality.mend': {
    sv: 'Rätta namnet eller skriv koden.',
    en: 'Correct the name or write the code.',
  },
  'import.problem.unknownIntervention': {
    sv: 'Insatsen finns inte bland dem du kan läsa in till.',
    en: 'The intervention is not among those you can import to.',
  },
  'import.problem.unknownIntervention.expected': {
    sv: 'Namnet på en insats som du har behörighet till.',
    en: 'The name of an intervention you have access to.',
  },
  'import.problem.unknownIntervention.mend': {
    sv: 'Rätta namnet, eller be insatsansvarig att ge dig behörighet.',
    en: 'Correct the name, or ask the lead of the intervention for access.',
  },
  'import.problem.noPersonnummer': {
    sv: 'Cellen har inget giltigt personnummer att hämta födelseår och kön från.',
    en: 'The cell holds no valid personal number to take birth year and sex from.',
  },
  'import.problem.noPersonnummer.expected': {
    sv: 'Ett personnummer eller samordningsnummer.',
    en: 'A personal number or coordination number.',
  },
  'import.problem.noPersonnummer.mend': {
    sv: 'Ta bort kolumnen och fyll i födelseår och kön i egna kolumner.',
    en: 'Drop the column and give birth year and sex in columns of their own.',
  },
  'import.problem.identity': {
    sv: '{name} innehåller något som pekar ut en person: {kind, select, personnummer {personnummer} email {e-postadress} phone {telefonnummer} name {namn} address {gatuadress} other {fri text}}.',
    en: '{name} holds something that points out a person: {kind, select, personnummer {a personal number} email {an e-mail address} phone {a telephone number} name {a name} address {a street address} other {free text}}.',
  },
  'import.problem.identity.expected': {
    sv: 'Inga uppgifter som pekar ut en person.',
    en: 'Nothing that points out a person.',
  },
  'import.problem.identity.mend': {
    sv: 'Ta bort uppgiften ur cellen, eller ta bort hela kolumnen.',
    en: 'Remove it from the cell, or drop the whole column.',
  },
  'import.problem.referencePersonnummer': {
    sv: 'Löpnumret ser ut som ett personnummer.',
    en: 'The running number looks like a personal number.',
  },
  'import.problem.referencePersonnummer.expected': {
    sv: 'Ett eget ärende- eller löpnummer.',
    en: 'A case number or running number of your own.',
  },
  'import.problem.referencePersonnummer.mend': {
    sv: 'Byt till ett nummer som inte bygger på personnumret.',
    en: 'Use a number that is not built on the personal number.',
  },
  'import.problem.referenceTooLong': { sv: 'Löpnumret är för långt.', en: 'The running number is too long.' },
  'import.problem.referenceTooLong.expected': { sv: 'Högst {to} tecken.', en: 'At most {to} characters.' },
  'import.problem.referenceTooLong.mend': {
    sv: 'Korta numret. Skriv ingen text om personen här.',
    en: 'Shorten it. Write no text about the person here.',
  },
  'import.problem.referenceWithoutDigit': { sv: 'Löpnumret har ingen siffra.', en: 'The running number has no digit.' },
  'import.problem.referenceWithoutDigit.expected': {
    sv: 'Ett ärende- eller löpnummer med minst en siffra. Aldrig ett namn.',
    en: 'A case number or running number with at least one digit. Never a name.',
  },
  'import.problem.referenceWithoutDigit.mend': {
    sv: 'Byt till ett nummer, eller koppla bort kolumnen.',
    en: 'Use a number, or leave the column out.',
  },
  'import.problem.badParticipantCode': {
    sv: 'Deltagarkoden har fel form.',
    en: 'The participant code has the wrong form.',
  },
  'import.problem.badParticipantCode.expected': {
    sv: 'En kod som Samlad har gett, 4–20 bokstäver och siffror.',
    en: 'A code given by Samlad, 4–20 letters and digits.',
  },
  'import.problem.badParticipantCode.mend': {
    sv: 'Kopiera koden från Samlad, eller lämna cellen tom.',
    en: 'Copy the code from Samlad, or leave the cell empty.',
  },
  'import.problem.sourceTwice': {
    sv: '{suggestion} står flera gånger med olika omfattning. Den största används.',
    en: '{suggestion} is given several times with different extents. The largest is used.',
  },
  'import.problem.sourceTwice.expected': { sv: 'Varje försörjning en gång.', en: 'Each source of support once.' },
  'import.problem.sourceTwice.mend': { sv: 'Ta bort den som är fel.', en: 'Remove the wrong one.' },
  'import.problem.columnsDisagree': {
    sv: 'Personnumret säger ett annat födelseår eller kön än de andra kolumnerna.',
    en: 'The personal number gives another birth year or sex than the other columns.',
  },
  'import.problem.columnsDisagree.expected': {
    sv: 'Samma födelseår och kön i alla kolumner.',
    en: 'The same birth year and sex in all columns.',
  },
  'import.problem.columnsDisagree.mend': {
    sv: 'Kontrollera vilken kolumn som är rätt.',
    en: 'Check which column is right.',
  },
} satisfies Catalogue
