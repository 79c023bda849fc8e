/** One of the things a row belongs to: a dimension (6 is project) and an object in it. */
export type SieObject = readonly [dimension: string, object: string]

/** A field of a line: a text, or a list of objects in braces. */
export type SieField = string | readonly SieObject[]

/** A line as the format has it; `label` without `#` and in upper case. */
export interface SieLine {
  label: string
  fields: readonly SieField[]
}

/** What can be wrong with a line by itself; texts: `sie.fault.<fault>`. */
export type LineFault = 'openQuote' | 'openBrace' | 'oddObjects' | 'strayBrace'

const blank = /[ \t]/

/**
 * Splits a line into label and fields (SIE 4B, section 5): parted by spaces or tabs, a field with blanks between quotes, `\"` a quote inside it, and objects
 * in braces as pairs of dimension and object, quoted or not. A brace that opens a voucher on the line of `#VER` itself is left as the field `{`.
 */
export function splitLine(line: string): SieLine | LineFault {
  const reader = new Reader(line)
  const fields: SieField[] = []
  for (let next = reader.next(); next; next = reader.next()) {
    if (next.kind === 'openQuote') return 'openQuote'
    if (next.kind === 'close') return 'strayBrace'
    if (next.kind === 'text') fields.push(next.text)
    else if (reader.atEnd()) fields.push('{')
    else {
      const objects = readObjects(reader)
      if (typeof objects === 'string') return objects
      fields.push(objects)
    }
  }
  const [label = ''] = fields
  return { label: typeof label === 'string' ? label.replace(/^#/, '').toUpperCase() : '', fields: fields.slice(1) }
}

function readObjects(reader: Reader): readonly SieObject[] | LineFault {
  const texts: string[] = []
  for (let next = reader.next(); ; next = reader.next()) {
    if (!next || next.kind === 'open') return 'openBrace'
    if (next.kind === 'openQuote') return 'openQuote'
    if (next.kind === 'close') break
    texts.push(next.text)
  }
  if (texts.length % 2 === 1) return 'oddObjects'
  return Array.from({ length: texts.length / 2 }, (_, at) => [texts[2 * at]!, texts[2 * at + 1]!] as const)
}

type Token = { kind: 'text'; text: string } | { kind: 'open' } | { kind: 'close' } | { kind: 'openQuote' }

class Reader {
  readonly #line: string
  #at = 0
  constructor(line: string) {
    this.#line = line
  }

  atEnd(): boolean {
    return this.#line.slice(this.#at).trim() === ''
  }

  next(): Token | undefined {
    while (this.#at < this.#line.length && blank.test(this.#line[this.#at]!)) this.#at++
    const first = this.#line[this.#at]
    if (first === undefined) return undefined
    if (first === '{' || first === '}') {
      this.#at++
      return { kind: first === '{' ? 'open' : 'close' }
    }
    return first === '"' ? this.#quoted() : this.#plain()
  }

  #quoted(): Token {
    let text = ''
    for (this.#at++; this.#at < this.#line.length; this.#at++) {
      const one = this.#line[this.#at]!
      if (one === '\\' && this.#line[this.#at + 1] === '"') {
        text += '"'
        this.#at++
      } else if (one === '"') {
        this.#at++
        return { kind: 'text', text }
      } else text += one
    }
    return { kind: 'openQuote' }
  }

  #plain(): Token {
    const from = this.#at
    while (this.#at < this.#line.length && !/[ \t{}]/.test(this.#line[this.#at]!)) this.#at++
    return { kind: 'text', text: this.#line.slice(from, this.#at) }
  }
}
