import { SaxesParser } from 'saxes'
import { RefusedFile, tooLargeInside } from './limits.ts'
import type { Breathe } from './work.ts'
import { inflateEntry } from './zip.ts'
import type { Zip } from './zip.ts'

/** The value of an attribute; `undefined` when it is not there. */
export type Attributes = Record<string, string>

/** What is done at the tags and texts of an XML part. Names come without prefix for elements, with it for attributes. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

// A spreadsheet has tags all the way; this much without one is made to fill the memory.
const LONGEST_WITHOUT_TAG = 24_000_000

/** Reads one part of a zip as XML, piece by piece. Throws `RefusedFile` when it is missing, not well-formed or too large. */
export async function readXml(zip: Zip, name: string, breathe: Breathe, handlers: XmlHandlers): Promise<void> {
  const entry = zip.entries.get(name)
  if (!entry) throw new RefusedFile('damaged')
  const parser = new SaxesParser({})
  let broken: Error | undefined
  parser.on('error', (error) => (broken ??= error))
  // No part of a spreadsheet has a document type; one that has may define entities within entities.
  parser.on('doctype', () => (broken ??= new Error('doctype')))
  let quiet = 0
  parser.on('opentag', (tag) => {
    quiet = 0
    handlers.open(localName(tag.name), tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  const decoder = new TextDecoder()
  await inflateEntry(zip, entry, breathe, (chunk, final) => {
    parser.write(decoder.decode(chunk, { stream: !final }))
    if (final) parser.close()
    quiet += chunk.length
    if (quiet > LONGEST_WITHOUT_TAG) throw tooLargeInside(zip.limits)
    if (broken) throw new RefusedFile('damaged')
  })
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
