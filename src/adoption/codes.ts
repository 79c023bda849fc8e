import { codeList } from '../values/codeList.ts'

/** What becomes of an intervention when its trial is over. */
export const Verdict = codeList('adoptionVerdict', [
  ['adopt', 'Tas över', 'Taken over'],
  ['partly', 'Tas över delvis', 'Taken over in part'],
  ['end', 'Avslutas', 'Ended'],
  ['prolong', 'Förlängs', 'Prolonged'],
])
export type Verdict = (typeof Verdict.codes)[number]['code']

/** Whether what was taken over still runs. */
export const Runs = codeList('adoptionRuns', [
  ['yes', 'Ja, det finns kvar', 'Yes, it still runs'],
  ['partly', 'Delvis', 'In part'],
  ['no', 'Nej, det har upphört', 'No, it has ceased'],
])
export type Runs = (typeof Runs.codes)[number]['code']

/** Months after the day it was taken over at which somebody asks whether it still runs. */
export const checkMonths = [6, 12, 24] as const
export type CheckMonths = (typeof checkMonths)[number]

/** Whether a member takes it over, in whole or in part. */
export const isTakenOver = (verdict: Verdict): boolean => verdict === 'adopt' || verdict === 'partly'
