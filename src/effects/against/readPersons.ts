import { cellText, type Cell } from '../../spreadsheet/cell.ts'
import type { Breathe } from '../../spreadsheet/work.ts'
import type { EffectColumns, PersonColumns } from '../comparison/joinGroups.ts'
import { checked, Numerals, type NumeralFault, type NumeralKind } from '../comparison/numerals.ts'
import { yesOrNo, type OwnFile } from './ownFile.ts'

/** What is wrong in a file, where, as it is told: `effects.fault.<key>`. */
export interface OwnFault {
  key: NumeralFault | 'columnMissing' | 'noName'
  /** 0 for the first file, 1 for the second. */
  file: 0 | 1
  column: string
  row: number | null
  given: string
}

/** The persons of the files as columns of numbers, and the columns to ask for: a background of names is several of 0 and 1. */
export interface ReadPersons {
  persons: PersonColumns[]
  asked: EffectColumns
  faults: OwnFault[]
}

/**
 * Reads the columns that are asked for. A background that holds names becomes a column of 0 and 1 for each name but the commonest. The second
 * file need not have the column of who started. Faults are told all together, by file, column and row.
 */
export async function readPersons(files: readonly OwnFile[], asked: EffectColumns, breathe: Breathe): Promise<ReadPersons> {
  const background = [...new Set([...asked.covariates, ...asked.placeboCovariates])]
  const named = background.filter((name) => files.some((file) => file.columns.some((one) => one.name === name && one.holds === 'names')))
  const reading = new Reading(kindsOf(asked, named), named)
  for (const [at, file] of files.entries()) await reading.read(file, at as 0 | 1, asked.treated, breathe)
  const made = reading.madeOfNames()
  const wider = (names: string[]): string[] => names.flatMap((name) => made.get(name) ?? [name])
  const { covariates, placeboCovariates } = asked
  return {
    persons: reading.persons,
    asked: { ...asked, covariates: wider(covariates), placeboCovariates: wider(placeboCovariates) },
    faults: reading.faults,
  }
}

function kindsOf({ treated, outcome, covariates, placebo, placeboCovariates }: EffectColumns, named: string[]): Map<string, NumeralKind> {
  const kinds = new Map<string, NumeralKind>([
    [treated, 'zeroOrOne'],
    [outcome, 'numberOrMissing'],
  ])
  for (const name of [...covariates, ...placeboCovariates]) if (!named.includes(name)) kinds.set(name, 'number')
  if (placebo !== undefined && !kinds.has(placebo)) kinds.set(placebo, 'numberOrMissing')
  return kinds
}

class Reading {
  readonly faults: OwnFault[] = []
  readonly persons: { rows: Int32Array; numbers: Map<string, Float64Array> }[] = []
  private readonly names: Map<string, string[]>[] = []
  private readonly kinds: Map<string, NumeralKind>
  private readonly named: string[]

  constructor(kinds: Map<string, NumeralKind>, named: string[]) {
    this.kinds = kinds
    this.named = named
  }

  async read(file: OwnFile, at: 0 | 1, treated: string, breathe: Breathe): Promise<void> {
    const { rows } = file.sheet
    const place = new Map(file.columns.map(({ name }, column) => [name, column]))
    const numerals = new Numerals()
    const numbers = new Map<string, Float64Array>()
    const names = new Map<string, string[]>()
    for (const name of [...this.kinds.keys(), ...this.named]) {
      const column = place.get(name)
      const mayLack = at === 1 && name === treated
      if (column === undefined && !mayLack) this.faults.push({ key: 'columnMissing', file: at, column: name, row: null, given: '' })
      if (column === undefined) continue
      const kind = this.kinds.get(name)
      const fail = (row: number) => (key: OwnFault['key'], given: string) => {
        this.faults.push({ key, file: at, column: name, row, given })
        return Number.NaN
      }
      if (kind)
        numbers.set(
          name,
          Float64Array.from(rows, ({ row, cells }) => numberOf(cells[column] ?? null, kind, numerals, fail(row))),
        )
      else
        names.set(
          name,
          rows.map(({ row, cells }) => nameOf(cells[column] ?? null, fail(row))),
        )
      await breathe(numbers.size / (this.kinds.size + 1))
    }
    this.persons.push({ rows: Int32Array.from(rows, ({ row }) => row), numbers })
    this.names.push(names)
  }

  /** Columns of 0 and 1 for each name but the commonest, which all others are seen against; by the column of names. */
  madeOfNames(): Map<string, string[]> {
    return new Map(this.named.map((name) => [name, this.split(name)]))
  }

  private split(name: string): string[] {
    const count = new Map<string, number>()
    for (const label of this.names.flatMap((one) => one.get(name) ?? [])) count.set(label, (count.get(label) ?? 0) + 1)
    const [, ...others] = [...count].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1)).map(([label]) => label)
    for (const [at, { numbers }] of this.persons.entries()) {
      const own = this.names[at]!.get(name) ?? []
      for (const label of others)
        numbers.set(
          `${name}: ${label}`,
          Float64Array.from(own, (one) => (one === label ? 1 : 0)),
        )
    }
    return others.map((label) => `${name}: ${label}`)
  }
}

function numberOf(cell: Cell, kind: NumeralKind, numerals: Numerals, fail: (key: NumeralFault, given: string) => number): number {
  if (typeof cell === 'number') return checked(cell, kind, fail)
  return yesOrNo(cell) ?? numerals.read(cellText(cell), kind, fail)
}

function nameOf(cell: Cell, fail: (key: 'noName', given: string) => number): string {
  const text = cellText(cell).trim()
  if (text === '' || text === 'NA') fail('noName', '')
  return text
}
