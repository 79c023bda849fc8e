import type { Outcome, ScenarioBook } from '../../financing/scenarios/domain.ts'
import { yearPeriod } from '../../values/month.ts'
import type { Writing } from '../figure.ts'
import type { Report, ReportPart, ReportValue } from '../reports/domain.ts'
import { column, row, textValue } from '../reports/values.ts'
import { giverKey, giverName } from '../../financing/contributions/giver.ts'

type Year = ScenarioBook['years'][number]
interface Told {
  book: ScenarioBook
  year: Year
  writing: Writing
}

/** What would follow in a year, for the board: every scenario beside the year as it stands, by party, member and planned intervention. `undefined` when the year has nothing. */
export function scenarioReport(
  book: ScenarioBook,
  of: { associationId: string; year: number; today: string },
  writing: Writing,
): Report | undefined {
  const year = book.years.find((one) => one.year === of.year)
  if (!year) return undefined
  const { t } = writing
  const told = { book, year, writing }
  return {
    ...{ kind: 'scenarios', title: t('reports.kind.scenarios'), period: yearPeriod(of.year), demo: book.fictive, dataDate: of.today },
    place: { kind: 'association', address: `association:${of.associationId}`, name: book.associationName },
    noise: { version: 0, maxDeviation: 0 },
    parts: [levelPart(told), ...partyParts(told), membersPart(told), ...interventionParts(told), ...earmarkedParts(told)],
    coverage: [],
    notes: [t('scenarios.pdfNote')],
  }
}

/** The year as it stands, then each scenario. */
const columnsOf = ({ year, writing }: Told): { id: string; name: string; outcome: Outcome }[] => [
  { id: 'now', name: writing.t('scenarios.now'), outcome: year.now },
  ...year.scenarios,
]
/** What is not known, or of somebody who is not in it, is a dash. */
const kronorOf = (ore: number | null): ReportValue => (ore === null ? textValue('–') : { kind: 'money', ore })
const plain = { picture: null, isChange: false } as const

function levelPart(told: Told): ReportPart {
  const { t } = told.writing
  const names = (outcome: Outcome): string =>
    outcome.isEven ? t('contributions.even') : outcome.binding.map((payer) => partyOf(payer, told)).join(', ') || '–'
  return {
    ...{ ...plain, key: 'level', title: t('scenarios.compared', { year: String(told.year.year) }), rowTitle: t('scenarios.scenario') },
    ...{ sentence: '', definition: t('scenarios.levelHelp') },
    columns: [
      column('level', t('contributions.level'), 'money'),
      column('change', t('scenarios.change'), 'money'),
      column('gap', t('contributions.gap'), 'money'),
      column('binding', t('contributions.setsLevel'), 'text'),
    ],
    rows: columnsOf(told).map(({ name, outcome }) =>
      row(name, [...[outcome.levelOre, outcome.changeOre, outcome.gapOre].map((ore) => kronorOf(ore)), textValue(names(outcome))]),
    ),
  }
}

const partyOf = (payer: string, { writing, book }: Told): string =>
  writing.t(`contributions.party.${payer}`, { n: book.members.filter((one) => one.payer === payer).length })

/** What each party pays of the level, and what it offers beyond: unmatched money is kept apart. */
function partyParts(told: Told): ReportPart[] {
  const { t } = told.writing
  return (['matchedOre', 'unmatchedOre'] as const).map((key) => ({
    ...{
      ...plain,
      key,
      title: t(`scenarios.${key}`),
      sentence: '',
      definition: t(`scenarios.${key}Help`),
      rowTitle: t('contributions.party'),
    },
    columns: columnsOf(told).map(({ id, name }) => column(id, name, 'money')),
    rows: told.year.now.parties.map(({ payer }) =>
      row(
        partyOf(payer, told),
        columnsOf(told).map(({ outcome }) => kronorOf(outcome.parties.find((one) => one.payer === payer)?.[key] ?? null)),
      ),
    ),
  }))
}

function membersPart(told: Told): ReportPart {
  const { t } = told.writing
  const members = new Map(
    columnsOf(told).flatMap(({ outcome }) => outcome.members.map((one) => [giverKey(one), giverName(one, t)] as const)),
  )
  return {
    ...{ ...plain, key: 'members', title: t('scenarios.membersOf', { year: String(told.year.year) }), sentence: '' },
    ...{ definition: t('scenarios.membersHelp'), rowTitle: t('contributions.member') },
    columns: columnsOf(told).map(({ id, name }) => column(id, name, 'money')),
    rows: [...members].map(([id, name]) =>
      row(
        name,
        columnsOf(told).map(({ outcome }) => kronorOf(outcome.members.find((one) => giverKey(one) === id)?.matchedOre ?? null)),
      ),
    ),
  }
}

/** Of the scenarios whose change is known, in the plans that the year has. */
function interventionParts(told: Told): ReportPart[] {
  const { t } = told.writing
  const fallen = told.year.scenarios.filter(({ outcome }) => outcome.fall !== null)
  if (fallen.length === 0) return []
  const planned = new Map(fallen.flatMap(({ outcome }) => outcome.fall!.lines.map((line) => [line.interventionId, line] as const)))
  const rest = (key: 'uncoveredOre' | 'freeOre') =>
    row(t(`scenarios.${key}`), [textValue(''), ...fallen.map(({ outcome }) => kronorOf(outcome.fall![key]))])
  const left = (outcome: Outcome, id: string): ReportValue => {
    const line = outcome.fall!.lines.find(({ interventionId }) => interventionId === id)
    return line ? kronorOf(line.leftOre) : textValue('–')
  }
  return [
    {
      ...{ ...plain, key: 'interventions', title: t('scenarios.interventions', { year: String(told.year.year) }), sentence: '' },
      ...{ definition: t('scenarios.interventionsHelp'), rowTitle: t('scenarios.intervention') },
      columns: [
        column('planned', t('scenarios.planned'), 'money'),
        ...fallen.map(({ id, name, rule }) => column(id, `${name} (${t(`scenarios.rule.${rule}.short`)})`, 'money')),
      ],
      rows: [
        ...[...planned.values()].map(({ interventionId, name, plannedOre }) =>
          row(name, [kronorOf(plannedOre), ...fallen.map(({ outcome }) => left(outcome, interventionId))]),
        ),
        ...[rest('uncoveredOre'), rest('freeOre')],
      ],
    },
  ]
}

function earmarkedParts({ year, writing }: Told): ReportPart[] {
  const { t } = writing
  if (year.earmarked.length === 0) return []
  return [
    {
      ...{ ...plain, key: 'earmarked', title: t('contributions.earmarked'), sentence: '', definition: t('contributions.earmarkedHelp') },
      rowTitle: t('contributions.earmark'),
      columns: (['agreed', 'decided', 'paid'] as const).map((step) => column(step, t(`contributions.${step}`), 'money')),
      rows: year.earmarked.map((one) =>
        row(
          `${one.earmark} (${one.name})`,
          [one.agreedOre, one.decidedOre, one.paidOre].map((ore) => kronorOf(ore)),
        ),
      ),
    },
  ]
}
