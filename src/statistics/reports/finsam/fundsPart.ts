import type { Funds } from '../../../financing/contributions/fundsStore.ts'
import type { Writing } from '../../figure.ts'
import type { ReportPart } from '../domain.ts'
import { sumOf } from '../money/interventionStore.ts'
import { column, moneyValue, row } from '../values.ts'

const steps = ['agreedOre', 'decidedOre', 'paidOre'] as const

/** What the parties have allocated, of the association's own ledger of contributions. */
export function fundsPart({ parties }: Funds, writing: Writing): ReportPart {
  const { t } = writing
  const values = (of: readonly Funds['parties'][number][]) => steps.map((step) => moneyValue(sumOf(of.map((one) => one[step])), writing))
  return {
    ...{ key: 'funds', title: t('reports.part.allocated'), sentence: t('reports.fundsSentence'), definition: t('reports.fundsHelp') },
    rowTitle: t('reports.party'),
    columns: steps.map((step) => column(step, t(`reports.column.${step}`), 'money')),
    rows: [...parties.map((one) => row(t(`reports.party.${one.payer}`), values([one]))), row(t('statistics.all'), values(parties), true)],
    ...{ picture: null, isChange: false },
  }
}
