import { z } from 'zod'
import { cellSchema } from '../../cellSchema.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import { codesOf, findByCodes } from '../../../disclosure/tables/cells.ts'
import type { Dimension } from '../../../disclosure/tables/instance.ts'
import type { Text } from '../../../values/codeList.ts'
import { monthSchema } from '../../../values/month.ts'
import type { Facts } from '../../facts.ts'
import { workOrStudy } from '../union/afterExit.ts'
import { PublicationPolicy, PublishedTable, isMulti } from '../domain.ts'
import type { Definition, Publishable } from '../domain.ts'
import { codesWithin } from '../union/mergedCode.ts'
import { nodesShown } from '../union/merging.ts'
import type { Plan } from '../union/plan.ts'
import { allCode, axesOf, breakdownOf } from '../union/tableCounts.ts'
import { nodeCode, nodePeriod } from '../union/timeNodes.ts'
import { wholeOf } from '../union/unionInstance.ts'
import { PublishedCoverage, publishedCoverage, type ToldCoverage } from './coverage.ts'
import { populationWords } from './populationWords.ts'

const LocalText = z.object({ sv: z.string(), en: z.string() })
const line = z.string().regex(/^\P{Cc}*$/u)

/** A row or column of a published table, how far down it lies, and what it lies under. */
export const PublishedAxis = z.object({
  name: z.string(),
  label: LocalText,
  codes: z.array(z.object({ code: z.string(), label: LocalText, depth: z.int().min(0) })).min(1),
})
export type PublishedAxis = z.infer<typeof PublishedAxis>

/** How many cells are hidden, by how far down the place of the cell lies. */
export const HiddenByLevel = z.object({
  level: z.enum(['nation', 'region', 'association', 'intervention']),
  cells: z.int(),
  hidden: z.int(),
})
export type HiddenByLevel = z.infer<typeof HiddenByLevel>

/** A published set of tables, as it is frozen: nothing in it depends on anything that is hidden. */
export const ReleaseDocument = z.object({
  format: z.literal('samlad-release/1'),
  title: z.object({ sv: line, en: line }),
  period: z.object({ from: monthSchema, to: monthSchema }).refine(({ from, to }) => from <= to),
  demo: z.boolean(),
  official: z.literal(false),
  dataDate: z.string().nullable(),
  software: z.string(),
  policy: PublicationPolicy,
  hidden: z.array(HiddenByLevel),
  tables: z.array(
    z.object({
      spec: PublishedTable,
      title: LocalText,
      definition: LocalText,
      axes: z.array(PublishedAxis),
      /** In the order of the axes, the last fastest. */
      cells: z.array(cellSchema),
    }),
  ),
  /** Beside participations; releases before it came have none. */
  coverage: PublishedCoverage.optional(),
})
export type ReleaseDocument = z.infer<typeof ReleaseDocument>
export type ReleaseTable = ReleaseDocument['tables'][number]

/** What stands about a release beside its cells. */
export interface DocumentHead {
  definition: Definition
  demo: boolean
  dataDate: string | null
  software: string
  /** Participations of the year that are counted without a row, of which only coverage is made, and the coverage that is out of the same year. */
  outside?: { count: number; before: readonly ToldCoverage[] }
}

/** The document of a plan whose cells have been proven. */
export function documentOf(
  facts: Facts,
  plan: Plan,
  cellOf: (cell: number) => Cell,
  { definition, outside, ...head }: DocumentHead,
): ReleaseDocument {
  const { title, year, month, policy } = definition
  const laidOut = plan.sources.map(({ table, node }) => {
    const axes = axesOf(table).map((axis) => axisOf(facts, plan, axis, table))
    return { table, axes, numbers: cellNumbers(plan, nodeCode(node), axes) }
  })
  const tables = laidOut.map(({ table, axes, numbers }) => ({ spec: table, ...tableWords(table, axes), axes, cells: numbers.map(cellOf) }))
  const coverage = outside && publishedCoverage(tables, outside.count, { threshold: policy.threshold, before: outside.before })
  return {
    format: 'samlad-release/1',
    title: { sv: title.sv, en: title.en || title.sv },
    period: nodePeriod({ year, month }),
    official: false,
    ...head,
    policy,
    hidden: hiddenByLevel(plan, new Set(laidOut.flatMap(({ numbers }) => numbers)), cellOf),
    tables,
    ...(coverage !== undefined && { coverage }),
  }
}

/** Numbers of the cells of a table, in the order of its axes. */
function cellNumbers({ cells }: Plan, time: string, axes: readonly PublishedAxis[]): number[] {
  const dims = cells.instance.dims.slice(1)
  const found: number[] = []
  const walk = (at: number, chosen: Record<string, string>): void => {
    if (at === axes.length) {
      const codes = [time, ...dims.map(({ name }) => chosen[name] ?? wholeOf(name))]
      return void found.push(findByCodes(cells, codes)!)
    }
    for (const { code } of axes[at]!.codes) walk(at + 1, { ...chosen, [axes[at]!.name]: code })
  }
  walk(0, {})
  return found
}

/** The codes of an axis that a table shows, each after what it lies under: places by name, others in the order of their list. */
function axisOf(facts: Facts, { cells }: Plan, axis: string, table: PublishedTable): PublishedAxis {
  const dim = cells.instance.dims.find(({ name }) => name === axis)!
  const nodes = nodesShown(dim, axis, table).filter((node) => !dim.codes[node]!.startsWith('-'))
  const labelOf = axis === 'place' ? placeLabel(facts) : codeLabel(facts, axis as Publishable | 'region')
  const above = new Map(nodes.map((node) => [dim.codes[node]!, shownAbove(dim, node, new Set(nodes))]))
  const shown = [...above.keys()]
  if (axis === 'place') shown.sort((a, b) => labelOf(a).sv.localeCompare(labelOf(b).sv, 'sv'))
  return {
    name: axis,
    label: axis === 'place' ? { sv: 'Plats', en: 'Place' } : breakdownOf(facts, axis as Publishable | 'region').label,
    codes: inTreeOrder(shown, above).map((code) => ({ code, label: labelOf(code), depth: depthOf(code, above) })),
  }
}

/** The code just above a node of those that are shown. */
function shownAbove({ parent, codes }: Dimension, node: number, shown: ReadonlySet<number>): string | undefined {
  let at = parent[node]!
  while (at >= 0 && !shown.has(at)) at = parent[at]!
  return codes[at]
}

function depthOf(code: string, above: ReadonlyMap<string, string | undefined>): number {
  const over = above.get(code)
  return over === undefined ? 0 : 1 + depthOf(over, above)
}

/** Each code after what it lies under. */
function inTreeOrder(shown: readonly string[], above: ReadonlyMap<string, string | undefined>): string[] {
  const under = (code: string | undefined): string[] =>
    shown.filter((one) => above.get(one) === code).flatMap((one) => [one, ...under(one)])
  return under(undefined)
}

function placeLabel({ dictionaries: { associations, interventions } }: Facts): (code: string) => Text {
  const names = new Map([...associations, ...interventions].map(({ id, name }) => [id, { sv: name, en: name }]))
  return (code) => {
    if (code === 'nation') return { sv: 'Hela riket', en: 'Sweden' }
    const within = codesWithin(code.split('/').at(-1)!).map((id) => names.get(id)!)
    return { sv: within.map(({ sv }) => sv).join(' och '), en: within.map(({ en }) => en).join(' and ') }
  }
}

function codeLabel(facts: Facts, axis: Publishable | 'region'): (code: string) => Text {
  const labels = new Map(breakdownOf(facts, axis).codes.map(({ code, label }) => [code, label]))
  labels.set(workOrStudy.code, workOrStudy.label)
  labels.set(allCode, { sv: 'Alla', en: 'All' })
  return (code) => {
    const within = codesWithin(code).map((one) => labels.get(one)!)
    return { sv: within.map(({ sv }) => sv).join(' eller '), en: within.map(({ en }) => en).join(' or ') }
  }
}

function tableWords({ population, place, by }: PublishedTable, axes: readonly PublishedAxis[]): { title: Text; definition: Text } {
  const { title, definition } = populationWords[population]
  const places = {
    nation: [],
    association: [{ sv: 'samordningsförbund', en: 'association' }],
    intervention: [{ sv: 'insats', en: 'intervention' }],
  }[place]
  const labels = axes.filter(({ name }) => name !== 'place').map(({ label }) => ({ sv: lowered(label.sv), en: lowered(label.en) }))
  const names = [...places, ...labels]
  const several = by.some(isMulti)
  return {
    title: names.length === 0 ? title : { sv: `${title.sv} efter ${listed(names, 'sv')}`, en: `${title.en} by ${listed(names, 'en')}` },
    definition: several
      ? {
          sv: `${definition.sv} En person kan ha flera koder på en gång, så raderna ger inte summan.`,
          en: `${definition.en} A person may have several codes at once, so rows do not make the total.`,
        }
      : definition,
  }
}

const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1)

function listed(names: readonly Text[], locale: 'sv' | 'en'): string {
  const words = names.map((one) => one[locale])
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${words.at(-1)!}`
}

/** Cells that come out, each once, and how many of them are hidden, by level of place. */
function hiddenByLevel({ cells }: Plan, numbers: ReadonlySet<number>, cellOf: (cell: number) => Cell): HiddenByLevel[] {
  const { dims } = cells.instance
  const at = (axis: string): number => dims.findIndex(({ name }) => name === axis)
  const [placeAt, regionAt] = [at('place'), at('region')]
  const levels: HiddenByLevel[] = (['nation', 'region', 'association', 'intervention'] as const).map((level) => ({
    level,
    cells: 0,
    hidden: 0,
  }))
  for (const cell of numbers) {
    const codes = codesOf(cells, cell)
    const place = placeAt < 0 ? 'nation' : codes[placeAt]!
    const isRegion = place === 'nation' && regionAt >= 0 && codes[regionAt] !== allCode
    const level = levels[place === 'nation' ? Number(isRegion) : 2 + Number(place.includes('/'))]!
    level.cells++
    if (cellOf(cell).kind === 'suppressed') level.hidden++
  }
  return levels.filter((one) => one.cells > 0)
}
