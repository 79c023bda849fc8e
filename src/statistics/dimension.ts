import { Orientation, TargetGroup } from '../interventions/codes.ts'
import {
  Education,
  ExitReason,
  Occupation,
  ReferredBy,
  Sex,
  SupportSource,
  TimeOnSupport,
  TimeSinceWork,
  WorkType,
  YesNoUnknown,
} from '../participations/codes.ts'
import { Participation } from '../participations/domain.ts'
import type { ParticipationField } from '../participations/domain.ts'
import type { CodeList, Text } from '../values/codeList.ts'
import type { ColumnSource } from './column.ts'
import { missingValue } from '../participations/factColumns.ts'
import type { Facts } from './facts.ts'

/** A value of a dimension: a row or column heading of a table. */
export interface DimensionCode {
  code: string
  label: Text
  /** Other words for it in a question. */
  aliases?: readonly string[]
}

interface DimensionBase {
  name: string
  label: Text
  codes: readonly DimensionCode[]
}

/** Each fact has exactly one code: `codes[lookup[value of the column]]`. */
export interface SingleDimension extends DimensionBase {
  kind: 'single'
  column: ColumnSource<'u8' | 'u16'>
  lookup: Uint16Array
}

/** A fact may have several codes at once, so cells sum past the number of facts. Bit 31 (not recorded) is the last code. */
export interface MultiDimension extends DimensionBase {
  kind: 'multi'
  column: ColumnSource<'u32'>
}

export type Dimension = SingleDimension | MultiDimension

const unknown: DimensionCode = { code: 'unknown', label: { sv: 'Okänd', en: 'Unknown' } }
const noExit: DimensionCode = { code: 'noExit', label: { sv: 'Pågår', en: 'Ongoing' } }

/** Upper ends of the age groups, which interventions are for; ages outside 16–66 or unknown come last. */
const ageGroups: readonly { code: string; to: number; label?: string }[] = [
  { code: '16-24', to: 24 },
  { code: '25-29', to: 29 },
  { code: '30-39', to: 39 },
  { code: '40-49', to: 49 },
  { code: '50-59', to: 59 },
  // Releases that are out hold it under this code.
  { code: '60+', to: 66, label: '60–66' },
]

const codedDimensions: readonly Dimension[] = [
  sexDimension(),
  ageGroupDimension(),
  coded('education', Education),
  coded('timeOnSupport', TimeOnSupport),
  coded('bornAbroad', YesNoUnknown),
  coded('timeSinceWork', TimeSinceWork),
  coded('referredBy', ReferredBy),
  coded('occupationBefore', Occupation),
  coded('occupationAfter', Occupation),
  coded('mainSupportBefore', SupportSource, { sv: 'Huvudsaklig försörjning före', en: 'Main support before' }),
  coded('mainSupportAfter', SupportSource, { sv: 'Huvudsaklig försörjning efter', en: 'Main support after' }),
  coded('exitReason', ExitReason),
  coded('workType', WorkType),
  held('supportBefore', SupportSource),
  held('supportAfter', SupportSource),
  held('targetGroups', TargetGroup),
]

/** A dimension whose codes are the same whatever the facts; undefined for places and years. */
export function codedDimension(name: string): Dimension | undefined {
  return codedDimensions.find((one) => one.name === name)
}

const dimensionsByFacts = new WeakMap<Facts, ReadonlyMap<string, Dimension>>()

/** All dimensions the facts can be broken down by, by name; places and years as they occur in these facts. */
export function dimensionsOf(asked: Facts): ReadonlyMap<string, Dimension> {
  const facts = asked.partOf?.facts ?? asked
  let dimensions = dimensionsByFacts.get(facts)
  if (!dimensions) dimensionsByFacts.set(facts, (dimensions = makeDimensions(facts)))
  return dimensions
}

function makeDimensions(facts: Facts): ReadonlyMap<string, Dimension> {
  const { controllers, associations, interventions } = facts.dictionaries
  const places: Dimension[] = [
    units(
      'controller',
      { sv: 'Personuppgiftsansvarig', en: 'Controller' },
      controllers.map((id) => ({ id, name: id })),
    ),
    units('association', { sv: 'Samordningsförbund', en: 'Association' }, associations),
    units('intervention', { sv: 'Insats', en: 'Intervention' }, interventions),
    methodDimension(facts),
    ...commissionDimensions(facts),
    orientationDimension(facts),
    municipalityDimension(facts),
    regionDimension(facts),
    yearDimension(facts, 'entryMonth', 'entryYear', { sv: 'Startår', en: 'Year of entry' }),
    yearDimension(facts, 'exitMonth', 'exitYear', { sv: 'Avslutsår', en: 'Year of exit' }),
  ]
  return new Map([...codedDimensions, ...places].map((dimension) => [dimension.name, dimension]))
}

type Coded = SingleDimension['column']['name'] & ParticipationField

function coded(
  name: Coded | 'sex' | 'education' | 'mainSupportBefore' | 'mainSupportAfter',
  list: CodeList,
  label: Text = fieldLabel(name as ParticipationField),
): SingleDimension {
  // Facts never hold what was registered in error. A heading that is always nought would hide nothing for those who know so.
  const held = list.codes.filter(({ code }) => code !== 'felregistrering')
  const position = list.codes.map(({ code }) => held.findIndex((one) => one.code === code))
  const known = held.map(({ code, label }) => ({ code, label }))
  const unknownAt = known.findIndex(({ code }) => code === 'unknown')
  // Sex is required of every participation, so it needs no "unknown".
  const codes = unknownAt >= 0 || name === 'sex' ? known : [...known, unknown]
  const missing = unknownAt >= 0 ? unknownAt : codes.length - 1
  const lookup = lookupOf(256, (value) => ((position[value] ?? -1) < 0 ? missing : position[value]!))
  return { kind: 'single', name, label, codes, column: { name, type: 'u8' } as SingleDimension['column'], lookup }
}

/** Groups are counted, so the sexes stand in the plural. */
function sexDimension(): SingleDimension {
  const plural: Record<string, Text> = { woman: { sv: 'Kvinnor', en: 'Women' }, man: { sv: 'Män', en: 'Men' } }
  const dimension = coded('sex', Sex)
  return {
    ...dimension,
    codes: dimension.codes.map(({ code, label }) => ({ code, label: plural[code] ?? label, aliases: [label.sv, label.en] })),
  }
}

function held(name: 'supportBefore' | 'supportAfter' | 'targetGroups', list: CodeList): MultiDimension {
  const codes = [...list.codes.map(({ code, label }) => ({ code, label })), unknown]
  return { kind: 'multi', name, label: fieldLabel(name), codes, column: { name, type: 'u32' } }
}

function ageGroupDimension(): SingleDimension {
  const codes = ageGroups.map(({ code, label = code.replace('-', '–') }) => ({ code, label: { sv: label, en: label } }))
  const outside = { code: 'outside', label: { sv: 'Annan ålder eller okänd', en: 'Other age or unknown' } }
  const lookup = lookupOf(256, (age) => {
    const group = ageGroups.findIndex(({ to }) => age <= to)
    return age < 16 || group < 0 ? ageGroups.length : group
  })
  const label = { sv: 'Ålder vid start', en: 'Age at entry' }
  return {
    kind: 'single',
    name: 'ageGroup',
    label,
    codes: [...codes, outside],
    column: { name: 'ageAtEntry', type: 'u8' },
    lookup,
  }
}

function units(
  name: 'controller' | 'association' | 'intervention',
  label: Text,
  list: readonly { id: string; name: string }[],
): SingleDimension {
  const codes = list.map((unit) => ({ code: unit.id, label: { sv: unit.name, en: unit.name } }))
  const lookup = lookupOf(65536, (value) => Math.min(value, codes.length - 1))
  return { kind: 'single', name, label, codes, column: { name, type: 'u16' }, lookup }
}

/** Interventions that work by several methods at once, and those that have named none. */
const several = { code: 'several', label: { sv: 'Flera metoder', en: 'Several methods' } }
const none = { code: 'none', label: { sv: 'Ingen angiven metod', en: 'No method named' } }

/** The method of the intervention: each participation has one code, so what works by several methods stands by itself. Only methods that some intervention works by. */
function methodDimension({ dictionaries: { interventions, methods } }: Facts): SingleDimension {
  const codeOf = interventions.map((one) => (one.methods.length > 1 ? several.code : (one.methods[0] ?? none.code)))
  const used = new Set(codeOf)
  const named = methods.filter(({ code }) => used.has(code)).map(({ code, name }) => ({ code, label: { sv: name, en: name } }))
  const codes = [...named, several, none]
  const positions = codeOf.map((code) => codes.findIndex((one) => one.code === code))
  return {
    ...{ kind: 'single', name: 'method', label: { sv: 'Metod', en: 'Method' }, codes },
    ...{ column: { name: 'intervention', type: 'u16' }, lookup: lookupOf(65536, (value) => positions[value] ?? codes.length - 1) },
  }
}

/** Whose task the intervention carries out; nothing to break down by while there is no such task. */
function commissionDimensions({ dictionaries: { interventions, commissions = [] } }: Facts): SingleDimension[] {
  if (commissions.length === 0) return []
  const without = { code: 'none', label: { sv: 'Inget riktat uppdrag', en: 'No commission' } }
  const codes = [...commissions.map(({ id, name }) => ({ code: id, label: { sv: name, en: name } })), without]
  const positions = interventions.map(({ id }) => commissions.findIndex((one) => one.interventions.includes(id)))
  const lookup = lookupOf(65536, (value) => ((positions[value] ?? -1) < 0 ? commissions.length : positions[value]!))
  const label = { sv: 'Riktat uppdrag', en: 'Commission' }
  return [{ kind: 'single', name: 'commission', label, codes, column: { name: 'intervention', type: 'u16' }, lookup }]
}

/** Whether the intervention is for individuals, for the structure, or both. */
function orientationDimension({ dictionaries: { interventions } }: Facts): SingleDimension {
  const codes = Orientation.codes.map(({ code, label }) => ({ code, label }))
  const positions = interventions.map(({ orientation }) => codes.findIndex(({ code }) => code === orientation))
  return {
    ...{ kind: 'single', name: 'orientation', label: { sv: 'Inriktning', en: 'Orientation' }, codes },
    ...{ column: { name: 'intervention', type: 'u16' }, lookup: lookupOf(65536, (value) => positions[value] ?? 0) },
  }
}

function municipalityDimension({ dictionaries: { municipalities } }: Facts): SingleDimension {
  const codes = municipalities.map(({ code, name }) => ({ code, label: { sv: name, en: name } }))
  const lookup = lookupOf(65536, (value) => Math.min(value, codes.length))
  const label = fieldLabel('municipality')
  return {
    kind: 'single',
    name: 'municipality',
    label,
    codes: [...codes, unknown],
    column: { name: 'municipality', type: 'u16' },
    lookup,
  }
}

/**
 * Region in tables is the region of the home municipality: an association may lie in several regions, and a participation
 * belongs to one place only.
 */
function regionDimension({ dictionaries: { municipalities, regions } }: Facts): SingleDimension {
  const codes = regions.map(({ code, name }) => ({ code, label: { sv: name, en: name } }))
  const position = new Map(regions.map(({ code }, at) => [code, at]))
  const lookup = lookupOf(65536, (value) => {
    const municipality = municipalities[value]
    return municipality ? (position.get(municipality.region) ?? codes.length) : codes.length
  })
  const label = { sv: 'Region (hemkommunens)', en: 'Region (of the home municipality)' }
  return {
    kind: 'single',
    name: 'region',
    label,
    codes: [...codes, unknown],
    column: { name: 'municipality', type: 'u16' },
    lookup,
  }
}

function yearDimension(facts: Facts, column: 'entryMonth' | 'exitMonth', name: string, label: Text): SingleDimension {
  const { first, last } = yearSpan(facts.columns[column])
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
  const codes = [...years.map((year) => ({ code: year, label: { sv: year, en: year } })), ...(column === 'exitMonth' ? [noExit] : [])]
  const end = column === 'exitMonth' ? codes.length - 1 : 0
  const lookup = lookupOf(65536, (month) => {
    const at = Math.floor(month / 12) - first
    return at >= 0 && at < years.length ? at : end
  })
  return { kind: 'single', name, label, codes, column: { name: column, type: 'u16' }, lookup }
}

function yearSpan(months: Uint16Array): { first: number; last: number } {
  let least: number = missingValue.u16
  let most = -1
  for (let i = 0; i < months.length; i++) {
    const month = months[i]!
    if (month === missingValue.u16) continue
    if (month < least) least = month
    if (month > most) most = month
  }
  return most < 0 ? { first: 0, last: -1 } : { first: Math.floor(least / 12), last: Math.floor(most / 12) }
}

/** The table from column value to code position. */
function lookupOf(size: number, positionOf: (value: number) => number): Uint16Array {
  const lookup = new Uint16Array(size)
  for (let value = 0; value < size; value++) lookup[value] = positionOf(value)
  return lookup
}

function fieldLabel(field: ParticipationField): Text {
  return (Participation.shape[field].meta() as { label: Text }).label
}
