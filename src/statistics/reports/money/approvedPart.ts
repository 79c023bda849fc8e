import type { ApprovedYear } from '../../../financing/approved/approvedStore.ts'
import type { Writing } from '../../figure.ts'
import { countText } from '../../plainText.ts'
import type { ReportPart, ReportRow } from '../domain.ts'
import { column, moneyValue, row } from '../values.ts'
import { sumOfKnown } from '../../../values/sumOfKnown.ts'

/** The money of whole associations in a report: the years that they have approved, and how many associations and years there are in all. */
export interface ApprovedMoney {
  years: readonly ApprovedYear[]
  /** Associations times years that the report is of. */
  whole: number
}

const steps = ['agreedOre', 'decidedOre', 'paidOre'] as const
const payers = ['state', 'regions', 'municipalities'] as const

/** _Tilldelade medel_: what the parties have agreed, decided and paid, summed by party or association by association, and what was left when the last year began. */
export function allocatedPart({ years, whole }: ApprovedMoney, isDetailed: boolean, writing: Writing): ReportPart {
  const { t } = writing
  const known = years.filter(({ parties }) => parties.length > 0)
  const parties = known.flatMap((one) => one.parties)
  const values = (of: typeof parties) => steps.map((step) => moneyValue(sumOfKnown(of.map((one) => one[step])), writing))
  const lines = isDetailed
    ? known.map((one) => row(yearLabel(one, known), values(one.parties)))
    : payers.map((payer) => row(t(`reports.party.${payer}`), values(parties.filter((one) => one.payer === payer))))
  return {
    ...{ key: 'funds', title: t('reports.part.funds'), definition: t('reports.approvedHelp') },
    sentence: [t('reports.approvedFunds', { part: known.length, whole }), equitySentence(years, writing)].filter(Boolean).join(' '),
    rowTitle: t(isDetailed ? 'reports.association' : 'reports.party'),
    columns: known.length > 0 ? steps.map((step) => column(step, t(`reports.column.${step}`), 'money')) : [],
    rows: known.length > 0 ? [...lines, row(t('reports.sum'), values(parties), true)] : [],
    ...{ picture: null, isChange: false },
  }
}

/** What the administration of associations was to cost and cost, in all or one by one. */
export function administrationOfAll({ years, whole }: ApprovedMoney, isDetailed: boolean, writing: Writing): ReportPart {
  const { t } = writing
  const known = years.filter((one) => one.administrationBudgetOre !== null || one.administrationActualOre !== null)
  const line = (label: string, of: readonly ApprovedYear[], isTotal = false): ReportRow => {
    const { budget, actual } = administrationSum(of)
    return row(label, [moneyValue(budget, writing), moneyValue(actual, writing)], isTotal)
  }
  return {
    ...{ key: 'administration', title: t('reports.part.administration'), definition: t('reports.approvedHelp') },
    sentence: t('reports.approvedAdministration', { part: known.length, whole }),
    rowTitle: isDetailed ? t('reports.association') : '',
    columns: known.length > 0 ? (['budget', 'actual'] as const).map((name) => column(name, t(`reports.column.${name}`), 'money')) : [],
    rows: [
      ...(isDetailed ? known.map((one) => line(yearLabel(one, known), [one])) : []),
      ...(known.length > 0 ? [line(t(isDetailed ? 'reports.sum' : 'reports.part.administration'), known, isDetailed)] : []),
    ],
    ...{ picture: null, isChange: false },
  }
}

/** Administration in öre; `null` where nobody has entered it. */
export function administrationSum(years: readonly ApprovedYear[]): { budget: number | null; actual: number | null } {
  return {
    budget: sumOfKnown(years.map(({ administrationBudgetOre }) => administrationBudgetOre)),
    actual: sumOfKnown(years.map(({ administrationActualOre }) => administrationActualOre)),
  }
}

/** The name of an association, with the year where there are several. */
function yearLabel({ associationName, year }: ApprovedYear, all: readonly ApprovedYear[]): string {
  return all.some((other) => other.year !== year) ? `${associationName}, ${year}` : associationName
}

function equitySentence(years: readonly ApprovedYear[], { t, locale }: Writing): string {
  const known = years.filter(({ openingEquityOre }) => openingEquityOre !== null)
  const year = Math.max(...known.map((one) => one.year))
  const last = known.filter((one) => one.year === year)
  const ore = sumOfKnown(last.map(({ openingEquityOre }) => openingEquityOre))
  if (ore === null) return ''
  return t('reports.equityOfAll', { n: last.length, year, kronor: countText(Math.round(ore / 100), locale) })
}
