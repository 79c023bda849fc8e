/**
 * Kinds of events, as the log tells them: what was read, what was changed, and calls that came to nothing. Those were refused to whoever
 * asked, said something that could not be, met what somebody else had changed meanwhile, or failed through a fault of ours.
 */
export const eventKinds = ['personRead', 'change', 'refused', 'invalid', 'conflict', 'failed'] as const
export type EventKind = (typeof eventKinds)[number]

/** The log itself keeps one word for all that came to nothing, and the status of the answer. */
const statuses = { invalid: [400, 413, 422], conflict: [409] } as const

/** The statuses that an event that came to nothing may have had, to be one of a kind: between `from` and `to`, some of them or all but some. */
export function statusesOf(kind: 'refused' | 'invalid' | 'conflict' | 'failed'): {
  from: number
  to: number
  only?: number[]
  not?: number[]
} {
  if (kind === 'failed') return { from: 500, to: 599 }
  if (kind === 'refused') return { from: 400, to: 499, not: [...statuses.invalid, ...statuses.conflict] }
  return { from: 400, to: 499, only: [...statuses[kind]] }
}

/** What kind of event a row of the log is. */
export function eventKind({ kind, status }: { kind: string; status: number }): EventKind {
  if (kind !== 'refused') return kind as EventKind
  const came = (['invalid', 'conflict', 'failed'] as const).find((one) => {
    const { from, to, only } = statusesOf(one)
    return status >= from && status <= to && (only?.includes(status) ?? true)
  })
  return came ?? 'refused'
}
