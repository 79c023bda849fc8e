import type { CubeAxis, CubeValue } from './cube.ts'
import { problem } from './problem.ts'

/**
 * The values that a text of a selection means, in their order: a code, `*`, `01*`, `*x`, `*x*`, `?` for one sign, `TOP(n[,skip])`, `BOTTOM(n[,skip])`,
 * `FROM(code)`, `TO(code)`, `RANGE(code,code)`, as PxWebApi 2 reads them: the top of time is its end. Throws a problem when it means nothing.
 */
export function valuesOf(axis: Pick<CubeAxis, 'code' | 'kind'>, values: readonly CubeValue[], text: string): CubeValue[] {
  const exact = values.find(({ code }) => isSame(code, text)) ?? values.find(({ code }) => isSame(inAddress(code), text))
  if (exact) return [exact]
  const [, name, inner] = /^(TOP|BOTTOM|FROM|TO|RANGE)\((.*)\)$/is.exec(text) ?? []
  if (name) return readers[name.toUpperCase() as keyof typeof readers]({ axis, values, text }, inner!.split(',').map(trimmed))
  if (/[*?]/.test(text)) return matching(values, text)
  throw problem('noValue', { value: text, variable: axis.code })
}

interface Read {
  axis: Pick<CubeAxis, 'code' | 'kind'>
  values: readonly CubeValue[]
  text: string
}

const trimmed = (text: string): string => text.trim()
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A code such as `60+` as it comes out of an address in which `+` was left as it is, as R's `URLencode` does; there it means a space. */
const inAddress = (code: string): string => code.replaceAll('+', ' ').trim()

const readers = {
  TOP: (read: Read, parts: string[]) => counted(read, parts, read.axis.kind !== 'time'),
  BOTTOM: (read: Read, parts: string[]) => counted(read, parts, read.axis.kind === 'time'),
  FROM: (read: Read, parts: string[]) => read.values.slice(placeOf(read, parts, 1)[0]),
  TO: (read: Read, parts: string[]) => read.values.slice(0, placeOf(read, parts, 1)[0]! + 1),
  RANGE: (read: Read, parts: string[]) => {
    const [one, other] = placeOf(read, parts, 2) as [number, number]
    return read.values.slice(Math.min(one, other), Math.max(one, other) + 1)
  },
}

function counted({ values, text }: Read, parts: string[], isFromStart: boolean): CubeValue[] {
  const [count, skip = '0'] = parts
  if (parts.length > 2 || !/^[1-9]\d{0,6}$/.test(count!) || !/^\d{1,7}$/.test(skip)) throw problem('wrongExpression', { text })
  const [n, from] = [Number(count), Number(skip)]
  if (isFromStart) return values.slice(from, from + n)
  const end = Math.max(0, values.length - from)
  return values.slice(Math.max(0, end - n), end)
}

function placeOf({ axis, values, text }: Read, codes: string[], wanted: number): number[] {
  if (codes.length !== wanted || codes.includes('')) throw problem('wrongExpression', { text })
  return codes.map((code) => {
    const place = values.findIndex((value) => isSame(value.code, code))
    if (place < 0) throw problem('noValue', { value: code, variable: axis.code })
    return place
  })
}

/** Codes by a pattern: `*` at its ends, or `?` for any sign. */
function matching(values: readonly CubeValue[], text: string): CubeValue[] {
  const inner = text.replace(/^\*/, '').replace(/(?<=.)\*$/, '')
  if (text !== '*' && inner.includes('*')) throw problem('wrongExpression', { text })
  const [opens, closes] = [text.startsWith('*'), text.endsWith('*')]
  return values.filter(({ code }) => fits(code.toLowerCase(), inner.toLowerCase(), opens, closes))
}

function fits(code: string, pattern: string, opens: boolean, closes: boolean): boolean {
  const isAt = (from: number): boolean => [...pattern].every((sign, at) => sign === '?' || code[from + at] === sign)
  const last = code.length - pattern.length
  if (last < 0) return false
  if (opens && closes) return Array.from({ length: last + 1 }, (_, from) => from).some(isAt)
  if (opens) return isAt(last)
  return isAt(0) && (closes || last === 0)
}

/** A list as it stands in an address: commas between, not inside brackets or parentheses; a value in square brackets may hold commas. */
export function splitList(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of text) {
    if ('[('.includes(sign)) depth++
    if ('])'.includes(sign)) depth = Math.max(0, depth - 1)
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/^\[(.*)\]$/s, '$1')
        .trim(),
    )
    .filter((part) => part !== '')
}
