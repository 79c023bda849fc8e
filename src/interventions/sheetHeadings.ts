/** The three spreadsheets an association fills in; headings are what the page reads them back by. */
export const sheetHeadings = {
  headCounts: ['Insats', 'År', 'Kvinnor', 'Män'],
  money: ['Insats', 'År', 'Planerade deltagare', 'Budget kr', 'Utfall kr'],
  historic: ['År', 'Insats', 'Mått', 'Kvinnor', 'Män', 'Totalt', 'Källa'],
} as const
export type SheetKind = keyof typeof sheetHeadings
