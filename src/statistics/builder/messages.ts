import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of the table builder. */
export const builderMessages = {
  'builder.title': { sv: 'Bygg en egen tabell', en: 'Build your own table' },
  'builder.lead': {
    sv: 'Välj vad som räknas, efter vad och bland vilka. Tabellen svarar medan du väljer. Tryck på ett tal för att se vad det betyder.',
    en: 'Choose what is counted, by what and among whom. The table answers as you choose. Press a number to see what it means.',
  },
  'builder.choose': { sv: 'Välj tabell', en: 'Choose the table' },
  'builder.measure': { sv: 'Mått', en: 'Measure' },
  'builder.rows': { sv: 'Rader', en: 'Rows' },
  'builder.columns': { sv: 'Kolumner', en: 'Columns' },
  'builder.nothing': { sv: 'Inga, alla tillsammans', en: 'None, all together' },
  'builder.addFilter': { sv: 'Bara vissa: välj urval …', en: 'Only some: choose a filter …' },
  'builder.dropFilter': { sv: 'Ta bort urvalet {filter}', en: 'Remove the filter {filter}' },
  'builder.turn': { sv: 'Byt plats på rader och kolumner', en: 'Swap rows and columns' },
  'builder.read': { sv: 'Vad betyder talet?', en: 'What does the number mean?' },
  'builder.reading': { sv: 'Vad talet betyder', en: 'What the number means' },
  'builder.readHint': { sv: 'Tryck på ett tal i tabellen för att läsa vad det är.', en: 'Press a number in the table to read what it is.' },
  'builder.picture': { sv: 'Som diagram', en: 'As a picture' },
  'builder.csv': { sv: 'Ladda ner som CSV', en: 'Download as CSV' },
  'builder.address': { sv: 'Adress till tabellen (räknar om när den öppnas):', en: 'Address of the table (counts anew when opened):' },
  'builder.numerator': { sv: 'Täljare', en: 'Numerator' },
  'builder.denominator': { sv: 'Nämnare', en: 'Denominator' },
  'builder.interval': { sv: 'Osäkerhet (95 %)', en: 'Uncertainty (95%)' },
  'builder.bounds': { sv: 'Om ingen eller alla okända lyckades', en: 'If none or all of the unknown succeeded' },
  'builder.quartiles': { sv: 'Hälften ligger mellan', en: 'Half of them lie between' },
  'builder.included': { sv: 'Vilka som räknas', en: 'Who is counted' },
  'builder.isApproximate': {
    sv: 'Ungefärligt: talet har slumpats lite för att skydda enskilda, högst {deviation} åt endera hållet. Samma fråga ger alltid samma svar.',
    en: 'Approximate: a little chance is added to protect individuals, at most {deviation} either way. The same question always has the same answer.',
  },
  'builder.isHidden': {
    sv: 'Dolt: ett tal från 1 till {most}, eller ett tal som behövs för att skydda ett sådant.',
    en: 'Hidden: a number from 1 to {most}, or one that is needed to protect such a number.',
  },
  'builder.isPublished': { sv: 'Exakt, som det är publicerat.', en: 'Exact, as it is published.' },
  'builder.source': { sv: 'Källa: {source}. Gäller sedan {since}.', en: 'Source: {source}. In force since {since}.' },
  'builder.local': { sv: 'Varför det kan skilja sig från det egna systemet', en: 'Why it may differ from your own system' },
  'builder.localHelp': {
    sv: 'Här räknas deltaganden, inte personer, utan felregistreringar. Sådant som registrerats efter datumet nedan är inte med, och gallrade deltaganden finns bara som antal.',
    en: 'Participations are counted here, not persons, without those registered in error. What was registered after the date below is not in it, and stripped participations are there as counts only.',
  },
  'builder.version': { sv: 'Version', en: 'Version' },
  'builder.noiseVersion': { sv: 'Skyddets version: {version}.', en: 'Version of the protection: {version}.' },
} satisfies Catalogue
