import type { Writing } from '../../statistics/figure.ts'
import { percentText } from '../../statistics/plainText.ts'
import type { EffectReport } from '../comparison/effectReport.ts'
import type { CheckName } from '../comparison/gate.ts'
import { differenceText, levelText, numberText, type Shape } from './amounts.ts'

/** A check as it is shown: what was found, what is asked for, and whether it holds. */
export interface GateRow {
  check: CheckName
  name: string
  value: string
  limit: string
  holds: boolean
  answer: string
}

type Gate = Pick<EffectReport, 'gate'> & Partial<Pick<EffectReport, 'placeboFault'>>
type Written = Pick<GateRow, 'value' | 'limit'>
type Value = number | string | null

/** Every check with its figure beside its limit, in words. */
export function gateRows({ gate, placeboFault = null }: Gate, shape: Shape, writing: Writing): GateRow[] {
  return (Object.keys(gate) as CheckName[]).map((check) => {
    const { pass, value, limit } = gate[check]
    const holds = pass === true || pass === 'declared'
    const answer = pass === 'declared' ? 'declaredMark' : holdsWord(holds)
    return {
      ...{ check, name: writing.t(`effects.against.check.${check}`), holds, answer: writing.t(`effects.against.${answer}`) },
      ...written(check, value, limit, { shape, writing }),
      ...(check === 'placebo' && placeboFault && { value: cannotText(placeboFault, writing) }),
    }
  })
}

/** Why a placebo that was given has no estimate. */
const cannotText = ({ kind, covariate }: NonNullable<EffectReport['placeboFault']>, { t }: Writing): string =>
  t(`effects.against.placeboCannot.${kind}`, { column: covariate })

const holdsWord = (holds: boolean): string => (holds ? 'holdsMark' : 'failsMark')

function written(check: CheckName, value: Value, limit: Value, { shape, writing }: { shape: Shape; writing: Writing }): Written {
  const { t, locale } = writing
  const atLeast = (n: string): string => t('effects.against.atLeast', { n })
  const atMost = (n: string): string => t('effects.against.atMost', { n })
  const [found, asked] = [Number(value), Number(limit)]
  const number = (one: number, digits: number): string => numberText(one, digits, writing)
  const amount = (one: number): string => t('effects.against.plusMinus', { n: levelText(Math.abs(one), shape, writing) })
  const none = t('effects.against.none')
  switch (check) {
    case 'n1':
    case 'n0':
    case 'ess':
      // A limit of 92.5 persons is met by 93.
      return { value: number(Math.floor(found + 1e-9), 0), limit: atLeast(number(Math.ceil(asked - 1e-9), 0)) }
    case 'largestWeight':
      return { value: percentText(found, locale, 1), limit: atMost(percentText(asked, locale)) }
    case 'balance':
      return { value: deviationsText(found, writing), limit: atMost(number(asked, 2)) }
    case 'followUp':
      return { value: percentText(found, locale), limit: atLeast(percentText(asked, locale)) }
    case 'followUpGap': {
      const points = (one: number): string => t('effects.against.points', { n: number(one * 100, 1) })
      return { value: points(found), limit: atMost(points(asked)) }
    }
    case 'sameWindow':
      return { value: value === null ? none : String(value), limit: t('effects.against.mustBeDeclared') }
    case 'placebo':
      if (value === null) return { value: none, limit: t('effects.against.withinInterval', { n: '…' }) }
      return {
        value: differenceText(found, shape, writing),
        limit: t('effects.against.withinInterval', { n: levelText(asked, shape, writing) }),
      }
    case 'placeboPrecision':
      return { value: value === null ? none : amount(found), limit: atMost(amount(asked)) }
  }
}

/** A difference in standard deviations; beyond ten it says only that it is large. */
export function deviationsText(value: number, writing: Writing): string {
  if (Math.abs(value) <= 10) return numberText(value, 2, writing)
  return writing.t('effects.against.beyond', { n: value > 0 ? '10' : '−10' })
}
