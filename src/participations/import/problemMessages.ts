import type { Catalogue } from '../../values/catalogue.ts'

/** Each problem in three texts: what is wrong, what is expected, how to mend it. */
export const problemMessages = {
  'import.problem.emptyCell': { sv: '(tom cell)', en: '(empty cell)' },
  'import.problem.didYouMean': { sv: 'Menar du {suggestion}?', en: 'Do you mean {suggestion}?' },
  'import.problem.required': { sv: '{field} saknas.', en: '{field} is missing.' },
  'import.problem.required.expected': {
    sv: 'Ett värde. Uppgiften krävs vid start.',
    en: 'A value. It is required at entry.',
  },
  'import.problem.required.mend': { sv: 'Fyll i cellen.', en: 'Fill in the cell.' },
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
  'import.problem.exitBeforeEntry': {
    sv: 'Slutdatum {exitDate} ligger före startdatum {entryDate}.',
    en: 'The exit date {exitDate} is before the entry date {entryDate}.',
  },
  'import.problem.exitBeforeEntry.expected': {
    sv: 'Ett slutdatum samma dag som start eller senare.',
    en: 'An exit date on the day of entry or later.',
  },
  'import.problem.exitBeforeEntry.mend': { sv: 'Rätta det datum som är fel.', en: 'Correct the date that is wrong.' },
  'import.problem.exitInFuture': { sv: 'Slutdatum har inte inträffat än.', en: 'The exit date has not come yet.' },
  'import.problem.exitInFuture.expected': {
    sv: 'Ett datum till och med {today}, eller tomt om deltagandet pågår.',
    en: 'A date up to {today}, or empty while the participation runs.',
  },
  'import.problem.exitInFuture.mend': {
    sv: 'Töm cellen om slutdatum bara är planerat.',
    en: 'Empty the cell if the exit is only planned.',
  },
  'import.problem.entryInFuture': { sv: 'Startdatum har inte inträffat än.', en: 'The entry date has not come yet.' },
  'import.problem.entryInFuture.expected': { sv: 'Ett datum till och med {today}.', en: 'A date up to {today}.' },
  'import.problem.entryInFuture.mend': {
    sv: 'Rätta datumet, eller läs in raden när deltagandet har börjat.',
    en: 'Correct the date, or import the row once the participation has begun.',
  },
  'import.problem.entryBeforeLaw': {
    sv: 'Startdatum ligger före 2004, då lagen om finansiell samordning började gälla.',
    en: 'The entry date is before 2004, when the act on financial coordination came into force.',
  },
  'import.problem.entryBeforeLaw.expected': {
    sv: 'Ett startdatum från och med 2004-01-01.',
    en: 'An entry date from 2004-01-01.',
  },
  'import.problem.entryBeforeLaw.mend': { sv: 'Kontrollera året.', en: 'Check the year.' },
  'import.problem.ageOutside': {
    sv: 'Personen fyllde {age} år startåret. Det är utanför {from}–{to} år.',
    en: 'The person turned {age} in the year of entry, outside {from}–{to}.',
  },
  'import.problem.ageOutside.expected': {
    sv: 'Ett födelseår som ger {from}–{to} år vid start.',
    en: 'A birth year that gives {from}–{to} years at entry.',
  },
  'import.problem.ageOutside.mend': {
    sv: 'Kontrollera födelseår och startdatum. Stämmer de kan raden läsas in.',
    en: 'Check birth year and entry date. If they are right the row can be imported.',
  },
  'import.problem.impossibleAge': {
    sv: 'Födelseår och startdatum ger åldern {age} år.',
    en: 'Birth year and entry date give an age of {age} years.',
  },
  'import.problem.impossibleAge.expected': {
    sv: 'Ett födelseår före startåret.',
    en: 'A birth year before the year of entry.',
  },
  'import.problem.impossibleAge.mend': {
    sv: 'Rätta födelseår eller startdatum.',
    en: 'Correct the birth year or the entry date.',
  },
  'import.problem.extentOver100': {
    sv: '{field}: omfattningen blir {total} procent tillsammans.',
    en: '{field}: the extents add up to {total} per cent.',
  },
  'import.problem.extentOver100.expected': {
    sv: 'Högst 100 procent tillsammans.',
    en: 'At most 100 per cent together.',
  },
  'import.problem.extentOver100.mend': {
    sv: 'Kontrollera procenten. Stämmer de kan raden läsas in.',
    en: 'Check the per cents. If they are right the row can be imported.',
  },
  'import.problem.jobSeekingWithWork': {
    sv: '{field} är arbetssökande, men personen arbetar eller studerar.',
    en: '{field} is job-seeking, but the person works or studies.',
  },
  'import.problem.jobSeekingWithWork.expected': {
    sv: 'Arbetssökande bara om personen varken arbetar eller studerar.',
    en: 'Job-seeking only if the person neither works nor studies.',
  },
  'import.problem.jobSeekingWithWork.mend': {
    sv: 'Välj arbete eller studier, eller ta bort omfattningen.',
    en: 'Choose work or studies, or remove the extent.',
  },
  'import.problem.reasonWithoutExit': {
    sv: 'Det finns en avslutsanledning men inget slutdatum.',
    en: 'There is an exit reason but no exit date.',
  },
  'import.problem.reasonWithoutExit.expected': {
    sv: 'Slutdatum och avslutsanledning tillsammans.',
    en: 'Exit date and exit reason together.',
  },
  'import.problem.reasonWithoutExit.mend': {
    sv: 'Fyll i slutdatum, eller ta bort anledningen om deltagandet pågår.',
    en: 'Fill in the exit date, or remove the reason while the participation runs.',
  },
  'import.problem.afterWithoutExit': {
    sv: '{field} är ifylld men slutdatum saknas.',
    en: '{field} is given but there is no exit date.',
  },
  'import.problem.afterWithoutExit.expected': {
    sv: 'Uppgifter vid avslut bara när deltagandet är avslutat.',
    en: 'What holds at exit only once the participation has ended.',
  },
  'import.problem.afterWithoutExit.mend': {
    sv: 'Fyll i slutdatum, eller töm uppgifterna om deltagandet pågår.',
    en: 'Fill in the exit date, or empty these while the participation runs.',
  },
  'import.problem.exitWithoutAfter': {
    sv: 'Deltagandet är avslutat men sysselsättning efter saknas.',
    en: 'The participation has ended but occupation after is missing.',
  },
  'import.problem.exitWithoutAfter.expected': {
    sv: 'Sysselsättning vid avslut. Utan den räknas utfallet som okänt.',
    en: 'Occupation at exit. Without it the outcome counts as unknown.',
  },
  'import.problem.exitWithoutAfter.mend': {
    sv: 'Komplettera nu, eller senare i Samlad.',
    en: 'Add it now, or later in Samlad.',
  },
  'import.problem.exitWithoutReason': {
    sv: 'Deltagandet är avslutat men avslutsanledning saknas.',
    en: 'The participation has ended but the exit reason is missing.',
  },
  'import.problem.exitWithoutReason.expected': {
    sv: 'En avslutsanledning ur kodlistan.',
    en: 'An exit reason from the code list.',
  },
  'import.problem.exitWithoutReason.mend': {
    sv: 'Komplettera nu, eller senare i Samlad.',
    en: 'Add it now, or later in Samlad.',
  },
  'import.problem.workAfterDeath': {
    sv: 'Avslutsanledningen är avliden, men arbete efter är ifyllt.',
    en: 'The exit reason is deceased, but work after is given.',
  },
  'import.problem.workAfterDeath.expected': { sv: 'Inget arbete efter.', en: 'No work after.' },
  'import.problem.workAfterDeath.mend': { sv: 'Kontrollera avslutsanledningen.', en: 'Check the exit reason.' },
  'import.problem.groundMissing': {
    sv: 'Grund för att spara uppgifterna saknas.',
    en: 'There is no ground for keeping the data.',
  },
  'import.problem.groundMissing.expected': {
    sv: 'Samtycke, eller uppgift av allmänt intresse.',
    en: 'Consent, or a task of public interest.',
  },
  'import.problem.groundMissing.mend': {
    sv: 'Fyll i grunden, eller välj att räkna raden anonymt.',
    en: 'Give the ground, or choose to count the row anonymously.',
  },
  'import.problem.groundDateMissing': { sv: 'Datum för samtycket saknas.', en: 'The date of consent is missing.' },
  'import.problem.groundDateMissing.expected': { sv: 'Dagen då samtycket lämnades.', en: 'The day consent was given.' },
  'import.problem.groundDateMissing.mend': {
    sv: 'Komplettera nu, eller senare i Samlad.',
    en: 'Add it now, or later in Samlad.',
  },
  'import.problem.groundDateLate': {
    sv: 'Samtycket eller informationen kom {days, number} dagar efter start.',
    en: 'Consent or information came {days, number} days after entry.',
  },
  'import.problem.groundDateLate.expected': {
    sv: 'Ett datum före start eller inom 30 dagar efter.',
    en: 'A date before entry or within 30 days after.',
  },
  'import.problem.groundDateLate.mend': { sv: 'Kontrollera datumet.', en: 'Check the date.' },
  'import.problem.longStay': {
    sv: 'Deltagandet har varat i {years} år.',
    en: 'The participation has lasted {years} years.',
  },
  'import.problem.longStay.expected': { sv: 'Som regel högst fyra år.', en: 'As a rule at most four years.' },
  'import.problem.longStay.mend': {
    sv: 'Kontrollera datumen. Kanske saknas ett slutdatum.',
    en: 'Check the dates. Perhaps an exit date is missing.',
  },
  'import.problem.likelyDuplicate': {
    sv: 'Raden liknar rad {first}: samma insats, kön, födelseår och startdatum.',
    en: 'The row is like row {first}: same intervention, sex, birth year and entry date.',
  },
  'import.problem.likelyDuplicate.expected': { sv: 'En rad per deltagande.', en: 'One row per participation.' },
  'import.problem.likelyDuplicate.mend': {
    sv: 'Ta bort raden om det är samma deltagande.',
    en: 'Remove the row if it is the same participation.',
  },
  'import.problem.sameReference': {
    sv: 'Samma löpnummer och startdatum finns på rad {first}.',
    en: 'The same running number and entry date stand in row {first}.',
  },
  'import.problem.sameReference.expected': {
    sv: 'Varje löpnummer en gång per startdatum.',
    en: 'Each running number once per entry date.',
  },
  'import.problem.sameReference.mend': { sv: 'Ta bort den ena raden.', en: 'Remove one of the rows.' },
  'import.problem.unknownField': {
    sv: 'Fältet {name} finns inte i en importrad.',
    en: 'The field {name} does not exist in an import row.',
  },
  'import.problem.unknownField.expected': { sv: 'Bara fält ur schemat.', en: 'Only fields of the schema.' },
  'import.problem.unknownField.mend': { sv: 'Ta bort fältet.', en: 'Remove the field.' },
  'import.problem.notARow': {
    sv: 'Raden har inte formen av en importrad.',
    en: 'The row does not have the shape of an import row.',
  },
  'import.problem.notARow.expected': { sv: 'En rad enligt schemat.', en: 'A row that follows the schema.' },
  'import.problem.notARow.mend': { sv: 'Läs in filen på nytt.', en: 'Import the file again.' },
} satisfies Catalogue
