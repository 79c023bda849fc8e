import type { Fault } from '../../platform/errors.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { ageAtEntry, workingAge, type Participation, type ParticipationField } from '../domain.ts'
import { checkParticipation } from '../import/rules.ts'
import type { Finding } from '../import/problem.ts'

/** What a form shows of a participation: what stops it, and what is pointed out but may stand. */
export interface EntryFinding {
  field: ParticipationField
  severity: 'error' | 'warning'
  key: string
  args: Record<string, string | number>
}

// In a form there is no cell to empty; a registration without a ground is kept as a draft.
const draftable = new Set<Finding['key']>(['groundMissing'])

/** Checks a participation as it is typed: the rules of an import, and a reason when the age is outside working age. */
export function checkEntry(participation: Participation, today: CivilDate): EntryFinding[] {
  const findings = checkParticipation(participation, today)
    .filter((one) => one.key !== 'ageOutside')
    .map(({ field, severity, key, args = {} }) => ({
      field: field as ParticipationField,
      severity: draftable.has(key) ? ('warning' as const) : severity,
      key: key === 'required' ? 'register.required' : `import.problem.${key}`,
      args,
    }))
  return [...findings, ...ageFinding(participation)]
}

function ageFinding(participation: Participation): EntryFinding[] {
  const age = ageAtEntry(participation)
  const { from, to } = workingAge(Number(participation.entryDate.slice(0, 4)))
  const isOutside = age < from || age > to
  if (!isOutside || participation.ageReason !== null) return []
  return [{ field: 'ageReason', severity: 'error', key: 'register.ageReasonNeeded', args: { age, from, to } }]
}

/** The findings that stop a participation, as faults of a request's body. */
export function recordFaults(participation: Participation, today: CivilDate): Fault[] {
  return checkEntry(participation, today)
    .filter((one) => one.severity === 'error')
    .map((one) => ({ where: `body.participation.${one.field}`, key: one.key, args: one.args }))
}
