/** What a file's checksum says: there is none, it holds, it does not, or it is begun and never given, as in a file that was cut. */
export type SieChecksum = 'none' | 'holds' | 'differs' | 'unended'

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 with the polynomial EDB88320, as the format prints it (SIE 4B, section 10). */
export function crc32(bytes: Iterable<number>): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

/**
 * Checks `#KSUMMA` (SIE 4B, 10.15) on the bytes as they are: what lies between the two marks, labels and contents of fields without blanks between them, quotes and
 * braces. Some makers leave out blanks inside quotes as well; a file that holds by either reading holds. The number may be written with a sign.
 */
export function checkSum(bytes: Uint8Array): SieChecksum {
  // Byte for byte, since what is left out is ASCII in every character set that files are written in.
  const lines = new TextDecoder('latin1').decode(bytes).split(/\r\n|\n|\r/)
  const marks = lines.flatMap((line, at) => (/^\s*#KSUMMA\b/i.test(line) ? [at] : []))
  if (marks.length === 0) return 'none'
  const [from, to] = [marks[0]!, marks.at(-1)!]
  const told = /#KSUMMA\s+"?(-?\d+)/i.exec(lines[to]!)?.[1]
  if (from === to || told === undefined) return 'unended'
  const between = lines.slice(from + 1, to).flatMap(contentOf)
  const wanted = Number(told) >>> 0
  const isSame = (parts: readonly string[]): boolean => crc32(bytesOf(parts.join(''))) === wanted
  return isSame(between) || isSame(between.map((part) => part.replace(/[ \t]/g, ''))) ? 'holds' : 'differs'
}

/** Label and fields of a line; a quote within quotes is written `\"` and counts as a quote. */
function contentOf(line: string): string[] {
  const parts = line.match(/"(?:\\"|[^"])*"|[^\s{}"]+/g) ?? []
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('\\"', '"') : part))
}

/** Windows-1252, which `latin1` means to a decoder, back to its bytes. */
const high = new TextDecoder('latin1').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))
function* bytesOf(text: string): Generator<number> {
  for (const one of text) {
    const code = one.charCodeAt(0)
    yield code < 128 ? code : high.indexOf(one) + 128
  }
}
