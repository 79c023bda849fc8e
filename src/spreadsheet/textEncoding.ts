import { RefusedFile } from './limits.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding of a text file, by its byte order mark, its zero bytes or whether it is valid UTF-8. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4_000)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2]!++
  const [even = 0, odd = 0] = zeros
  if (odd > looked / 5 && even < looked / 50) return 'utf-16le'
  if (even > looked / 5 && odd < looked / 50) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Decodes a text file. Throws `RefusedFile('notATable')` for bytes that are no text: control characters or none of it readable. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  refuseNoText(text)
  return { text, encoding }
}

/** Throws `RefusedFile('notATable')` when the beginning of what was decoded has a zero or many other characters that no text has. */
export function refuseNoText(text: string): void {
  let odd = 0
  const looked = Math.min(text.length, 100_000)
  for (let at = 0; at < looked; at++) {
    const code = text.charCodeAt(at)
    // Tab, line feed, form feed, carriage return are text; other controls and U+FFFD are not.
    const control = (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || (code >= 127 && code < 160)
    if (code === 0) throw new RefusedFile('notATable')
    if (control || code === 0xfffd) odd++
  }
  if (odd > looked / 200) throw new RefusedFile('notATable')
}
