import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translator } from '../../values/catalogue.ts'
import { financingMessages } from '../messages.ts'
import { bookYears, type BookEntry } from './book.ts'
import type { BookMember, LedgerStep } from './domain.ts'
import { payers, sharesOf } from './level.ts'
import { contributionsOf } from './offers.ts'
import { yearSentences } from './page/words.ts'

const ids = { state: 's', region: 'r', one: 'a', two: 'b' }
const members: BookMember[] = [
  { organisationId: ids.state, name: 'FK', payer: 'state', inhabitants: 1000 },
  { organisationId: ids.region, name: 'Regionen', payer: 'regions', inhabitants: 1000 },
  { organisationId: ids.one, name: 'Ena', payer: 'municipalities', inhabitants: 600 },
  { organisationId: ids.two, name: 'Andra', payer: 'municipalities', inhabitants: 400 },
]
const entry = (step: LedgerStep, organisationId: string, year: number, kronor: number, more: Partial<BookEntry> = {}): BookEntry => ({
  ...{ year, organisationId, step, amountOre: kronor * 100, dated: `${year - 1}-10-01`, reference: 'D-1', motive: '', earmark: '' },
  ...{ recordedAt: '2020-01-01T00:00:00Z', ...more },
})
/** All that was agreed of a year, by the act, with the municipalities' part halved. */
const agreement = (year: number, total: number): BookEntry[] => {
  const shares = sharesOf(total, 'quarters')
  const half = shares.municipalities / 2
  const parts = [
    [ids.state, shares.state],
    [ids.region, shares.regions],
    [ids.one, half],
    [ids.two, half],
  ] as const
  return parts.map(([id, kronor]) => entry('agreed', id, year, kronor))
}
const today = '2021-06-01'

describe('a year in which the state and the region set the level together', () => {
  const [year] = bookYears(
    members,
    [...agreement(2020, 40_000_000), entry('decided', ids.state, 2020, 16_000_000), entry('decided', ids.region, 2020, 8_000_000)],
    today,
  )
  test('hangs by two kronor on each of the state’s and by four on each of the region’s, and both are told', () => {
    expect(year!.parties.filter(({ setsLevel }) => setsLevel).map(({ payer, leverage }) => [payer, leverage])).toEqual([
      ['state', 2],
      ['regions', 4],
    ])
    const said = yearSentences(year!, { members }, translator(financingMessages, 'sv'), 'sv').join(' ')
    expect(said).toMatch(/1 kr mindre från [^.]* är 2 kr mindre till förbundet\. 1 kr mindre från [^.]* är 4 kr mindre till förbundet\./)
  })
})

describe('the Stockholm case in a ledger: the region decides 8 mkr three years in a row', () => {
  const totals = { 2019: 32_000_000, 2020: 48_000_000, 2021: 54_700_000 }
  const entries = Object.entries(totals).flatMap(([year, total]) => [
    ...agreement(Number(year), total),
    entry('decided', ids.region, Number(year), 8_000_000, { motive: 'Oförändrad ram.' }),
  ])
  const years = bookYears(members, entries, today)
  test('32, 48 and 54.7 are agreed, and the level is 32 in all', () =>
    expect(years.map(({ year, agreedOre, level }) => [year, agreedOre! / 1e8, level!.totalOre / 1e8])).toEqual([
      [2019, 32, 32],
      [2020, 48, 32],
      [2021, 54.7, 32],
    ]))
  test('16.0 and 22.7 are missing, 38.7 in all', () =>
    expect(years.map(({ gapOre, cumulatedGapOre }) => [gapOre! / 1e8, cumulatedGapOre! / 1e8])).toEqual([
      [0, 0],
      [16, 16],
      [22.7, 38.7],
    ]))
  test('the region’s contribution sets the level, with its own reason, at four to one', () => {
    expect(years.map(({ level }) => level)).toMatchObject([
      { isEven: true },
      { binding: ['regions'], leverage: 4, isEven: false, isExpected: true },
      { binding: ['regions'] },
    ])
    expect(years[1]!.members[1]).toMatchObject({ motive: 'Oförändrad ram.', status: 'below' })
    expect(years[1]!.parties.map(({ gapOre }) => gapOre)).toEqual([0, 400_000_000, 0])
  })
  test('what the others give above their share is unmatched, and split to the krona', () => {
    expect(years[2]!.parties.map(({ unmatchedOre }) => unmatchedOre! / 100)).toEqual([11_350_000, 0, 5_675_000])
    expect(years[2]!.members.map(({ matchedOre }) => matchedOre! / 100)).toEqual([16_000_000, 8_000_000, 4_000_000, 4_000_000])
  })
  test('kronor per inhabitant and the change from last year', () => {
    expect(years[2]!.members[2]).toMatchObject({
      perInhabitantOre: Math.round(683_750_000 / 600),
      changeOre: 83_750_000,
      shareOfParty: 0.5,
    })
    expect(years[0]!.members[2]!.changeOre).toBeNull()
  })
})

describe('what holds of a row', () => {
  const of = (...rows: BookEntry[]) => bookYears(members, [...agreement(2021, 48_000_000), ...rows], today)[0]!.members[1]!
  test('the decision dated last, whatever the order it was written in', () => {
    const [first, last] = [
      entry('decided', ids.region, 2021, 1, { dated: '2020-11-01' }),
      entry('decided', ids.region, 2021, 2, { dated: '2021-02-01' }),
    ]
    for (const rows of [
      [first, last],
      [last, first],
    ])
      expect(of(...rows).decidedOre).toBe(200)
  })
  test('of two of one day the one written last', () => {
    const rows = [entry('decided', ids.region, 2021, 1), entry('decided', ids.region, 2021, 2, { recordedAt: '2020-01-02T00:00:00Z' })]
    expect(of(...rows).decidedOre).toBe(200)
  })
  test('invoices and payments add up', () => {
    const paid = [3, 4].map((kronor) => entry('paid', ids.region, 2021, kronor))
    expect(of(...paid, entry('invoiced', ids.region, 2021, 7))).toMatchObject({ paidOre: 700, invoicedOre: 700, status: 'partlyPaid' })
  })
  test('a decision of nothing is a decision', () =>
    expect(of(entry('decided', ids.region, 2021, 0))).toMatchObject({ decidedOre: 0, status: 'below' }))
})

test('nobody is asked for a krona that it did not offer, where whole kronor are matched of öre', () => {
  const rows = [
    entry('decided', ids.state, 2021, 500_002),
    entry('decided', ids.region, 2021, 250_001),
    ...[ids.one, ids.two].flatMap((id) =>
      (['decided', 'paid'] as const).map((step) => entry(step, id, 2021, 0, { amountOre: 125_000_50 })),
    ),
  ]
  const [year] = bookYears(members, rows, '2022-01-01')
  const municipal = year!.members.filter(({ payer }) => payer === 'municipalities')
  expect(municipal.map(({ matchedOre }) => matchedOre).sort()).toEqual([125_000_00, 125_001_00])
  expect(municipal.map(({ status }) => status)).toEqual(['paid', 'paid'])
  const unpaid = year!.warnings.filter(({ key }) => key === 'contributions.warn.unpaid')
  expect(unpaid.map(({ args }) => args['member'])).toEqual(['FK', 'Regionen'])
})

describe('the level', () => {
  test('is of whole kronor: öre above them are unmatched', () => {
    const decision = entry('decided', ids.region, 2021, 0, { amountOre: 800_000_099 })
    const [year] = bookYears(members, [...agreement(2021, 48_000_000), decision], today)
    expect(year!.level!.totalOre).toBe(3_200_000_000)
    expect(year!.parties[1]).toMatchObject({ offerOre: 800_000_099, matchedOre: 800_000_000, unmatchedOre: 99 })
  })
  test('is not told while a party has said nothing', () => {
    const [year] = bookYears(members, [entry('decided', ids.region, 2021, 8_000_000)], today)
    expect(year).toMatchObject({ level: null, gapOre: null, cumulatedGapOre: null, agreedOre: null })
    expect(year!.warnings).toEqual([])
  })
  test('§ 5 a: where no region is a member, state and municipality pay half each', () => {
    const two = members.filter(({ organisationId }) => organisationId === ids.state || organisationId === ids.one)
    const [year] = bookYears(two, [entry('decided', ids.state, 2021, 5), entry('decided', ids.one, 2021, 4)], today)
    expect(year).toMatchObject({ level: { totalOre: 800, binding: ['municipalities'], leverage: 2 } })
    expect(year!.parties.map(({ payer }) => payer)).toEqual(['state', 'municipalities'])
  })
})

describe('the warnings', () => {
  const warned = (day: string, ...rows: BookEntry[]) =>
    bookYears(members, [...agreement(2021, 48_000_000), ...rows], day)[0]!.warnings.map(({ key, args }) => [
      key.replace('contributions.warn.', ''),
      args.member,
    ])
  test('nobody is asked for a decision before September of the year before', () => expect(warned('2020-08-31')).toEqual([]))
  test('then until the budget is to be adopted, and after', () => {
    expect(warned('2020-09-01')).toEqual(members.map(({ name }) => ['decisionDue', name]))
    expect(warned('2020-11-30')[0]).toEqual(['decisionDue', 'FK'])
    expect(warned('2020-12-01')[0]).toEqual(['decisionOverdue', 'FK'])
  })
  test('the day a decision below the agreement is entered, first of all', () =>
    expect(warned('2020-10-02', entry('decided', ids.region, 2021, 8_000_000))[0]).toEqual(['belowLevel', 'Regionen']))
  test('what is not paid when the year is over', () => {
    expect(warned('2021-12-31').filter(([key]) => key === 'unpaid')).toEqual([])
    expect(warned('2022-01-01', entry('paid', ids.state, 2021, 24_000_000)).filter(([key]) => key === 'unpaid')).toEqual(
      ['Regionen', 'Ena', 'Andra'].map((name) => ['unpaid', name]),
    )
  })
  test('more invoiced or paid than decided', () =>
    expect(
      warned(
        today,
        entry('decided', ids.state, 2021, 24_000_000),
        entry('paid', ids.state, 2021, 24_000_001),
        entry('invoiced', ids.state, 2021, 25_000_000),
      ).slice(-2),
    ).toEqual([
      ['overInvoiced', 'FK'],
      ['overPaid', 'FK'],
    ]))
  test('an agreement that is not by the act, and a member that is not in it', () => {
    const rows = [entry('agreed', ids.state, 2021, 10), entry('agreed', ids.region, 2021, 10), entry('agreed', ids.one, 2021, 10)]
    const keys = bookYears(members, rows, '2020-01-01')[0]!.warnings.map(({ key }) => key)
    expect(keys).toEqual(['contributions.warn.noAmount', 'contributions.warn.notByLaw'])
  })
})

test('money with a purpose of its own stands apart: in no level, no share and no sum', () => {
  const plain = bookYears(members, agreement(2020, 48_000_000), today)[0]!
  const extra = entry('decided', ids.state, 2020, 5_000_000, { earmark: 'Riktat uppdrag: unga' })
  const { earmarked, ...rest } = bookYears(members, [...agreement(2020, 48_000_000), extra], today)[0]!
  expect({ ...rest, earmarked: [] }).toEqual(plain)
  expect(earmarked).toMatchObject([{ name: 'FK', earmark: 'Riktat uppdrag: unga', agreedOre: null, decidedOre: 500_000_000 }])
})

const row: fc.Arbitrary<BookEntry> = fc.record({
  year: fc.integer({ min: 2019, max: 2023 }),
  organisationId: fc.constantFrom(...Object.values(ids)),
  step: fc.constantFrom<LedgerStep>('agreed', 'decided', 'invoiced', 'paid'),
  amountOre: fc.integer({ min: 0, max: 1_000_000_000 }),
  dated: fc.integer({ min: 1, max: 28 }).map((day) => `2019-01-${String(day).padStart(2, '0')}`),
  ...{ reference: fc.constant('D'), motive: fc.constant(''), earmark: fc.constantFrom('', '', 'Ett uppdrag') },
  recordedAt: fc.integer({ min: 10, max: 59 }).map((second) => `2020-01-01T00:00:${second}Z`),
})
test('whatever the rows: every öre is matched or unmatched, gaps add up, and the order they stand in is nothing', () =>
  fc.assert(
    fc.property(fc.uniqueArray(row, { maxLength: 40, selector: ({ dated, recordedAt }) => dated + recordedAt }), (entries) => {
      const years = bookYears(members, entries, today)
      for (const { level, parties, members: each } of years) {
        if (!level) continue
        expect(parties.reduce((sum, { matchedOre }) => sum + matchedOre!, 0)).toBe(level.totalOre)
        for (const payer of payers) {
          const party = parties.find((one) => one.payer === payer)!
          expect(party.matchedOre! + party.unmatchedOre!).toBe(party.offerOre)
          const own = each.filter((one) => one.payer === payer)
          expect(own.reduce((sum, { matchedOre }) => sum + (matchedOre ?? 0), 0)).toBe(party.matchedOre)
          expect(own.reduce((sum, { offerOre }) => sum + (offerOre ?? 0), 0)).toBe(party.offerOre)
        }
      }
      const gaps = years.flatMap(({ gapOre }) => (gapOre === null ? [] : [gapOre]))
      expect(years.findLast(({ cumulatedGapOre }) => cumulatedGapOre !== null)?.cumulatedGapOre ?? 0).toBe(
        gaps.reduce((sum, gap) => sum + gap, 0),
      )
      expect(bookYears(members, [...entries].reverse(), today)).toEqual(years)
    }),
  ))

test('a municipality outside every region counts in both quarters, as the calculator says (§ 5 a)', () => {
  const amount = fc.integer({ min: 0, max: 50_000_000 })
  const party = (organisationId: string, payer: BookMember['payer'], asRegion = false): BookMember => ({
    ...{ organisationId, name: organisationId, payer, inhabitants: 1, asRegion, outsideRegion: organisationId === 'Gotland' },
  })
  const five = [
    party('FK', 'state'),
    party('R', 'regions'),
    party('Gotland', 'regions', true),
    party('Gotland', 'municipalities'),
    party('A', 'municipalities'),
  ]
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (state, own, asRegion, asMunicipality, other) => {
      const given = [entry('decided', 'FK', 2027, state), entry('decided', 'R', 2027, own), entry('decided', 'A', 2027, other)]
      const both = [entry('decided', 'Gotland', 2027, asMunicipality), { ...entry('decided', 'Gotland', 2027, asRegion), asRegion: true }]
      const [year] = bookYears(five, [...given, ...both], '2027-01-01')
      const offers = { state, regions: { R: own }, municipalities: { A: other, Gotland: { asMunicipality, asRegion } } }
      const told = contributionsOf({ offers, outsideRegion: ['Gotland'] })
      expect(year!.level).toMatchObject({ totalOre: told.level * 100, binding: told.binding })
      const matched = Object.fromEntries(year!.members.map((one) => [`${one.name} ${one.payer}`, one.matchedOre! / 100]))
      expect(matched).toEqual({
        ...{ 'FK state': told.shares.state, 'R regions': told.shares.regions.R, 'Gotland regions': told.shares.regions.Gotland },
        ...{ 'Gotland municipalities': told.shares.municipalities.Gotland, 'A municipalities': told.shares.municipalities.A },
      })
    }),
  )
})
