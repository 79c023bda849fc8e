import { Refusal } from '../platform/errors.ts'
import type { Locale } from '../values/codeList.ts'
import { monthSchema, yearPeriod } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import type { Dimension } from './dimension.ts'
import { measures } from './measure.ts'
import type { Measure } from './measure.ts'

/** How many names a refusal lists before it says that there are more. */
const listed = 40

/** What `where=KEY=VALUE` asks for: months, and codes of dimensions. */
export interface Conditions {
  from: string | undefined
  to: string | undefined
  codes: { key: string; values: string[] }[]
}

/** Reads the conditions of an address. Throws a refusal that names what could not be read. */
export function readConditions(where: readonly string[]): Conditions {
  const asked = new Set<string>()
  const read: Conditions = { from: undefined, to: undefined, codes: [] }
  for (const text of where) {
    const [, key, value] = /^\s*([A-Za-z]+)\s*=\s*(.+?)\s*$/.exec(text) ?? []
    if (!key || !value) throw new Refusal(400, 'statistics.badCondition', { given: text })
    refuseTwice(key, asked)
    if (key === 'year') Object.assign(read, yearOf(value))
    else if (key === 'from' || key === 'to') read[key] = monthOf(key, value)
    else read.codes.push({ key, values: value.split(',').map((one) => one.trim()) })
  }
  if (read.from && read.to && read.from > read.to) throw new Refusal(400, 'statistics.periodBackwards', { from: read.from, to: read.to })
  return read
}

/** A second period would silently replace the first; a year is a month from and a month to. Dimensions narrow each other. */
function refuseTwice(key: string, asked: Set<string>): void {
  const months = key === 'year' ? ['from', 'to'] : [key].filter((one) => one === 'from' || one === 'to')
  if (months.some((one) => asked.has(one))) throw new Refusal(400, 'statistics.conditionTwice', { key })
  for (const one of months) asked.add(one)
}

function yearOf(value: string): Period {
  if (!/^(19|20)\d\d$/.test(value)) throw new Refusal(400, 'statistics.badYear', { given: value })
  return yearPeriod(Number(value))
}

function monthOf(key: 'from' | 'to', value: string): string {
  if (/^(19|20)\d\d$/.test(value)) return yearPeriod(Number(value))[key]
  if (!monthSchema.safeParse(value).success) throw new Refusal(400, 'statistics.badMonth', { given: value })
  return value
}

/** The measure of a name. Throws a refusal that lists all there are. */
export function getMeasure(name: string): Measure {
  if (!Object.hasOwn(measures, name)) throw unheardOf('statistics.noSuchMeasure', name, Object.keys(measures))
  return measures[name as keyof typeof measures]
}

/** The dimension of a name. Throws a refusal that lists all there are. */
export function getDimension(dimensions: ReadonlyMap<string, Dimension>, name: string): Dimension {
  const dimension = dimensions.get(name)
  // Whose record it is names no place or group that people speak of, and has no name of its own in the facts.
  if (!dimension || name === 'controller') {
    throw unheardOf(
      'statistics.noSuchDimension',
      name,
      [...dimensions.keys()].filter((one) => one !== 'controller'),
    )
  }
  return dimension
}

/** The code of a dimension that a value means: a code, or a label in the asker's language, however capitalised. */
export function getCode(dimension: Dimension, value: string, locale: Locale): string {
  const same = (text: string): boolean => text.toLocaleLowerCase('sv') === value.toLocaleLowerCase('sv')
  const found =
    dimension.codes.find(({ code }) => same(code)) ??
    dimension.codes.find(({ label }) => same(label[locale])) ??
    dimension.codes.find(({ aliases }) => aliases?.some((alias) => same(alias)))
  if (!found) {
    throw unheardOf(
      'statistics.noSuchCode',
      value,
      dimension.codes.map(({ code }) => code),
      dimension.name,
    )
  }
  return found.code
}

function unheardOf(key: string, given: string, known: readonly string[], dimension = ''): Refusal {
  const more = known.length > listed ? ' …' : ''
  return new Refusal(400, key, { given, dimension, known: known.slice(0, listed).join(', ') + more })
}
