import { createHash } from 'node:crypto'
import { isFirstOfWeek } from '../../applications/workingDays.ts'
import type { Translate } from '../../values/catalogue.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import type { Notice, NoticeKind } from '../notices/notice.ts'

/** What waits for somebody in one place, and the page that lists it. */
export interface Waiting {
  place: string
  fictive: boolean
  /** Address of the page, without that of the site. */
  page: string
  notices: readonly Notice[]
}

/** Names each thing that waits without saying what it is; another name when it has become late, or where it stands has changed. */
export const fingerprints = (places: readonly Waiting[]): string[] =>
  places.flatMap(({ page, notices }) =>
    notices.flatMap((one) =>
      (one.each.length > 0 ? one.each : [one.day]).map((which) => hash([page, one.kind, one.page, one.subject, which, one.late])),
    ),
  )

const hash = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32)

/** Whether an e-mail is sent: when something waits that was not told of, or has become late since; on the first working day of the week also when nothing is new. */
export const isWorthTelling = (waiting: readonly string[], told: readonly string[], today: CivilDate): boolean =>
  waiting.length > 0 && (isFirstOfWeek(today) || waiting.some((one) => !told.includes(one)))

/**
 * The e-mail: how many things of which kind wait where, and where they are read. Names of applications and interventions are left out: they are
 * typed by people, and e-mail passes through the hands of others.
 * @param site address of the installation, without a slash at the end
 */
export function writeDigest(t: Translate, site: string, places: readonly Waiting[]): { subject: string; text: string } {
  const told = places.filter(({ notices }) => notices.length > 0)
  const n = told.reduce((sum, { notices }) => sum + notices.length, 0)
  const invented = told.some(({ fictive }) => fictive) ? `${t('digest.invented')}: ` : ''
  const parts = told.map(({ place, page, notices }) => {
    const late = notices.filter((one) => one.late).length
    const lines = [...countKinds(notices)].map(([kind, count]) => `- ${t(`digest.kind.${kind}`)}: ${count}`)
    return [t('digest.place', { place, n: notices.length, late }), ...lines, site + page].join('\n')
  })
  return {
    subject: invented + t('digest.subject', { n }),
    text: [t('digest.hello'), ...parts, t('digest.why', { address: `${site}/konto/e-post` })].join('\n\n') + '\n',
  }
}

function countKinds(notices: readonly Notice[]): Map<NoticeKind, number> {
  const counts = new Map<NoticeKind, number>()
  for (const { kind } of notices) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
