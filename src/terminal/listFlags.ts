import { refuse } from './readColumns.ts'

/** Names given by a flag, by commas. Throws `CommandError` when one stands twice. */
export function namesOf(given: string | undefined, flag: string): string[] {
  const names = (given ?? '').split(',').map((name) => name.trim())
  const kept = names.filter((name) => name !== '')
  const twice = kept.find((name, at) => kept.indexOf(name) < at)
  if (twice !== undefined) refuse('columns.flagTwice', { flag, name: twice })
  return kept
}

/** Numbers from nought given by a flag, by commas, rising. Throws `CommandError` for what is none. */
export function timesOf(given: string | undefined, flag: string): number[] | undefined {
  if (given === undefined) return undefined
  const times = given.split(',').map((text) => (text.trim() === '' ? Number.NaN : Number(text)))
  if (times.some((time) => !(time >= 0 && Number.isFinite(time)))) refuse('columns.badNumber', { flag, given, what: '180,365' })
  return times.sort((a, b) => a - b)
}
