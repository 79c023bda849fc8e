import { splitList } from '../expression.ts'
import { problem } from '../problem.ts'
import type { AxisSelection, TableSelection } from '../selection.ts'
import type { Selection } from './contract.ts'

type Listed = string | readonly string[] | undefined

/** Lists in an address, written once with commas or many times. */
export function listOf(text: Listed): string[] {
  return [text ?? []].flat().flatMap(splitList)
}

/** The selection that an address holds: `valuecodes[Region]=…&codelist[Region]=…&heading=…&stub=…`. Throws a problem for other parameters of that form. */
export function selectionOf(query: Readonly<Record<string, unknown>>): TableSelection {
  const values = new Map<string, string[]>()
  const lists = new Map<string, string>()
  for (const [key, text] of Object.entries(query)) {
    const [, kind, variable] = /^(valuecodes|codelist|outputvalues)\[(.+)\]$/i.exec(key) ?? []
    if (!kind || !variable) continue
    if (!isListed(text)) throw problem('wrongExpression', { text: key })
    if (kind.toLowerCase() === 'valuecodes') values.set(variable, [...(values.get(variable) ?? []), ...listOf(text)])
    if (kind.toLowerCase() === 'codelist') lists.set(variable, listOf(text)[0] ?? '')
  }
  const listFor = (code: string): string | undefined => [...lists].find(([variable]) => variable.toLowerCase() === code.toLowerCase())?.[1]
  const alone = [...lists.keys()].filter((code) => ![...values.keys()].some((variable) => variable.toLowerCase() === code.toLowerCase()))
  return {
    selection: [
      ...[...values].map(([variableCode, valueCodes]): AxisSelection => ({ variableCode, valueCodes, codelist: listFor(variableCode) })),
      ...alone.map((variableCode): AxisSelection => ({ variableCode, valueCodes: ['*'], codelist: lists.get(variableCode) })),
    ],
    placement: placementOf(listOf(query.stub as Listed), listOf(query.heading as Listed)),
  }
}

function isListed(text: unknown): text is string | string[] {
  return typeof text === 'string' || (Array.isArray(text) && text.every((part) => typeof part === 'string'))
}

function placementOf(stub: readonly string[], heading: readonly string[]): TableSelection['placement'] {
  return stub.length + heading.length > 0 ? { stub, heading } : undefined
}

/** The selection that a body holds; `undefined` when it selects nothing. */
export function selectionOfBody(body: Selection | null | undefined): TableSelection | undefined {
  if (!body) return undefined
  const { stub, heading } = body.placement ?? {}
  return {
    selection: (body.selection ?? []).map(({ variableCode, valueCodes, codelist, codeList }) => ({
      ...{ variableCode, valueCodes: valueCodes ?? [], codelist: codelist ?? codeList },
    })),
    placement: placementOf(stub ?? [], heading ?? []),
  }
}
