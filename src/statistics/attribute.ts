import type { Dimension } from './dimension.ts'

/**
 * What a reader could learn of somebody known to be in a group: how it went, what somebody lives on, why they came. That all of a group have one and
 * the same of these is never told. Other dimensions place a group (where, when, women or men, how old, who referred): who knows somebody in it
 * knows that already. Decision 0017 argues each.
 */
const attributes = new Set([
  ...['occupationBefore', 'occupationAfter', 'mainSupportBefore', 'mainSupportAfter', 'supportBefore', 'supportAfter'],
  ...['supportGroupBefore', 'supportGroupAfter', 'exitReason', 'workType', 'timeOnSupport', 'timeSinceWork', 'bornAbroad'],
  ...['targetGroups', 'durationClass', 'afterExit', 'atWorkBefore', 'atWorkAfter', 'inStudiesBefore', 'inStudiesAfter', 'withinYear'],
  ...['toWorkOrStudy', 'startedOrIncreased', 'jobSeekingAfter', 'selfSupportingAfter', 'rightSupport', 'supportMissing', 'overFourYears'],
])
/** What somebody did at a time after the start or the exit, also as an outcome or an indicator, and what they answered themselves. */
const later = /^(esfState |stateAfter|workOrStudyAfter|stillInWorkOrStudyAfter|monthState|gotWork|stillInWork|ownView|endedBy|workAtExit)/

/** Whether a dimension tells something of a person, rather than where the person is counted. */
export function isAttribute({ name }: Dimension): boolean {
  return attributes.has(name) || later.test(name)
}
