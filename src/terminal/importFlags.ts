import type { ParseArgsOptionsConfig } from 'node:util'
import type { ImportSetting } from '../participations/contract.ts'
import { normaliseHeading } from '../participations/import/normalise.ts'
import { municipalityIndex } from '../participations/import/parseValue.ts'
import type { Reading } from '../participations/import/personList.ts'
import { targets, type Decision } from '../participations/import/targets.ts'
import { CommandError, exitCodes } from './exitCodes.ts'
import type { readFlags } from './flags.ts'

/** The flags of `samlad import`. */
export const importFlags = {
  controller: { type: 'string' },
  as: { type: 'string' },
  data: { type: 'string' },
  intervention: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
  sheet: { type: 'string' },
  identity: { type: 'string' },
  municipality: { type: 'string' },
  'declare-ground': { type: 'boolean' },
  'without-ground': { type: 'string' },
  'reference-reach': { type: 'string' },
  'likely-duplicates': { type: 'string' },
  anonymous: { type: 'string' },
  problems: { type: 'string' },
  receipt: { type: 'string' },
  commit: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig
export type ImportFlags = ReturnType<typeof readFlags<typeof importFlags>>['values']

/** The interventions meant by name or id; the only one when none is named. */
export function chosenInterventions(given: readonly string[], setting: ImportSetting): string[] {
  if (given.length === 0 && setting.interventions.length === 1) return [setting.interventions[0]!.id]
  const names = setting.interventions.map(({ name }) => name).join(', ')
  if (given.length === 0) throw new CommandError(exitCodes.usage, 'terminal.whichIntervention', { names })
  return given.map((wanted) => {
    const found = setting.interventions.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase())
    if (!found) throw new CommandError(exitCodes.refused, 'terminal.noIntervention', { wanted, names })
    return found.id
  })
}

/** Decisions by the file's headings, the earlier mapping and `--column "Heading=field"`; identity is dropped only when told to. */
export function decide(reading: Reading, flags: ImportFlags): (Decision | undefined)[] {
  const found = reading.columns.filter(({ identity }) => identity)
  if (found.length > 0 && flags.identity !== 'drop' && flags.identity !== 'derive') {
    throw new CommandError(exitCodes.refused, 'terminal.identity', { columns: found.map(({ heading }) => heading).join(', ') })
  }
  const numbered = found.find(({ identity }) => identity?.kind === 'personnummer')
  const decisions = reading.columns.map((column): Decision | undefined => {
    if (!column.identity) return column.decision
    return flags.identity === 'derive' && column === numbered ? 'personnummer' : 'ignore'
  })
  for (const given of flags.column ?? []) {
    const at = given.lastIndexOf('=')
    const [heading, target] = [given.slice(0, at), given.slice(at + 1)]
    const column = reading.columns.findIndex((one) => normaliseHeading(one.heading) === normaliseHeading(heading))
    const known = target === 'ignore' || (targets as readonly string[]).includes(target)
    if (at < 1 || column < 0 || !known) throw new CommandError(exitCodes.usage, 'terminal.badColumn', { given, fields: targets.join(', ') })
    decisions[column] = target as Decision
  }
  return decisions
}

/** The code of a municipality given by code or name; in the demo also by the real one that it stands for. */
export function municipalityOf(given: string, { municipalities }: ImportSetting): string {
  const found = municipalityIndex(municipalities)(given)
  if (!('code' in found)) throw new CommandError(exitCodes.usage, 'terminal.noMunicipality', { given })
  return found.code!
}
