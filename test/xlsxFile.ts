import { strToU8, zipSync } from 'fflate'

/** The parts of a hand-written .xlsx; each is the inside of its element. */
export interface XlsxParts {
  /** `<row>` elements of the only sheet. */
  rows: string
  sharedStrings?: string
  styles?: string
  /** Attributes of `workbookPr`. */
  workbook?: string
  extra?: Record<string, Uint8Array>
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** An .xlsx written part by part, for what no library would write. */
export function xlsxOf({ rows, sharedStrings, styles, workbook = '', extra = {} }: XlsxParts): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="r"><workbookPr ${workbook}/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
  }
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = strToU8(`<sst ${main}>${sharedStrings}</sst>`)
  if (styles !== undefined) parts['xl/styles.xml'] = strToU8(`<styleSheet ${main}>${styles}</styleSheet>`)
  return zipSync({ ...parts, ...extra })
}

/** A header row of known headings, as inline strings. */
export function headerXml(...headings: string[]): string {
  return `<row r="1">${headings.map((heading) => `<c t="inlineStr"><is><t>${heading}</t></is></c>`).join('')}</row>`
}
