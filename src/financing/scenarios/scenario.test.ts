import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookEntry } from '../contributions/book.ts'
import type { BookMember } from '../contributions/domain.ts'
import { asOne, besideEachOther, isUndivided } from './merge.ts'
import { asBefore, emptiedParties, outcomeOf, outOn, yearNow, yearThought, type Standing } from './scenario.ts'

const members: BookMember[] = (
  [
    ['s', 'state'],
    ['r', 'regions'],
    ['a', 'municipalities'],
    ['b', 'municipalities'],
  ] as const
).map(([organisationId, payer]) => ({ organisationId, name: organisationId, payer, inhabitants: 1000 }))
const million = 100_000_000
const entry = (organisationId: string, mkr: number, more: Partial<BookEntry> = {}): BookEntry => ({
  ...{ year: 2027, organisationId, step: 'agreed', amountOre: mkr * million, dated: '2026-01-01', reference: 'A', motive: '', earmark: '' },
  ...{ recordedAt: '2026-01-01T00:00:00Z', ...more },
})
const agreed = [entry('s', 24), entry('r', 12), entry('a', 8), entry('b', 4)]
const standing: Standing = { members, entries: [...agreed, entry('r', 8, { step: 'decided', dated: '2026-10-01' })], today: '2026-11-22' }
const think = (organisationId: string, mkr: number | null) => {
  const changes = [{ organisationId, amountOre: mkr === null ? null : mkr * million }]
  return outcomeOf(yearThought(standing, { year: 2027, changes }), asBefore(yearNow(standing, 2027)!))
}
const inMkr = (ore: number | null): number | null => ore && ore / million

describe('a year as thought', () => {
  test('the region gives 10 mkr instead of 8: the level is 40 instead of 32', () => {
    const { levelOre, changeOre, gapOre, binding, members: each } = think('r', 10)
    expect([levelOre, changeOre, gapOre].map(inMkr)).toEqual([40, 8, 8])
    expect(binding).toEqual(['regions'])
    expect(each.map(({ changeOre: change }) => inMkr(change))).toEqual([4, 2, 1.333334, 0.666666])
  })
  test('the region gives all that was agreed: nothing is missing, and more helps nobody', () => {
    for (const mkr of [12, 20]) expect(think('r', mkr)).toMatchObject({ levelOre: 48 * million, gapOre: 0 })
    expect(think('r', 12).isEven).toBe(true)
    expect(think('r', 20).parties[1]).toMatchObject({ matchedOre: 12 * million, unmatchedOre: 8 * million })
  })
  test('a municipality leaves: the others pay the level that their part reaches', () => {
    const { levelOre, binding, members: each, gapOre } = think('a', null)
    expect([inMkr(levelOre), inMkr(gapOre), binding]).toEqual([16, 32, ['municipalities']])
    expect(each.find(({ organisationId }) => organisationId === 'a')).toEqual({
      organisationId: 'a',
      name: 'a',
      asRegion: false,
      offerOre: null,
      matchedOre: 0,
      changeOre: -533_333_300,
    })
  })
  test('a thought decision holds over a real one, whatever its day', () => {
    const late = { ...standing, entries: [...standing.entries, entry('r', 1, { step: 'decided', dated: '2099-01-01' })] }
    expect(yearThought(late, { year: 2027, changes: [{ organisationId: 'r', amountOre: 0 }] })!.level!.totalOre).toBe(0)
  })
  test('of those who have said nothing there is no level', () => {
    const only = { ...standing, entries: [entry('a', 8)] }
    const thought = yearThought(only, { year: 2027, changes: [{ organisationId: 'a', amountOre: null }] })
    expect(outcomeOf(thought, asBefore(yearNow(only, 2027)!))).toMatchObject({ levelOre: null, changeOre: null, gapOre: null })
  })
  test('the last of a party cannot leave, nor can all of one at once', () => {
    expect(emptiedParties(members, [{ organisationId: 'r', amountOre: null }]).map(({ name }) => name)).toEqual(['r'])
    expect(emptiedParties(members, [{ organisationId: 'a', amountOre: null }])).toEqual([])
    expect(
      emptiedParties(
        members,
        ['a', 'b'].map((organisationId) => ({ organisationId, amountOre: null })),
      ),
    ).toHaveLength(2)
  })
  test('§ 27: three years from today, and only for those who leave', () => {
    expect(outOn([{ organisationId: 'a', amountOre: null }], '2024-02-29')).toBe('2027-02-28')
    expect(outOn([{ organisationId: 'a', amountOre: 0 }], '2024-02-29')).toBeNull()
  })
  test('that says what everybody has said changes nothing', () =>
    fc.assert(
      fc.property(fc.subarray(['s', 'a', 'b'], { minLength: 1 }), (who) => {
        const changes = who.map((organisationId) => ({
          organisationId,
          amountOre: agreed.find((one) => one.organisationId === organisationId)!.amountOre,
        }))
        const now = yearNow(standing, 2027)!
        expect(outcomeOf(yearThought(standing, { year: 2027, changes }), asBefore(now))).toEqual(outcomeOf(now, asBefore(now)))
      }),
    ))
})

describe('two associations as one', () => {
  const other: Standing = {
    members: [...members.slice(0, 2), { organisationId: 'c', name: 'c', payer: 'municipalities', inhabitants: 500 }],
    entries: [entry('s', 10), entry('r', 8), entry('c', 4)],
    today: '2026-11-22',
  }
  const year = 2027
  test('whoever pays to both gives both together, and what one party had too much of helps the other', () => {
    // 32 as the region gives 8 of 12 in the first; 16 as municipality c gives 4 in the second: together the region’s 16 is met by 12 + 4.
    expect(besideEachOther(standing, other, year)).toMatchObject({ levelOre: 48 * million, agreedOre: 70 * million })
    const one = asOne(standing, other, year)
    expect(one.members.map(({ organisationId, inhabitants }) => [organisationId, inhabitants])).toEqual([
      ['s', 2000],
      ['r', 2000],
      ['a', 1000],
      ['b', 1000],
      ['c', 500],
    ])
    const outcome = outcomeOf(yearThought(one, { year, changes: [] }), besideEachOther(standing, other, year))
    expect(outcome).toMatchObject({ levelOre: 64 * million, changeOre: 16 * million, binding: ['regions', 'municipalities'] })
    expect(outcome.parties[0]).toMatchObject({ matchedOre: 32 * million, unmatchedOre: 2 * million })
  })
  test('can have other amounts thought of too, of anybody in either', () => {
    const changes = [{ organisationId: 'c', amountOre: 0 }]
    expect(yearThought(asOne(standing, other, year), { year, changes })!.level!.totalOre).toBe(48 * million)
  })
  test('of whom one has said nothing is set against nothing', () => {
    const silent = { ...other, entries: [] }
    expect(besideEachOther(standing, silent, year).levelOre).toBeNull()
  })
  test('are not reckoned where a municipality outside every region would have to give in two parts and has given one (§ 5 a)', () => {
    const [state] = members
    const island: Standing = {
      members: [state!, { organisationId: 'g', name: 'g', payer: 'municipalities', inhabitants: 1, outsideRegion: true }],
      ...{ entries: [entry('s', 2), entry('g', 2)], today: '2026-11-22' },
    }
    expect(yearNow(island, year)!.level).toMatchObject({ totalOre: 4 * million })
    expect(isUndivided(asOne(standing, island, year))).toBe(true)
    expect(isUndivided(asOne(standing, other, year))).toBe(false)
  })
  const mkr = fc.integer({ min: 0, max: 50 })
  test('never reach less together than apart, and it does not matter which is named first', () =>
    fc.assert(
      fc.property(mkr, mkr, mkr, mkr, mkr, mkr, mkr, (s, r, a, b, s2, r2, c) => {
        const first = { ...standing, entries: [entry('s', s), entry('r', r), entry('a', a), entry('b', b)] }
        const second = { ...other, entries: [entry('s', s2), entry('r', r2), entry('c', c)] }
        const apart = besideEachOther(first, second, year)
        const level = yearThought(asOne(first, second, year), { year, changes: [] })!.level!.totalOre
        expect(level).toBeGreaterThanOrEqual(apart.levelOre!)
        expect(yearThought(asOne(second, first, year), { year, changes: [] })!.level!.totalOre).toBe(level)
      }),
    ))
})
