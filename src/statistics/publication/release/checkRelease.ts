import { createHash } from 'node:crypto'
import { isShown, valueOf } from '../../../disclosure/cell.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import { ReleaseDocument } from './document.ts'
import type { ReleaseTable } from './document.ts'
import { isMulti } from '../domain.ts'
import type { Publishable } from '../domain.ts'
import { axesOf } from '../union/tableCounts.ts'

/** Something about a release that is not as it should be, and where. */
export interface ReleaseFinding {
  kind: 'hashMissing' | 'fileMissing' | 'changed' | 'extra' | 'unreadable' | 'smallCount' | 'sumBroken' | 'follows' | 'otherDocument'
  where: string
}

/** What somebody who receives a release can check without knowing anything that is hidden. */
export interface CheckedRelease {
  files: number
  cells: number
  hidden: number
  sums: number
  findings: ReleaseFinding[]
}

/**
 * Checks a release as it was received: that every file has the hash that is stated, that no count below its threshold is shown, that sums hold where all of
 * them is shown, and that no hidden count below the threshold follows by taking shown ones from each other. It does not replace the proof, which stays with the data holder.
 * @param files by name, as unpacked
 */
export function checkRelease(files: ReadonlyMap<string, Uint8Array>): CheckedRelease {
  const checked: CheckedRelease = { files: files.size, cells: 0, hidden: 0, sums: 0, findings: checkHashes(files) }
  const bytes = files.get('release.json')
  const document = bytes && readDocument(bytes)
  if (!document) return { ...checked, findings: [...checked.findings, { kind: 'unreadable', where: 'release.json' }] }
  if (!namesDocument(files.get('policy.json'), 'document', bytes)) checked.findings.push({ kind: 'otherDocument', where: 'policy.json' })
  const edition = files.get('edition.json')
  if (edition && !namesDocument(edition, 'sha256', bytes)) checked.findings.push({ kind: 'otherDocument', where: 'edition.json' })
  document.tables.forEach((table, at) => checkTable(table, document.policy.threshold, `tabell ${at + 1}`, checked))
  return checked
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function checkHashes(files: ReadonlyMap<string, Uint8Array>): ReleaseFinding[] {
  const list = files.get('SHA256SUMS')
  if (!list) return [{ kind: 'hashMissing', where: 'SHA256SUMS' }]
  const stated = new Map(
    Buffer.from(list)
      .toString('utf8')
      .split('\n')
      .flatMap((line): [string, string][] => {
        const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
        return hash && name ? [[name, hash]] : []
      }),
  )
  const own = [...files.keys()].filter((name) => name !== 'SHA256SUMS')
  return [
    ...[...stated].flatMap(([name, hash]): ReleaseFinding[] => {
      const bytes = files.get(name)
      if (!bytes) return [{ kind: 'fileMissing', where: name }]
      return sha256(bytes) === hash ? [] : [{ kind: 'changed', where: name }]
    }),
    ...own.filter((name) => !stated.has(name)).map((name): ReleaseFinding => ({ kind: 'extra', where: name })),
  ]
}

function readDocument(bytes: Uint8Array): ReleaseDocument | undefined {
  try {
    return ReleaseDocument.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return undefined
  }
}

function namesDocument(file: Uint8Array | undefined, field: string, document: Uint8Array): boolean {
  try {
    return (JSON.parse(Buffer.from(file!).toString('utf8')) as Record<string, string>)[field] === sha256(document)
  } catch {
    return false
  }
}

const isCount = (cell: Cell): boolean => isShown(cell) && Number.isSafeInteger(cell.value) && cell.value >= 0

interface Sum {
  whole: number
  parts: number[]
}

function checkTable(table: ReleaseTable, threshold: number, where: string, checked: CheckedRelease): void {
  const sizes = table.axes.map(({ codes }) => codes.length)
  const find = (kind: ReleaseFinding['kind'], cell: number): void =>
    void checked.findings.push({ kind, where: `${where}: ${named(table, cell)}` })
  const isLaidOut = table.axes.map(({ name }) => name).join() === axesOf(table.spec).join()
  if (!isLaidOut || table.cells.length !== sizes.reduce((product, size) => product * size, 1))
    return void checked.findings.push({ kind: 'unreadable', where })
  const isSmall = (value: number): boolean => value > 0 && value < threshold
  const known = table.cells.map((cell) => valueOf(cell))
  checked.cells += known.length
  checked.hidden += known.filter((value) => value === undefined).length
  known.forEach((value, at) => value !== undefined && isSmall(value) && find('smallCount', at))
  // A release has whole counts and hidden cells, nothing with noise.
  table.cells.forEach((cell, at) => (isCount(cell) || cell.kind === 'suppressed' ? undefined : find('unreadable', at)))
  const sums = sumsOf(table, sizes)
  checked.sums += sums.length
  for (const { whole, parts } of sums) {
    const values = parts.map((part) => known[part])
    if (known[whole] === undefined || values.includes(undefined)) continue
    if (known[whole] !== values.reduce<number>((sum, value) => sum + value!, 0)) find('sumBroken', whole)
  }
  for (const cell of followed(sums, known)) if (isSmall(known[cell]!)) find('follows', cell)
}

/** The sums of a table: in each axis whose codes add up, each code and those just below it. */
function sumsOf({ axes, cells }: ReleaseTable, sizes: readonly number[]): Sum[] {
  return axes.flatMap((axis, dim) => {
    if (isMulti(axis.name as Publishable)) return []
    const stride = sizes.slice(dim + 1).reduce((product, size) => product * size, 1)
    const groups = partsOf(axis.codes.map(({ depth }) => depth))
    return [...cells.keys()].flatMap((whole): Sum[] => {
      const place = Math.floor(whole / stride) % sizes[dim]!
      const parts = groups[place]!.map((part) => whole + (part - place) * stride)
      return parts.length > 0 ? [{ whole, parts }] : []
    })
  })
}

/** Hidden cells that follow by taking known ones from each other, as long as any does; `known` gets their values. */
function followed(sums: readonly Sum[], known: (number | undefined)[]): number[] {
  const found: number[] = []
  for (let isNew = true; isNew;) {
    isNew = false
    for (const { whole, parts } of sums) {
      const unknown = [whole, ...parts].filter((cell) => known[cell] === undefined)
      if (unknown.length !== 1) continue
      const [cell] = unknown as [number]
      const sum = parts.reduce((total, part) => total + (known[part] ?? 0), 0)
      known[cell] = cell === whole ? sum : known[whole]! - sum
      found.push(cell)
      isNew = true
    }
  }
  return found
}

/** For each code of an axis the places of those just below it. */
function partsOf(depths: readonly number[]): number[][] {
  return depths.map((depth, at) => {
    const end = depths.findIndex((other, place) => place > at && other <= depth)
    return [...depths.keys()].filter((place) => place > at && (end < 0 || place < end) && depths[place] === depth + 1)
  })
}

function named({ axes }: ReleaseTable, at: number): string {
  const names: string[] = []
  for (let axis = axes.length - 1, rest = at; axis >= 0; axis--) {
    const { codes } = axes[axis]!
    names.unshift(codes[rest % codes.length]!.label.sv)
    rest = Math.floor(rest / codes.length)
  }
  return names.join(', ')
}
