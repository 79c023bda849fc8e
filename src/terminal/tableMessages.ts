import type { Catalogue } from '../values/catalogue.ts'

/** What protect, attack and perturb say. */
export const tableMessages = {
  'tables.fileMissing': { sv: 'Ange filen: samlad {command} FIL …', en: 'Name the file: samlad {command} FILE …' },
  'tables.patternMissing': { sv: 'Ange två filer: samlad attack FIL MÖNSTER.json', en: 'Name two files: samlad attack FILE PATTERN.json' },
  'tables.badNumber': {
    sv: '{flag} {given}: ange ett heltal, minst {least, number}.',
    en: '{flag} {given}: give a whole number, at least {least, number}.',
  },
  'tables.badSeconds': {
    sv: '{flag} {given}: ange sekunder, mer än 0. Delar av en sekund skrivs med punkt: 0.5.',
    en: '{flag} {given}: give seconds, more than 0. Parts of a second are written with a point: 0.5.',
  },
  'tables.zerosOfLinear': {
    sv: '--zeros gör ingen skillnad med --mode linear, där nollor aldrig behöver döljas. Ta bort --zeros, eller välj ett annat --mode.',
    en: '--zeros makes no difference with --mode linear, where noughts never need to be hidden. Leave out --zeros, or choose another --mode.',
  },
  'tables.badVariance': { sv: '--variance {given}: ange ett tal från 0 och uppåt.', en: '--variance {given}: give a number from 0 up.' },
  'tables.emptySeed': { sv: '--seed är tomt. Ange något hemligt.', en: '--seed is empty. Give something secret.' },
  'tables.onlyForCsv': {
    sv: '{file}: {flag} gäller bara CSV. I JSON står det i filen.',
    en: '{file}: {flag} is for CSV only. In JSON it stands in the file.',
  },
  'tables.maxTooSmall': {
    sv: '--max {given}: med gränsen {threshold} behövs minst {least}. Annars kan en etta inte visas som 0 eller {threshold} utan att talen blir skeva.',
    en: '--max {given}: with threshold {threshold} at least {least} is needed. Else a one cannot be shown as 0 or {threshold} without bias.',
  },
  'tables.notJson': { sv: '{file} är inte JSON: {why}', en: '{file} is not JSON: {why}' },
  'tables.notText': { sv: '{file} är inte en textfil.', en: '{file} is not a text file.' },
  'tables.notInstance': {
    sv: '{file}: filen ska vara ett objekt med dims, tables och base.',
    en: '{file}: the file should be an object with dims, tables and base.',
  },
  'tables.noField': { sv: '{file}: listan {field} saknas.', en: '{file}: the list {field} is missing.' },
  'tables.noThreshold': {
    sv: '{file}: threshold saknas. Det är det minsta antal som får visas, ett heltal som är minst 2.',
    en: '{file}: threshold is missing. It is the least number that may be shown, a whole number of at least 2.',
  },
  'tables.badThreshold': {
    sv: '{file}: threshold är {given}. Det ska vara ett heltal, minst 2.',
    en: '{file}: threshold is {given}. It should be a whole number, at least 2.',
  },
  'tables.badDimension': {
    sv: '{file}: dims[{at}] ska ha name, codes (texter) och parent (tal).',
    en: '{file}: dims[{at}] should have name, codes (texts) and parent (numbers).',
  },
  'tables.noCodes': { sv: '{file}: {dim} har inga koder.', en: '{file}: {dim} has no codes.' },
  'tables.parentLength': {
    sv: '{file}: {dim} har {codes} koder men {parents} överordnade.',
    en: '{file}: {dim} has {codes} codes but {parents} parents.',
  },
  'tables.doubleCode': { sv: '{file}: koden {code} står två gånger i {dim}.', en: '{file}: the code {code} stands twice in {dim}.' },
  'tables.badParent': {
    sv: '{file}: {code} i {dim} har en överordnad som inte finns.',
    en: '{file}: {code} of {dim} has a parent that does not exist.',
  },
  'tables.cycle': {
    sv: '{file}: {dim} går i en cirkel vid {code}. Varje kod ska leda upp till en total.',
    en: '{file}: {dim} goes round in a circle at {code}. Each code should lead up to a total.',
  },
  'tables.badTable': {
    sv: '{file}: tables[{at}] ska ha dims (nummer på dimensioner).',
    en: '{file}: tables[{at}] should have dims (numbers of dimensions).',
  },
  'tables.badTableDim': {
    sv: '{file}: tables[{at}] har dimensionen {dim}, som inte finns eller står två gånger.',
    en: '{file}: tables[{at}] has dimension {dim}, which does not exist or stands twice.',
  },
  'tables.badLevel': {
    sv: '{file}: tables[{at}].levels för dimensionen {dim} är inte ett heltal från 0.',
    en: '{file}: tables[{at}].levels of dimension {dim} is not a whole number from 0.',
  },
  'tables.badLevels': {
    sv: '{file}: tables[{at}].levels ska vara ett objekt med djupet för dimensionens nummer.',
    en: '{file}: tables[{at}].levels should be an object with the depth by number of dimension.',
  },
  'tables.badHiddenNodes': {
    sv: '{file}: hiddenNodes ska vara ett objekt med koder för dimensionens namn.',
    en: '{file}: hiddenNodes should be an object with codes by name of dimension.',
  },
  'tables.doubleDimension': { sv: '{file}: två dimensioner heter {dim}.', en: '{file}: two dimensions are named {dim}.' },
  'tables.badTuple': {
    sv: '{file}: {field}[{at}] ska vara en kod för varje dimension.',
    en: '{file}: {field}[{at}] should be one code for each dimension.',
  },
  'tables.unknownCode': {
    sv: '{file}: {field}[{at}]: koden {code} finns inte i {dim}.',
    en: '{file}: {field}[{at}]: there is no code {code} in {dim}.',
  },
  'tables.unknownDimension': { sv: '{file}: dimensionen {dim} finns inte.', en: '{file}: there is no dimension {dim}.' },
  'tables.noSuchCell': {
    sv: '{file}: {field}[{at}]: {codes} är ingen cell i någon av tabellerna.',
    en: '{file}: {field}[{at}]: {codes} is no cell of any of the tables.',
  },
  'tables.notZero': {
    sv: '{file}: structuralZero[{at}]: {codes} är inte noll.',
    en: '{file}: structuralZero[{at}]: {codes} is not nought.',
  },
  'tables.notPattern': {
    sv: '{file}: mönstret ska vara en lista av celler, eller svaret från samlad protect.',
    en: '{file}: the pattern should be a list of cells, or the answer of samlad protect.',
  },
  'tables.tooManyDimensions': {
    sv: '{file}: {dims} dimensioner ger fler kombinationer än som kan hållas isär.',
    en: '{file}: {dims} dimensions give more combinations than can be told apart.',
  },
  'tables.badRow': {
    sv: '{file}: base[{at}] ska ha ett nummer för varje dimension och sist ett antal.',
    en: '{file}: base[{at}] should have a number for each dimension and, last, a count.',
  },
  'tables.badNode': {
    sv: '{file}: base[{at}]: {dim} har ingen kod nummer {node}.',
    en: '{file}: base[{at}]: {dim} has no code number {node}.',
  },
  'tables.notLeaf': {
    sv: '{file}: base[{at}] ({codes}): {code} i {dim} har underordnade. Antal anges på den lägsta nivån.',
    en: '{file}: base[{at}] ({codes}): {code} of {dim} has codes below it. Counts are given at the lowest level.',
  },
  'tables.negative': {
    sv: '{file}: base[{at}] ({codes}): antalet {count} är negativt.',
    en: '{file}: base[{at}] ({codes}): the count {count} is negative.',
  },
  'tables.fraction': {
    sv: '{file}: base[{at}] ({codes}): antalet {count} är inte ett heltal.',
    en: '{file}: base[{at}] ({codes}): the count {count} is not a whole number.',
  },
  'tables.tooLarge': {
    sv: '{file}: base[{at}] ({codes}): antalet {count} är för stort.',
    en: '{file}: base[{at}] ({codes}): the count {count} is too large.',
  },
  'tables.doubleRow': { sv: '{file}: base[{at}]: {codes} står två gånger.', en: '{file}: base[{at}]: {codes} stands twice.' },
  'tables.notLeafRecord': {
    sv: '{file}, rad {row} ({codes}): {code} i {dim} har underordnade. Antal anges på den lägsta nivån.',
    en: '{file}, row {row} ({codes}): {code} of {dim} has codes below it. Counts are given at the lowest level.',
  },
  'tables.negativeRecord': {
    sv: '{file}, rad {row} ({codes}): antalet {count} är negativt.',
    en: '{file}, row {row} ({codes}): the count {count} is negative.',
  },
  'tables.fractionRecord': {
    sv: '{file}, rad {row} ({codes}): antalet {count} är inte ett heltal.',
    en: '{file}, row {row} ({codes}): the count {count} is not a whole number.',
  },
  'tables.tooLargeRecord': {
    sv: '{file}, rad {row} ({codes}): antalet {count} är för stort.',
    en: '{file}, row {row} ({codes}): the count {count} is too large.',
  },
  'tables.doubleRowRecord': { sv: '{file}, rad {row}: {codes} står två gånger.', en: '{file}, row {row}: {codes} stands twice.' },
  'tables.noHeading': {
    sv: '{file}: första raden ska vara dimensionernas namn och sist antal.',
    en: '{file}: the first row should be the names of the dimensions and, last, count.',
  },
  'tables.badRecord': {
    sv: '{file}, rad {row}: {cells} värden, men rubriken har {wanted}.',
    en: '{file}, row {row}: {cells} values, but the heading has {wanted}.',
  },
  'tables.unknownRecordCode': {
    sv: '{file}, rad {row}: koden {code} finns inte i hierarkin för {dim}.',
    en: '{file}, row {row}: there is no code {code} in the hierarchy of {dim}.',
  },
  'tables.notNumber': { sv: '{file}, rad {row}: {given} är inget antal.', en: '{file}, row {row}: {given} is no count.' },
  'tables.badHierarchyRow': {
    sv: '{file}: hierarkin, rad {row}: ska vara dimension, kod och överordnad kod.',
    en: '{file}: the hierarchy, row {row}: should be dimension, code and the code above.',
  },
  'tables.doubleHierarchyCode': {
    sv: '{file}: hierarkin, rad {row}: koden {code} i {dim} står redan på rad {first}.',
    en: '{file}: the hierarchy, row {row}: the code {code} of {dim} stands in row {first} already.',
  },
  'tables.unknownAbove': {
    sv: '{file}: hierarkin, rad {row}: {code} ovanför finns inte i {dim}.',
    en: '{file}: the hierarchy, row {row}: {code} above does not exist in {dim}.',
  },
  'tables.joints': {
    sv: 'Tabellerna delar dimensioner bara två och två. Beviset räknar inte med den gemensamma tabell som finns bakom dem: kör med --complete, annars kan den som känner den räkna ut mer.',
    en: 'The tables share dimensions only two by two. The proof does not reckon with the joint table behind them: run with --complete, or whoever knows of it may work out more.',
  },
  'tables.unknownHierarchyDimension': {
    sv: '{file}: hierarkin, rad {row}: det finns ingen kolumn {dim} i tabellen. Skriv som i rubriken, också stora och små bokstäver.',
    en: '{file}: the hierarchy, row {row}: the table has no column {dim}. Write it as in the heading, capitals as well.',
  },
  'tables.notCertified': {
    sv: '{file}: skyddet gick inte att bevisa. Inget lämnas ut. Slå ihop kategorier, eller ge mer tid med --time.',
    en: '{file}: the protection could not be proven. Nothing is given. Merge categories, or give more time with --time.',
  },
  'tables.outOfTime': {
    sv: '{file}: inget säkert mönster hittades på {seconds, number} sekunder. Inget lämnas ut. Ge mer tid med --time.',
    en: '{file}: no safe pattern was found in {seconds, number} seconds. Nothing is given. Give more time with --time.',
  },
  'tables.protected': {
    sv: '{cells, number} celler, {primaries, number} små antal. För deras skull döljs {count, number} celler till med sammanlagt {value, number}:',
    en: '{cells, number} cells, {primaries, number} small counts. For their sake {count, number} more cells are hidden, with {value, number} in all:',
  },
  'tables.quality': {
    sv: '{status, select, optimal {Inget säkert mönster kostar mindre (bevisat).} gap {Tiden tog slut. Högst {gap, number} % kunde ha sparats.} other {Snabbt mönster; hur mycket som kunde ha sparats är inte undersökt.}}',
    en: '{status, select, optimal {No safe pattern costs less (proven).} gap {Time ran out. At most {gap, number} % could have been saved.} other {A quick pattern; how much could have been saved was not looked into.}}',
  },
  'tables.inherent': {
    sv: '{n, plural, one {Ett antal} other {# antal}} kan inget döljande skydda fullt ut. Slå ihop kategorier:',
    en: '{n, plural, one {One count} other {# counts}} cannot be fully protected by any hiding. Merge categories:',
  },
  'tables.merge': { sv: '  {cell}: slå ihop {codes} i {dim}', en: '  {cell}: merge {codes} of {dim}' },
  'tables.certified': {
    sv: 'Bevisat: {requirements, number} krav, {worlds, number} andra möjliga tabeller, kontrollerade. {seconds, number} s.',
    en: 'Proven: {requirements, number} requirements, {worlds, number} other possible tables, verified. {seconds, number} s.',
  },
  'tables.attacked': {
    sv: '{primaries, number} små antal, {suppressed, number} dolda celler. {exact, plural, =0 {Inget kan räknas ut.} one {Ett kan räknas ut exakt.} other {# kan räknas ut exakt.}}',
    en: '{primaries, number} small counts, {suppressed, number} hidden cells. {exact, plural, =0 {None can be worked out.} one {One can be worked out exactly.} other {# can be worked out exactly.}}',
  },
  'tables.perturbed': {
    sv: 'Antal med brus, högst {maxDeviation} från det rätta. Summor stämmer inte på enheten.',
    en: 'Counts with noise, at most {maxDeviation} from the true ones. Sums do not agree exactly.',
  },
} satisfies Catalogue
