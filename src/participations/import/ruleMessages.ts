import type { Catalogue } from '../../values/catalogue.ts'

/** Problems of a whole row, each in three texts: what is wrong, what is expected, how to mend it. */
export const ruleMessages = {
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
  'import.problem.groundInFuture': { sv: 'Grundens datum har inte inträffat än.', en: 'The date of the ground has not come yet.' },
  'import.problem.groundInFuture.expected': { sv: 'Ett datum till och med {today}.', en: 'A date up to {today}.' },
  'import.problem.groundInFuture.mend': {
    sv: 'Rätta datumet till dagen då samtycket gavs eller personen informerades.',
    en: 'Mend the date to the day of consent or information.',
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
    sv: 'Komplettera nu, eller läs in raden igen när uppgiften finns.',
    en: 'Add it now, or import the row again when it is known.',
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
    sv: 'Komplettera nu, eller läs in raden igen när uppgiften finns.',
    en: 'Add it now, or import the row again when it is known.',
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
    sv: 'Komplettera nu, eller läs in raden igen när uppgiften finns.',
    en: 'Add it now, or import the row again when it is known.',
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
