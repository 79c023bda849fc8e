import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of open data. */
export const openDataMessages = {
  'opendata.caseMixHelp': {
    sv: 'Förbund har olika deltagare. Skillnader i utfall säger ingenting om insatserna utan att ålder, utbildning och tid i försörjning står bredvid. Delar av de publicerade talen; det som är dolt visas inte.',
    en: 'Associations have different participants. Differences in outcome say nothing of interventions unless age, education and time on support stand beside them. Shares of the published numbers; what is hidden is not shown.',
  },
  'opendata.caseMixNone': {
    sv: 'Ålder, utbildning och tid i försörjning är inte publicerade för förbunden. Jämför inte deras utfall med den här tabellen.',
    en: 'Age, education and time on support are not published for the associations. Do not compare their outcomes by this table.',
  },
  'opendata.database': { sv: 'Samlad, publicerad statistik', en: 'Samlad, published statistics' },
  'opendata.folder.exits': { sv: 'Avslutade deltaganden', en: 'Exits' },
  'opendata.folder.entries': { sv: 'Påbörjade deltaganden', en: 'Entries' },
  'opendata.folder.inPeriod': { sv: 'Deltaganden under året', en: 'Participations in the year' },
  'opendata.year': { sv: 'År', en: 'Year' },
  'opendata.unit': { sv: 'antal', en: 'number' },
  'opendata.refperiod': { sv: 'Respektive år', en: 'Each year' },
  'opendata.signs': {
    sv: 'Tecken: 0 ingen, .. skyddat (tal från 1 till {most} och de tal som behövs för att skydda dem), ... uppgift saknas, .... frågades inte, . kan inte förekomma.',
    en: 'Signs: 0 none, .. protected (numbers from 1 to {most} and those needed to protect them), ... missing, .... not asked, . not applicable.',
  },
  'opendata.sign.protected': { sv: 'Skyddat', en: 'Protected' },
  'opendata.countedWhole': { sv: 'alla tillsammans', en: 'all together' },
  'opendata.chosenOf': { sv: '{n} av {all} valda', en: '{n} of {all} chosen' },
  'opendata.find': { sv: 'Sök', en: 'Find' },
  'opendata.all': { sv: 'Välj alla', en: 'Choose all' },
  'opendata.none': { sv: 'Välj inga (alla tillsammans)', en: 'Choose none (all together)' },
  'opendata.findMore': { sv: '{n} till: sök för att hitta dem.', en: '{n} more: search to find them.' },
  'opendata.choose': { sv: 'Välj variabler och värden', en: 'Choose variables and values' },
  'opendata.asOf': { sv: 'Som det var den (valfritt)', en: 'As it was on (optional)' },
  'opendata.asOfHelp': { sv: 'Det som kom ut efter {day} räknas inte.', en: 'What came out after {day} does not count.' },
  'opendata.columns': { sv: 'Som kolumner', en: 'As columns' },
  'opendata.copy': { sv: 'Kopiera tabellen', en: 'Copy the table' },
  'opendata.copied': { sv: 'Kopierad.', en: 'Copied.' },
  'opendata.asProgram': { sv: 'För program och källhänvisning', en: 'For programs, and how to cite' },
  'opendata.address': { sv: 'Samma urval för program:', en: 'The same selection for programs:' },
  'opendata.cite': { sv: 'Källhänvisning:', en: 'Cite as:' },
  'opendata.intro': {
    sv: 'Alla publicerade tabeller går att läsa av program. Gränssnittet är detsamma som hos SCB (PxWebApi), så verktyg gjorda för det fungerar.',
    en: 'All published tables can be read by programs. The interface is the same as that of Statistics Sweden (PxWebApi), so tools made for it work.',
  },
  'opendata.bulk': { sv: 'Allt i en fil', en: 'Everything in one file' },
  'opendata.license': { sv: 'Licens', en: 'Licence' },
  'opendata.limits': { sv: 'Gränser', en: 'Limits' },
  'opendata.limitsText': {
    sv: 'Högst {cells} celler i ett svar och {calls} anrop på {seconds} sekunder.',
    en: 'At most {cells} cells in an answer and {calls} calls in {seconds} seconds.',
  },
  'opendata.examples': { sv: 'Exempel', en: 'Examples' },
  'opendata.problem.noTable': {
    sv: 'Tabellen {table} finns inte. Se /api/v2/tables.',
    en: 'There is no table {table}. See /api/v2/tables.',
  },
  'opendata.problem.noFolder': { sv: '{folder} finns inte.', en: 'There is no {folder}.' },
  'opendata.problem.noPage': { sv: 'Sidan {page} finns inte, det finns {pages}.', en: 'There is no page {page}, there are {pages}.' },
  'opendata.problem.noCodelist': { sv: 'Listan {codelist} finns inte.', en: 'There is no list {codelist}.' },
  'opendata.problem.noLanguage': {
    sv: 'Språket {lang} finns inte. Välj sv eller en.',
    en: 'There is no {lang}. Choose sv or en.',
  },
  'opendata.problem.noVariable': { sv: 'Variabeln {variable} finns inte i tabellen.', en: 'There is no variable {variable} in the table.' },
  'opendata.problem.noValue': {
    sv: 'Värdet {value} finns inte i variabeln {variable}.',
    en: 'There is no value {value} of the variable {variable}.',
  },
  'opendata.problem.wrongCodelist': {
    sv: 'Variabeln {variable} har ingen lista {codelist}.',
    en: 'The variable {variable} has no list {codelist}.',
  },
  'opendata.problem.noSelection': {
    sv: 'Välj minst ett värde av variabeln {variable}.',
    en: 'Choose at least one value of the variable {variable}.',
  },
  'opendata.problem.wrongExpression': { sv: 'Uttrycket {text} går inte att läsa.', en: 'The expression {text} cannot be read.' },
  'opendata.problem.wrongPlacement': {
    sv: 'En variabel kan bara stå på ett ställe.',
    en: 'A variable can stand in one place only.',
  },
  'opendata.problem.wrongFormat': {
    sv: '{format} går inte. Välj bland {known}.',
    en: 'There is no {format}. Choose among {known}.',
  },
  'opendata.problem.tooManyCells': {
    sv: 'Urvalet har {cells} celler, mer än {most}. Dela upp det.',
    en: 'The selection has {cells} cells, more than {most}. Divide it.',
  },
} satisfies Catalogue
