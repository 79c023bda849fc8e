import type { Locale } from '../../../values/codeList.ts'

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Text as it may stand in XML; control characters, which XML has no room for, are left out. */
export function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"]/g, (sign) => signs[sign]!)
}

/** Text in one way of writing; a new line in it is one in the document. */
export function run(text: string, properties = ''): string {
  const lines = text.split(/\r?\n/).map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`
}

/** A paragraph in a style. */
export function paragraph(text: string, style: 'Normal' | 'Small' | 'Band' | 'Gap' = 'Normal'): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text && run(text)}</w:p>`
}

/** A heading that a screen reader finds, with the number of its footnote. */
export function heading(text: string, level: 1 | 2, note = ''): string {
  const raised = note && run(` ${note}`, '<w:vertAlign w:val="superscript"/>')
  return `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${run(text)}${raised}</w:p>`
}

/** A table as texts: its first row is repeated at the top of each page and read aloud as headings. */
export interface WordTable {
  title: string
  head: readonly string[]
  rows: readonly { isTotal: boolean; texts: readonly string[] }[]
  /** Which columns hold words; the others are numbers, at the right. */
  isText: readonly boolean[]
  /** A last column with what is drawn: how its lines are told apart, and the paragraphs of each row. */
  drawn?: { heading: string; cells: readonly string[] } | undefined
}

/** How wide a drawn column is, in twentieths of a point. */
const drawnWidth = 1000

/** A table with headings, as wide as its column. */
export function table({ title, head, rows, isText, drawn }: WordTable): string {
  const line = (texts: readonly string[], isBold: boolean, properties: string, last = ''): string => {
    const cells = texts.map((text, at) => {
      const align = isText[at] ? 'left' : 'right'
      const inner = run(text, isBold ? '<w:b/>' : '')
      return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="${align}"/></w:pPr>${inner}</w:p></w:tc>`
    })
    const picture = drawn ? `<w:tc><w:tcPr><w:tcW w:w="${drawnWidth}" w:type="dxa"/></w:tcPr>${last}</w:tc>` : ''
    return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}${picture}</w:tr>`
  }
  const borders = ['top', 'bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="9FB3B6"/>`).join('')
  // Words beside a name take the rest of the line; numbers and words among others are narrow.
  const otherWidth = head.length === 2 && isText[1] ? 4000 : 600
  const look = '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders>`,
    `<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>${look}<w:tblCaption w:val="${escaped(title)}"/></w:tblPr>`,
    `<w:tblGrid>${head.map((_, at) => `<w:gridCol w:w="${at === 0 ? 1600 : otherWidth}"/>`).join('')}${drawn ? `<w:gridCol w:w="${drawnWidth}"/>` : ''}</w:tblGrid>`,
    line(head, true, '<w:tblHeader/>', drawn?.heading),
    ...rows.map(({ isTotal, texts }, at) => line(texts, isTotal, '', drawn?.cells[at])),
    '</w:tbl>',
  ].join('')
}

/** The document: a head, a body in one or two columns, upright or on its side, and a foot with small notes. */
export function documentXml(
  { head, body, foot }: Record<'head' | 'body' | 'foot', readonly string[]>,
  { isWide, columns }: { isWide: boolean; columns: 1 | 2 },
): string {
  const size = isWide ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' : '<w:pgSz w:w="11906" w:h="16838"/>'
  const margins = '<w:pgMar w:top="567" w:right="680" w:bottom="567" w:left="680" w:header="284" w:footer="284" w:gutter="0"/>'
  const section = (wide: number): string =>
    `<w:sectPr><w:type w:val="continuous"/>${size}${margins}<w:cols w:num="${wide}" w:space="284"/></w:sectPr>`
  const ending = (wide: number): string => `<w:p><w:pPr><w:pStyle w:val="Gap"/>${section(wide)}</w:pPr></w:p>`
  const inside = [...head, ending(1), ...body, ending(columns), ...foot, section(1)].join('')
  return `${start}<w:document ${namespaces}><w:body>${inside}</w:body></w:document>`
}

/**
 * Styles of the document, each with its parts in the order that the format wants: small letters, so that a report has room on one page, or as
 * many times larger as it is to be read at length.
 */
export function styles(locale: Locale, times = 1): string {
  const style = (id: string, name: string, plain: number, more = '', before = '', after = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>` +
    `<w:pPr>${before}<w:spacing w:before="0" w:after="${Math.round(40 * times)}"/>${after}</w:pPr><w:rPr>${more}<w:sz w:val="${Math.round(plain * times)}"/></w:rPr></w:style>`
  const font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
  const language = `<w:lang w:val="${locale === 'sv' ? 'sv-SE' : 'en-GB'}"/>`
  return [
    `${start}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="${Math.round(15 * times)}"/>${language}</w:rPr></w:rPrDefault></w:docDefaults>`,
    style('Normal', 'Normal', 15),
    style('Heading1', 'heading 1', 26, '<w:b/>', '', '<w:outlineLvl w:val="0"/>'),
    style('Heading2', 'heading 2', 18, '<w:b/>', '<w:keepNext/>', '<w:outlineLvl w:val="1"/>'),
    style('Cell', 'Cell', 13).replace(/w:after="\d+"/, 'w:after="0"'),
    style('Small', 'Small', 12),
    style('Gap', 'Gap', 8),
    style('Band', 'Band', 22, '<w:b/>', '<w:shd w:val="clear" w:color="auto" w:fill="FFE08A"/>'),
    '</w:styles>',
  ].join('')
}

/** What a Word document consists of beside its text: content types, relations, and who it says it is. */
export function wrapper({ title, at, locale }: { title: string; at: string; locale: Locale }): Record<string, string> {
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const relations = (inner: string): string => `${start}<Relationships xmlns="${packageTypes}/relationships">${inner}</Relationships>`
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`
  const core = `${packageTypes}/metadata/core-properties`
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:${name}>`
  return {
    '[Content_Types].xml': [
      `${start}<Types xmlns="${packageTypes}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
      part('/word/document.xml', `${word}.document.main+xml`),
      part('/word/styles.xml', `${word}.styles+xml`),
      part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      '</Types>',
    ].join(''),
    '_rels/.rels': relations(
      relation('rId1', `${officeTypes}/officeDocument`, 'word/document.xml') +
        relation('rId2', `${packageTypes}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'word/_rels/document.xml.rels': relations(relation('rId1', `${officeTypes}/styles`, 'styles.xml')),
    'docProps/core.xml': [
      `${start}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"`,
      ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Samlad</dc:creator>`,
      `<dc:language>${locale}</dc:language>${dated('created')}${dated('modified')}</cp:coreProperties>`,
    ].join(''),
  }
}
