/**
 * The three spreadsheets an association fills in; headings are what the page reads them back by. None may look like a heading over names
 * of persons (`Planerade deltagare` did): such files are refused before they are read.
 */
export const sheetHeadings = {
  headCounts: ['Insats', 'År', 'Kvinnor', 'Män'],
  money: ['Insats', 'År', 'Planerat antal', 'Budget kr', 'Utfall kr'],
  historic: ['År', 'Insats', 'Mått', 'Kvinnor', 'Män', 'Totalt', 'Källa'],
} as const
export type SheetKind = keyof typeof sheetHeadings
