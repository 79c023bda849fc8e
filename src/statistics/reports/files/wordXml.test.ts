import { expect, test } from 'vitest'
import { paragraph, table } from './wordXml.ts'

const broken = '<w:t xml:space="preserve">Först &amp; främst</w:t><w:br/><w:t xml:space="preserve">Sedan</w:t>'

test('a new line in a text is one in the document, whatever machine it was written on', () => {
  for (const line of ['\n', '\r\n']) expect(paragraph(`Först & främst${line}Sedan`)).toContain(broken)
})
test('an empty line is kept, and a text without any is in one piece', () => {
  expect(paragraph('a\n\nb').match(/<w:br\/>/g)).toHaveLength(2)
  expect(paragraph('a')).not.toContain('<w:br/>')
})
test('a cell of a table too', () => {
  const rows = [{ isTotal: false, texts: ['Syfte', 'Först & främst\nSedan'] }]
  expect(table({ title: 'Ändamål', head: ['', ''], rows, isText: [true, true] })).toContain(broken)
})
