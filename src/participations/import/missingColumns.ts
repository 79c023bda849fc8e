import { targets, type Decision, type Target } from './targets.ts'

const needed: readonly (readonly Target[])[] = [
  ['entryDate'],
  ['sex', 'personnummer'],
  ['birthYear', 'age', 'personnummer'],
  ['occupationBefore'],
  ['municipality'],
  ['supportBefore', ...targets.filter((target) => target.startsWith('supportBefore:'))],
]

/** What every row must have and no column has been chosen for. A municipality given for the whole file needs no column. */
export function missingColumns(decisions: readonly (Decision | undefined)[], hasMunicipality: boolean): Target[] {
  return needed
    .filter((any) => !decisions.some((decision) => any.includes(decision as Target)))
    .map(([first]) => first!)
    .filter((target) => target !== 'municipality' || !hasMunicipality)
}
