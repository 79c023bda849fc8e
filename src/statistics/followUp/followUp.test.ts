import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { transportAs, world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { monthNumber } from '../../values/month.ts'
import { getFollowUp, listPlaces, tabulateFacts } from '../contract.ts'
import type { Figure, Tabulated } from '../domain.ts'

let database: Database
let app: FastifyInstance

beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 11))
  useTransport(transportAs(app, 'nationalanalyst.1'))
})
afterAll(() => database.close())

const [from, to] = [monthNumber('2023-01'), monthNumber('2023-12')]

/** Counts written by hand in SQL, by sex: women, men. */
async function byHand(where: string): Promise<number[]> {
  const counts: number[] = []
  for await (const chunk of database.copyOut(
    `select coalesce(sum(case when sex = 0 then 1 end), 0)::int, coalesce(sum(case when sex = 1 then 1 end), 0)::int from fact f where ${where}`,
  )) {
    const view = new DataView(chunk.buffer, chunk.byteOffset)
    // Header of 19 bytes, number of columns, then length and value twice.
    counts.push(view.getInt32(25), view.getInt32(33))
  }
  return counts
}

const inPeriod = `entry_month <= ${to} and (exit_month is null or exit_month >= ${from})`
const exits = `exit_month between ${from} and ${to}`
const values = (figures: readonly Figure[]) => figures.map(({ value }) => valueOf(value)!)

/** Numbers shown are those of SQL, give or take the noise; noughts are noughts. */
function expectNear(shown: readonly (number | undefined)[], counted: readonly number[]): void {
  expect(shown.length).toBe(counted.length)
  for (const [at, count] of counted.entries()) {
    if (count === 0) expect(shown[at]).toBe(0)
    else expect(Math.abs(shown[at]! - count)).toBeLessThanOrEqual(7)
  }
}

describe('follow-up of a year', () => {
  const year = { from: '2023-01', to: '2023-12' }
  test('counts what SQL written by hand counts', async () => {
    const { counts } = await call(getFollowUp, { query: { place: 'nation', ...year } })
    const [participations, , ended] = counts.map(({ bySex }) => values(bySex.map(({ figure }) => figure)))
    expectNear([...participations!, ...ended!], [...(await byHand(inPeriod)), ...(await byHand(exits))])
  })
  test('has the outcome that SQL written by hand has', async () => {
    const { outcomes } = await call(getFollowUp, { query: { place: 'nation', ...year } })
    const rightSupport = outcomes.find(({ measure }) => measure.name === 'right-support')!
    expectNear(values(rightSupport.bySex.map(({ figure }) => figure)), await byHand(`${exits} and exit_reason = 4`))
    expectNear(
      rightSupport.bySex.map(({ figure }) => valueOf(figure.n!)),
      await byHand(exits),
    )
  })
  test('of one association is about its own', async () => {
    const { counts, place } = await call(getFollowUp, { query: { place: 'association:prov-2', ...year } })
    const own = await byHand(`${inPeriod} and association_id = '${world.associations[1]}'`)
    expectNear(values(counts[0]!.bySex.map(({ figure }) => figure)), own)
    expect(place).toEqual({ kind: 'association', address: 'association:prov-2', name: 'Provförbundet 2' })
  })
  test('says that invented data are invented, and the latest registration', async () => {
    expect(await call(getFollowUp, { query: { ...year } })).toMatchObject({
      demo: true,
      threshold: 5,
      noise: { version: 1, maxDeviation: 7 },
      dataDate: '2024-01-15',
    })
  })
  test('is of the last whole year with data unless another is asked for', async () => {
    const { defaultPeriod } = await call(listPlaces)
    const { period } = await call(getFollowUp)
    expect([period, period]).toEqual([defaultPeriod, { from: '2023-01', to: '2023-12' }])
  })
  test('counts distinct persons within a controller, and says what it means above', async () => {
    const { counts, controllers } = await call(getFollowUp, { query: { ...year } })
    expect(controllers).toBe(2)
    expect(counts[1]!.sentence).toContain('övre gräns')
    const one = await call(getFollowUp, { query: { place: `intervention:${world.interventions[0]}`, ...year } })
    expect(one.counts[1]!.sentence).toContain('olika personer')
  })
  test('has coverage with anonymous and volume counts of the year', async () => {
    const { coverage, counts } = await call(getFollowUp, { query: { place: 'association:prov-1', ...year } })
    const followable = valueOf(counts[0]!.total.value)!
    expect(coverage).toMatchObject({ years: [2023], isWholeYears: true, associations: { part: 1, whole: 1 } })
    expectNear([valueOf(coverage.anonymous), valueOf(coverage.volume)], [12, 30])
    const without = valueOf(coverage.anonymous)! + valueOf(coverage.volume)!
    expect(coverage.followableShare).toBeCloseTo(followable / (followable + without))
    expect(coverage.followable).toEqual(counts[0]!.total.value)
  })
  test('tells of how many each outcome is known, never of another', async () => {
    const { outcomes, coverage } = await call(getFollowUp, { query: { place: 'nation', ...year } })
    for (const { total, sentence } of outcomes) {
      const [n, unknown, known] = [total.n!, total.unknown!, total.known!].map((cell) => valueOf(cell)!)
      expect(sentence).toContain(`Uppgift saknas för ≈${unknown}.`)
      if (unknown! > 0) expect(sentence).toContain(`Utfallet är känt för ≈${known} av ≈${n}`)
    }
    expect(coverage.sentences.join(' ')).not.toContain('Utfallet är känt')
  })
  test('has a cost in all, never divided by an approximate number', async () => {
    const { cost, costNote } = await call(getFollowUp, { query: { place: `intervention:${world.interventions[0]}`, ...year } })
    expect(cost).toMatchObject({ kronor: 1_000_000, interventions: 1 })
    expect(cost!.per.map(({ count, kronor }) => [count.kind, kronor])).toEqual(Array(3).fill(['approximate', null]))
    expect(costNote).toContain('ungefärliga')
    const some = await call(getFollowUp, { query: { place: 'nation', ...year } })
    expect([some.cost!.per, some.costNote.includes('inte känd för alla')]).toEqual([[], true])
    const none = await call(getFollowUp, { query: { place: `intervention:${world.interventions[1]}`, ...year } })
    expect([none.cost, none.costNote]).toEqual([null, 'Ingen insats här har en känd kostnad för alla år i perioden.'])
  })
  test('shows no cost for half a year', async () => {
    expect((await call(getFollowUp, { query: { from: '2023-01', to: '2023-06' } })).cost).toBeNull()
  })
})

describe('tabulation over the API', () => {
  test('counts by two dimensions like SQL', async () => {
    const { figures, rows } = await call(tabulateFacts, {
      query: { measure: 'participations', rows: 'association', columns: 'sex', where: ['year=2023'] },
    })
    for (const [at, { code }] of rows!.codes.entries()) {
      expectNear(values(figures[at]!), await byHand(`${inPeriod} and association_id = '${code}'`))
    }
  })
  test('takes places by slug and code, and several codes at once', async () => {
    const { total } = await call(tabulateFacts, {
      query: { measure: 'exits', where: ['year=2023', 'association=prov-1', 'education=compulsory,Gymnasium'] },
    })
    const [women, men] = await byHand(`${exits} and association_id = '${world.associations[0]}' and education in (1, 2)`)
    expectNear([valueOf(total.value)], [women! + men!])
  })
  test('answers in the language asked for', async () => {
    const response = await app.inject({
      url: '/api/tabulate?measure=right-support&where=year%3D2023',
      headers: { authorization: 'Bearer test-terminal-token', 'x-samlad-as': 'auditor.1', 'accept-language': 'en' },
    })
    const { sentences } = response.json<Tabulated>()
    expect(sentences[0]).toMatch(/^Right support granted, The whole country, 2023: ≈\d+ of ≈\d+ \(\d+%, uncertainty \d+–\d+%\)\.$/)
  })
  test('gives lengths as quartiles', async () => {
    const { total } = await call(tabulateFacts, { query: { measure: 'duration', where: ['year=2023'] } })
    expect(valueOf(total.value)! % 10).toBe(0)
    expect(total.text).toMatch(/^median ≈[\d\u00a0]+ dagar \(hälften mellan ≈[\d\u00a0]+ och ≈[\d\u00a0]+\)$/)
  })
  const refused: [Record<string, unknown>, string][] = [
    [{ measure: 'nonsense' }, 'Måttet nonsense finns inte. Det finns: participations, distinct-persons, exits'],
    [{ measure: 'exits', rows: 'colour' }, 'Indelningen colour finns inte. Det finns: sex, ageGroup'],
    [{ measure: 'exits', where: ['sex=robot'] }, 'robot finns inte i sex. Det finns: woman, man.'],
    [{ measure: 'exits', where: ['year=24'] }, '24 är inget årtal'],
    [{ measure: 'exits', where: ['from=2024-13'] }, '2024-13 är ingen månad'],
    [{ measure: 'exits', where: ['year=2024', 'year=2023'] }, 'Perioden är angiven två gånger'],
    [{ measure: 'exits', where: ['year=2024', 'to=2023-06'] }, 'Perioden är angiven två gånger'],
    [{ measure: 'exits', where: ['sex'] }, 'Villkoret sex går inte att läsa'],
    [{ measure: 'right-support', rows: 'targetGroups' }, 'En andel kan inte delas efter targetGroups'],
    [{ measure: 'exits', where: ['from=2024-06', 'to=2024-01'] }, 'Perioden börjar 2024-06 men slutar 2024-01'],
  ]
  test.each(refused)('refuses %j and says what there is', async (query, message) => {
    await expect(call(tabulateFacts, { query: query as { measure: string } })).rejects.toMatchObject({ status: 400 })
    await expect(call(tabulateFacts, { query: query as { measure: string } })).rejects.toThrow(message)
  })
})

describe('no small count leaves', () => {
  const where = fc.uniqueArray(
    fc.constantFrom(
      'sex=woman',
      'sex=man',
      'association=prov-1',
      'association=prov-2',
      'education=compulsory',
      'ageGroup=16-24,25-29',
      'supportBefore=sjukpenning',
      'exitReason=toWork',
      'municipality=9001',
      'bornAbroad=yes',
    ),
    { maxLength: 4 },
  )
  const dimension = fc.constantFrom(
    'sex',
    'ageGroup',
    'education',
    'exitReason',
    'association',
    'occupationAfter',
    'mainSupportBefore',
    undefined,
  )
  const measure = fc.constantFrom(
    'participations',
    'distinct-persons',
    'exits',
    'to-work-or-study',
    'self-supporting-after',
    'right-support',
  )
  const years = fc.constantFrom('year=2022', 'year=2023', 'from=2023-03')

  test('whatever is asked: counts shown are approximate, and 0 or at least 5', async () => {
    await fc.assert(
      fc.asyncProperty(measure, dimension, dimension, where, years, async (measure, rows, columns, where, year) => {
        fc.pre(rows !== columns || rows === undefined)
        const table = await call(tabulateFacts, { query: { measure, rows, columns, where: [...where, year] } })
        for (const figure of [...table.figures.flat(), ...table.rowTotals, ...table.columnTotals, table.total]) demandSafe(figure)
      }),
      { numRuns: 150 },
    )
  })

  test('nor in follow-up, at any place and period', async () => {
    const places = ['nation', 'region:XA', 'association:prov-1', `intervention:${world.interventions[1]}`]
    const month = fc.integer({ min: monthNumber('2021-01'), max: monthNumber('2023-12') })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), month, fc.nat(14), async (place, first, length) => {
        const text = (number: number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
        const answer = await call(getFollowUp, { query: { place, from: text(first), to: text(first + length) } })
        for (const { value } of shownIn(answer)) expect(value === 0 || value >= 5).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

function demandSafe({ value, n, unknown, known, apart }: Figure): void {
  for (const cell of [value, n, unknown, known, apart]) {
    if (!cell || valueOf(cell) === undefined) continue
    expect([cell.kind, valueOf(cell) === 0 || valueOf(cell)! >= 5]).toEqual(['approximate', true])
  }
  if (n && valueOf(value) !== undefined) expect(valueOf(value)).toBeLessThanOrEqual(valueOf(n)!)
}

/** Every cell with a number anywhere in an answer; quartiles are no counts. */
function shownIn(answer: object): { value: number }[] {
  if (Array.isArray(answer)) return answer.flatMap((one) => (typeof one === 'object' && one !== null ? shownIn(one as object) : []))
  if ('kind' in answer && (answer.kind === 'shown' || answer.kind === 'approximate')) return [answer as unknown as { value: number }]
  return Object.entries(answer).flatMap(([key, one]) =>
    key !== 'duration' && typeof one === 'object' && one !== null ? shownIn(one as object) : [],
  )
}
