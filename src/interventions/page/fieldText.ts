import type { Locale, Text } from '../../values/codeList.ts'
import { Party } from '../../associations/domain.ts'
import { CountingMode, Orientation, PreciseOrientation, Stage, TargetGroup } from '../codes.ts'
import { InterventionFields } from '../domain.ts'

export type InterventionField = keyof InterventionFields

/** The fields in the order they are shown. */
export const interventionFields = Object.keys(InterventionFields.shape) as InterventionField[]

/** Label and help of a field, from its schema: the only place they are written. */
export function textOfField(field: InterventionField): { label: Text; help: Text } {
  return InterventionFields.shape[field].meta() as { label: Text; help: Text }
}

/** What a field's value is called on screen. */
export interface ValueNames {
  locale: Locale
  yes: string
  no: string
  owner(id: string): string
  method(code: string): string
  municipality(code: string): string
}

/** A field's value as a reader sees it; empty when nothing is given. */
export function valueText(fields: InterventionFields, field: InterventionField, names: ValueNames): string {
  const { locale } = names
  const readers: Record<InterventionField, () => string> = {
    name: () => fields.name,
    description: () => fields.description,
    startDate: () => fields.startDate,
    endDate: () => fields.endDate ?? '',
    orientation: () => Orientation.label(fields.orientation, locale),
    preciseOrientations: () => fields.preciseOrientations.map((code) => PreciseOrientation.label(code, locale)).join(', '),
    targetGroups: () => fields.targetGroups.map((code) => TargetGroup.label(code, locale)).join(', '),
    countingMode: () => CountingMode.label(fields.countingMode, locale),
    methods: () => fields.methods.map((code) => names.method(code)).join(', '),
    fidelityInstrument: () => fields.fidelityInstrument,
    ownerId: () => names.owner(fields.ownerId),
    parties: () => fields.parties.map((code) => Party.label(code, locale)).join(', '),
    units: () => fields.units,
    municipalities: () => fields.municipalities.map((code) => names.municipality(code)).join(', '),
    fewPartiesReason: () => fields.fewPartiesReason ?? '',
    esf: () => (fields.esf ? names.yes : names.no),
    stage: () => Stage.label(fields.stage, locale),
  }
  return readers[field]()
}
