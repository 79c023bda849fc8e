import type { Interval } from '../../probability/interval.ts'
import type { Writing } from '../../statistics/figure.ts'
import type { OwnDifference, OwnEffect } from '../domain.ts'
import { payers } from '../money/payers.ts'
import { estimateText, numberText, type Shape } from './amounts.ts'
import { moneyAnswer, worthOfOne, type MoneyAnswer } from './moneyAnswer.ts'
import type { MoneyRead } from './moneyAsked.ts'
import type { OwnResult } from './ownResult.ts'

/** What is said of cost and value: sentences, and a table of who gains what when there is an effect. */
export interface MoneySaid {
  sentences: string[]
  net: { whom: string; value: string }[]
}

/** Kronor as they are sure: four digits. */
export const kronor = (value: number, writing: Writing): string => numberText(Number(value.toPrecision(4)), 0, writing)

/** Break-even first, the net value last and only of an effect. */
export function moneyWords(
  result: OwnResult,
  claim: OwnDifference | OwnEffect,
  money: MoneyRead,
  { shape, writing }: { shape: Shape; writing: Writing },
): MoneySaid {
  const { t } = writing
  const answer = moneyAnswer(result, claim, money)
  if (!answer) return { sentences: [t('effects.money.needsCost')], net: [] }
  const plain = (value: number): string => t('effects.money.kronor', { n: kronor(value, writing) })
  const estimate = result.report[result.report.reported]!
  const worth = result.isShare ? worthOfOne(money) : undefined
  return {
    sentences: [
      ...breakEvenSentences(answer, result, money, writing),
      t('effects.money.found', { text: estimateText(estimate, shape, writing) }),
      t('effects.money.cost', { amount: plain(answer.cost) }),
      ...(worth === undefined ? [] : [t('effects.money.worth', { amount: plain(worth) })]),
      ...(answer.effect ? [perExtraSentence(answer.effect.perExtra, shape, writing)] : [t('effects.money.notMoney')]),
    ],
    net: netRows(answer, writing),
  }
}

function breakEvenSentences({ breakEven }: MoneyAnswer, { isShare }: OwnResult, { prices, how }: MoneyRead, writing: Writing): string[] {
  const { t } = writing
  if (!isShare) return [t('effects.money.onlyShares')]
  if (prices.length === 0 || !how) return [t('effects.money.needsPrices')]
  return (['society', 'publicFinances'] as const).map((whom) => {
    const share = breakEven[whom]
    if (share === undefined || share > 1) return t('effects.money.never', { whom })
    return t(`effects.money.breakEven.${whom}`, { n: numberText(share * 100, 1, writing) })
  })
}

function perExtraSentence(
  { ratio, interval }: NonNullable<MoneyAnswer['effect']>['perExtra'],
  { isShare }: Shape,
  writing: Writing,
): string {
  const { t } = writing
  if (!interval) return t('effects.found.maybeNought')
  if (ratio <= 0) return t('effects.found.worse')
  return t(`effects.found.${isShare ? 'perExtra' : 'perUnit'}`, { amount: range({ estimate: ratio, ...interval }, writing) })
}

function netRows({ effect }: MoneyAnswer, writing: Writing): MoneySaid['net'] {
  const { t } = writing
  if (!effect?.net || !effect.payers) return []
  const whole = (['society', 'publicFinances'] as const).map((whom) => ({
    whom: t(`effects.found.${whom}`),
    value: range(effect.net![whom], writing),
  }))
  const parts = payers.map((payer) => ({
    whom: t('effects.found.beforeCost', { payer: t(`effects.money.payer.${payer}`) }),
    value: range(effect.payers![payer], writing),
  }))
  return [...whole, ...parts]
}

function range({ estimate, lower, upper }: Interval & { estimate: number }, writing: Writing): string {
  if (lower === upper) return writing.t('effects.money.kronor', { n: kronor(estimate, writing) })
  return writing.t('effects.money.range', {
    ...{ n: kronor(estimate, writing), lower: kronor(lower, writing), upper: kronor(upper, writing) },
  })
}
