import { makeDimension } from './dimension.ts'
import { InstanceFault, type Dimension, type Instance, type Table, type Tuple } from './instance.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every((one) => typeof one === 'number')
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

function list(json: Json, field: string, isNeeded = false): unknown[] {
  const value = json[field] ?? (isNeeded ? undefined : [])
  if (!Array.isArray(value)) throw new InstanceFault('noField', { field })
  return value
}

/**
 * Linked tables from parsed JSON: `{name, threshold, dims: [{name, codes, parent}], tables: [{dims, levels?, hidden?}], base: [[leaf per dim…, count]…]}`,
 * and what else is known: `hiddenNodes: {dim: codes}`, `forcedPublished`, `keptHidden`, `withheld`, `structuralZero` (lists of tuples of codes),
 * `attributes` (names of dimensions). Throws `InstanceFault` with the place of what is wrong.
 * @param threshold the least count that may be shown, instead of the one that stands there
 */
export function readInstance(json: unknown, threshold?: number): Instance {
  if (!isObject(json)) throw new InstanceFault('notInstance')
  const dims = list(json, 'dims', true).map(readDimension)
  if (dims.length === 0) throw new InstanceFault('noField', { field: 'dims' })
  refuseSameNames(dims)
  const tables = list(json, 'tables', true).map((table, at) => readTable(table, at, dims))
  if (tables.length === 0) throw new InstanceFault('noField', { field: 'tables' })
  const tuples = (field: string): Tuple[] => list(json, field).map((tuple, at) => readTuple(tuple, dims, field, at))
  return {
    name: typeof json.name === 'string' ? json.name : '',
    threshold: readThreshold(threshold ?? json.threshold),
    ...{ dims, tables, base: readBase(list(json, 'base', true), dims) },
    hiddenNodes: readHiddenNodes(json.hiddenNodes, dims),
    ...{ forcedPublished: tuples('forcedPublished'), keptHidden: tuples('keptHidden'), structuralZero: tuples('structuralZero') },
    withheld: tuples('withheld'),
    attributes: list(json, 'attributes').map((name) => dimOf(String(name), dims)),
  }
}

/** Attributes and nodes that are never published name their dimension: of two by one name only the first would be heard. */
function refuseSameNames(dims: readonly Dimension[]): void {
  const twice = dims.find(({ name }, at) => dims.findIndex((other) => other.name === name) < at)
  if (twice) throw new InstanceFault('doubleDimension', { dim: twice.name })
}

function readThreshold(value: unknown): number {
  if (value === undefined) throw new InstanceFault('noThreshold', {})
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 2) throw new InstanceFault('badThreshold', { given: String(value) })
  return value
}

function readDimension(json: unknown, at: number): Dimension {
  if (!isObject(json) || !isTexts(json.codes) || !isNumbers(json.parent)) throw new InstanceFault('badDimension', { at })
  return makeDimension(typeof json.name === 'string' ? json.name : String(at), json.codes, json.parent)
}

function readTable(json: unknown, at: number, dims: readonly Dimension[]): Table {
  if (!isObject(json) || !isNumbers(json.dims)) throw new InstanceFault('badTable', { at })
  const isDim = (dim: number): boolean => Number.isInteger(dim) && dim >= 0 && dim < dims.length
  const bad = json.dims.find((dim, place, all) => !isDim(dim) || all.indexOf(dim) !== place)
  if (bad !== undefined) throw new InstanceFault('badTableDim', { at, dim: bad })
  const given = json.levels ?? {}
  // Levels that are passed over make another table than the one that was meant.
  if (!isObject(given)) throw new InstanceFault('badLevels', { at })
  const levels = Object.entries(given).map(([dim, depth]) => {
    if (!isDim(Number(dim)) || !Number.isInteger(depth) || (depth as number) < 0) throw new InstanceFault('badLevel', { at, dim })
    return [Number(dim), depth as number] as const
  })
  return { dims: json.dims, maxDepth: new Map(levels), hidden: json.hidden === true }
}

function readTuple(json: unknown, dims: readonly Dimension[], field: string, at: number): Tuple {
  if (!isTexts(json) || json.length !== dims.length) throw new InstanceFault('badTuple', { field, at })
  const unknown = json.findIndex((code, dim) => !dims[dim]!.codes.includes(code))
  if (unknown >= 0) throw new InstanceFault('unknownCode', { field, at, dim: dims[unknown]!.name, code: json[unknown]! })
  return json
}

function dimOf(name: string, dims: readonly Dimension[]): number {
  const at = dims.findIndex((dim) => dim.name === name)
  if (at < 0) throw new InstanceFault('unknownDimension', { dim: name })
  return at
}

function readHiddenNodes(json: unknown, dims: readonly Dimension[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  if (!isObject(json ?? {})) throw new InstanceFault('badHiddenNodes')
  for (const [name, codes] of Object.entries(json ?? {})) {
    const dim = dimOf(name, dims)
    if (!isTexts(codes)) throw new InstanceFault('badTuple', { field: 'hiddenNodes', at: name })
    const nodes = codes.map((code) => dims[dim]!.codes.indexOf(code))
    const unknown = nodes.indexOf(-1)
    if (unknown >= 0) throw new InstanceFault('unknownCode', { field: 'hiddenNodes', at: unknown, dim: name, code: codes[unknown]! })
    found.set(dim, nodes)
  }
  return found
}

/** Counts by leaves. A row is told by its number (from 0) and its codes. */
function readBase(rows: readonly unknown[], dims: readonly Dimension[]): Int32Array[] {
  const seen = new Set<string>()
  return rows.map((row, at) => {
    if (!isNumbers(row) || row.length !== dims.length + 1) throw new InstanceFault('badRow', { at })
    dims.forEach(({ name, codes }, dim) => {
      const node = row[dim]!
      if (!Number.isInteger(node) || node < 0 || node >= codes.length) throw new InstanceFault('badNode', { at, dim: name, node })
    })
    const codes = dims.map((dim, place) => dim.codes[row[place]!]!).join('|')
    dims.forEach(({ name, codes: own, children }, dim) => {
      const node = row[dim]!
      if (children[node]!.length > 0) throw new InstanceFault('notLeaf', { at, codes, dim: name, code: own[node]! })
    })
    const count = row[dims.length]!
    if (count < 0) throw new InstanceFault('negative', { at, codes, count })
    if (count > 2 ** 31 - 1) throw new InstanceFault('tooLarge', { at, codes, count })
    if (!Number.isInteger(count)) throw new InstanceFault('fraction', { at, codes, count })
    // By numbers: codes may hold any sign that would be put between them.
    const nodes = row.slice(0, -1).join(' ')
    if (seen.has(nodes)) throw new InstanceFault('doubleRow', { at, codes })
    seen.add(nodes)
    return Int32Array.from(row)
  })
}
