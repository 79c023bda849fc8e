// On the embedded database alone
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { notAnEffect } from '../claimWords.ts'
import { frameMessages } from '../messages.ts'
import { translator } from '../../values/catalogue.ts'
import type { Locale } from '../../values/codeList.ts'
import type { Writing } from '../../statistics/figure.ts'
import { differenceText, estimateText, shapeOf } from './amounts.ts'
import { claimOf } from './claim.ts'
import { declaredRule, monthsNeeded, nothingDescribed, type Described } from './described.ts'
import { gateRows } from './gateRows.ts'
import { assumedText, missingRow } from './missingRows.ts'
import { neededSentences } from './needed.ts'
import { countingOutside } from './outside.ts'
import { OwnComparison } from './ownComparison.ts'
import type { OwnResult } from './ownResult.ts'
import { againstTexts } from './texts.ts'

const catalogue = { ...frameMessages, ...againstTexts }
const writings: Record<Locale, Writing> = {
  sv: { locale: 'sv', t: translator(catalogue, 'sv') },
  en: { locale: 'en', t: translator(catalogue, 'en') },
}
const { sv } = writings
const described: Described = {
  ...nothingDescribed,
  outcome: 'Timmar i arbete',
  unit: 'timmar',
  from: '2024-01',
  to: '2024-12',
  sameWindow: true,
  rule: 'mötet',
}
/** An answer with no-break spaces as plain ones. */
const plain = (text: string | undefined): string => (text ?? '').replace(/\s/g, ' ')

async function resultOf(text: string, rule: string | undefined): Promise<OwnResult> {
  const own = new OwnComparison()
  await own.open(0, new TextEncoder().encode(text), '2026-01-15')
  const covariates = ['ålder', 'kvinna', 'månader_utan_arbete', 'arbetstid_före']
  const placeboCovariates = covariates.slice(0, 3)
  const columns = { treated: 'startade', outcome: 'arbetstid', placebo: 'arbetstid_före', covariates, placeboCovariates }
  const answer = await own.compare({ ...columns, indexDateRule: rule, lottery: false })
  if (answer.kind !== 'result') throw new Error(JSON.stringify(answer))
  return answer.result
}
const file = readFileSync('docs/users/exempel/jamforelse.csv', 'utf8')
/** The same persons with an outcome of 1 or 0: more than twenty hours; every tenth is not known. */
const asShares = file
  .trim()
  .split(/\r?\n/)
  .map((line, at) =>
    at === 0 ? line : line.replace(/^(\d;)([^;]*)/, (_, group, y) => `${group}${at % 10 === 0 ? '' : Number(y.replace(',', '.') > 20)}`),
  )
  .join('\n')
let passed: OwnResult
let failed: OwnResult
let shares: OwnResult
beforeAll(async () => {
  passed = await resultOf(file, declaredRule(described))
  failed = await resultOf(file, undefined)
  shares = await resultOf(asShares, undefined)
})

describe('a comparison', () => {
  test('is an effect only when every check has passed, and then says so', () => {
    const [effect, difference] = [passed, failed].map((one) => claimOf(one, described, 'arbetstid', sv))
    expect([effect!.claim, difference!.claim]).toEqual(['effect', 'comparison'])
    expect(effect!.sentences[0]).toMatch(/^Insatsens effekt bland dem som startade: [\d,]+ timmar mer \(kan vara från/)
    expect(difference!.title).toBe('Skillnad mellan grupper (inte tolkbar som effekt)')
  })
  test.each(['sv', 'en'] as const)('that is none has the word nowhere, in %s', (locale) => {
    const shape = shapeOf(false, 'timmar', failed.report.dr)
    const said = [claimOf(failed, described, 'arbetstid', writings[locale]), gateRows(failed.report, shape, writings[locale])]
    const all = JSON.stringify([...said, neededSentences(failed, described, writings[locale])])
    expect(notAnEffect.reduce((text, allowed) => text.replaceAll(allowed, ''), all)).not.toMatch(/effe[ck]t|signifi/i)
    expect(all).not.toMatch(/⟦|NaN|undefined/)
  })
  test('whose verdict is forged without its checks is still none', () => {
    const forged: OwnResult = { ...failed, report: { ...failed.report, verdict: 'effect' } }
    expect(claimOf(forged, described, 'arbetstid', sv).claim).toBe('comparison')
  })
  test('says of each failed check what it leaves open', () => {
    const { notKnown } = claimOf(failed, described, 'arbetstid', sv)
    expect(notKnown.filter((text) => text.includes('samma månader och regel'))).toHaveLength(1)
    expect(claimOf(passed, described, 'arbetstid', sv).notKnown.filter((text) => text.includes('samma månader'))).toEqual([])
  })
  test('of shares says so many of so many, and so many of 100', () => {
    const [first, , , counts] = claimOf(shares, { ...described, fixedBefore: true }, 'arbetstid', sv).sentences
    expect(plain(first)).toMatch(/^Skillnaden är \d+ fler av 100 \(kan vara från \d+ (fler|färre) till \d+ fler\)\.$/)
    expect(plain(counts)).toMatch(
      /^Av dem som startade: \d+ av \d+ \(\d+ %, osäkerhet \d+–\d+ %\)\. Bland jämförelsepersoner .* ungefär \d+ av 100\.$/,
    )
  })
})

describe('a difference in words', () => {
  const say = (value: number, isShare: boolean): string => plain(differenceText(value, shapeOf(isShare, 'kr', { estimate: 1234 }), sv))
  test.each([
    [0.12, true, '12 fler av 100'],
    [-0.03, true, '3 färre av 100'],
    [0.004, true, 'lika många av 100'],
    [1234.4, false, '1 234 kr mer'],
    [-5, false, '5 kr mindre'],
    [-0.4, false, 'lika mycket'],
  ])('%d (share: %s) is %s', (value, isShare, text) => expect(say(value, isShare)).toBe(text))
  test('has as many digits as it is sure of', () =>
    expect(estimateText({ estimate: 0.0123456, lower: -0.01, upper: 0.04 }, shapeOf(false, '', { estimate: 0.0123456 }), sv)).toBe(
      '0,0123 mer (kan vara från 0,01 mindre till 0,04 mer)',
    ))
})

describe('what would be needed', () => {
  const few = (): OwnResult => ({ ...failed, report: { ...failed.report, n1: 24, needed: { treated: 6, controls: 9 } } })
  test('is told with the months in which it is there at the pace so far', () => {
    // 24 in twelve months: six more take three.
    expect(monthsNeeded(described, few())).toEqual({
      startsUntil: '2025-03',
      outcome: { from: '2025-01', to: '2025-12' },
      before: { from: '2023-01', to: '2024-11' },
    })
    expect(neededSentences(few(), described, sv)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('till och med mars 2025'),
        expect.stringContaining('9 personer till att jämföra med, med startdatum 2024'),
      ]),
    )
  })
  test('has no months where no window is declared', () =>
    expect(neededSentences(few(), nothingDescribed, sv).join(' ')).not.toMatch(/20\d\d/))
  test('is nothing when all checks hold', () => expect(neededSentences(passed, described, sv)).toEqual([]))
  test('a rule counts only with its months, for both groups', () => {
    const without: Partial<Described>[] = [{ from: '' }, { to: '2023-01' }, { sameWindow: false }, { rule: ' ' }]
    expect(without.map((one) => declaredRule({ ...described, ...one }))).toEqual([undefined, undefined, undefined, undefined])
    expect(declaredRule(described)).toBe('mötet')
  })
})

describe('those not reached', () => {
  const shape = shapeOf(true, '', { estimate: 0.1 })
  const row = () => missingRow('treated', shares.groups.treated, shape, sv)
  test('are told with coverage, bounds and what those followed stand for', () => {
    const { n, known, x } = shares.groups.treated
    expect(n - known).toBeGreaterThan(5)
    expect(plain(row().coverage)).toBe(`${known} av ${n} (${Math.round((100 * known) / n)} %) kan följas`)
    expect(row().bounds).toContain(`mellan ${Math.round((100 * x!) / n)} och ${Math.round((100 * (x! + n - known)) / n)} av 100`)
    expect(row().weighted).toMatch(/av 100$/)
  })
  test('that stand in no file widen the bounds, and below 60 % only bounds are told', () => {
    const wider = countingOutside(shares, shares.groups.treated.n)
    expect(missingRow('treated', wider.groups.treated, shape, sv)).toMatchObject({
      followed: 'under 60 % är följda: bara gränserna visas',
      weighted: 'behövs inte, eller går inte att räkna',
    })
    expect(wider.groups.treated.bounds!.bounds.upper).toBeGreaterThan(shares.groups.treated.bounds!.bounds.upper)
    expect(assumedText(wider, 1, { shape, writing: sv })).not.toMatch(/skillnaden/)
  })
  test('that stand in no file can take the word away, and are then asked for', () => {
    const { n, known } = passed.groups.treated
    expect(claimOf(countingOutside(passed, 1), described, 'arbetstid', sv).claim).toBe('effect')
    const wider = countingOutside(passed, n)
    expect(claimOf(wider, described, 'arbetstid', sv).claim).toBe('comparison')
    expect([wider.report.gate.followUp.pass, wider.report.gate.followUpGap.pass]).toEqual([false, false])
    // 80 of 100 of twice as many, less those known.
    expect(wider.report.needed.outcomes).toBe(Math.ceil(0.8 * 2 * n) - known)
    expect(countingOutside(passed, 0)).toBe(passed)
  })
  test('when it went as well for them leave the difference as it is, and else lower it', () => {
    const say = (ratio: number): string => plain(assumedText(shares, ratio, { shape, writing: sv }))
    const asShown = plain(differenceText(shares.report.dr.estimate, shape, sv)).replace(' av 100', '')
    expect(shares.report.reported).toBe('dr')
    expect(say(1)).toContain(`blir ${asShown} av 100`)
    expect(say(0)).not.toContain(`blir ${asShown} av 100`)
  })
  test('nobody is nothing to assume', () => expect(assumedText(passed, 0.5, { shape, writing: sv })).toBeUndefined())
})
