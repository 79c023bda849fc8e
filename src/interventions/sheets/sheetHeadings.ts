/**
 * The spreadsheets an association fills in; headings are what the page reads them back by. None may look like a heading over names
 * of persons (`Planerade deltagare` did): such files are refused before they are read.
 */
export const sheetHeadings = {
  headCounts: ['Insats', 'År', 'Kvinnor', 'Män'],
  money: ['Insats', 'År', 'Planerat antal', 'Budget kr', 'Utfall kr'],
  /** By cost type; with a party the amount is that party's own. A month may be added, and its rows then add up. */
  actuals: ['Insats', 'År', 'Kostnadsslag', 'Finansiär', 'Utfall kr'],
  historic: ['År', 'Insats', 'Mått', 'Kvinnor', 'Män', 'Totalt', 'Källa'],
} as const
export type SheetKind = keyof typeof sheetHeadings

/** A column that actuals may have beside the others. */
export const monthHeading = 'Månad'
