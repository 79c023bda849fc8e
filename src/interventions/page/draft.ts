import type { Party } from '../../associations/domain.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { PreciseOrientation } from '../codes.ts'
import { InterventionFields, ruleFaults, type CatalogueExample, type Intervention } from '../domain.ts'
import { interventionFields, type InterventionField } from './fieldText.ts'

/** A member that may own an intervention. */
export interface PossibleOwner {
  id: string
  name: string
  party: Party
}

/** A municipality that an intervention may be for. */
export interface PossiblePlace {
  code: string
  name: string
}

/** What a new intervention starts from: begins today, individual, decided, participants registered; the only member is its owner, the only municipality its area. */
export function emptyDraft(today: CivilDate, members: readonly PossibleOwner[], area: readonly PossiblePlace[] = []): InterventionFields {
  const only = members.length === 1 ? members[0] : undefined
  return {
    name: '',
    description: '',
    startDate: today,
    endDate: null,
    orientation: 'individual',
    preciseOrientations: [],
    targetGroups: [],
    countingMode: 'identified',
    methods: [],
    fidelityInstrument: '',
    ownerId: only?.id ?? '',
    parties: only ? [only.party] : [],
    units: '',
    municipalities: area.length === 1 ? [area[0]!.code] : [],
    fewPartiesReason: null,
    esf: false,
    stage: 'decided',
  }
}

/** A draft with what a real example can teach: what it does, how, and by which methods of the catalogue. Never its name, owner or dates. */
export function draftFromExample(
  draft: InterventionFields,
  example: Pick<CatalogueExample, 'description' | 'targetGroup' | 'orientation' | 'methods'>,
  known: readonly string[],
): InterventionFields {
  const structural = example.orientation === 'struktur'
  return {
    ...draft,
    description: [example.description, example.targetGroup && `Målgrupp: ${example.targetGroup}.`].filter(Boolean).join('\n'),
    orientation: structural ? 'structural' : 'individual',
    countingMode: structural ? 'volume' : draft.countingMode,
    methods: example.methods.filter((code) => known.includes(code)),
  }
}

/** The fields of a registered intervention, to be changed. */
export function draftOf(intervention: Intervention): InterventionFields {
  return Object.fromEntries(interventionFields.map((field) => [field, intervention[field]])) as unknown as InterventionFields
}

/** The precise orientations that go with an orientation; both kinds for `both`. */
export function preciseFor(orientation: InterventionFields['orientation']): (typeof PreciseOrientation.codes)[number][] {
  const individual = PreciseOrientation.codes.slice(0, INDIVIDUAL)
  const structural = PreciseOrientation.codes.slice(INDIVIDUAL)
  if (orientation === 'both') return [...PreciseOrientation.codes]
  return orientation === 'individual' ? individual : structural
}
/** The first seven of the list are individual, see codes.ts. */
const INDIVIDUAL = 7

/** What is wrong with a draft: field → message key. The same rules as the server's, so that most is mended before anything is sent. */
export function draftFaults(draft: InterventionFields, memberIds: readonly string[]): Partial<Record<InterventionField, string>> {
  const found: Partial<Record<InterventionField, string>> = {}
  for (const issue of InterventionFields.safeParse(draft).error?.issues ?? []) {
    const field = issue.path[0] as InterventionField
    found[field] ??= /^(interventions|error)\./.test(issue.message) ? issue.message : 'error.field'
  }
  for (const { where, key } of ruleFaults(draft, memberIds)) found[fieldAt(where) ?? 'name'] ??= key
  return found
}

/** The field a server's fault points at (`body.methods.0` → `methods`); `undefined` for anything else. */
export function fieldAt(where: string): InterventionField | undefined {
  const name = where.split('.')[1]
  return interventionFields.find((field) => field === name)
}

/** The fields that differ between two drafts, in the order they are shown. */
export function changedFields(one: InterventionFields, other: InterventionFields): InterventionField[] {
  return interventionFields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}
