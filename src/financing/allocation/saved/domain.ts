import { z } from 'zod'
import { freeText } from '../../../values/freeText.ts'
import { AllocationSubject } from '../domain.ts'
import { AllocationRules } from '../rules.ts'

/** A ruleset with its table under a name. */
export const ModelFields = z.object({
  name: freeText(120).min(2, 'allocation.saved.nameNeeded'),
  year: z.int('contributions.badYear').min(2004, 'contributions.badYear').max(2100, 'contributions.badYear'),
  rules: AllocationRules,
  /** Names of associations are as the table has them. */
  subjects: z
    .array(AllocationSubject.extend({ id: freeText(120).min(1) }))
    .min(1, 'allocation.saved.tableNeeded')
    .max(500, 'allocation.saved.tableNeeded'),
  /** The table is made up: it stands so wherever it is shown. */
  invented: z.boolean(),
  /** Everybody may see its support measure, for kronor by need. */
  showsNeed: z.boolean().default(false),
  note: freeText(300),
})
export type ModelFields = z.infer<typeof ModelFields>

export const SavedModel = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  year: z.int(),
  invented: z.boolean(),
  showsNeed: z.boolean(),
  note: z.string(),
  associations: z.int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type SavedModel = z.infer<typeof SavedModel>

/** What the national office has saved: the version that holds of each, latest year first, with the versions before it. */
export const SavedModels = z.array(SavedModel.extend({ before: z.array(SavedModel.omit({ id: true })) })).meta({ id: 'SavedModels' })
export type SavedModels = z.infer<typeof SavedModels>

export const OpenedModel = SavedModel.extend({ rules: AllocationRules, subjects: z.array(AllocationSubject) }).meta({ id: 'OpenedModel' })
export type OpenedModel = z.infer<typeof OpenedModel>
