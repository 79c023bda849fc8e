import { strToU8, zipSync } from 'fflate'
import type { Cell } from '../src/spreadsheet/cell.ts'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function odsCell(cell: Cell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  if (typeof cell === 'object') {
    return `<table:table-cell office:value-type="date" office:date-value="${cell.date}"><text:p>${cell.date}</text:p></table:table-cell>`
  }
  return `<table:table-cell office:value-type="string"><text:p>${escape(cell)}</text:p></table:table-cell>`
}

/** An .ods of the given table body (the inside of `office:spreadsheet`). */
export function odsOf(body: string, extra: Record<string, Uint8Array> = {}): Uint8Array {
  const spaces = ['office', 'table', 'text', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'META-INF/manifest.xml': strToU8('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
    'content.xml': strToU8(content),
    ...extra,
  })
}

/** An .ods with one sheet, its empty end repeated as LibreOffice writes it. */
export function odsFile(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const written = rows.map(
    (cells) => `<table:table-row>${cells.map(odsCell).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`,
  )
  const end =
    '<table:table-row table:number-rows-repeated="1043576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
  return odsOf(`<table:table table:name="${name}">${written.join('')}${end}</table:table>`)
}
