import { CostType, Financier } from '../../../interventions/codes.ts'
import type { CodeList } from '../../../values/codeList.ts'
import { countText } from '../../plainText.ts'
import type { Writing } from '../../figure.ts'
import type { ReportPart, ReportRow } from '../domain.ts'
import { column, moneyValue, row } from '../values.ts'
import { administrationOfAll, administrationSum, allocatedPart } from './approvedPart.ts'
import type { ApprovedMoney } from './approvedPart.ts'
import { sumOfKnown } from '../../../values/sumOfKnown.ts'
import type { InterventionMoney, ReportedIntervention } from './interventionStore.ts'

/** Budget and actual; `null` where nothing is given. */
interface Amounts {
  budget: number | null
  actual: number | null
}

/**
 * _Kostnadsrapport_: what the parties allocate, what the interventions cost, with those of the Social Fund apart, by cost type and by who pays, and what
 * administration costs. Funds and administration are those of years that associations have approved, which everybody may see.
 * @param approved of whole associations; `undefined` where the place is a part of one
 */
export function costsReport(
  interventions: readonly ReportedIntervention[],
  approved: ApprovedMoney | undefined,
  isDetailed: boolean,
  writing: Writing,
): ReportPart[] {
  const own = interventions.filter(({ esf }) => !esf)
  const fund = interventions.filter(({ esf }) => esf)
  return [
    approved ? allocatedPart(approved, isDetailed, writing) : absentPart('funds', writing),
    interventionsPart('costs', own, isDetailed, writing),
    interventionsPart('costsEsf', fund, isDetailed, writing),
    typesPart(interventions, writing),
    financiersPart(interventions, writing),
    approved ? administrationOfAll(approved, isDetailed, writing) : absentPart('administration', writing),
    summaryPart(own, fund, approved, writing),
  ]
}

/** Parts that may have nothing to tell. */
type Absent = 'funds' | 'ownFunds' | 'administration' | 'ownAdministration'

/** A part that people look for and there are no data for yet: it is there, and says so. */
export function absentPart(key: Absent, writing: Writing): ReportPart {
  return emptyPart(key, `reports.absent.${key}`, writing)
}

function emptyPart(key: Absent | 'costTypes' | 'financiers', sentence: string, { t }: Writing): ReportPart {
  return {
    ...{ key, title: t(`reports.part.${key}`), sentence: t(sentence), definition: t('reports.absentHelp') },
    ...{ rowTitle: '', columns: [], rows: [], picture: null, isChange: false },
  }
}

/** What some interventions cost: line by line, or by association. */
export function interventionsPart(
  key: 'costs' | 'costsEsf' | 'costsByAssociation',
  interventions: readonly ReportedIntervention[],
  isDetailed: boolean,
  writing: Writing,
): ReportPart {
  const { t } = writing
  const lines = isDetailed
    ? interventions.map(({ name, money }): [string, Amounts] => [name, amountsOf(money)])
    : byAssociation(interventions)
  const all = amountsOf(interventions.flatMap(({ money }) => money))
  const isAny = interventions.length > 0
  return {
    ...{
      key,
      title: t(`reports.part.${key}`),
      sentence: amountsSentence(all, interventions.length, writing),
      definition: t('reports.moneyHelp'),
    },
    rowTitle: t(isDetailed ? 'reports.intervention' : 'reports.association'),
    columns: isAny ? amountColumns(writing) : [],
    rows: !isAny
      ? []
      : [...lines.map(([label, amounts]) => amountsRow(label, amounts, writing)), amountsRow(t('reports.sum'), all, writing, true)],
    picture: null,
    isChange: false,
  }
}

function byAssociation(interventions: readonly ReportedIntervention[]): [string, Amounts][] {
  const names = new Map(interventions.flatMap(({ associations }) => associations.map(({ id, name }) => [id, name])))
  const money = Map.groupBy(
    interventions.flatMap((one) => one.money),
    ({ association }) => association,
  )
  const order = new Intl.Collator('sv')
  return [...money]
    .map(([id, rows]): [string, Amounts] => [names.get(id) ?? id, amountsOf(rows)])
    .sort(([one], [other]) => order.compare(one, other))
}

function typesPart(interventions: readonly ReportedIntervention[], writing: Writing): ReportPart {
  const { t } = writing
  const money = interventions.flatMap((one) => one.money)
  const costs = money.flatMap((one) => one.costs)
  const whole = amountsOf(money)
  const lines = CostType.codes.map(({ code, label }): [string, Amounts] => [
    label[writing.locale],
    amountsOf(costs.filter(({ type }) => type === code)),
  ])
  const given = amountsOf(costs)
  if (costs.length === 0) return emptyPart('costTypes', 'reports.costTypesNone', writing)
  const rest = { budget: lessOf(whole.budget, given.budget), actual: lessOf(whole.actual, given.actual) }
  return {
    ...{
      key: 'costTypes',
      title: t('reports.part.costTypes'),
      sentence: t('reports.costTypesSentence'),
    },
    ...{
      definition: t('reports.moneyHelp'),
      rowTitle: t('reports.costType'),
      columns: amountColumns(writing),
      picture: null,
      isChange: false,
    },
    rows: [
      ...lines.map(([label, amounts]) => amountsRow(label, amounts, writing)),
      amountsRow(t('reports.undivided'), rest, writing),
      amountsRow(t('reports.sum'), whole, writing, true),
    ],
  }
}

function financiersPart(interventions: readonly ReportedIntervention[], writing: Writing): ReportPart {
  const { t, locale } = writing
  const financing = interventions.flatMap(({ money }) => money.flatMap((one) => one.financing))
  const amount = (code: string): number | null => sumOfKnown(financing.filter(({ party }) => party === code).map((one) => one.amount))
  const all = sumOfKnown(financing.map((one) => one.amount))
  if (all === null) return emptyPart('financiers', 'reports.financiersNone', writing)
  const money = (label: string, ore: number | null, isTotal = false): ReportRow => row(label, [moneyValue(ore, writing)], isTotal)
  return {
    ...{ key: 'financiers', title: t('reports.part.financiers'), definition: t('reports.moneyHelp'), rowTitle: t('reports.financier') },
    sentence: t('reports.financiersSentence', { kronor: kronor(all, writing) }),
    columns: [column('amount', t('reports.amount'), 'money')],
    rows: [
      ...(Financier as CodeList).codes.map(({ code, label }) => money(label[locale], amount(code))),
      money(t('reports.sum'), all, true),
    ],
    picture: null,
    isChange: false,
  }
}

function summaryPart(
  own: readonly ReportedIntervention[],
  fund: readonly ReportedIntervention[],
  approved: ApprovedMoney | undefined,
  writing: Writing,
): ReportPart {
  const { t } = writing
  const administration = administrationSum(approved?.years ?? [])
  const all = [...own, ...fund]
  const amounts = (some: readonly ReportedIntervention[]): Amounts => amountsOf(some.flatMap(({ money }) => money))
  return {
    ...{ key: 'costSummary', title: t('reports.part.costSummary'), sentence: amountsSentence(amounts(all), all.length, writing) },
    ...{
      definition: `${t('reports.moneyHelp')} ${t('reports.summaryHelp')}`,
      rowTitle: t('reports.part.costs'),
      columns: amountColumns(writing),
    },
    rows: [
      amountsRow(t('reports.withoutEsf'), amounts(own), writing),
      amountsRow(t('reports.withEsf'), amounts(fund), writing),
      amountsRow(t('reports.allInterventions'), amounts(all), writing, true),
      amountsRow(t('reports.part.administration'), administration, writing),
    ],
    picture: null,
    isChange: false,
  }
}

function amountsOf(money: readonly Pick<InterventionMoney, 'budget' | 'actual'>[]): Amounts {
  return { budget: sumOfKnown(money.map(({ budget }) => budget)), actual: sumOfKnown(money.map(({ actual }) => actual)) }
}

const lessOf = (whole: number | null, part: number | null): number | null => (whole === null ? null : whole - (part ?? 0))
const kronor = (ore: number, { locale }: Writing): string => countText(Math.round(ore / 100), locale)

function amountColumns({ t }: Writing) {
  return (['budget', 'actual', 'difference'] as const).map((name) => column(name, t(`reports.column.${name}`), 'money'))
}

function amountsRow(label: string, { budget, actual }: Amounts, writing: Writing, isTotal = false): ReportRow {
  const difference = budget === null || actual === null ? null : actual - budget
  return row(
    label,
    [budget, actual, difference].map((ore) => moneyValue(ore, writing)),
    isTotal,
  )
}

function amountsSentence({ budget, actual }: Amounts, n: number, writing: Writing): string {
  const { t } = writing
  if (n === 0) return t('reports.costsNobody')
  const words = { n, budget: budget === null ? '' : kronor(budget, writing), actual: actual === null ? '' : kronor(actual, writing) }
  if (budget === null && actual === null) return t('reports.costsNone', words)
  if (actual === null) return t('reports.costsBudget', words)
  return t(budget === null ? 'reports.costsActual' : 'reports.costsBoth', words)
}
