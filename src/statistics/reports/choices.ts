import type { MeasureName } from '../measureTexts.ts'

/** The measures that make sense side by side. */
export const comparedMeasures = [
  ...(['participations', 'exits', 'to-work-or-study', 'started-or-increased', 'job-seeking-after'] as const),
  ...(['self-supporting-after', 'right-support', 'in-work-or-study-12-months', 'still-in-work-or-study-12-months', 'duration'] as const),
] as const satisfies readonly MeasureName[]

/** What can be told of each intervention, in the order of the columns. */
export const interventionColumns = [
  ...(['associations', 'orientation', 'owner', 'start', 'end', 'planned'] as const),
  ...(['participations', 'exits', 'toWork', 'budget', 'actual'] as const),
] as const
export type InterventionColumn = (typeof interventionColumns)[number]
