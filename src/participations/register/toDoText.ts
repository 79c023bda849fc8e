import { textOfRecordField } from './recordText.ts'
import type { ToDoView } from './contract.ts'
import type { ParticipationField } from '../domain.ts'
import type { Text } from '../../values/codeList.ts'

interface Words {
  t(key: string, args?: Record<string, string | number>): string
  label(text: Text): string
}

/** The points of the two clocks in words: "6 månader efter start, 3 månader efter avslut". */
export function pointsText(points: readonly { clock: 'entry' | 'exit'; months: number }[], { t }: Words): string {
  return points.map(({ clock, months }) => t(`register.point.${clock}`, { n: months })).join(', ')
}

/** What remains to be done, as an instruction. */
export function toDoText(toDo: ToDoView, words: Words): string {
  const { t, label } = words
  if (toDo.kind === 'complete') {
    const fields = (toDo.fields ?? []).map((field) => label(textOfRecordField(field as ParticipationField).label).toLowerCase())
    return t('register.do.complete', { fields: fields.join(', ') })
  }
  if (toDo.kind !== 'followUp' || !toDo.followUp) return t(`register.do.${toDo.kind}`)
  const tries = toDo.followUp.tries > 0 ? ` ${t('register.do.tries', { n: toDo.followUp.tries })}` : ''
  return t('register.do.followUp', { points: pointsText(toDo.followUp.points, words) }) + tries
}

/** What the record's page opens for something to do. */
export const actionOf = (kind: ToDoView['kind']): 'exit' | 'contact' | 'correct' =>
  ({ exit: 'exit', followUp: 'contact', complete: 'correct', ground: 'correct' })[kind] as 'exit'
