import { Role } from '../platform/role.ts'
import type { Locale } from '../values/codeList.ts'
import type { Translate } from '../values/catalogue.ts'
import { eventKind } from './eventKind.ts'

/** What an event was, in words; the name of the endpoint when it has none (any more). */
export function eventText(endpoint: string, t: Translate): string {
  const text = t(`log.event.${endpoint}`)
  return text.startsWith('⟦') ? endpoint : text
}

/** In what capacity, in words. */
export function rolesText(roles: readonly string[], locale: Locale): string {
  return roles.map((role) => Role.codes.find(({ code }) => code === role)?.label[locale] ?? role).join(', ')
}

/** Read, changed, or why it came to nothing. */
export function kindText(event: { kind: string; status: number }, t: Translate): string {
  return t(`log.kind.${eventKind(event)}`, { status: event.status })
}

/** A participation of an event: its code, or its internal id when the controller has none with that id (any more). */
export function recordLabel({ id, code }: { id: string; code: string | null }, t: Translate): string {
  return code ?? t('log.recordWithout', { id })
}
