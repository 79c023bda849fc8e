import { ExitReason, Sex } from '../participations/codes.ts'
import { allocate, factColumns, missingValue } from '../participations/factColumns.ts'
import type { FactArrays, FactColumnName, FactRow } from '../participations/factColumns.ts'

/** A municipality as facts know it: its code and name, and the region it lies in. */
export interface FactMunicipality {
  code: string
  name: string
  /** Two-digit code of the region. */
  region: string
}

/** Something facts point at by position: an id that addresses use, and a name that people read. */
export interface FactUnit {
  id: string
  name: string
}

/** An intervention as facts point at it: with what it is, for dimensions that follow from that. */
export interface FactIntervention extends FactUnit {
  orientation: string
  /** Codes of the methods it works by. */
  methods: readonly string[]
}

/** What the dense indexes of facts stand for: position in the list = value in the column. */
export interface Dictionaries {
  controllers: readonly string[]
  associations: readonly FactUnit[]
  interventions: readonly FactIntervention[]
  /** The methods of the catalogue, by name. */
  methods: readonly { code: string; name: string }[]
  /** Tasks given from outside, with the interventions that carry each out; none where facts are made up. */
  commissions?: readonly { id: string; name: string; interventions: readonly string[] }[]
  municipalities: readonly FactMunicipality[]
  regions: readonly { code: string; name: string }[]
}

/**
 * A snapshot of participations without identity, column by column. Never changed once made.
 * Participations registered in error are not in it (all measures leave them out, so they cannot be forgotten anywhere).
 * Facts lie person by person, which makes counting distinct persons one pass.
 * `personIndex` numbers the pairs (controller, person) from 0, so distinct persons are exact within a controller only.
 */
export interface Facts {
  readonly size: number
  readonly persons: number
  /** How many participations were left out as registered in error. */
  readonly registeredInError: number
  readonly columns: Readonly<FactArrays>
  readonly dictionaries: Dictionaries
  /** The last month, as a month number, in which what happened is taken to be registered. */
  readonly seenUntil: number
  /** The facts that these are a part of, and which; dimensions are theirs. */
  readonly partOf?: { readonly facts: Facts; readonly rows: Int32Array }
}

const inError = ExitReason.index('felregistrering')

/** Makes facts of finished columns (not to be used afterwards), in any order; without `seenUntil` everything is taken to be registered. Throws when columns differ in length or a required value is missing or unheard of. */
export function factsFromColumns(columns: FactArrays, dictionaries: Dictionaries, seenUntil = missingValue.u16 - 1): Facts {
  const size = columns.personIndex.length
  for (const { name } of factColumns) {
    if (columns[name].length !== size) throw new RangeError(`Column ${name} has ${columns[name].length} values, not ${size}`)
  }
  demandBelow(columns, 'controller', dictionaries.controllers.length)
  demandBelow(columns, 'association', dictionaries.associations.length)
  demandBelow(columns, 'intervention', dictionaries.interventions.length)
  demandBelow(columns, 'sex', Sex.codes.length)
  demandBelow(columns, 'entryMonth', missingValue.u16)
  const persons = demandBelow(columns, 'personIndex', 2 ** 31) + 1
  const order = validByPerson(columns, persons)
  const ordered = order ? reordered(columns, order) : columns
  const kept = ordered.personIndex.length
  return { size: kept, persons, registeredInError: size - kept, columns: ordered, dictionaries, seenUntil }
}

/** Row numbers of the participations not registered in error, person by person; `undefined` when they lie so already. */
function validByPerson({ personIndex, exitReason }: FactArrays, persons: number): Int32Array | undefined {
  const next = new Int32Array(persons + 1)
  let isOrdered = true
  for (let row = 0; row < personIndex.length; row++) {
    if (exitReason[row] === inError || (row > 0 && personIndex[row]! < personIndex[row - 1]!)) isOrdered = false
    if (exitReason[row] !== inError) next[personIndex[row]! + 1]!++
  }
  if (isOrdered) return undefined
  for (let person = 0; person < persons; person++) next[person + 1]! += next[person]!
  const order = new Int32Array(next[persons]!)
  for (let row = 0; row < personIndex.length; row++) {
    if (exitReason[row] !== inError) order[next[personIndex[row]!]!++] = row
  }
  return order
}

function reordered(columns: FactArrays, order: Int32Array): FactArrays {
  const result = emptyColumns(order.length)
  for (const { name } of factColumns) {
    const [from, to] = [columns[name], result[name]]
    for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!
  }
  return result
}

/** Throws unless 0 ≤ value < limit everywhere; gives the largest value, or -1 when there are none. */
function demandBelow(columns: FactArrays, name: FactColumnName, limit: number): number {
  const column = columns[name]
  let most = -1
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!
    if (value < 0 || value >= limit) throw new RangeError(`Fact ${row} has ${name} ${value}, outside 0–${limit - 1}`)
    if (value > most) most = value
  }
  return most
}

/** Collects facts one by one; for tests, small files and what has come in since the last load. */
export class FactsBuilder {
  #size = 0
  #columns: FactArrays

  /** @param capacity how many facts to make room for at first */
  constructor(capacity = 1024) {
    this.#columns = emptyColumns(capacity)
  }

  /** Adds one fact. Throws when a value does not fit its column. */
  append(fact: FactRow): void {
    if (this.#size === this.#columns.sex.length) this.#columns = resized(this.#columns, Math.max(16, this.#size * 2))
    for (const { name, type } of factColumns) {
      const value = fact[name] ?? missingValue[type]
      this.#columns[name][this.#size] = value
      if (this.#columns[name][this.#size] !== value) throw new RangeError(`${value} does not fit the column ${name}`)
    }
    this.#size++
  }

  /** The facts so far, as columns of exact length. */
  finish(dictionaries: Dictionaries, seenUntil?: number): Facts {
    return factsFromColumns(resized(this.#columns, this.#size), dictionaries, seenUntil)
  }
}

/** Makes all columns with room for a number of facts. */
export function emptyColumns(length: number): FactArrays {
  return Object.fromEntries(factColumns.map(({ name, type }) => [name, allocate(type, length)])) as unknown as FactArrays
}

function resized(columns: FactArrays, length: number): FactArrays {
  const larger = emptyColumns(length)
  for (const { name } of factColumns) {
    const from = columns[name as FactColumnName]
    larger[name].set(from.subarray(0, Math.min(length, from.length)))
  }
  return larger
}
