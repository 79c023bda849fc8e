import { call } from '../platform/call.ts'
import { whoAmI } from '../access/contract.ts'
import { CommandError, exitCodes } from './exitCodes.ts'

/** The id of a controller given by id or name, among those the user works for. Throws `CommandError` naming what there is. */
export async function controllerOf(wanted: string): Promise<string> {
  const assignments = (await call(whoAmI)).user?.assignments ?? []
  const found = assignments.find(
    ({ controllerId, controllerName }) => controllerId === wanted || controllerName?.toLowerCase() === wanted.toLowerCase(),
  )
  const names = [...new Set(assignments.flatMap(({ controllerName }) => controllerName ?? []))].join(', ')
  if (names === '' && !found?.controllerId) throw new CommandError(exitCodes.refused, 'terminal.noControllers', { wanted })
  if (!found?.controllerId) throw new CommandError(exitCodes.refused, 'terminal.noController', { wanted, names })
  return found.controllerId
}
