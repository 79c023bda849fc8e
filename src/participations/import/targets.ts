import { SupportSource } from '../codes.ts'
import { Participation } from '../domain.ts'
import type { ParticipationField } from '../domain.ts'
import type { Text } from '../../values/codeList.ts'
import type { z } from 'zod'

type Source = z.infer<typeof SupportSource.schema>

/** What a column may mean beside the fields of a participation. */
export type ExtraTarget =
  /** Local case or running number; becomes the import key. */
  | 'reference'
  /** An existing participant code, to tie the participation to the same person. */
  | 'participantCode'
  /** Age at entry, from which a birth year is reckoned. */
  | 'age'
  /** Which intervention, when the file holds several. */
  | 'intervention'
  /** Read for birth year and sex, then dropped; never sent. */
  | 'personnummer'
  /** One column per support source, with an extent or a mark. */
  | `supportBefore:${Source}`
  | `supportAfter:${Source}`

export type Target = ParticipationField | ExtraTarget

/** What the user or the matcher has decided about a column. */
export type Decision = Target | 'ignore'

/** The fields of a participation in the order of the schema. */
export const participationFields = Object.keys(Participation.shape) as ParticipationField[]

const supportTargets = SupportSource.codes.flatMap(({ code }) => [`supportBefore:${code}`, `supportAfter:${code}`] as const)

/** Every target, in the order shown in a list to choose from. */
export const targets: readonly Target[] = [
  ...participationFields,
  'reference',
  'participantCode',
  'age',
  'intervention',
  'personnummer',
  ...supportTargets,
]

const extraLabels: Record<'reference' | 'participantCode' | 'age' | 'intervention' | 'personnummer', Text> = {
  reference: { sv: 'Eget löpnummer', en: 'Own running number' },
  participantCode: { sv: 'Deltagarkod', en: 'Participant code' },
  age: { sv: 'Ålder vid start', en: 'Age at entry' },
  intervention: { sv: 'Insats', en: 'Intervention' },
  personnummer: {
    sv: 'Personnummer (bara för födelseår och kön)',
    en: 'Personal number (only for birth year and sex)',
  },
}

/** A support target in its parts, e.g. `supportBefore:lon`; `undefined` for any other target. */
export function supportTarget(target: Target): { field: 'supportBefore' | 'supportAfter'; source: Source } | undefined {
  const [field, source] = target.split(':')
  if (source === undefined) return undefined
  return { field: field as 'supportBefore' | 'supportAfter', source: source as Source }
}

/** The label of a target in both languages. Throws for a name that is no target. */
export function targetLabel(target: Target): Text {
  const parts = supportTarget(target)
  if (parts) {
    const field = targetLabel(parts.field)
    const source = SupportSource.codes[SupportSource.index(parts.source)]!.label
    return { sv: `${field.sv}: ${source.sv}`, en: `${field.en}: ${source.en}` }
  }
  if (target in extraLabels) return extraLabels[target as keyof typeof extraLabels]
  const meta = Participation.shape[target as ParticipationField].meta()
  if (!meta) throw new RangeError(`Not an import target: ${target}`)
  return meta['label'] as Text
}

/** Whether several columns may share a target: their values are then put together. */
export function isCombinable(target: Target): boolean {
  return target === 'supportBefore' || target === 'supportAfter' || target === 'targetGroups'
}

/** The target whose values a column takes part in: `supportBefore:lon` → `supportBefore`, `age` → `birthYear`. */
export function fieldOf(target: Target): ParticipationField | 'reference' | 'participantCode' | 'intervention' {
  const parts = supportTarget(target)
  if (parts) return parts.field
  return target === 'age' || target === 'personnummer' ? 'birthYear' : (target as ReturnType<typeof fieldOf>)
}
