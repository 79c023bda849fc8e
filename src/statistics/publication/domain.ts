import { z } from 'zod'
import type { Fault } from '../../platform/errors.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'
import { lastEndedMonth, monthNumber } from '../../values/month.ts'
import { nodePeriod } from './union/timeNodes.ts'

/** What a published table may be broken down by, beside place. Those of the second kind are known of persons who left only. */
const background = ['sex', 'ageGroup', 'education', 'timeOnSupport', 'bornAbroad', 'timeSinceWork', 'referredBy'] as const
const before = ['occupationBefore', 'mainSupportBefore', 'supportBefore', 'targetGroups'] as const
const after = ['afterExit', 'exitReason', 'mainSupportAfter', 'supportAfter', 'durationClass'] as const
export const publishable = [...background, ...before, ...after] as const
export type Publishable = (typeof publishable)[number]

/** Breakdowns that say something about each one counted, so that "all of them" must not be told of a group. */
export const attributes: readonly Publishable[] = [
  'occupationBefore',
  'mainSupportBefore',
  ...after.filter((one) => one !== 'durationClass'),
]

/** Breakdowns made of the same answer: published beside each other they would have to be protected as one, so a release has one of them. */
export const kin: readonly (readonly Publishable[])[] = [
  ['mainSupportBefore', 'supportBefore'],
  ['mainSupportAfter', 'supportAfter'],
]

/** Codes of a breakdown that a table shows as one; of `place`, associations by their ids. */
export const Merged = z.object({ axis: z.enum([...publishable, 'place']), codes: z.array(z.string().min(1).max(80)).min(2).max(30) })
export type Merged = z.infer<typeof Merged>

/** A table to publish: who is counted, how far down by place, and by what. */
export const PublishedTable = z.object({
  population: z.enum(['exits', 'entries', 'inPeriod']),
  place: z.enum(['nation', 'association', 'intervention']),
  /** By region of the home municipality as well. */
  region: z.boolean(),
  by: z.array(z.enum(publishable)).max(3),
  /** Codes shown as one; none unless said. */
  merged: z.array(Merged).max(20).optional(),
})
export type PublishedTable = z.infer<typeof PublishedTable>

/** What the tables are protected against. */
export const PublicationPolicy = z.object({
  /** Counts from 1 up to one less are never shown. */
  threshold: z.int().min(3).max(50),
  /** What an attacker knows and what must stay possible; the modes of `samlad protect`. */
  mode: z.enum(['la', 'pm1', 'gs', 'rule', 'rule0']),
  /** Whether noughts may be hidden as well. */
  zeros: z.boolean(),
  /** Whether it must stay unknown that all of a group have the same outcome, support and so on. */
  groups: z.boolean(),
  /** Whether staff of an association, who know all of its own counts, must not work out those of another. */
  insiders: z.boolean(),
  /** Whether figures of the nation and of regions and associations are spared at the cost of those further down. */
  headlines: z.boolean(),
})
export type PublicationPolicy = z.infer<typeof PublicationPolicy>

export const defaultPublicationPolicy: PublicationPolicy = {
  ...{ threshold: 5, mode: 'la', zeros: true, groups: true, insiders: false, headlines: true },
}

/** A title in both languages; the English one may be empty. */
export const LocalText = z.object({ sv: freeText(160).min(3, 'publication.titleMissing'), en: freeText(160) })

/** A set of tables that are protected and published together, of one year from January to a month. */
export const Definition = z.object({
  title: LocalText,
  year: z.int().min(2000).max(2100),
  month: z.int().min(1).max(12),
  tables: z.array(PublishedTable).min(1).max(12),
  policy: PublicationPolicy,
})
export type Definition = z.infer<typeof Definition>

/** Whether a breakdown is known of the persons a table counts. */
export function isKnownOf(population: PublishedTable['population'], name: Publishable): boolean {
  return population === 'exits' || !(after as readonly string[]).includes(name)
}

/** What is wrong with a set of tables; empty when nothing is. */
export function definitionFaults({ tables, month, policy }: Definition, leastThreshold: number): Fault[] {
  const faults: Fault[] = []
  const seen = new Set<string>()
  tables.forEach((table, at) => {
    const where = `body.tables.${at}`
    const unknown = table.by.filter((name) => !isKnownOf(table.population, name))
    if (unknown.length > 0) faults.push({ where, key: 'publication.afterOnly' })
    if (table.population === 'inPeriod' && month !== 12) faults.push({ where, key: 'publication.wholeYears' })
    if (new Set(table.by).size < table.by.length) faults.push({ where, key: 'publication.byTwice' })
    if (table.by.filter(isMulti).length > 1) faults.push({ where, key: 'publication.oneMulti' })
    faults.push(...mergeFaults(table, where))
    const shape = shapeOf(table)
    if (seen.has(shape)) faults.push({ where, key: 'publication.tableTwice' })
    seen.add(shape)
  })
  for (const group of kin) {
    const used = group.filter((name) => tables.some(({ by }) => by.includes(name)))
    if (used.length > 1) faults.push({ where: 'body.tables', key: 'publication.kin' })
  }
  if (policy.threshold < leastThreshold)
    faults.push({ where: 'body.policy.threshold', key: 'publication.threshold', args: { least: leastThreshold } })
  return faults
}

/** A fault when the period has not ended: figures of a part of it would be told as those of all. */
export function periodFaults(period: Pick<Definition, 'year' | 'month'>, today: CivilDate): Fault[] {
  const hasEnded = monthNumber(nodePeriod(period).to) <= lastEndedMonth(today)
  return hasEnded ? [] : [{ where: 'body.month', key: 'publication.notEnded' }]
}

function mergeFaults(table: PublishedTable, where: string): Fault[] {
  const { merged = [] } = table
  const keys = merged.flatMap(({ axis, codes }) => codes.map((code) => `${axis} ${code}`))
  // Merged once more, or below a place, a code would have the name of another merge: what one table shows apart would be taken for hidden.
  const strange = merged.flatMap(({ codes }) => codes.filter((code) => /[_/]/.test(code)))
  return [
    ...(strange.length === 0 ? [] : [{ where, key: 'publication.mergeUnknown', args: { codes: strange.join(', ') } }]),
    ...(merged.every(({ axis }) => hasAxis(table, axis)) ? [] : [{ where, key: 'publication.mergeAxis' }]),
    ...(merged.some(({ axis }) => axis !== 'place' && isMulti(axis)) ? [{ where, key: 'publication.mergeSeveral' }] : []),
    ...(new Set(keys).size < keys.length ? [{ where, key: 'publication.mergeTwice' }] : []),
  ]
}

/** Whether a table is laid out by an axis. */
export function hasAxis({ place, by }: Pick<PublishedTable, 'place' | 'by'>, axis: Merged['axis']): boolean {
  return axis === 'place' ? place !== 'nation' : by.includes(axis)
}

/** Breakdowns of which a person may have several codes at once. */
export function isMulti(name: Publishable): boolean {
  return name === 'supportBefore' || name === 'supportAfter' || name === 'targetGroups'
}

/** A table by what it shows, whatever the order its breakdowns were chosen in and whichever codes are merged. */
export function shapeOf({ population, place, region, by }: PublishedTable): string {
  return [population, place, region ? 'region' : '', ...[...by].sort()].join(' ')
}
