import type { Catalogue } from '../values/catalogue.ts'

/** What curve, effect and compare say of the file they were given. */
export const estimateMessages = {
  'columns.fileMissing': { sv: 'Ange filen: samlad {command} FIL …', en: 'Name the file: samlad {command} FILE …' },
  'columns.empty': { sv: '{file} är tom.', en: '{file} is empty.' },
  'columns.mixedEncoding': {
    sv: '{file} börjar som UTF-8 men har längre ned bokstäver i en annan teckenkodning. Spara hela filen som UTF-8.',
    en: '{file} begins as UTF-8 but has letters of another encoding further down. Save all of it as UTF-8.',
  },
  'columns.noRows': { sv: '{file} har rubriker men inga rader.', en: '{file} has headings but no rows.' },
  'columns.unknown': {
    sv: '{file} har ingen kolumn {column}. Kolumnerna är: {known}.',
    en: '{file} has no column {column}. Its columns are: {known}.',
  },
  'columns.twice': { sv: '{file} har två kolumner {column}. Döp om den ena.', en: '{file} has two columns {column}. Rename one of them.' },
  'columns.tooManyCells': {
    sv: '{file}, rad {row}: {found} värden men {expected} rubriker. Decimalkomma kräver semikolon eller tabb mellan värdena.',
    en: '{file}, row {row}: {found} values but {expected} headings. A decimal comma needs semicolons or tabs between values.',
  },
  'columns.emptyCell': {
    sv: '{file}, rad {row}, kolumn {column}: värdet saknas. Fyll i det eller ta bort raden.',
    en: '{file}, row {row}, column {column}: the value is missing. Fill it in or remove the row.',
  },
  'columns.notNumber': {
    sv: '{file}, rad {row}, kolumn {column}: {given} är inte ett tal. Gör om kategorier till kolumner med 0 och 1.',
    en: '{file}, row {row}, column {column}: {given} is not a number. Turn categories into columns of 0 and 1.',
  },
  'columns.beyondReckoning': {
    sv: '{file}, rad {row}, kolumn {column}: {given} är för stort eller för litet att räkna med. Välj en annan enhet.',
    en: '{file}, row {row}, column {column}: {given} is too large or too small to reckon with. Choose another unit.',
  },
  'columns.bothDecimals': {
    sv: '{file}, rad {row}, kolumn {column}: {given} har ett annat decimaltecken än tidigare tal. Använd punkt eller komma genom hela filen.',
    en: '{file}, row {row}, column {column}: {given} has another decimal sign than numbers before it. Use point or comma throughout.',
  },
  'columns.negative': {
    sv: '{file}, rad {row}, kolumn {column}: tiden {given} är negativ.',
    en: '{file}, row {row}, column {column}: the time {given} is negative.',
  },
  'columns.notWhole': {
    sv: '{file}, rad {row}, kolumn {column}: {given} är inte ett heltal från 0.',
    en: '{file}, row {row}, column {column}: {given} is not a whole number from 0.',
  },
  'columns.notZeroOrOne': {
    sv: '{file}, rad {row}, kolumn {column}: {given} ska vara 0 eller 1.',
    en: '{file}, row {row}, column {column}: {given} should be 0 or 1.',
  },
  'columns.badNumber': { sv: '{flag} {given}: ange {what}.', en: '{flag} {given}: give {what}.' },
  'columns.flagTwice': { sv: '{flag}: {name} står två gånger.', en: '{flag}: {name} stands twice.' },
} as const satisfies Catalogue

/** What curve says. */
export const curveMessages = {
  'curve.exitBeforeEntry': {
    sv: '{file}, rad {row}: {time} {exit} är före {entry} {from}.',
    en: '{file}, row {row}: {time} {exit} is before {entry} {from}.',
  },
  'curve.noCause': {
    sv: '{file}, kolumn {column}: utfallet {cause} finns inte. De som finns är: {known}.',
    en: '{file}, column {column}: there is no outcome {cause}. Those there are: {known}.',
  },
  'curve.noEvents': {
    sv: '{file}, kolumn {column}: inga händelser. 0 betyder att personen bara följts dit; 1, 2 … är utfall.',
    en: '{file}, column {column}: no events. 0 means that the person was only followed until then; 1, 2 … are outcomes.',
  },
  'curve.badCause': {
    sv: '{file}, rad {row}, kolumn {column}: {given} är för stort. Utfall numreras 1–255.',
    en: '{file}, row {row}, column {column}: {given} is too large. Outcomes are numbered 1–255.',
  },
  'curve.group': {
    sv: '{group}: {n} personer, {censored} följda utan utfall',
    en: '{group}: {n} persons, {censored} followed without outcome',
  },
  'curve.everyone': { sv: 'Alla', en: 'Everyone' },
  'curve.cause': { sv: 'Utfall {cause} ({events} händelser)', en: 'Outcome {cause} ({events} events)' },
  'curve.free': { sv: 'Inget utfall ännu', en: 'No outcome yet' },
  'curve.point': {
    sv: 'vid {time}: {share} av 100 (mellan {lower} och {upper}); {atRisk} kvar att följa',
    en: 'at {time}: {share} of 100 (between {lower} and {upper}); {atRisk} still followed',
  },
  'curve.bare': { sv: 'vid {time}: {share} av 100; {atRisk} kvar att följa', en: 'at {time}: {share} of 100; {atRisk} still followed' },
  'curve.mean': { sv: 'medeltid till {tau}: {mean}', en: 'mean time up to {tau}: {mean}' },
} as const satisfies Catalogue
