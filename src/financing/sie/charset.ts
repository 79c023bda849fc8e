/** The upper half of code page 437, which the SIE format calls PC8; below it is ASCII. */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

export type SieCharset = 'PC8' | 'UTF-8' | 'Windows-1252'

/** The letters åäöÅÄÖéÉü as PC8 has them, and as Windows-1252 has them: what tells the two apart in Swedish text. */
const lettersOf: Record<'PC8' | 'Windows-1252', ReadonlySet<number>> = {
  PC8: new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90, 0x81]),
  'Windows-1252': new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9, 0xfc]),
}

/**
 * The text of a SIE file. The format knows PC8 alone; some makers write UTF-8 or Windows-1252 all the same, which is read when the bytes can be nothing else:
 * UTF-8 is well-formed by chance in no Swedish PC8 text, and Windows-1252 is taken when none of PC8's Swedish letters stands there but some of its own do.
 */
export function decodeSie(bytes: Uint8Array): { text: string; charset: SieCharset } {
  if (bytes.every((byte) => byte < 0x80)) return { text: new TextDecoder().decode(bytes), charset: 'PC8' }
  const utf8 = asUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, charset: 'UTF-8' }
  const holds = (charset: keyof typeof lettersOf): boolean => bytes.some((byte) => lettersOf[charset].has(byte))
  if (!holds('PC8') && holds('Windows-1252')) return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'Windows-1252' }
  return { text: Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80])).join(''), charset: 'PC8' }
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A text in PC8. Throws `RangeError` for a character that PC8 does not have. */
export function encodePc8(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    if (code < 0x80) return code
    const at = upper.indexOf(character)
    if (at < 0) throw new RangeError(`PC8 has no ${character}`)
    return at + 0x80
  })
}
