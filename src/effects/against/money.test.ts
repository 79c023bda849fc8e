// On the embedded database alone
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { symmetric } from '../../probability/interval.ts'
import { translator } from '../../values/catalogue.ts'
import type { OwnDifference, OwnEffect } from '../domain.ts'
import { byPayer, payers } from '../money/payers.ts'
import { flowsOf, yearlyValue, type Price } from '../money/priceList.ts'
import { shapeOf } from './amounts.ts'
import { claimOf } from './claim.ts'
import { nothingDescribed } from './described.ts'
import { moneyAnswer } from './moneyAnswer.ts'
import { emptyLine, moneyToWrite, readMoney, type MoneyWritten, type PriceWritten } from './moneyAsked.ts'
import { moneyWords } from './moneyWords.ts'
import { OwnComparison } from './ownComparison.ts'
import type { OwnResult } from './ownResult.ts'
import { againstTexts } from './texts.ts'

const writing = { locale: 'sv', t: translator(againstTexts, 'sv') } as const
const plain = (text: string): string => text.replace(/\s/g, ' ')
const price = (over: Partial<Price>): Price => ({
  ...{ label: 'x', kind: 'resource', gains: 'region', loses: undefined, amount: 1000, source: 'påhittad', year: 2025, index: 1 },
  ...over,
})

describe('a list of prices', () => {
  test('is in today’s money', () => expect(yearlyValue([price({ index: 1.1 })]).society).toBeCloseTo(1100, 9))
  test('moves transfers from one to another, and society has nothing of them', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...payers), fc.constantFrom(...payers), fc.integer({ min: 0, max: 1e6 }))), (moved) => {
        const prices = moved.flatMap(([gains, loses, amount]) =>
          gains === loses ? [] : [price({ kind: 'transfer', gains, loses, amount })],
        )
        expect(byPayer(flowsOf(prices)).society).toBe(0)
      }),
    ))
  test('refuses a transfer from nobody or to oneself', () => {
    expect(() => flowsOf([price({ kind: 'transfer' })])).toThrow(RangeError)
    expect(() => flowsOf([price({ kind: 'transfer', loses: 'region' })])).toThrow(RangeError)
  })
})

const written = (over: Partial<MoneyWritten> = {}): MoneyWritten => ({
  ...moneyToWrite((name) => name),
  total: '850 000',
  participations: '10',
  ...over,
})
const line = (over: Partial<PriceWritten>): PriceWritten => ({
  ...emptyLine(),
  amount: '180 000',
  source: 'påhittad',
  year: '2025',
  ...over,
})

describe('what is written of money', () => {
  test('begins with the usual lines and no amounts, so nothing is worth anything that nobody has a source for', () => {
    expect(readMoney(written())).toMatchObject({ cost: 85_000, prices: [], unfinished: [], how: { fade: 0.15, discount: 0.03, years: 5 } })
  })
  test('counts a price only with source, year and index', () => {
    const lacking = [
      line({ source: ' ' }),
      line({ year: '' }),
      line({ index: 'x' }),
      line({ kind: 'transfer', gains: 'state', loses: 'state' }),
      line({}),
    ]
    const { prices, unfinished } = readMoney(written({ prices: lacking }))
    expect([prices.length, unfinished]).toEqual([1, [0, 1, 2, 3]])
  })
  test.each([{ participations: '0' }, { total: 'x' }, { participations: '' }])('gives no cost of %j', (over) =>
    expect(readMoney(written(over)).cost).toBeUndefined(),
  )
  test.each([{ years: '2,5' }, { years: '0' }, { fade: '101' }, { discount: '' }])('gives no time of %j', (over) =>
    expect(readMoney(written(over)).how).toBeUndefined(),
  )
})

let shares: OwnResult
let passing: OwnEffect
let refused: OwnDifference | OwnEffect
beforeAll(async () => {
  const text = readFileSync('docs/users/exempel/jamforelse.csv', 'utf8').replace(
    /^(\d;)([^;]*)/gm,
    (_, group: string, y: string) => group + (Number(y.replace(',', '.')) > 20 ? 1 : 0),
  )
  const own = new OwnComparison()
  await own.open(0, new TextEncoder().encode(text), '2026-01-15')
  const columns = { treated: 'startade', outcome: 'arbetstid', covariates: ['ålder', 'kvinna'], placeboCovariates: [] }
  const answer = await own.compare({ ...columns, indexDateRule: undefined, lottery: false })
  if (answer.kind !== 'result') throw new Error(JSON.stringify(answer))
  const { result } = answer
  shares = { ...result, report: { ...result.report, reported: 'dr', dr: symmetric(0.1, 0.0408) } }
  refused = claimOf(shares, nothingDescribed, 'arbetstid', writing)
  passing = { ...refused, claim: 'effect', gate: [{ check: 'n1', pass: true }] }
})
const shape = shapeOf(true, '', { estimate: 0.1 })
const one = written({ prices: [line({})] })

describe('what a comparison costs and is worth', () => {
  test('is, of the printed example, 13.6 more of 100 to break even, and −22,355 kronor at ten more', () => {
    const answer = moneyAnswer(shares, passing, readMoney(one))!
    expect(answer.breakEven.society).toBeCloseTo(85_000 / 626_446, 6)
    expect(Math.round(answer.effect!.net!.society.estimate)).toBe(-22_355)
    expect(answer.effect!.perExtra.ratio).toBeCloseTo(850_000, 6)
  })
  test('says the break-even difference first', () => {
    const { sentences } = moneyWords(shares, passing, readMoney(one), { shape, writing })
    expect(plain(sentences[0]!)).toBe('För att gå jämnt upp för samhället behöver 13,6 fler av 100 nå utfallet än annars.')
    expect(plain(sentences.join(' '))).toMatch(/Kostnad för en till som når utfallet: 850 000 kronor \(kan vara från 472 300 till/)
  })
  test('is put into no money when it is no effect', () => {
    const { sentences, net } = moneyWords(shares, refused, readMoney(one), { shape, writing })
    expect(refused.claim).toBe('comparison')
    expect(net).toEqual([])
    expect(sentences.join(' ')).not.toMatch(/effekt|en till som når utfallet:/i)
    expect(moneyAnswer(shares, refused, readMoney(one))!.effect).toBeUndefined()
  })
  test('has no cost per extra when there may be no effect', () => {
    const unsure: OwnResult = { ...shares, report: { ...shares.report, dr: symmetric(0.05, 0.04) } }
    expect(moneyWords(unsure, passing, readMoney(one), { shape, writing }).sentences).toContain(
      'Kostnad per extra utfall kan inte anges: effekten kan vara noll.',
    )
  })
  test('never breaks even on transfers alone', () => {
    const moved = written({ prices: [line({ kind: 'transfer', gains: 'municipality', loses: 'individual' })] })
    const [society, publicFinances] = moneyWords(shares, passing, readMoney(moved), { shape, writing }).sentences
    expect([society, publicFinances]).toEqual([
      expect.stringContaining('inte jämnt upp för samhället'),
      expect.stringContaining('jämnt upp för de offentliga finanserna behöver'),
    ])
  })
  test('the parties’ parts together are society’s before the cost', () => {
    const mixed = written({
      prices: [line({ kind: 'transfer', gains: 'state', loses: 'individual' }), line({ kind: 'production', gains: 'individual' })],
    })
    const { net, payers: parts } = moneyAnswer(shares, passing, readMoney(mixed))!.effect!
    expect(Object.values(parts!).reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(net!.society.estimate + 85_000, 6)
    expect(parts!.individual.estimate).toBeCloseTo(0, 6)
  })
  test('is of no other outcome than yes or no', () => {
    const amounts: OwnResult = { ...shares, isShare: false }
    const { sentences } = moneyWords(amounts, passing, readMoney(one), { shape: { ...shape, isShare: false }, writing })
    expect(sentences[0]).toContain('ja eller nej')
    expect(sentences.join(' ')).toContain('Kostnad för en enhet mer av utfallet')
  })
})
