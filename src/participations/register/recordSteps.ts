import type { Text } from '../../values/codeList.ts'
import type { Translate } from '../../values/catalogue.ts'
import { differingFields } from '../difference.ts'
import type { RecordVersion } from './contract.ts'
import { recordText, textOfRecordField, type RecordNames } from './recordText.ts'

/** A version of a record with what it changed in words. */
export interface RecordStep extends RecordVersion {
  isFirst: boolean
  changes: string[]
}

/** Each version with what it changed since the one before; newest first, as they come. */
export function recordSteps(
  versions: readonly RecordVersion[],
  names: RecordNames,
  { t, label }: { t: Translate; label(text: Text): string },
): RecordStep[] {
  return versions.map((one, at) => {
    const before = versions[at + 1]
    const fields = before ? differingFields(before.participation, one.participation) : []
    return {
      ...one,
      isFirst: before === undefined,
      changes: fields.map((field) =>
        t('register.changedFrom', {
          field: label(textOfRecordField(field).label),
          before: (before && recordText(before.participation, field, names)) || t('register.notRecorded'),
          after: recordText(one.participation, field, names) || t('register.notRecorded'),
        }),
      ),
    }
  })
}
