import type { Funds } from '../../../financing/contributions/funds.ts'
import type { Entered } from '../../../financing/economy/economy.ts'
import type { Writing } from '../../figure.ts'
import { countText } from '../../plainText.ts'
import type { ReportPart } from '../domain.ts'
import { sumOfKnown } from '../../../values/sumOfKnown.ts'
import { column, moneyValue, row } from '../values.ts'

const steps = ['agreedOre', 'decidedOre', 'paidOre'] as const

/** What the parties have allocated, of the association's own ledger of contributions, and what was left when the year began. */
export function fundsPart({ parties }: Funds, economy: Entered | undefined, writing: Writing): ReportPart {
  const { t, locale } = writing
  const opening = economy?.openingEquityOre ?? null
  const own = opening === null ? t('reports.equityUnknown') : t('reports.equity', { kronor: countText(Math.round(opening / 100), locale) })
  const values = (of: readonly Funds['parties'][number][]) =>
    steps.map((step) => moneyValue(sumOfKnown(of.map((one) => one[step])), writing))
  return {
    ...{
      key: 'funds',
      title: t('reports.part.ownFunds'),
      sentence: `${t('reports.fundsSentence')} ${own}`,
      definition: t('reports.fundsHelp'),
    },
    rowTitle: t('reports.party'),
    columns: steps.map((step) => column(step, t(`reports.column.${step}`), 'money')),
    rows: [...parties.map((one) => row(t(`reports.party.${one.payer}`), values([one]))), row(t('statistics.all'), values(parties), true)],
    ...{ picture: null, isChange: false },
  }
}

/** The association's own administration, as its office has entered it. */
export function administrationPart({ administrationBudgetOre, administrationActualOre }: Entered, writing: Writing): ReportPart {
  const { t } = writing
  return {
    ...{ key: 'administration', title: t('reports.part.administration'), sentence: t('reports.administrationSentence') },
    ...{ definition: t('reports.administrationHelp'), rowTitle: '' },
    columns: [column('budget', t('reports.column.budget'), 'money'), column('actual', t('reports.column.actual'), 'money')],
    rows: [
      row(
        t('reports.part.administration'),
        [administrationBudgetOre, administrationActualOre].map((ore) => moneyValue(ore, writing)),
      ),
    ],
    ...{ picture: null, isChange: false },
  }
}
