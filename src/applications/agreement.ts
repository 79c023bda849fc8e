import { breaksRule } from '../platform/errors.ts'
import type { Writing } from '../statistics/figure.ts'
import type { Report, ReportPart, ReportValue } from '../statistics/reports/domain.ts'
import { column, row, textValue } from '../statistics/reports/values.ts'
import type { ApplicationPlace } from './applicationBook.ts'
import type { Application } from './domain.ts'
import { hasParticipants } from './emptyContent.ts'

/**
 * The agreement between the association and the owner of what has been granted, to be signed: parties, purpose, time, money, co-financing and what each undertakes
 * (drawdowns with ledger extract at least half-yearly, reports, unused money back; § 7 lag 2003:1210 on what the association may not do). Nothing in it is typed again. Of
 * participants, and of following them up, only an intervention that has some.
 * Throws `Refusal` 422 before the board has granted, or when nobody owns it.
 */
export function agreementReport(application: Application, { associationId }: ApplicationPlace, writing: Writing): Report {
  const { t } = writing
  const { content, steps, members } = application
  const granted = steps.findLast(({ act }) => act === 'grant')
  const owner = members.find(({ answer }) => answer?.owns)
  if (!granted || !owner || !['granted', 'agreed', 'started'].includes(application.state)) throw breaksRule('applications.noAgreementYet')
  const text = (key: string, value: string) => row(t(`applications.agreement.${key}`), [textValue(value)])
  const terms = ['draw', 'report', 'unused', ...(hasParticipants(content) ? ['follow', 'persons'] : []), 'noAuthority', 'change']
  return {
    ...{ kind: 'agreement', title: t('applications.agreement.title', { name: content.name }), demo: application.fictive },
    place: { kind: 'association', address: `association:${associationId}`, name: application.associationName },
    period: { from: content.from!.slice(0, 7), to: content.to!.slice(0, 7) },
    ...{ dataDate: granted.dated, noise: { version: 0, maxDeviation: 0 }, coverage: [], notes: [t('applications.agreement.note')] },
    parts: [
      part('parties', t, [
        text('association', application.associationName),
        text('owner', owner.name),
        text('decision', `${granted.reference}, ${granted.dated}`),
        row(t('applications.agreement.sum'), [kronor(granted.amountOre!)]),
        text('time', `${content.from} – ${content.to}`),
      ]),
      part('purpose', t, [
        text('aim', content.aim),
        text('targetGroup', content.targetGroup),
        ...(hasParticipants(content) ? participantRows(content, t) : []),
      ]),
      { ...part('budget', t, budgetRows(application, t)), columns: [column('amount', t('applications.kronor'), 'money')] },
      part('terms', t, [...terms.map((key, at) => row(String(at + 1), [textValue(t(`applications.agreement.${key}`))]))]),
      part('signatures', t, [row(application.associationName, [textValue(line)]), row(owner.name, [textValue(line)])]),
    ],
  }
}

function participantRows({ planned, outcome, months }: Application['content'], t: Writing['t']): ReportPart['rows'] {
  const judgedBy = t('applications.agreement.outcomeText', { outcome: t(`applications.outcome.${outcome}`), n: months })
  return [
    row(t('applications.agreement.planned'), [textValue(String(planned))]),
    row(t('applications.agreement.outcome'), [textValue(judgedBy)]),
  ]
}

const line = '________________________________'
const kronor = (ore: number): ReportValue => ({ kind: 'money', ore })

function part(key: string, t: Writing['t'], rows: ReportPart['rows']): ReportPart {
  return {
    ...{ key, title: t(`applications.agreement.${key}`), sentence: '', definition: '', rowTitle: t('applications.what') },
    ...{ columns: [column('text', t('applications.agreement.text'), 'text')], rows, picture: null, isChange: false },
  }
}

/** What it costs by year and kind, what members put in, and what the association has granted. */
function budgetRows({ content, members, steps }: Application, t: Writing['t']): ReportPart['rows'] {
  return [
    ...content.budget.map(({ year, kind, amountOre }) => row(`${year} ${t(`applications.cost.${kind}`)}`, [kronor(amountOre)])),
    ...members.flatMap(({ name, answer }) =>
      answer && answer.cofinancingOre > 0
        ? [
            row(t('applications.agreement.cofinancing', { name, kind: t(`applications.kind.${answer.cofinancingKind}`) }), [
              kronor(answer.cofinancingOre),
            ]),
          ]
        : [],
    ),
    row(t('applications.agreement.sum'), [kronor(steps.findLast(({ act }) => act === 'grant')!.amountOre!)], true),
  ]
}
