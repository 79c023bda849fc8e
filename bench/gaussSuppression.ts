import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instance } from '../src/disclosure/tables/instance.ts'

const script = join(import.meta.dirname, 'gaussSuppression.R')

/** What R's package finds for linked tables; `secondaries` and `value` are how many cells it hides besides the small ones, and their sum. */
export interface GaussFigures {
  cells: number
  primaries: number
  secondaries: number
  value: number
  seconds: number
}

/**
 * The mode of ours that each way of the package is nearest to. Both keep only from what follows by sums: no count has a range to lie in. `none` is the rule of
 * `linear`; `anySum`, the package's own choice, also sees that somebody who is alone in a cell knows it, while `gs` proves a second whole table for each count.
 */
export const singletonMethods: Partial<Record<string, { method: string; note: string }>> = {
  linear: { method: 'none', note: 'the same guarantee' },
  gs: { method: 'anySum', note: 'a weaker guarantee: against exact sums and singletons' },
}

/** The version of GaussSuppression on this machine; undefined without R or without the package. */
export function gaussVersion(): string | undefined {
  const { status, stdout } = spawnSync('Rscript', ['-e', 'cat(as.character(packageVersion("GaussSuppression")))'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** Whether an instance is nothing but tables of counts: what is out already, withheld or never published is not told to R. */
export function isPlain({ dims, tables, ...known }: Instance): boolean {
  const { hiddenNodes, forcedPublished, keptHidden, structuralZero, withheld } = known
  const isKnown = hiddenNodes.size > 0 || [forcedPublished, keptHidden, structuralZero, withheld].some((list) => list.length > 0)
  return (
    !isKnown &&
    !dims.some(({ madeRoot, isFree }) => madeRoot || isFree) &&
    !tables.some(({ hidden, nodes, base }) => hidden || nodes || base)
  )
}

/** The instance as three files of numbers. A table that cuts a dimension nowhere has the depth of the whole tree. */
export function filesForR({ dims, tables, base }: Instance): Record<'hierarchy.csv' | 'tables.csv' | 'records.csv', string> {
  const csv = (heading: string[], rows: (readonly number[])[]): string => [heading, ...rows].map((row) => row.join(',')).join('\n') + '\n'
  return {
    'hierarchy.csv': csv(
      ['dim', 'node', 'above'],
      dims.flatMap(({ parent }, dim) => Array.from(parent, (above, node) => [dim, node, above])),
    ),
    'tables.csv': csv(
      ['table', 'dim', 'depth'],
      tables.flatMap((table, at) => table.dims.map((dim) => [at, dim, table.maxDepth.get(dim) ?? Math.max(...dims[dim]!.depth)])),
    ),
    'records.csv': csv(
      [...dims.map((_, dim) => `d${dim}`), 'count'],
      base.map((row) => [...row]),
    ),
  }
}

/** Lets R protect the tables. What it says instead is given as text when it fails or has not ended within the seconds of the wall clock. */
export function askR(instance: Instance, method: string, seconds: number): GaussFigures | string {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-gauss-'))
  try {
    for (const [name, text] of Object.entries(filesForR(instance))) writeFileSync(join(folder, name), text)
    const args = [script, folder, String(instance.threshold), method]
    const { status, stdout, stderr, error } = spawnSync('Rscript', args, { encoding: 'utf8', timeout: seconds * 1000 })
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') return `not ended in ${seconds} s`
    if (status !== 0) return stderr.trim().split('\n').slice(-2).join(' ')
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as GaussFigures
  } finally {
    rmSync(folder, { recursive: true })
  }
}
