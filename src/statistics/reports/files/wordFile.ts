import { strToU8, zipSync } from 'fflate'
import type { Locale } from '../../../values/codeList.ts'
import { wrapper } from './wordXml.ts'

/** A Word document of its parts (ECMA-376), with nothing of the machine it was made on: the same parts and time give the same bytes. */
export function wordFile(parts: { title: string; madeAt: Date; locale: Locale; document: string; styles: string }): Uint8Array {
  const { title, madeAt, locale } = parts
  const files = {
    ...wrapper({ title, at: madeAt.toISOString(), locale }),
    'word/document.xml': parts.document,
    'word/styles.xml': parts.styles,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: madeAt })
}
