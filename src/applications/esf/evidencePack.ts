import { breaksRule } from '../../platform/errors.ts'
import type { Writing } from '../../statistics/figure.ts'
import type { Report, ReportPart } from '../../statistics/reports/domain.ts'
import { column, row, textValue } from '../../statistics/reports/values.ts'
import type { Application } from '../domain.ts'
import { evidenceOf, isEvidenceWhole, type Reading } from './evidence.ts'

/**
 * The request to Försäkringskassan to own a project as the last resort: what is asked and why, and the documented answer of each member (S2025/00528). Throws `Refusal` 422
 * until the evidence is whole by the reading, saying what each member lacks.
 */
export function evidenceReport(application: Application, of: { associationId: string; reading: Reading }, writing: Writing): Report {
  const { t } = writing
  const { content, members, fictive, today } = application
  if (!content.esf) throw breaksRule('esf.notForEsf')
  if (!isEvidenceWhole(members, of.reading)) {
    const lacking = evidenceOf(members, of.reading).flatMap(({ name, lacks }) => lacks.map((one) => ({ where: 'query.reading', key: `esf.lacks.${one}`, args: { name } }))) // prettier-ignore
    throw breaksRule('esf.notWhole', {}, lacking)
  }
  const month = today.slice(0, 7)
  return {
    ...{ kind: 'evidence', title: t('esf.pack.title', { name: content.name }), demo: fictive, dataDate: today },
    place: { kind: 'association', address: `association:${of.associationId}`, name: application.associationName },
    ...{ period: { from: month, to: month }, noise: { version: 0, maxDeviation: 0 }, coverage: [], notes: [t('esf.pack.note')] },
    parts: [asked(application, of.reading, writing), answers(application, writing)],
  }
}

const plain = { sentence: '', definition: '', picture: null, isChange: false } as const

function asked({ content }: Application, reading: Reading, { t }: Writing): ReportPart {
  const line = (key: string, value: string) => row(t(`applications.field.${key}`), [textValue(value)])
  return {
    ...{
      ...plain,
      key: 'asked',
      title: t('esf.pack.asked'),
      sentence: t('esf.pack.sentence'),
      definition: t(`esf.reading.${reading}.help`),
    },
    ...{ rowTitle: t('applications.what'), columns: [column('text', t('esf.pack.text'), 'text')] },
    rows: (['need', 'failure', 'targetGroup', 'aim'] as const).map((key) => line(key, content[key])),
  }
}

function answers({ members }: Application, { t }: Writing): ReportPart {
  const yes = (is: boolean): string => t(is ? 'applications.yes' : 'applications.no')
  return {
    ...{ ...plain, key: 'answers', title: t('applications.answers'), rowTitle: t('applications.member') },
    columns: [
      ...(['takesPart', 'owns'] as const).map((key) => column(key, t(`applications.${key}`), 'text')),
      column('cofinancing', t('applications.cofinancing'), 'money'),
      ...(['kind', 'decidedBy', 'evidence'] as const).map((key) => column(key, t(`applications.${key}`), 'text')),
    ],
    rows: members.flatMap(({ name, answer }) =>
      answer
        ? [
            row(name, [
              ...[answer.takesPart, answer.owns].map((is) => textValue(yes(is))),
              { kind: 'money', ore: answer.cofinancingOre },
              textValue(t(`applications.kind.${answer.cofinancingKind}`)),
              textValue(`${answer.decidedBy}, ${answer.decidedOn}`),
              textValue(answer.evidence),
            ]),
          ]
        : [],
    ),
  }
}
