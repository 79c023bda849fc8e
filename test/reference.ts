import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of outside truths: beside the project, or where `SAMLAD_REFERENCE` says. */
const folder = process.env.SAMLAD_REFERENCE ?? '../shared/reference'

/** Whether there are outside truths of a kind. Tests that need them are named with `outside`, so that their absence is seen. */
export const hasReference = (kind: string): boolean => existsSync(join(folder, kind))

/** What to call a group of tests on outside truths: says so when they are skipped. */
export const outside = (kind: string, name: string): string => (hasReference(kind) ? name : `${name} (skipped: outside data not present)`)

export const readReference = <T>(kind: string, file: string): T => JSON.parse(readFileSync(join(folder, kind, file), 'utf8')) as T

/** The rows of a CSV file of outside truths, by heading. */
export function referenceRows(kind: string, file: string): Record<string, string>[] {
  const [heading, ...lines] = readFileSync(join(folder, kind, file), 'utf8')
    .trim()
    .split('\n')
  const names = heading!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at], value])))
}
